import type { Refusal } from '../refusal.js';
import { zoneOrUtc } from '../time/zone.js';
import { readSince, readWhen, type When } from '../timeline/backdate.js';
import type { ParseContext } from './context.js';
import { splitTail, trimmed } from './edges.js';

export type ReadTime =
  | { readonly ok: true; readonly at: Date | null; readonly rest: string }
  | { readonly ok: false; readonly refusal: Refusal };

/** `[WHEN] TEXT` of `verb`. Of two possible moments the person chooses, by a command that leaves no doubt. */
export function readTime(verb: string, text: string, context: ParseContext): ReadTime {
  const when = readWhen(text, context);
  switch (when.kind) {
    case 'none':
      return { ok: true, at: null, rest: text };
    case 'at':
      return { ok: true, at: when.at, rest: trimmed(when.rest) };
    case 'future':
      return { ok: false, refusal: { kind: 'time-in-future', said: when.said } };
    case 'unclear':
      return { ok: false, refusal: timeUnclear(when, context, (at) => `${verb} ${at} ${when.rest}`) };
  }
}

/** Asks which moment is meant. `commandAt`: the command with that moment, written so that there is no doubt. */
export function timeUnclear(
  when: Extract<When, { kind: 'unclear' }>,
  context: ParseContext,
  commandAt: (at: string) => string,
): Refusal {
  return {
    kind: 'time-unclear',
    said: when.said,
    zone: zoneOrUtc(context.speakerZone),
    choices: when.candidates.map((at) => ({ at, command: trimmed(commandAt(at.toISOString())) })),
  };
}

/**
 * A `since WHEN` at the end of a title, and the title without it. One that is unclear or lies ahead stays in
 * the title: a declaration is not the moment for questions.
 */
export function sinceAtEnd(
  text: string,
  context: ParseContext,
): { readonly at: Date; readonly text: string } | null {
  const [head, tail] = splitTail(text);
  const when = readSince(tail, context);
  if (when.kind !== 'at') return null;
  const indent = tail.length - tail.trimStart().length;
  return { at: when.at, text: trimmed(head + tail.slice(0, indent) + when.rest) };
}

import { startOfMinute } from 'date-fns';
import type { Refusal } from '../refusal.js';
import { instantOf } from '../time/stamp.js';
import { FIXED_KINDS, TITLE_KINDS, type TimelineEntry, WORDLESS_KINDS } from '../timeline/entry.js';
import { isOfferedBefore } from '../timeline/offered-before.js';
import type { CommandOf } from './commands.js';
import { type DecideContext, type DecidedAct, type Decision, did, no, quietly } from './decision.js';
import { drafted } from './drafted.js';
import type { IncidentEvent } from './events.js';
import type { Incident } from './incident.js';

/** Made from a message, it happened when that was said, where nobody says otherwise. */
export function states(command: CommandOf<'state'>, act: DecidedAct): Decision {
  const { what, text, at, message } = command;
  const said = message === null ? act.at : instantOf(message.ts);
  return did({ kind: 'stated', ...act, at: at ?? said, what, text, backdated: at !== null, message });
}

/** The entry that a command's code names, or why it cannot be found. */
export function targetOf(
  code: string,
  verb: string,
  context: DecideContext,
): { readonly entry: TimelineEntry } | { readonly refusal: Refusal } {
  const { target } = context;
  if (code === '') return { refusal: { kind: 'entry-missing', verb } };
  if (target === null || target.kind === 'none') return { refusal: { kind: 'no-such-entry', code } };
  if (target.kind === 'several') {
    return { refusal: { kind: 'entry-unclear', code, choices: target.choices } };
  }
  return { entry: target.entry };
}

/** Puts text or time right. What stays as it is goes on following its message. */
export function corrects(
  command: CommandOf<'correct-entry'>,
  act: DecidedAct,
  context: DecideContext,
): Decision {
  const found = targetOf(command.code, 'edit', context);
  if ('refusal' in found) return no(found.refusal);
  const { entry } = found;
  if (entry.redacted) return no({ kind: 'entry-fixed', why: 'redacted' });
  if (entry.withdrawn) return no({ kind: 'entry-fixed', why: 'withdrawn' });
  if (FIXED_KINDS.has(entry.kind)) return no({ kind: 'entry-fixed', why: 'system' });
  const text = command.text === entry.text ? null : command.text;
  const occurredAt = command.at === null || isShownAs(entry.occurredAt, command.at) ? null : command.at;
  if (text === null && occurredAt === null) return no({ kind: 'no-change', what: 'entry' });
  const was = { text: entry.text, occurredAt: entry.occurredAt };
  return did(
    { kind: 'entry-corrected', ...quietly(act), target: entry.id, text, occurredAt, was },
    ...followUpToo(entry, text, act, context),
  );
}

/** People read and pick times by the minute: 14:05 is no correction of 14:05:23. */
const isShownAs = (at: Date, picked: Date): boolean =>
  at.getTime() === picked.getTime() || startOfMinute(at).getTime() === picked.getTime();

/** The words of a task are those of its follow-up. */
function followUpToo(
  entry: TimelineEntry,
  text: string | null,
  act: DecidedAct,
  context: DecideContext,
): readonly IncidentEvent[] {
  if (text === null) return [];
  return context.followUps
    .filter((followUp) => followUp.entry === entry.id)
    .map(({ number }) => ({ kind: 'follow-up-changed', ...quietly(act), number, change: { text } }));
}

export function hides(command: CommandOf<'hide-entry'>, act: DecidedAct, context: DecideContext): Decision {
  const found = targetOf(command.code, command.hidden ? 'hide' : 'unhide', context);
  if ('refusal' in found) return no(found.refusal);
  const { entry } = found;
  if (entry.withdrawn) return no({ kind: 'entry-fixed', why: 'withdrawn' });
  if (entry.hidden === command.hidden) return no({ kind: 'no-change', what: 'entry' });
  return did({ kind: 'entry-hidden', ...quietly(act), target: entry.id, hidden: command.hidden });
}

/** Also of withdrawn entries: what was deleted in Slack is still in the record. A draft made before is made anew. */
export function redacts(
  incident: Incident,
  command: CommandOf<'redact-entry'>,
  act: DecidedAct,
  context: DecideContext,
): Decision {
  const found = targetOf(command.code, 'redact', context);
  if ('refusal' in found) return no(found.refusal);
  const { entry } = found;
  if (entry.redacted) return no({ kind: 'entry-fixed', why: 'redacted' });
  // The title that stands on card and channel is changed by `rename`, and can be redacted after that.
  if (WORDLESS_KINDS.has(entry.kind) || (TITLE_KINDS.has(entry.kind) && entry.text === incident.title))
    return no({ kind: 'entry-fixed', why: 'system' });
  const draft = incident.draftVersion > 0 ? [drafted(incident, act.at)] : [];
  return did({ kind: 'entry-redacted', ...quietly(act), target: entry.id }, ...draft);
}

/** Of what was offered, the kept stays and all else is hidden; offered nothing, all stays. */
export function choosesBefore(
  command: CommandOf<'choose-before'>,
  act: DecidedAct,
  context: DecideContext,
): Decision {
  const before = context.entries.filter(isOfferedBefore);
  if (before.length === 0) return no({ kind: 'nothing-before' });
  const keep = new Set(command.keep);
  const offered = command.offered === null ? null : new Set(command.offered);
  const [first, ...more] = before.flatMap((entry): readonly IncidentEvent[] => {
    const isAsked = offered === null || offered.size === 0 || offered.has(entry.id);
    const hidden = offered?.size !== 0 && !keep.has(entry.id);
    if (!isAsked || hidden === entry.hidden) return [];
    return [{ kind: 'entry-hidden', ...quietly(act), target: entry.id, hidden }];
  });
  return first === undefined ? no({ kind: 'no-change', what: 'entry' }) : did(first, ...more);
}

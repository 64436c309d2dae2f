import type { StatedKind } from '../incident/events.js';

/** What a marker at a line's start says of the line: as the command of that name. */
export type MarkerKind = StatedKind | 'task';

export interface Marker {
  readonly kind: MarkerKind;
  /** The line without its marker, as written; may begin with a time (`TL: 14:05 failover`). */
  readonly text: string;
}

/** `!word TEXT` */
const BANGS: ReadonlyMap<string, MarkerKind> = new Map([
  ['note', 'note'],
  ['log', 'note'],
  ['tl', 'note'],
  ['timeline', 'note'],
  ['impact', 'impact'],
  ['cause', 'cause'],
  ['rootcause', 'cause'],
  ['root-cause', 'cause'],
  ['trigger', 'trigger'],
  ['fix', 'fix'],
  ['resolution', 'fix'],
  ['detected', 'detected'],
  ['started', 'started'],
  ['suspect', 'suspect'],
  ['hypothesis', 'suspect'],
  ['ruled-out', 'ruled-out'],
  ['ruledout', 'ruled-out'],
  ['decide', 'decision'],
  ['decision', 'decision'],
  ['todo', 'task'],
  ['task', 'task'],
  ['action', 'task'],
  ['follow-up', 'task'],
  ['followup', 'task'],
]);

/**
 * `Word: TEXT`. Only words that nobody writes with a colon by chance: `Impact:` or `Fix:` also begin the lines
 * of alerts and of pasted reports, so those need their exclamation mark.
 */
const LABELS: ReadonlyMap<string, MarkerKind> = new Map([
  ['tl', 'note'],
  ['todo', 'task'],
  ['to do', 'task'],
  ['to-do', 'task'],
  ['action item', 'task'],
  ['action items', 'task'],
  ['follow-up', 'task'],
  ['follow-ups', 'task'],
  ['follow up', 'task'],
  ['followup', 'task'],
]);

const BULLET = /^\s*(?:[-*•‣◦]|\d{1,2}[.)]|\[[ xX]?\])\s+/;
const BANG = /^!([A-Za-z-]{2,12})(?::\s*|\s+|$)(.*)$/s;
/** Slack's `*bold*` around the label, colon inside or outside, is not part of it. */
const LABEL = /^([*_]{0,2})([A-Za-z][A-Za-z -]{1,14})\1?:\1?(?:\s+|$)(.*)$/s;

function readLine(line: string): Marker | null {
  const bang = BANG.exec(line);
  if (bang !== null) {
    const kind = BANGS.get((bang[1] ?? '').toLowerCase());
    return kind === undefined ? null : { kind, text: (bang[2] ?? '').trim() };
  }
  const label = LABEL.exec(line);
  const kind = LABELS.get((label?.[2] ?? '').toLowerCase());
  return kind === undefined ? null : { kind, text: (label?.[3] ?? '').trim() };
}

/** A line of a message: its marker, if it has one; a `head` is a bare marker that covers the list below it. */
interface Line {
  readonly text: string;
  readonly marker: Marker | null;
  readonly isHead: boolean;
}

/** "TODO: none" asks for nothing. */
const NOTHING = /^[^\p{L}\p{N}]*(?:(?:none|nothing|n\/a|tbd|tba)[^\p{L}\p{N}]*)?$/iu;

const asksForNothing = ({ kind, text }: Marker): boolean =>
  kind === 'task' && text !== '' && NOTHING.test(text);

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let isCode = false;
  let list: MarkerKind | null = null;
  for (const line of text.split('\n')) {
    const fences = line.split('```').length - 1;
    const wasCode = isCode;
    if (fences % 2 === 1) isCode = !isCode;
    if (wasCode || fences > 0) {
      list = null;
      lines.push({ text: line, marker: null, isHead: false });
      continue;
    }
    const item = line.replace(BULLET, '').trim();
    const marker = readLine(item);
    const listed = list !== null && BULLET.test(line) && item !== '' ? { kind: list, text: item } : null;
    if (marker !== null) list = marker.text === '' ? marker.kind : null;
    else if (listed === null && item !== '') list = null;
    const isHead = marker?.text === '';
    const found = isHead ? null : (marker ?? listed);
    lines.push({ text: line, marker: found !== null && asksForNothing(found) ? null : found, isHead });
  }
  return lines;
}

/**
 * What the author of a message marked in it, line by line. A marker with nothing after it covers the list
 * that follows. Quoted lines and code are not the author's own words and mark nothing.
 */
export const markersIn = (text: string): readonly Marker[] =>
  linesOf(text).flatMap(({ marker }) => marker ?? []);

/** What is left of a message without its marked lines; empty where they were all of it. */
export function unmarkedIn(text: string): string {
  const lines = linesOf(text);
  if (lines.every(({ marker }) => marker === null)) return text;
  return lines
    .filter(({ marker, isHead }) => marker === null && !isHead)
    .map((line) => line.text)
    .join('\n')
    .trim();
}

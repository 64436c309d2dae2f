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

/**
 * What the author of a message marked in it, line by line. A marker with nothing after it covers the list
 * that follows. Quoted lines and code are not the author's own words and mark nothing.
 */
export function markersIn(text: string): readonly Marker[] {
  const found: Marker[] = [];
  let isCode = false;
  let list: MarkerKind | null = null;
  for (const line of text.split('\n')) {
    const fences = line.split('```').length - 1;
    const wasCode = isCode;
    if (fences % 2 === 1) isCode = !isCode;
    if (wasCode || fences > 0) {
      list = null;
      continue;
    }
    const item = line.replace(BULLET, '').trim();
    const marker = readLine(item);
    if (marker !== null) {
      if (marker.text !== '') found.push(marker);
      list = marker.text === '' ? marker.kind : null;
    } else if (list !== null && BULLET.test(line) && item !== '') {
      found.push({ kind: list, text: item });
    } else if (item !== '') {
      list = null;
    }
  }
  return found;
}

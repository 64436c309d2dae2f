import type { Mark, TimelineEntry } from './entry.js';

/** What a reaction says about a message, where the team has agreed on it. */
export const SIGNS = [
  'key',
  'detected',
  'suspect',
  'ruled-out',
  'cause',
  'fix',
  'worked',
  'follow-up',
  'insight',
  'agreed',
] as const;
export type Sign = (typeof SIGNS)[number];

/** The reaction map: Slack's names of emoji, aliases included. Any other reaction (eyes, tada) says nothing. */
export const SIGN_OF_EMOJI: ReadonlyMap<string, Sign> = new Map([
  ['pushpin', 'key'],
  ['round_pushpin', 'key'],
  ['rotating_light', 'detected'],
  ['thought_balloon', 'suspect'],
  ['x', 'ruled-out'],
  ['negative_squared_cross_mark', 'ruled-out'],
  ['heavy_multiplication_x', 'ruled-out'],
  ['dart', 'cause'],
  ['hammer_and_wrench', 'fix'],
  ['white_check_mark', 'worked'],
  ['heavy_check_mark', 'worked'],
  ['memo', 'follow-up'],
  ['pencil', 'follow-up'],
  ['bulb', 'insight'],
  ['+1', 'agreed'],
  ['thumbsup', 'agreed'],
]);

/** The sign of a pin among an entry's marks. */
export const PIN = 'pin';

/** The sign of a mark that takes back every pin stamped before it, also those we hear of later. */
export const ALL_PINS = 'pin:all';

/** The sign under which a reaction is kept. A team's own emoji may be called `pin`, which must not look like one. */
export const signOfReaction = (emoji: string): string => (emoji === PIN ? `:${emoji}:` : emoji);

/** What an emoji means, whatever its skin tone; null when nothing was agreed on. */
function meaningOf(emoji: string): Sign | null {
  return SIGN_OF_EMOJI.get(emoji.replace(/::?skin-tone-\d:?$/, '')) ?? null;
}

const isPin = (mark: Mark): boolean => mark.on && mark.sign === PIN;

/** True while somebody's pin stands. */
export function isPinned(entry: Pick<TimelineEntry, 'marks'>): boolean {
  return entry.marks.some(isPin);
}

/** What standing reactions and pins say about an entry; a pin says `key`. */
export function signsOn(entry: Pick<TimelineEntry, 'marks'>): ReadonlySet<Sign> {
  const signs = new Set<Sign>();
  for (const mark of entry.marks) {
    if (!mark.on) continue;
    const sign = mark.sign === PIN ? 'key' : meaningOf(mark.sign);
    if (sign !== null) signs.add(sign);
  }
  return signs;
}

/** True when somebody lifted the entry out of the talk. A thumbs-up agrees with a line, it does not lift it. */
export function isKey(entry: Pick<TimelineEntry, 'marks'>): boolean {
  for (const sign of signsOn(entry)) if (sign !== 'agreed') return true;
  return false;
}

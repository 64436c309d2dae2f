import { singleLine } from './mrkdwn.js';
import { shortened } from './split-text.js';

/** Characters shown on each side of the first match. */
const AROUND = 100;

/** The part of `text` around the first of the words looked for; its beginning where none of them is found. */
export function excerpt(text: string, wanted: string): string {
  const line = singleLine(text);
  const lower = line.toLowerCase();
  const places = singleLine(wanted)
    .toLowerCase()
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => lower.indexOf(word))
    .filter((place) => place >= 0);
  const first = places.length === 0 ? 0 : Math.min(...places);
  const from = first <= AROUND ? 0 : wordStart(line, first - AROUND);
  const part = shortened(whole(line.slice(from)), 3 * AROUND);
  return from > 0 ? `…${part}` : part;
}

/** After the next blank, where one is near. */
function wordStart(line: string, from: number): number {
  const blank = line.indexOf(' ', from);
  return blank >= 0 && blank < from + AROUND / 2 ? blank + 1 : from;
}

/** Without half a character or the end of a mention at its beginning. */
const whole = (text: string): string => text.replace(/^[\udc00-\udfff]|^@?[UW][A-Z0-9]+>/, '').trim();

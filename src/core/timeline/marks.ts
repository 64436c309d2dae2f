import { compareStamps } from '../time/stamp.js';
import type { Mark } from './entry.js';
import { ALL_PINS, PIN } from './signs.js';

/** Of two words of one person on one sign the later holds; at the same stamp, the taking back. */
function holds(mark: Mark, other: Mark): boolean {
  const order = compareStamps(mark.at, other.at);
  return order > 0 || (order === 0 && other.on && !mark.on);
}

const isSameSign = (a: Mark, b: Mark): boolean => a.sign === b.sign && a.by === b.by;

/** Turns off every pin that an "all pins" mark came after. */
function settlePins(marks: readonly Mark[]): readonly Mark[] {
  const ends = marks.filter((mark) => mark.sign === ALL_PINS);
  const isOver = (mark: Mark): boolean =>
    mark.sign === PIN && mark.on && ends.some((end) => compareStamps(mark.at, end.at) <= 0);
  return marks.map((mark) => (isOver(mark) ? { ...mark, on: false } : mark));
}

function compareMarks(a: Mark, b: Mark): number {
  const left = `${a.sign} ${a.by}`;
  const right = `${b.sign} ${b.by}`;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The marks with one more, sorted by sign and person; the same array when it tells nothing new. */
export function withMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  const known = marks.find((other) => isSameSign(other, mark));
  if (known !== undefined && !holds(mark, known)) return marks;
  const others = marks.filter((other) => other !== known);
  return settlePins([...others, mark].sort(compareMarks));
}

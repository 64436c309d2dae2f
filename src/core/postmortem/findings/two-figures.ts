import { MINUTE } from '../case.js';
import { isVouched } from '../reading.js';
import { isTakenBack } from '../taken-back.js';
import type { Found, Matter } from './matter.js';
import { quoted } from './quoted.js';
import { shareIn } from './totality.js';

/** At one time it was this, at another that: no contradiction. */
const AT_TIMES =
  /\b(?:peak|at (?:first|worst|least|most)|initially|later|then|up to|in (?:eu|us)\b|each|respectively)/i;

/** Two shares of the users, both told in hindsight and vouched for. */
export function twoFigures({ now, end }: Matter): readonly Found[] {
  if (end === null) return [];
  const told = now.readings.filter(
    (r) =>
      r.at >= end - 10 * MINUTE &&
      isVouched(r) &&
      !r.asks &&
      ['impact', 'message', 'note', 'resolved', 'update', 'cause'].includes(r.entry.kind) &&
      !AT_TIMES.test(r.text) &&
      !r.cues.has('correction') &&
      shareIn(r.text) !== null &&
      !isTakenBack(now, r),
  );
  for (const [i, one] of told.entries()) {
    const first = shareIn(one.text);
    for (const other of told.slice(i + 1)) {
      const second = shareIn(other.text);
      if (first === null || second === null || first.percent === second.percent) continue;
      const text = `${quoted(first.words)} and ${quoted(second.words)} are both given for the users affected. Which one holds?`;
      return [{ text, about: [one.id, other.id] }];
    }
  }
  return [];
}

import { type Case, ofKind } from './case.js';
import { figuresOf, tellsAnyExtent, tellsImpact } from './figures-of.js';
import { isForTheRecord } from './label.js';
import { isProvisional } from './negation.js';
import { has, isVouched, type Reading } from './reading.js';
import { isTakenBack } from './taken-back.js';

/** What may tell the impact, most trusted first, and within one trust the newest first. */
export function impactCandidates(now: Case): readonly Reading[] {
  const messages = now.readings.filter(
    (r) => !r.asks && (r.entry.kind === 'message' || r.entry.kind === 'note') && !isOther(r),
  );
  const vouched = messages.filter((r) => isVouched(r) && tellsExtent(now, r) && !isTakenBack(now, r));
  const phrases = messages.filter(
    (r) =>
      r.trust === 'message' &&
      (isSummingUp(r) || (!has(r, 'recovered') && !isProvisional(r.text) && !isHandful(r))) &&
      (tellsExtent(now, r) || putsRight(now, r)) &&
      !isTakenBack(now, r),
  );
  const summing = phrases.filter(isSummingUp);
  const exact = phrases.filter((r) => figuresOf(r).some(({ unit }) => unit !== 'all' && unit !== 'duration'));
  const corrected = exact.filter((r) => putsRight(now, r));
  const byTrust = [impactCommands(now), vouched, summing, corrected, exact, phrases];
  return [...new Set(byTrust.flatMap((list) => list.toReversed()))];
}

const isSummingUp = (r: Reading): boolean => isForTheRecord(r.text) || r.label === 'impact';

/** Three customers who complain are no extent. */
const isHandful = (r: Reading): boolean => {
  const counts = figuresOf(r).filter(({ unit }) => unit !== 'duration');
  return (
    counts.length > 0 &&
    counts.every(({ unit, number }) => (unit === 'people' || unit === 'things') && /^\d$/.test(number))
  );
};

/** A reply that gives another figure for what the message above it gave wrongly. */
function putsRight(now: Case, r: Reading): boolean {
  if (r.threadTs === null || r.threadTs === r.ts || r.entry.kind !== 'message') return false;
  const wrong = now.byTs.get(r.threadTs);
  if (wrong === undefined || wrong.trust === 'command') return false;
  return figuresOf(r).some(
    (own) =>
      own.unit !== 'all' &&
      own.unit !== 'duration' &&
      figuresOf(wrong).some((figure) => figure.unit === own.unit && figure.number !== own.number),
  );
}

/** A command that corrects takes the earlier ones away; else they may still tell something else. */
function impactCommands(now: Case): readonly Reading[] {
  const commands = ofKind(now.readings, 'impact').filter((r) => !r.asks && !isTakenBack(now, r));
  const correction = commands.findLastIndex((r) => has(r, 'correction'));
  return correction < 0 ? commands : commands.slice(correction);
}

const isOther = (r: Reading): boolean =>
  has(r, 'follow-up') ||
  (has(r, 'promise') && !isForTheRecord(r.text) && !isVouched(r)) ||
  (r.label !== null && r.label !== 'impact') ||
  r.signs.has('follow-up') ||
  r.signs.has('cause') ||
  (has(r, 'cause') && !tellsImpact(r));

function tellsExtent(now: Case, r: Reading): boolean {
  if (tellsImpact(r)) return true;
  const isSummedUp =
    r.label === 'impact' ||
    isForTheRecord(r.text) ||
    (isVouched(r) && r.entry.kind === 'message' && now.endedAt !== null && r.at >= now.endedAt);
  return r.label === 'impact' || (isSummedUp && tellsAnyExtent(r));
}

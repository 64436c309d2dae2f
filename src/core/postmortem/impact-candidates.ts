import { type Case, ofKind } from './case.js';
import { figuresIn, hasExtent, isImpactFigure } from './figures.js';
import { isForTheRecord } from './label.js';
import { has, isVouched, type Reading } from './reading.js';
import { isTakenBack } from './taken-back.js';

/** What may tell the impact, most trusted first, and within one trust the newest first. */
export function impactCandidates(now: Case): readonly Reading[] {
  const live = now.readings.filter((r) => !isTakenBack(now, r) && !r.asks);
  const messages = live.filter((r) => (r.entry.kind === 'message' || r.entry.kind === 'note') && !isOther(r));
  const vouched = messages.filter((r) => isVouched(r) && tellsExtent(now, r));
  const phrases = messages.filter(
    (r) => r.trust === 'message' && !has(r, 'recovered') && tellsExtent(now, r),
  );
  const summing = phrases.filter((r) => isForTheRecord(r.text) || r.label === 'impact');
  const exact = phrases.filter((r) =>
    figuresIn(r.text).some(({ unit }) => unit !== 'all' && unit !== 'duration'),
  );
  const byTrust = [impactCommands(live), vouched, summing, exact, phrases];
  return [...new Set(byTrust.flatMap((list) => list.toReversed()))];
}

/** A command that corrects takes the earlier ones away; else they may still tell something else. */
function impactCommands(live: readonly Reading[]): readonly Reading[] {
  const commands = ofKind(live, 'impact');
  const correction = commands.findLastIndex((r) => has(r, 'correction'));
  return correction < 0 ? commands : commands.slice(correction);
}

const isOther = (r: Reading): boolean =>
  has(r, 'follow-up') ||
  (has(r, 'promise') && !isForTheRecord(r.text) && !isVouched(r)) ||
  (r.label !== null && r.label !== 'impact') ||
  r.signs.has('follow-up') ||
  r.signs.has('cause') ||
  (has(r, 'cause') && !isImpactFigure(r.text));

function tellsExtent(now: Case, r: Reading): boolean {
  if (isImpactFigure(r.text)) return true;
  const isSummedUp =
    r.label === 'impact' ||
    isForTheRecord(r.text) ||
    (isVouched(r) && r.entry.kind === 'message' && now.endedAt !== null && r.at >= now.endedAt);
  return r.label === 'impact' || (isSummedUp && hasExtent(r.text));
}

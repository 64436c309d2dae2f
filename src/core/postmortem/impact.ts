import { type Case, ofKind } from './case.js';
import { type Figure, figuresIn, hasExtent, isImpactFigure } from './figures.js';
import { isForTheRecord } from './label.js';
import type { Claim, Impact, Question } from './model.js';
import { claimFrom, has, isVouched, type Reading } from './reading.js';
import { sourcesIn } from './sources-in.js';
import { isTakenBack } from './taken-back.js';

export const IMPACT_QUESTION = 'impact';
const DATA_QUESTION = 'data-loss';
const MOST = 6;
const MOST_PROPOSED = 3;
const DATA =
  /\b(?:restor(?:ed|ing|e) .{0,40}(?:backup|snapshot)|from (?:the |a |yesterday'?s )?(?:backup|snapshot)|data (?:loss|was lost|is lost|corrupt\w*)|lost (?:data|writes|records)|corrupt(?:ed|ion)?|inconsistent (?:rows?|data)|point[- ]in[- ]time)\b/i;
const DATA_ANSWER =
  /\b(?:no (?:user |customer )?data (?:was |were |is )?(?:lost|loss)|no loss of|data (?:was |were |is )?(?:lost|intact|complete|safe)|lost (?:\d|about|all|some|a day|an hour)|without (?:any )?data loss|we lose)\b|daten .{0,40}verloren/i;

/** Who was hit and how: impact commands first, then vouched figures, then figures said in the channel. */
export function impactOf(now: Case): Impact {
  return { claims: claimsOf(now), dataLoss: dataLossOf(now) };
}

const keyOf = (figure: Figure): string => `${figure.unit}:${figure.noun}`;
const isSame = (one: Figure, other: Figure): boolean =>
  one.unit === other.unit && one.number === other.number;

/**
 * Most trusted first, within one trust the newest first, since a later figure corrects an earlier one. A text is
 * told when it adds a figure; an unvouched one never where a more trusted or later text counts the same thing.
 */
function claimsOf(now: Case): readonly Claim[] {
  const told: Figure[] = [];
  const claims: Claim[] = [];
  let proposed = 0;
  for (const reading of candidates(now)) {
    const figures = figuresIn(reading.text);
    const fresh = figures.filter((figure) => !told.some((other) => isSame(figure, other)));
    const isFirst = claims.length === 0;
    if (!isFirst && fresh.every((figure) => figure.unit === 'all')) continue;
    if (!isFirst && !isVouched(reading)) {
      const clashes = figures.some(
        (figure) =>
          figure.unit !== 'duration' &&
          figure.unit !== 'all' &&
          told.some((other) => keyOf(other) === keyOf(figure)),
      );
      if ((clashes && !isPutRight(reading)) || proposed >= MOST_PROPOSED) continue;
    }
    if (!isFirst && reading.entry.kind === 'impact' && !addsUnit(fresh, told)) continue;
    told.push(...figures);
    claims.push(claimFrom('impact', reading));
    if (!isVouched(reading)) proposed += 1;
    if (claims.length === MOST) break;
  }
  const counts = (claim: Claim): boolean =>
    figuresIn(claim.text).some(({ unit }) => unit !== 'duration' && unit !== 'all');
  return claims.sort(
    (a, b) =>
      Number(b.status === 'stated') - Number(a.status === 'stated') || Number(counts(b)) - Number(counts(a)),
  );
}

/** A later impact command stands for the earlier ones, except where those count something else. */
const addsUnit = (fresh: readonly Figure[], told: readonly Figure[]): boolean =>
  fresh.some((figure) => figure.unit !== 'all' && !told.some((other) => keyOf(other) === keyOf(figure)));

/** Somebody took the trouble to correct it in place. */
const isPutRight = (reading: Reading): boolean =>
  new Set(reading.entry.revisions.map((revision) => revision.text)).size > 1;

function candidates(now: Case): readonly Reading[] {
  const live = now.readings.filter(
    (r) => !isTakenBack(now, r) && !r.asks && ['impact', 'message', 'note'].includes(r.entry.kind),
  );
  const end = now.endedAt ?? Number.POSITIVE_INFINITY;
  const isOther = (r: Reading): boolean =>
    has(r, 'follow-up') ||
    r.label === 'cause' ||
    r.label === 'trigger' ||
    r.label === 'fix' ||
    r.signs.has('follow-up') ||
    r.signs.has('cause');
  const commands = ofKind(live, 'impact').toReversed();
  const vouched = live.filter(
    (r) =>
      r.entry.kind !== 'impact' &&
      isVouched(r) &&
      !isOther(r) &&
      (r.label === 'impact' ||
        isImpactFigure(r.text) ||
        (r.entry.kind === 'message' && r.at >= end && hasExtent(r.text))),
  );
  const phrases = live.filter(
    (r) =>
      r.trust === 'message' &&
      !isOther(r) &&
      !has(r, 'recovered', 'promise') &&
      (isImpactFigure(r.text) || ((isForTheRecord(r.text) || r.label === 'impact') && hasExtent(r.text))),
  );
  const summing = phrases.filter((r) => isForTheRecord(r.text) || r.label === 'impact');
  const exact = phrases.filter((r) =>
    figuresIn(r.text).some(({ unit }) => unit !== 'all' && unit !== 'duration'),
  );
  return [
    ...new Set([
      ...commands,
      ...vouched.toReversed(),
      ...summing.toReversed(),
      ...exact.toReversed(),
      ...phrases.toReversed(),
    ]),
  ];
}

function dataLossOf(now: Case): Impact['dataLoss'] {
  const isInQuestion = now.readings.some((r) => r.trust !== 'alert' && !r.asks && DATA.test(r.text));
  const isAnswered = now.readings.some(
    (r) => (isVouched(r) || isForTheRecord(r.text)) && DATA_ANSWER.test(r.text),
  );
  return isInQuestion && !isAnswered
    ? { kind: 'asked', question: DATA_QUESTION }
    : { kind: 'not-in-question' };
}

export function impactQuestions(now: Case, impact: Impact): readonly Question[] {
  const lead = now.incident.lead ?? now.incident.declaredBy;
  const questions: Question[] = [];
  const first = impact.claims[0];
  if (first === undefined) {
    questions.push({
      id: IMPACT_QUESTION,
      slot: 'impact',
      ask: 'Who was affected, how many, and what could they not do?',
      to: lead,
      about: [],
    });
  } else if (first.status === 'proposed') {
    questions.push({
      id: IMPACT_QUESTION,
      slot: 'impact',
      ask: 'Is the proposed impact right?',
      to: first.by ?? lead,
      about: sourcesIn(first),
    });
  }
  if (impact.dataLoss.kind === 'asked') {
    questions.push({
      id: DATA_QUESTION,
      slot: 'data_loss',
      ask: 'Was data lost or left inconsistent, and was it repaired?',
      to: lead,
      about: [],
    });
  }
  return questions;
}

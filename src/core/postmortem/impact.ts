import type { Case } from './case.js';
import { type Figure, figuresIn } from './figures.js';
import { figuresOf } from './figures-of.js';
import { impactCandidates } from './impact-candidates.js';
import { isForTheRecord } from './label.js';
import type { Claim, Impact, Question } from './model.js';
import { claimFrom, isVouched, type Reading } from './reading.js';
import { sourcesIn } from './sources-in.js';
import { shared } from './topic.js';

const IMPACT_QUESTION = 'impact';
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

/**
 * Most trusted first, within one trust the newest first, since a later figure corrects an earlier one. A text is
 * told when it adds a figure and contradicts none that is told already.
 */
function claimsOf(now: Case): readonly Claim[] {
  const told: Reading[] = [];
  for (const reading of impactCandidates(now)) {
    if (told.length === MOST) break;
    if (told.length > 0 && !addsTo(told, reading)) continue;
    if (!isVouched(reading) && told.filter((other) => !isVouched(other)).length >= MOST_PROPOSED) continue;
    told.push(reading);
  }
  return told
    .map((reading) => claimFrom('impact', reading))
    .sort(
      (a, b) =>
        Number(b.status === 'stated') - Number(a.status === 'stated') ||
        Number(counts(b)) - Number(counts(a)),
    );
}

const counts = (claim: Claim): boolean =>
  figuresIn(claim.text).some(({ unit }) => unit !== 'duration' && unit !== 'all');

const isCount = ({ unit }: Figure): boolean => unit !== 'duration' && unit !== 'all';
const isSameKind = (one: Figure, other: Figure): boolean =>
  one.unit === other.unit && one.noun === other.noun;

function addsTo(told: readonly Reading[], reading: Reading): boolean {
  const known = told.flatMap((other) => figuresOf(other));
  const own = figuresOf(reading);
  const fresh = own.filter(
    (figure) =>
      figure.unit !== 'all' &&
      !known.some((other) => isSameKind(figure, other) && figure.number === other.number),
  );
  if (fresh.length === 0) return false;
  if (reading.entry.kind === 'impact')
    return (
      fresh.some((figure) => !known.some((other) => isSameKind(figure, other))) &&
      !told.some((other) => contradicts(other, reading))
    );
  if (isPutRight(reading)) return true;
  return !told.some((other) => contradicts(other, reading));
}

/** Another number for the same thing: an ordinary message gives way to any, a vouched one where they share words. */
function contradicts(told: Reading, reading: Reading): boolean {
  const others = figuresOf(told).filter(isCount);
  const isSameThing = figuresOf(reading)
    .filter(isCount)
    .some((figure) => others.some((other) => isSameKind(figure, other)));
  return isSameThing && (!isVouched(reading) || shared(wordsOf(told), wordsOf(reading)) > 0);
}

const wordsOf = (reading: Reading): ReadonlySet<string> =>
  new Set([...reading.topic].filter((word) => !/^\d+$/.test(word)));

/** Somebody took the trouble to correct it in place. */
const isPutRight = (reading: Reading): boolean =>
  new Set(reading.entry.revisions.map((revision) => revision.text)).size > 1;

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

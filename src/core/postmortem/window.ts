import { isFiring, soundsLikeAlert } from './alerts.js';
import { between, type Case, MINUTE, ofKind } from './case.js';
import { isForTheRecord } from './label.js';
import type { Moment, Question, Slot, Window } from './model.js';
import { sentencesOf } from './quote.js';
import { has, isVouched, type Reading, sourceOf, statusOf } from './reading.js';
import { sourcesIn } from './sources-in.js';
import { type SpokenSpan, spokenRange, spokenStart } from './spoken-time.js';

/** How long before the declaration trouble may have begun for a message to count as its first sign. */
const FIRST_SIGNS = 3 * 60 * MINUTE;
/** A statement of the window may begin a little after the declaration: the outage proper came later. */
const AFTER_DECLARATION = 45 * MINUTE;
const LONGEST = 30 * 24 * 60 * MINUTE;
const NEAR_THE_END = 60 * MINUTE;

const STARTED_QUESTION = 'started-at';

/** When it began and ended. The end is the last resolve or cancel; a resolve before a reopen ended nothing. */
export function windowOf(now: Case): Window {
  return { start: startOf(now), end: endOf(now) };
}

function endOf(now: Case): Moment | null {
  if (now.endedAt === null || now.ending === null) return null;
  return { at: iso(now.endedAt), basis: 'command', status: 'stated', sources: [sourceOf(now.ending)] };
}

/** In order of trust: said in so many words by command, vouched range, proposed range, first alert or first sign. */
function startOf(now: Case): Slot<Moment> {
  const found =
    byCommand(now) ?? bySpokenRange(now) ?? bySpokenStart(now) ?? firstSign(now) ?? declaration(now);
  return found === null ? { kind: 'asked', question: STARTED_QUESTION } : { kind: 'known', value: found };
}

function byCommand(now: Case): Moment | null {
  const said =
    ofKind(now.readings, 'started').at(-1) ?? ofKind(now.readings, 'declared').find((r) => r.entry.backdated);
  if (said === undefined) return null;
  const at = said.entry.backdated ? said.at : (spokenStartIn(now, said) ?? said.at);
  return { at: iso(at), basis: 'stated', status: 'stated', sources: [sourceOf(said)] };
}

/** Somebody sums up from when to when it was: an impact command, or words that end about when the incident ended. */
function bySpokenRange(now: Case): Moment | null {
  const sayings = now.readings
    .filter((r) => !r.asks && r.at >= now.declaredAt && SUMS_UP.has(r.entry.kind))
    .toReversed();
  for (const reading of [...sayings.filter(isVouched), ...sayings.filter((r) => !isVouched(r))]) {
    const span = spokenSpanIn(now, reading);
    if (span === null || !isOfTheIncident(now, reading, span)) continue;
    return {
      at: iso(span.start.getTime()),
      basis: 'stated',
      status: statusOf(reading),
      sources: [sourceOf(reading)],
    };
  }
  return null;
}

const SUMS_UP = new Set(['impact', 'resolved', 'message', 'update', 'cause']);

function isOfTheIncident(now: Case, reading: Reading, span: SpokenSpan): boolean {
  if (reading.entry.kind === 'impact') return true;
  if (reading.label === 'impact' || isForTheRecord(reading.text)) return true;
  return (
    now.endedAt !== null && span.end !== null && Math.abs(span.end.getTime() - now.endedAt) <= NEAR_THE_END
  );
}

/** A range has two; nearly all talk has none, and needs no closer look. */
const TWO_NUMBERS = /\d\D+\d/;

/** The range as read in the incident's zone or in the speaker's own, where it is plausible. */
function spokenSpanIn(now: Case, reading: Reading): SpokenSpan | null {
  if (!TWO_NUMBERS.test(reading.text)) return null;
  const spans = zonesOf(now, reading).flatMap(
    (zone) => spokenRange(withoutData(reading.text), reading.entry.recordedAt, zone) ?? [],
  );
  const plausibles = spans.filter((span) => plausible(now, span.start.getTime()));
  return plausibles.toSorted((a, b) => distance(now, a.start) - distance(now, b.start))[0] ?? null;
}

const distance = (now: Case, at: Date): number => Math.abs(at.getTime() - now.declaredAt);

function zonesOf(now: Case, reading: Reading): readonly string[] {
  const own = reading.speaker === null ? null : (now.record.people.get(reading.speaker)?.zone ?? null);
  return own === null || own === now.zone ? [now.zone] : [now.zone, own];
}

function bySpokenStart(now: Case): Moment | null {
  const vouched = now.readings.filter(
    (r) =>
      isVouched(r) &&
      ['impact', 'detected', 'cause', 'note', 'resolved', 'update', 'declared', 'message'].includes(
        r.entry.kind,
      ),
  );
  const early = between(now.readings, now.declaredAt - FIRST_SIGNS, now.declaredAt + 15 * MINUTE).filter(
    (r) => !vouched.includes(r) && (has(r, 'symptom') || r.entry.kind === 'alert'),
  );
  for (const reading of [...vouched, ...early]) {
    if (!has(reading, 'symptom') && reading.entry.kind !== 'alert' && reading.entry.kind !== 'impact')
      continue;
    const start = spokenStartIn(now, reading);
    if (start === null || !plausible(now, start) || start > now.declaredAt) continue;
    return { at: iso(start), basis: 'stated', status: statusOf(reading), sources: [sourceOf(reading)] };
  }
  return null;
}

/** The first alert, or the first message that tells of trouble, around the declaration. */
function firstSign(now: Case): Moment | null {
  const around = between(now.readings, now.declaredAt - FIRST_SIGNS, now.declaredAt);
  const isWord = (r: Reading): boolean =>
    r.entry.kind === 'message' && has(r, 'symptom') && !has(r, 'recovered');
  const sign =
    around.find((r) => isTrouble(r) || isWord(r)) ??
    around.find((r) => r.entry.kind === 'alert' || isWord(r));
  if (sign === undefined) return null;
  return {
    at: iso(sign.at),
    basis: sign.entry.kind === 'alert' ? 'alert' : 'message',
    status: 'computed',
    sources: [{ kind: 'computed', rule: 'first sign of trouble on record', from: [sign.id] }],
  };
}

/** Bots also tell of merges and releases: those are no sign of trouble. */
const isTrouble = (r: Reading): boolean =>
  r.entry.kind === 'alert' &&
  soundsLikeAlert(r) &&
  !(has(r, 'change', 'done') && !has(r, 'symptom') && !isFiring(r));

function declaration(now: Case): Moment | null {
  const declared = ofKind(now.readings, 'declared')[0];
  if (declared === undefined) return null;
  return {
    at: iso(declared.at),
    basis: 'command',
    status: 'computed',
    sources: [{ kind: 'computed', rule: 'declaration, for want of an earlier sign', from: [declared.id] }],
  };
}

/** People write clock times in the incident's zone or in their own: the reading that lies nearer to the declaration holds. */
function spokenStartIn(now: Case, reading: Reading): number | null {
  const found = zonesOf(now, reading).flatMap(
    (zone) => spokenStart(withoutData(reading.text), reading.entry.recordedAt, zone) ?? [],
  );
  const near = found.toSorted((a, b) => distance(now, a) - distance(now, b));
  return (near.find((at) => plausible(now, at.getTime())) ?? near[0])?.getTime() ?? null;
}

/** How far back data was lost is another window than how long the trouble was. */
const withoutData = (text: string): string =>
  sentencesOf(text)
    .filter(
      (sentence) =>
        !/\b(?:data|writes|backups?|snapshots?|rows?|daten|datos|dados|donn[ée]es)\b|データ|数据/iu.test(
          sentence,
        ) || /\b(?:outage|down|offline|degraded|unavailable)\b/i.test(sentence),
    )
    .join(' ');

function plausible(now: Case, at: number): boolean {
  return (
    at <= now.declaredAt + AFTER_DECLARATION &&
    at >= now.declaredAt - LONGEST &&
    (now.endedAt === null || at < now.endedAt)
  );
}

const iso = (at: number): string => new Date(at).toISOString();

export function windowQuestions(now: Case, window: Window): readonly Question[] {
  const to = now.incident.declaredBy;
  const start = window.start;
  if (start.kind === 'asked')
    return [{ id: STARTED_QUESTION, slot: 'started_at', ask: 'When did it begin?', to, about: [] }];
  if (start.value.basis === 'stated') return [];
  const about = sourcesIn(start.value);
  return [
    {
      id: STARTED_QUESTION,
      slot: 'started_at',
      ask: 'When did users first notice it? The start given here is only the first sign on record.',
      to,
      about,
    },
  ];
}

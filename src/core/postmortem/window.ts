import { between, type Case, MINUTE, ofKind } from './case.js';
import type { Moment, Question, Slot, Window } from './model.js';
import { sentencesOf } from './quote.js';
import { has, isVouched, type Reading, sourceOf, statusOf } from './reading.js';
import { spokenRange, spokenStart } from './spoken-time.js';

/** How long before the declaration trouble may have begun for a message to count as its first sign. */
const FIRST_SIGNS = 3 * 60 * MINUTE;
/** A statement of the window may begin a little after the declaration: the outage proper came later. */
const AFTER_DECLARATION = 45 * MINUTE;
const LONGEST = 30 * 24 * 60 * MINUTE;

export const STARTED_QUESTION = 'started-at';

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
  const at = said.entry.backdated ? said.at : (spokenIn(now, said, spokenStart) ?? said.at);
  return { at: iso(at), basis: 'stated', status: 'stated', sources: [sourceOf(said)] };
}

function bySpokenRange(now: Case): Moment | null {
  const sayings = now.readings.filter(
    (r) => r.entry.kind !== 'alert' && r.at >= now.declaredAt - FIRST_SIGNS && !r.asks,
  );
  for (const trusted of [sayings.filter(isVouched), sayings.filter((r) => !isVouched(r))]) {
    for (const reading of trusted.toReversed()) {
      if (!isVouched(reading) && now.endedAt !== null && reading.at < now.endedAt - 30 * MINUTE) continue;
      const start = spokenIn(
        now,
        reading,
        (text, said, zone) => spokenRange(text, said, zone)?.start ?? null,
      );
      if (start === null || !plausible(now, start)) continue;
      return { at: iso(start), basis: 'stated', status: statusOf(reading), sources: [sourceOf(reading)] };
    }
  }
  return null;
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
    const start = spokenIn(now, reading, spokenStart);
    if (start === null || !plausible(now, start) || start > now.declaredAt) continue;
    return { at: iso(start), basis: 'stated', status: statusOf(reading), sources: [sourceOf(reading)] };
  }
  return null;
}

/** The first alert, or the first message that tells of trouble, around the declaration. */
function firstSign(now: Case): Moment | null {
  const around = between(now.readings, now.declaredAt - FIRST_SIGNS, now.declaredAt);
  const sign = around.find(
    (r) =>
      r.entry.kind === 'alert' || (r.entry.kind === 'message' && has(r, 'symptom') && !has(r, 'recovered')),
  );
  if (sign === undefined) return null;
  return {
    at: iso(sign.at),
    basis: sign.entry.kind === 'alert' ? 'alert' : 'message',
    status: 'computed',
    sources: [{ kind: 'computed', rule: 'first sign of trouble on record', from: [sign.id] }],
  };
}

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
function spokenIn(
  now: Case,
  reading: Reading,
  parse: (text: string, said: Date, zone: string) => Date | null,
): number | null {
  const text = withoutData(reading.text);
  const own = reading.speaker === null ? null : (now.record.people.get(reading.speaker)?.zone ?? null);
  const zones = own === null || own === now.zone ? [now.zone] : [now.zone, own];
  const found = zones.flatMap((zone) => parse(text, reading.entry.recordedAt, zone)?.getTime() ?? []);
  const distance = (at: number) => Math.abs(at - now.declaredAt) + (plausible(now, at) ? 0 : LONGEST);
  return found.sort((a, b) => distance(a) - distance(b))[0] ?? null;
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
  const about = start.value.sources.flatMap((source) =>
    source.kind === 'computed' ? [...source.from] : [source.record],
  );
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

import type { Incident } from '../incident/incident.js';
import type { IncidentRecord } from '../record.js';
import { entriesToRead } from './entries-to-read.js';
import { type Gist, gistOf } from './gist.js';
import { beginningOf, excerpt, type NameOf, quotable } from './quote.js';
import { has, type Reading, readEntry } from './reading.js';

export const MINUTE = 60_000;

/** The record as the sections of a draft look at it: standing entries only, in order, each read once. */
export interface Case {
  readonly record: IncidentRecord;
  readonly incident: Incident;
  readonly zone: string;
  readonly nameOf: NameOf;
  readonly readings: readonly Reading[];
  readonly gist: Gist;
  /** Readings that say of something that it is not so, or was said wrongly. */
  readonly refusals: readonly Reading[];
  readonly corrections: readonly Reading[];
  readonly byTs: ReadonlyMap<string, Reading>;
  /** Replies by the stamp of the message whose thread they stand in. */
  readonly repliesTo: ReadonlyMap<string, readonly Reading[]>;
  readonly declaredAt: number;
  /** Last resolve or cancel, if the incident has ended; ms. */
  readonly endedAt: number | null;
  readonly ending: Reading | null;
  readonly cancelled: boolean;
}

/** Names are quoted as well: one line, nothing alive. */
export const named = (name: string | undefined): string => {
  const shown = excerpt(
    quotable(beginningOf(name ?? '', 500), () => 'somebody'),
    80,
  ).replace(/^@+/, '');
  return shown === '' ? 'somebody' : shown;
};

const byTime = (a: Reading, b: Reading): number => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

export function openCase(record: IncidentRecord): Case {
  const { incident, people } = record;
  const names = new Map([...people].map(([user, person]): [string, string] => [user, named(person.name)]));
  const nameOf: NameOf = (user) => names.get(user) ?? 'somebody';
  const readings = entriesToRead(record.entries)
    .filter((entry) => entry.author !== null)
    .map((entry) => readEntry(entry, nameOf))
    .sort(byTime);
  const cancelled = incident.status === 'cancelled';
  const over = cancelled || incident.status === 'resolved';
  const last = incident.mergedInto === null ? incident.status : 'merged';
  const ending = over ? (readings.findLast((r) => r.entry.kind === last) ?? null) : null;
  return {
    record,
    incident,
    zone: incident.zone,
    nameOf,
    readings,
    gist: gistOf(readings),
    refusals: readings.filter((r) => has(r, 'ruled-out') && !r.asks),
    corrections: readings.filter((r) => has(r, 'correction')),
    byTs: messagesIn(readings),
    repliesTo: repliesIn(readings),
    declaredAt: readings.find((r) => r.entry.kind === 'declared')?.at ?? incident.declaredAt.getTime(),
    endedAt: over ? (ending?.at ?? incident.endedAt?.getTime() ?? null) : null,
    ending,
    cancelled,
  };
}

/** Messages by their stamp. Where typed entries stand for one, the first of them. */
function messagesIn(readings: readonly Reading[]): ReadonlyMap<string, Reading> {
  const messages = new Map<string, Reading>();
  for (const reading of readings) {
    if (reading.ts === null) continue;
    if (!messages.has(reading.ts) || reading.entry.kind === 'message') messages.set(reading.ts, reading);
  }
  return messages;
}

function repliesIn(readings: readonly Reading[]): ReadonlyMap<string, readonly Reading[]> {
  const replies = new Map<string, Reading[]>();
  for (const reading of readings) {
    if (reading.threadTs === null || reading.threadTs === reading.ts) continue;
    const known = replies.get(reading.threadTs);
    if (known === undefined) replies.set(reading.threadTs, [reading]);
    else known.push(reading);
  }
  return replies;
}

/** Readings said between two moments, both included; null leaves a side open. They are in order of time. */
export function between(
  readings: readonly Reading[],
  from: number | null,
  to: number | null,
): readonly Reading[] {
  const first = from === null ? 0 : firstAtOrAfter(readings, from);
  const next = to === null ? readings.length : firstAtOrAfter(readings, to + 1);
  return readings.slice(first, next);
}

function firstAtOrAfter(readings: readonly Reading[], at: number): number {
  let low = 0;
  let high = readings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((readings[middle]?.at ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const newest = (readings: readonly Reading[]): Reading | null => readings.at(-1) ?? null;
export const ofKind = (
  readings: readonly Reading[],
  ...kinds: readonly Reading['entry']['kind'][]
): readonly Reading[] => readings.filter((r) => kinds.includes(r.entry.kind));

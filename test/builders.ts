import {
  channelId,
  deliveryEntryId,
  deliveryKey,
  entryId,
  incidentId,
  messageEntryId,
  type UserId,
  userId,
  workspaceId,
} from '../src/core/ids.js';
import type { FollowUp, Incident } from '../src/core/incident/incident.js';
import type { IncidentRecord, Person } from '../src/core/record.js';
import { stampOf } from '../src/core/time/stamp.js';
import type { EntryKind, Mark, TimelineEntry } from '../src/core/timeline/entry.js';
import { PIN } from '../src/core/timeline/signs.js';

export const CHANNEL = channelId('C1');
export const ANA = userId('UANA');
export const BEN = userId('UBEN');
export const CLEO = userId('UCLEO');

/** `at('12:34')`: that clock time of June 8, 2024 in UTC; `+1 03:00` is on the next day. */
export function at(clock: string): Date {
  const [, days = '0', hours = '0', minutes = '0'] = /^(?:\+(\d) )?(\d\d):(\d\d)$/.exec(clock) ?? [];
  return new Date(Date.UTC(2024, 5, 8 + Number(days), Number(hours), Number(minutes)));
}

export function anIncident(over: Partial<Incident> = {}): Incident {
  return {
    id: incidentId('inc-1'),
    workspace: workspaceId('T1'),
    number: 1,
    title: 'Checkout down',
    status: 'resolved',
    severity: 1,
    private: false,
    zone: 'UTC',
    channel: CHANNEL,
    channelName: 'inc-1-checkout-down',
    origin: null,
    declaredBy: ANA,
    declaredAt: at('12:10'),
    lead: ANA,
    roles: {},
    lastUpdate: null,
    endedAt: at('14:00'),
    draftVersion: 1,
    drill: false,
    adopted: false,
    nextUpdateAt: null,
    remindersOff: false,
    handoffTo: null,
    postmortemOwner: null,
    closingAt: null,
    mergedInto: null,
    lastSeq: 2,
    ...over,
  };
}

interface Said {
  readonly by?: UserId;
  /** Emoji or pins that stand on it. */
  readonly marks?: readonly string[];
  readonly over?: Partial<TimelineEntry>;
}

const markOf = (sign: string, when: Date): Mark => ({ sign, by: CLEO, on: true, at: stampOf(when) });

/** A message in the incident's channel; the marks are emoji names or `pin`. */
export function aMessage(
  clock: string,
  text: string,
  { by = BEN, marks = [], over = {} }: Said = {},
): TimelineEntry {
  const when = at(clock);
  const ts = stampOf(when);
  return {
    id: messageEntryId(CHANNEL, ts),
    incident: incidentId('inc-1'),
    kind: 'message',
    origin: { kind: 'message', channel: CHANNEL, ts, threadTs: null },
    author: { kind: 'person', user: by },
    text,
    occurredAt: when,
    recordedAt: when,
    backdated: false,
    revisions: [{ text, at: ts }],
    withdrawn: false,
    hidden: false,
    redacted: false,
    corrected: null,
    marks: marks.map((sign) => markOf(sign, when)),
    files: [],
    masked: 0,
    beforeDeclaration: false,
    detail: {},
    ...over,
  };
}

export const aPin = (clock: string, text: string, said: Said = {}): TimelineEntry =>
  aMessage(clock, text, { ...said, marks: [...(said.marks ?? []), PIN] });

/** A message of a monitor. */
export const anAlert = (clock: string, text: string): TimelineEntry =>
  aMessage(clock, text, { over: { kind: 'alert', author: { kind: 'bot', name: 'Monitor' } } });

/** What a command left in the record. */
export function aCommand(
  clock: string,
  kind: EntryKind,
  text = '',
  { by = ANA, over = {} }: Said = {},
): TimelineEntry {
  const when = at(clock);
  const key = deliveryKey(`command:${kind}:${clock}:${text.length}`);
  return {
    id: deliveryEntryId(key),
    incident: incidentId('inc-1'),
    kind,
    origin: { kind: 'delivery', channel: CHANNEL, key },
    author: { kind: 'person', user: by },
    text,
    occurredAt: when,
    recordedAt: when,
    backdated: false,
    revisions: [],
    withdrawn: false,
    hidden: false,
    redacted: false,
    corrected: null,
    marks: [],
    files: [],
    masked: 0,
    beforeDeclaration: false,
    detail: {},
    ...over,
  };
}

export function aFollowUp(entry: TimelineEntry, over: Partial<FollowUp> = {}): FollowUp {
  return {
    incident: entry.incident,
    number: 1,
    text: entry.text,
    owner: null,
    due: null,
    done: false,
    withdrawn: false,
    entry: entryId(entry.id),
    ...over,
  };
}

export const PEOPLE: ReadonlyMap<UserId, Person> = new Map([
  [ANA, { name: 'Ana', zone: 'Europe/Lisbon' }],
  [BEN, { name: 'Ben', zone: 'UTC' }],
  [CLEO, { name: 'Cleo', zone: null }],
]);

/** A record of the given entries; declared at 12:10 and resolved at 14:00 where they do not say otherwise. */
export function aRecord(
  entries: readonly TimelineEntry[],
  over: Partial<IncidentRecord> = {},
): IncidentRecord {
  const incident = over.incident ?? anIncident();
  const has = (kind: EntryKind) => entries.some((entry) => entry.kind === kind);
  const frame = [
    ...(has('declared') ? [] : [aCommand('12:10', 'declared', incident.title)]),
    ...(incident.status !== 'resolved' || has('resolved')
      ? []
      : [aCommand('14:00', 'resolved', 'all orders go through')]),
  ];
  return {
    incident,
    entries: [...frame, ...entries],
    followUps: [],
    people: PEOPLE,
    workspaceUrl: 'https://acme.slack.com',
    ...over,
  };
}

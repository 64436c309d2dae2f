import {
  channelId,
  deliveryEntryId,
  deliveryKey,
  incidentId,
  messageEntryId,
  messageTs,
  type UserId,
  userId,
  workspaceId,
} from '../../src/core/ids.js';
import type { FollowUp, Incident } from '../../src/core/incident/incident.js';
import type { IncidentRecord } from '../../src/core/record.js';
import { stampOf } from '../../src/core/time/stamp.js';
import { type EntryKind, type Mark, type TimelineEntry, UNTOUCHED } from '../../src/core/timeline/entry.js';
import { markedEntryId } from '../../src/core/timeline/marked-lines.js';
import { markersIn } from '../../src/core/timeline/markers.js';
import { PIN } from '../../src/core/timeline/signs.js';
import { type Chance, chanceFrom } from './chance.js';
import { alertLine, chatLine, PEOPLE_COUNT } from './sayings.js';

export interface Size {
  readonly entries: number;
  /** From one entry to the next, on average. */
  readonly msPerEntry: number;
}

const CHANNEL = channelId('C1');
const INCIDENT = incidentId('inc-1');
const BEGAN = Date.UTC(2024, 5, 8, 10, 0);
const EMOJI = [
  'eyes',
  'tada',
  '+1',
  'white_check_mark',
  'dart',
  'x',
  'memo',
  'bulb',
  'hammer_and_wrench',
] as const;
const COMMANDS = [
  'note',
  'note',
  'note',
  'impact',
  'cause',
  'trigger',
  'fix',
  'suspect',
  'ruled-out',
  'decision',
  'task',
  'task',
  'update',
  'status',
  'severity',
  'escalated',
  'handoff',
] as const satisfies readonly EntryKind[];
const STATUS_WORDS = ['investigating', 'identified', 'monitoring', 'mitigated'] as const;

export const personAt = (chance: Chance): UserId =>
  userId(`UP${Math.floor(chance.next() ** 2 * PEOPLE_COUNT)}`);

/** An incident as it comes, of any length: talk, threads, alerts, commands, marks, edits, people who come and go. */
export function bigIncident({ entries: count, msPerEntry }: Size): IncidentRecord {
  const chance = chanceFrom(count);
  const entries: TimelineEntry[] = [];
  const followUps: FollowUp[] = [];
  const threads: TimelineEntry[] = [];
  const declaredAt = BEGAN + 12 * msPerEntry;
  const endedAt = BEGAN + count * msPerEntry;
  entries.push(commandEntry('declared', declaredAt, 'Checkout is down', userId('UP0')));
  while (entries.length < count - 1) {
    const at = Math.floor(BEGAN + (entries.length + chance.next()) * msPerEntry);
    const entry = anyEntry(chance, at, threads);
    entries.push({ ...entry, beforeDeclaration: at < declaredAt });
    if (entry.kind === 'message' && chance.happens(0.05)) threads.push(entry);
    if (entry.kind === 'task') followUps.push(followUpOf(chance, entry, followUps.length + 1));
    if (entry.kind === 'message' && entries.length < count - 1) entries.push(...markedIn(entry));
  }
  entries.push(commandEntry('resolved', endedAt, 'all orders go through again', userId('UP0')));
  return aRecord(entries, { declaredAt: new Date(declaredAt), endedAt: new Date(endedAt) }, followUps);
}

/** A record of these entries, resolved. */
export function aRecord(
  entries: readonly TimelineEntry[],
  { declaredAt, endedAt }: { readonly declaredAt: Date; readonly endedAt: Date },
  followUps: readonly FollowUp[] = [],
): IncidentRecord {
  const people = Array.from({ length: PEOPLE_COUNT }, (_, i) => userId(`UP${i}`));
  return {
    incident: anIncident(declaredAt, endedAt),
    entries,
    followUps,
    people: new Map(people.map((user, i) => [user, { name: `Person ${i}`, zone: 'Europe/Lisbon' }])),
    workspaceUrl: 'https://acme.slack.com/',
  };
}

function anyEntry(chance: Chance, at: number, threads: readonly TimelineEntry[]): TimelineEntry {
  const roll = chance.next();
  if (roll < 0.1) return messageEntry(at, alertLine(chance), { kind: 'bot', name: 'Monitor' });
  if (roll < 0.16) {
    const kind = chance.pick(COMMANDS);
    return { ...commandEntry(kind, at, chatLine(chance), personAt(chance)), detail: detailOf(chance, kind) };
  }
  if (roll < 0.2) return commandEntry(chance.happens(0.7) ? 'joined' : 'left', at, '', personAt(chance));
  const said = messageEntry(at, chatLine(chance), { kind: 'person', user: personAt(chance) });
  const thread = chance.happens(0.25) ? threads.at(-1 - Math.floor(chance.next() * 5)) : undefined;
  const inThread = thread === undefined ? said : replyTo(said, thread);
  return touched(chance, { ...inThread, marks: marksOn(chance, at) });
}

/** With what people do to a message afterwards. */
function touched(chance: Chance, entry: TimelineEntry): TimelineEntry {
  const roll = chance.next();
  if (roll < 0.05) {
    const at = stampOf(new Date(entry.occurredAt.getTime() + 40_000));
    const text = `${entry.text} (edited)`;
    return { ...entry, text, revisions: [...entry.revisions, { text, at }] };
  }
  if (roll < 0.06) return { ...entry, withdrawn: true };
  if (roll < 0.07) return { ...entry, hidden: true };
  if (roll < 0.072) return { ...entry, redacted: true, text: '', revisions: [] };
  if (roll < 0.08) return { ...entry, masked: 1 };
  if (roll < 0.1) return { ...entry, files: [{ name: 'graph.png', type: 'png', link: null }] };
  return entry;
}

function marksOn(chance: Chance, at: number): readonly Mark[] {
  const marks: Mark[] = [];
  const add = (sign: string, on = true) =>
    marks.push({ sign, by: personAt(chance), on, at: stampOf(new Date(at + 1000 * (marks.length + 1))) });
  if (chance.happens(0.03)) add(PIN);
  while (chance.happens(0.12)) add(chance.pick(EMOJI), chance.happens(0.95));
  return marks;
}

function replyTo(entry: TimelineEntry, { origin }: TimelineEntry): TimelineEntry {
  if (entry.origin.kind !== 'message' || origin.kind !== 'message') return entry;
  return { ...entry, origin: { ...entry.origin, threadTs: origin.ts } };
}

/** What stands in the record for the marked lines of a message. */
const markedIn = (entry: TimelineEntry): readonly TimelineEntry[] =>
  entry.origin.kind !== 'message' || entry.withdrawn
    ? []
    : markersIn(entry.text).map(
        (marker, n): TimelineEntry => ({
          ...entry,
          ...UNTOUCHED,
          id: markedEntryId(CHANNEL, entry.origin.kind === 'message' ? entry.origin.ts : messageTs('0'), n),
          kind: marker.kind,
          text: marker.text,
        }),
      );

function detailOf(chance: Chance, kind: EntryKind): Readonly<Record<string, string>> {
  if (kind === 'status') return { from: 'investigating', to: chance.pick(STATUS_WORDS) };
  if (kind === 'severity') return { from: '2', to: String(1 + Math.floor(chance.next() * 3)) };
  if (kind === 'escalated') return { users: personAt(chance), groups: 'oncall' };
  return kind === 'handoff' ? { user: personAt(chance) } : {};
}

const followUpOf = (chance: Chance, entry: TimelineEntry, number: number): FollowUp => ({
  incident: INCIDENT,
  number,
  text: entry.text,
  owner: chance.happens(0.6) ? personAt(chance) : null,
  due: chance.happens(0.5) ? '2024-07-31' : null,
  done: chance.happens(0.1),
  withdrawn: chance.happens(0.05),
  entry: entry.id,
});

const plain = (at: number) => ({
  incident: INCIDENT,
  occurredAt: new Date(at),
  recordedAt: new Date(at + 300),
  backdated: false,
  ...UNTOUCHED,
  files: [],
  masked: 0,
  beforeDeclaration: false,
  detail: {},
});

export function messageEntry(
  at: number,
  text: string,
  author: NonNullable<TimelineEntry['author']>,
): TimelineEntry {
  const ts = stampOf(new Date(at));
  return {
    ...plain(at),
    id: messageEntryId(CHANNEL, ts),
    kind: author.kind === 'bot' ? 'alert' : 'message',
    origin: { kind: 'message', channel: CHANNEL, ts, threadTs: null },
    author,
    text,
    revisions: [{ text, at: ts }],
  };
}

export function commandEntry(kind: EntryKind, at: number, text: string, user: UserId): TimelineEntry {
  const key = deliveryKey(`command:${at}.${kind}`);
  return {
    ...plain(at),
    id: deliveryEntryId(key),
    kind,
    origin: { kind: 'delivery', channel: CHANNEL, key },
    author: { kind: 'person', user },
    text,
    revisions: [],
  };
}

const anIncident = (declaredAt: Date, endedAt: Date): Incident => ({
  id: INCIDENT,
  workspace: workspaceId('T1'),
  number: 1,
  title: 'Checkout is down',
  status: 'resolved',
  severity: 1,
  private: false,
  zone: 'Europe/Lisbon',
  channel: CHANNEL,
  channelName: 'inc-1-checkout-is-down',
  origin: null,
  declaredBy: userId('UP0'),
  declaredAt,
  lead: userId('UP0'),
  roles: { comms: userId('UP1') },
  lastUpdate: null,
  endedAt,
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
});

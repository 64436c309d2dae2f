import { channelId, deliveryKey, entryId, incidentId, messageTs, userId, workspaceId } from '../core/ids.js';
import type { LoggedEvent } from '../core/incident/events.js';
import type { FollowUp, Incident } from '../core/incident/incident.js';
import type { Postmortem } from '../core/postmortem/model.js';
import { ENTRY_KINDS, type Origin, type TimelineEntry } from '../core/timeline/entry.js';
import type { Author } from '../core/timeline/facts.js';
import type { Posted, StoredPostmortem } from '../usecases/ports.js';
import { Correction, FileLinks, Marks, Revisions } from './entry-json.js';
import { eventFromJson } from './event-json.js';
import {
  type FollowUp as FollowUpRow,
  type IncidentEvent as IncidentEventRow,
  type Incident as IncidentRow,
  type Postmortem as PostmortemRow,
  Prisma,
  type SlackCall as SlackCallRow,
  type TimelineEntry as TimelineEntryRow,
} from './generated/client.js';
import { Roles, Severity, Status, toJson, Words } from './json.js';
import { searchWords } from './search-words.js';

// Rows to values and back, total in both directions: what one writes, the other reads as it was.

const orNull = <T>(value: string | null, brand: (value: string) => T): T | null =>
  value === null ? null : brand(value);

export function incidentToRow(incident: Incident) {
  return {
    id: incident.id,
    workspace: incident.workspace,
    number: incident.number,
    title: incident.title,
    status: incident.status,
    severity: incident.severity,
    private: incident.private,
    zone: incident.zone,
    channel: incident.channel,
    channelName: incident.channelName,
    origin: incident.origin,
    declaredBy: incident.declaredBy,
    declaredAt: incident.declaredAt,
    lead: incident.lead,
    roles: toJson(incident.roles),
    lastUpdateText: incident.lastUpdate?.text ?? null,
    lastUpdateBy: incident.lastUpdate?.by ?? null,
    lastUpdateAt: incident.lastUpdate?.at ?? null,
    endedAt: incident.endedAt,
    draftVersion: incident.draftVersion,
    drill: incident.drill,
    adopted: incident.adopted,
    nextUpdateAt: incident.nextUpdateAt,
    remindersOff: incident.remindersOff,
    handoffTo: incident.handoffTo,
    postmortemOwner: incident.postmortemOwner,
    closingAt: incident.closingAt,
    mergedInto: incident.mergedInto,
    lastSeq: incident.lastSeq,
    titleWords: searchWords(incident.title),
  };
}

export function incidentFromRow(row: IncidentRow): Incident {
  return {
    id: incidentId(row.id),
    workspace: workspaceId(row.workspace),
    number: row.number,
    title: row.title,
    status: Status.parse(row.status),
    severity: Severity.nullable().parse(row.severity),
    private: row.private,
    zone: row.zone,
    channel: orNull(row.channel, channelId),
    channelName: row.channelName,
    origin: orNull(row.origin, channelId),
    declaredBy: userId(row.declaredBy),
    declaredAt: row.declaredAt,
    lead: orNull(row.lead, userId),
    roles: Roles.parse(row.roles),
    lastUpdate: lastUpdateFromRow(row),
    endedAt: row.endedAt,
    draftVersion: row.draftVersion,
    drill: row.drill,
    adopted: row.adopted,
    nextUpdateAt: row.nextUpdateAt,
    remindersOff: row.remindersOff,
    handoffTo: orNull(row.handoffTo, userId),
    postmortemOwner: orNull(row.postmortemOwner, userId),
    closingAt: row.closingAt,
    mergedInto: row.mergedInto,
    lastSeq: row.lastSeq,
  };
}

function lastUpdateFromRow(row: IncidentRow): Incident['lastUpdate'] {
  if (row.lastUpdateText === null || row.lastUpdateBy === null || row.lastUpdateAt === null) return null;
  return { text: row.lastUpdateText, by: userId(row.lastUpdateBy), at: row.lastUpdateAt };
}

export function loggedEventFromRow(row: IncidentEventRow): LoggedEvent {
  return { seq: row.seq, event: eventFromJson(row.event) };
}

export function entryToRow(entry: TimelineEntry) {
  const { origin, author } = entry;
  return {
    incidentId: entry.incident,
    id: entry.id,
    kind: entry.kind,
    channel: origin.channel,
    ts: origin.kind === 'message' ? origin.ts : null,
    threadTs: origin.kind === 'message' ? origin.threadTs : null,
    deliveryKey: origin.kind === 'delivery' ? origin.key : null,
    authorUser: author?.kind === 'person' ? author.user : null,
    authorBot: author?.kind === 'bot' ? author.name : null,
    text: entry.text,
    occurredAt: entry.occurredAt,
    recordedAt: entry.recordedAt,
    backdated: entry.backdated,
    revisions: toJson(entry.revisions),
    withdrawn: entry.withdrawn,
    marks: toJson(entry.marks),
    files: toJson(entry.files),
    masked: entry.masked,
    beforeDeclaration: entry.beforeDeclaration,
    detail: toJson(entry.detail),
    hidden: entry.hidden,
    redacted: entry.redacted,
    corrected: entry.corrected === null ? Prisma.DbNull : toJson(entry.corrected),
    words: searchWords(entry.text),
  };
}

const KINDS: ReadonlyMap<string, TimelineEntry['kind']> = new Map(ENTRY_KINDS.map((kind) => [kind, kind]));

/** `words` are for the search alone, and as long as the text: they stay in the database. */
export type EntryRow = Omit<TimelineEntryRow, 'words'>;

export function entryFromRow(row: EntryRow): TimelineEntry {
  const kind = KINDS.get(row.kind);
  if (!kind) throw new Error(`Stored entry of unknown kind "${row.kind}"`);
  return {
    id: entryId(row.id),
    incident: incidentId(row.incidentId),
    kind,
    origin: originFromRow(row),
    author: authorFromRow(row),
    text: row.text,
    occurredAt: row.occurredAt,
    recordedAt: row.recordedAt,
    backdated: row.backdated,
    revisions: Revisions.parse(row.revisions),
    withdrawn: row.withdrawn,
    marks: Marks.parse(row.marks),
    files: FileLinks.parse(row.files),
    masked: row.masked,
    beforeDeclaration: row.beforeDeclaration,
    detail: Words.parse(row.detail),
    hidden: row.hidden,
    redacted: row.redacted,
    corrected: Correction.parse(row.corrected),
  };
}

function originFromRow(row: EntryRow): Origin {
  const channel = channelId(row.channel);
  if (row.ts !== null) {
    return { kind: 'message', channel, ts: messageTs(row.ts), threadTs: orNull(row.threadTs, messageTs) };
  }
  if (row.deliveryKey === null) throw new Error(`Stored entry ${row.id} has no origin`);
  return { kind: 'delivery', channel, key: deliveryKey(row.deliveryKey) };
}

function authorFromRow(row: EntryRow): Author | null {
  if (row.authorUser !== null) return { kind: 'person', user: userId(row.authorUser) };
  return row.authorBot === null ? null : { kind: 'bot', name: row.authorBot };
}

export function followUpToRow(followUp: FollowUp) {
  const { incident, ...rest } = followUp;
  return { incidentId: incident, ...rest };
}

export function followUpFromRow(row: FollowUpRow): FollowUp {
  return {
    incident: incidentId(row.incidentId),
    number: row.number,
    text: row.text,
    owner: orNull(row.owner, userId),
    due: row.due,
    done: row.done,
    withdrawn: row.withdrawn,
    entry: row.entry,
  };
}

export function postmortemFromRow(row: PostmortemRow): StoredPostmortem {
  return {
    incident: incidentId(row.incidentId),
    version: row.version,
    madeAt: row.madeAt,
    // The document is plain JSON of our own writing and only the draft writes it: its shape is taken on trust.
    document: row.document as unknown as Postmortem,
    markdown: row.markdown,
  };
}

export function postedFromRow(
  row: Pick<SlackCallRow, 'postedChannel' | 'postedTs' | 'postedHash'>,
): Posted | null {
  if (row.postedChannel === null || row.postedTs === null || row.postedHash === null) return null;
  return { channel: channelId(row.postedChannel), ts: messageTs(row.postedTs), hash: row.postedHash };
}

import { userId } from '../core/ids.js';
import { SEVERITIES, STATUSES } from '../core/incident/incident.js';
import { statusName } from '../core/incident/naming.js';
import { dateInWords } from '../core/time/calendar.js';
import type { EntryKind, TimelineEntry } from '../core/timeline/entry.js';
import { dateToken, escaped, singleLine, userLine } from './mrkdwn.js';
import type { Naming } from './names.js';
import { shortened } from './split-text.js';
import { severityInWords } from './words.js';

const KIND_NAMES: Readonly<Record<EntryKind, string>> = {
  message: '',
  alert: 'Alert',
  note: 'Note',
  impact: 'Impact',
  cause: 'Cause',
  trigger: 'Trigger',
  fix: 'Fix',
  detected: 'Detected',
  started: 'Started',
  suspect: 'Suspected',
  'ruled-out': 'Ruled out',
  decision: 'Decided',
  task: 'Follow-up',
  update: 'Update',
  declared: 'Declared',
  status: 'Status',
  severity: 'Severity',
  lead: 'Lead',
  role: 'Role',
  resolved: 'Resolved',
  reopened: 'Reopened',
  cancelled: 'Cancelled',
  handoff: 'Handoff offered',
  escalated: 'Escalated',
  renamed: 'Renamed',
  merged: 'Merged',
  joined: 'Joined',
  left: 'Left',
  topic: 'Topic',
  archived: 'Channel archived',
  unarchived: 'Channel unarchived',
};

/** `Note`; empty for an ordinary message, which speaks for itself. */
export const kindName = (kind: EntryKind): string => KIND_NAMES[kind];

/** What an entry says, as one line of mrkdwn of at most `max` units and its details. */
export function entryWords(entry: TimelineEntry, naming: Naming, max: number): string {
  if (entry.redacted) return '_redacted_';
  if (entry.withdrawn) return isTalk(entry) ? '_deleted message_' : '_taken back_';
  const text = shortened(userLine(entry.text, naming), max);
  return [...before(entry, naming), text, ...taskDetail(entry, naming), filesInWords(entry)]
    .filter(Boolean)
    .join(' ');
}

/** What people and monitors said by themselves, as against what commands and Slack left. */
export const isTalk = (entry: Pick<TimelineEntry, 'kind'>): boolean =>
  entry.kind === 'message' || entry.kind === 'alert';

/** What a change was to, or whom it concerns. */
function before(entry: TimelineEntry, naming: Naming): readonly string[] {
  const { to, user, role, followUp, into, from } = entry.detail;
  const person = user === undefined ? '' : naming(userId(user));
  if (entry.kind === 'status') return [statusWord(to)];
  if (entry.kind === 'severity') return [severityWord(to)];
  if (entry.kind === 'lead' || entry.kind === 'handoff') return [person];
  if (entry.kind === 'escalated') return [called(entry, naming)];
  if (entry.kind === 'merged')
    return [into === undefined ? fromIncident(from) : `into INC-${plainWord(into)}`];
  if (entry.kind === 'role') return [shortened(userLine(role ?? '', naming), 40), person];
  if (entry.kind === 'task' && followUp !== undefined) return [`${plainWord(followUp)}:`];
  return [];
}

/** A number or day of a detail; longer only if the record is damaged. */
const plainWord = (word: string): string => shortened(escaped(singleLine(word)), 20);

const fromIncident = (from: string | undefined): string =>
  from === undefined ? '' : `from INC-${plainWord(from)}`;

/** More names would be a list, not a line. */
const CALLED = 4;

function called({ detail }: TimelineEntry, naming: Naming): string {
  const parts = (list: string | undefined): readonly string[] => (list ?? '').split(' ').filter(Boolean);
  const all = [
    ...parts(detail['users']).map((user) => naming(userId(user))),
    ...parts(detail['groups']).map((handle) => `@${shortened(escaped(singleLine(handle)), 60)}`),
  ];
  const more = all.length > CALLED ? [`${all.length - CALLED} more`] : [];
  return [...all.slice(0, CALLED), ...more].join(', ');
}

function taskDetail(entry: TimelineEntry, naming: Naming): readonly string[] {
  const { owner, due } = entry.detail;
  if (entry.kind !== 'task') return [];
  return [
    ...(owner === undefined ? [] : [`· owner ${naming(userId(owner))}`]),
    ...(due === undefined ? [] : [`· due ${plainWord(dateInWords(due))}`]),
  ];
}

function filesInWords(entry: TimelineEntry): string {
  const files = entry.files.slice(0, 3).map((file) => shortened(escaped(singleLine(file.name)), 60));
  const more = entry.files.length > files.length ? [`${entry.files.length - files.length} more files`] : [];
  return files.length === 0 ? '' : `[${[...files, ...more].join(', ')}]`;
}

function statusWord(value: string | undefined): string {
  const status = STATUSES.find((candidate) => candidate === value);
  return status === undefined ? '' : statusName(status);
}

function severityWord(value: string | undefined): string {
  const severity = SEVERITIES.find((candidate) => String(candidate) === value);
  return severity === undefined ? '' : severityInWords(severity);
}

/** Who said it; empty while that is not known. */
export function authorName(entry: Pick<TimelineEntry, 'author'>, naming: Naming): string {
  const { author } = entry;
  if (author === null) return '';
  return author.kind === 'person' ? naming(author.user) : shortened(escaped(singleLine(author.name)), 80);
}

/** When it happened, in each reader's zone; a link to the message where it has one. */
export const entryTime = (entry: TimelineEntry, zone: string, workspaceUrl: string | null): string =>
  dateToken(entry.occurredAt, zone, undefined, permalink(entry, workspaceUrl) ?? undefined);

/** Slack's link to a message: its stamp without the dot. */
export function permalink(entry: Pick<TimelineEntry, 'origin'>, workspaceUrl: string | null): string | null {
  if (workspaceUrl === null || entry.origin.kind !== 'message') return null;
  const { channel, ts, threadTs } = entry.origin;
  const link = `${workspaceUrl.replace(/\/$/, '')}/archives/${channel}/p${ts.replace('.', '')}`;
  return threadTs === null || threadTs === ts ? link : `${link}?thread_ts=${threadTs}&amp;cid=${channel}`;
}

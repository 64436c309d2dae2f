import { userId } from '../core/ids.js';
import { SEVERITIES, STATUSES } from '../core/incident/incident.js';
import { statusName } from '../core/incident/naming.js';
import type { EntryKind, TimelineEntry } from '../core/timeline/entry.js';
import { isPinned } from '../core/timeline/signs.js';
import { dateToken, escaped, singleLine, userLine } from './mrkdwn.js';
import type { Naming } from './names.js';
import { shortened } from './split-text.js';
import { severityInWords } from './words.js';

/** A line of the timeline is one line: what is longer is a message to open, or a note to be told apart. */
const TEXT = 400;

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
  joined: 'Joined',
  left: 'Left',
};

/** One entry as one line of mrkdwn: when, what, who, and what is special about it. */
export function entryLine(
  entry: TimelineEntry,
  zone: string,
  naming: Naming,
  workspaceUrl: string | null,
): string {
  const when = dateToken(entry.occurredAt, zone, undefined, permalink(entry, workspaceUrl) ?? undefined);
  const kind = KIND_NAMES[entry.kind];
  const what = entry.withdrawn ? '_deleted message_' : said(entry, naming);
  return [when, kind === '' ? '' : `*${kind}*`, what, remarks(entry, naming)].filter(Boolean).join(' ');
}

function said(entry: TimelineEntry, naming: Naming): string {
  const text = shortened(userLine(entry.text, naming), TEXT);
  return [...before(entry, naming), text, ...taskDetail(entry, naming), filesInWords(entry)]
    .filter(Boolean)
    .join(' ');
}

/** What a change was to, or whom it concerns. */
function before(entry: TimelineEntry, naming: Naming): readonly string[] {
  const { to, user, role, followUp } = entry.detail;
  const person = user === undefined ? '' : naming(userId(user));
  if (entry.kind === 'status') return [statusWord(to)];
  if (entry.kind === 'severity') return [severityWord(to)];
  if (entry.kind === 'lead') return [person];
  if (entry.kind === 'role') return [shortened(userLine(role ?? '', naming), 40), person];
  if (entry.kind === 'task' && followUp !== undefined) return [`${escaped(followUp)}:`];
  return [];
}

function taskDetail(entry: TimelineEntry, naming: Naming): readonly string[] {
  const { owner, due } = entry.detail;
  if (entry.kind !== 'task') return [];
  return [
    ...(owner === undefined ? [] : [`· owner ${naming(userId(owner))}`]),
    ...(due === undefined ? [] : [`· due ${escaped(due)}`]),
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

function remarks(entry: TimelineEntry, naming: Naming): string {
  const author = entry.author;
  const who =
    author === null
      ? ''
      : author.kind === 'person'
        ? naming(author.user)
        : escaped(singleLine(author.name)).slice(0, 80);
  const edited = entry.revisions.length > 1 && !entry.withdrawn ? 'edited' : '';
  const parts = [
    who,
    entry.backdated ? 'added later' : '',
    entry.beforeDeclaration ? 'before the declaration' : '',
    edited,
    isPinned(entry) ? 'pinned' : '',
  ].filter(Boolean);
  return parts.length === 0 ? '' : `(${parts.join(', ')})`;
}

/** Slack's link to a message: its stamp without the dot. */
function permalink(entry: TimelineEntry, workspaceUrl: string | null): string | null {
  if (workspaceUrl === null || entry.origin.kind !== 'message') return null;
  const { channel, ts, threadTs } = entry.origin;
  const link = `${workspaceUrl.replace(/\/$/, '')}/archives/${channel}/p${ts.replace('.', '')}`;
  return threadTs === null || threadTs === ts ? link : `${link}?thread_ts=${threadTs}&amp;cid=${channel}`;
}

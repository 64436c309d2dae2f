import type { EntryId } from '../core/ids.js';
import type { IncidentEvent, StatedKind } from '../core/incident/events.js';
import { type Incident, incidentName, isOpen } from '../core/incident/incident.js';
import { statusName } from '../core/incident/naming.js';
import { dateInWords } from '../core/time/calendar.js';
import type { TimelineEntry } from '../core/timeline/entry.js';
import { shortCode } from '../core/timeline/entry-code.js';
import { changeInWords, correctionInWords, undoneInWords } from './change-words.js';
import { counted } from './counted.js';
import { echo } from './echo.js';
import { roleName } from './incident-lines.js';
import { dateToken, escaped, userLine } from './mrkdwn.js';
import type { Naming } from './names.js';
import { shortened } from './split-text.js';
import { severityInWords } from './words.js';

const STATED: Readonly<Record<StatedKind, string>> = {
  note: 'Noted',
  impact: 'Impact saved',
  cause: 'Cause saved',
  trigger: 'Trigger saved',
  fix: 'Fix saved',
  detected: 'Detection saved',
  started: 'Start saved',
  suspect: 'Suspicion saved',
  'ruled-out': 'Ruled out, saved',
  decision: 'Decision saved',
};

/** Of these the time is what counts: it is always said. */
const IS_A_TIME: ReadonlySet<StatedKind> = new Set(['detected', 'started']);

export interface SavedView {
  readonly naming: Naming;
  /** Code of the entry that the event made or changed. */
  readonly code: string | null;
  /** How many further events of the same kind there were. */
  readonly more: number;
  /** The line that was taken back. */
  readonly line: TimelineEntry | null;
  /** What the changed follow-up says. */
  readonly task: string | null;
}

/** What came of a command, in mrkdwn: what is saved, what it changes, what follows. */
export function savedInWords(event: IncidentEvent, after: Incident, view: SavedView): string {
  const { naming } = view;
  const name = `*${incidentName(after)}*`;
  const because = 'text' in event && event.text ? `: ${echo(event.text, naming)}` : '';
  const when = (at: Date): string => dateToken(at, after.zone);
  switch (event.kind) {
    case 'declared':
      return `${event.drill ? 'Practice incident ' : ''}${name} is open: ${echo(event.title, naming)}`;
    case 'channel-opened':
      return event.adopted ? `This channel is now the channel of ${name}.` : `${name} has its channel.`;
    case 'status-changed':
      return `${name} is now ${statusName(event.to)}, was ${statusName(event.from)}${because}`;
    case 'severity-changed':
      return `${name} is now ${severityInWords(event.to)}, was ${event.from === null ? 'not set' : severityInWords(event.from)}${because}`;
    case 'lead-assigned':
      return `${naming(event.user)} leads ${name}.`;
    case 'role-assigned':
      return `${naming(event.user)} has the role ${roleName(event.role, naming)} in ${name}.`;
    case 'handoff-offered':
      return `The lead of ${name} is offered to ${naming(event.user)}, with a brief. Until they accept, ${after.lead === null ? 'nobody leads' : `${naming(after.lead)} leads`}.`;
    case 'escalated':
      return `${calledInWords(event, naming)} called into ${name}${because}\nThey are named in the channel, and invited.`;
    case 'renamed':
      return `${name} is now called ${echo(event.to, naming)}${after.adopted ? '' : '\nThe channel is renamed too.'}`;
    case 'stated':
      return `${STATED[event.what]} in ${name}${event.backdated || IS_A_TIME.has(event.what) ? ` at ${when(event.at)}` : ''}${because}`;
    case 'update-posted':
      return `Update on ${name} saved; it appears in the channel.${event.nextAt === null ? '' : ` The next one is due ${when(event.nextAt)}.`}`;
    case 'snoozed':
      return event.until === null
        ? `Reminders of ${name} are off.`
        : `No reminder of ${name} before ${when(event.until)}.`;
    case 'follow-up-added':
      return followUpSaved(event, name, naming);
    case 'follow-up-changed':
      return changeInWords(event, name, view);
    case 'entry-corrected':
      return correctionInWords(event, after, view);
    case 'entry-hidden':
      return hiddenInWords(event.hidden, name, view);
    case 'entry-redacted':
      return `The words of ${lineNamed(view.code)} are gone from the record of ${name}, and from what was posted here by the bot. ${leftInSlack(event.target)}`;
    case 'undone':
      return undoneInWords(event, name, view);
    case 'resolved':
      return `${name} is resolved. The postmortem draft follows in the channel; nothing else is needed now.`;
    case 'reopened':
      return `${name} is open again and goes on with the same record.`;
    case 'cancelled':
      return `${name} is cancelled. A short draft with the record follows in the channel.`;
    case 'merged':
      return `${name} is ended and goes on in *INC-${event.into}*, with its record and follow-ups${because}`;
    case 'absorbed':
      return `*INC-${event.from}* goes on in ${name}, with its record and follow-ups${because}`;
    case 'closing':
      if (after.adopted)
        return `${name} is closed. Its channel was there before it and is not archived by the bot.`;
      return `The channel of ${name} is archived ${when(event.archiveAt)}. The record stays.`;
    case 'kept-open':
      return `The channel of ${name} stays open.`;
    case 'postmortem-assigned':
      return `${naming(event.user)} writes the postmortem of ${name}.`;
    case 'draft-edited':
      return `Your words are in the draft of ${name}, and stay there in every later one. It is being made again.`;
    case 'question-declined':
      return `Noted for ${name}: nobody knows. The question is not asked again; \`/incident answer\` shows what is left.`;
    case 'draft-requested':
      return `The draft of ${name} is being made again; its card in the channel is edited in place, the file comes into its thread.${isOpen(after) ? ' The incident is still open.' : ''}`;
  }
}

/** `` line `k3f9` `` */
const lineNamed = (code: string | null): string =>
  code === null ? 'the line' : `line \`${escaped(shortCode(code))}\``;

/** We remove what is ours; a person's message is theirs to delete. */
const leftInSlack = (target: EntryId): string =>
  /^(?:message|marked):/.test(target)
    ? 'Slack still shows the message itself: delete it there.'
    : 'If Slack shows it as a message too, delete that there.';

function hiddenInWords(hidden: boolean, name: string, { code, more }: SavedView): string {
  const many = more > 0;
  const what = many ? counted(more + 1, 'line') : lineNamed(code).replace(/^l/, 'L');
  if (!hidden) return `${what} of ${name} ${many ? 'are' : 'is'} in timeline and draft again.`;
  return `${what} of ${name} ${many ? 'are' : 'is'} left out of timeline and draft. ${many ? 'They stay' : 'It stays'} in the record.`;
}

/** More names would be a list, not a sentence. */
const NAMED = 6;

function calledInWords(event: Extract<IncidentEvent, { kind: 'escalated' }>, naming: Naming): string {
  const all = [
    ...event.users.map(naming),
    ...event.groups.map(({ handle }) => shortened(userLine(`@${handle.replace(/^@/, '')}`, naming), 80)),
  ];
  const more = all.length > NAMED ? [`${all.length - NAMED} more`] : [];
  const names = [...all.slice(0, NAMED), ...more].join(', ');
  return `${names} ${all.length === 1 ? 'is' : 'are'}`;
}

function followUpSaved(
  event: Extract<IncidentEvent, { kind: 'follow-up-added' }>,
  name: string,
  naming: Naming,
): string {
  const owner = event.owner === null ? 'no owner yet' : `owner ${naming(event.owner)}`;
  const due = event.due === null ? 'no due date' : `due ${escaped(dateInWords(event.due))}`;
  return `Follow-up ${event.number} of ${name} saved, ${owner}, ${due}: ${echo(event.text, naming)}`;
}

import type { IncidentEvent } from '../core/incident/events.js';
import { type Incident, incidentName } from '../core/incident/incident.js';
import { statusName } from '../core/incident/naming.js';
import { dateInWords } from '../core/time/calendar.js';
import type { TimelineEntry } from '../core/timeline/entry.js';
import { shortCode } from '../core/timeline/entry-code.js';
import { entryWords, kindName } from './entry-words.js';
import { dateToken, escaped, userLine } from './mrkdwn.js';
import type { Naming } from './names.js';
import { shortened } from './split-text.js';
import { severityInWords } from './words.js';

type EventOf<Kind extends IncidentEvent['kind']> = Extract<IncidentEvent, { kind: Kind }>;

/** Old and new text stand below each other: long enough to see the difference. */
const TEXT = 500;

/** What has changed about a follow-up. */
export function changeInWords(
  event: EventOf<'follow-up-changed'>,
  name: string,
  { naming, task }: { readonly naming: Naming; readonly task: string | null },
): string {
  const { text, owner, due, done, withdrawn } = event.change;
  const parts = [
    withdrawn === undefined ? '' : withdrawn ? 'is taken back' : 'stands again',
    done === undefined ? '' : done ? 'is done' : 'is open again',
    owner === undefined ? '' : owner === null ? 'has no owner' : `belongs to ${naming(owner)}`,
    due === undefined ? '' : due === null ? 'has no due date' : `is due ${escaped(dateInWords(due))}`,
    text === undefined ? '' : `says: ${shortened(userLine(text, naming), TEXT)}`,
  ].filter(Boolean);
  const said = text === undefined && task !== null ? shortened(userLine(task, naming), TEXT) : '';
  const which = `Follow-up ${event.number} of ${name}`;
  return `${which} ${parts.length === 0 ? 'is unchanged' : parts.join(', ')}${said === '' ? '.' : `: ${said}`}`;
}

/** Before and after of a correction. */
export function correctionInWords(
  event: EventOf<'entry-corrected'>,
  after: Incident,
  view: { readonly naming: Naming; readonly code: string | null },
): string {
  const { was, text, occurredAt } = event;
  const quote = (said: string): string => shortened(userLine(said, view.naming), TEXT) || 'nothing';
  const when = (at: Date): string => dateToken(at, after.zone);
  const line = view.code === null ? 'A line' : `Line \`${escaped(shortCode(view.code))}\``;
  return [
    `${line} of *${incidentName(after)}* is put right. What it said before stays in its history.`,
    ...(occurredAt === null ? [] : [`Time: ${when(was.occurredAt)} → ${when(occurredAt)}`]),
    ...(text === null ? [] : [`Text: ${quote(was.text)} → ${quote(text)}`]),
  ].join('\n');
}

/** What is as it was before. */
export function undoneInWords(
  event: EventOf<'undone'>,
  name: string,
  { naming, line }: { readonly naming: Naming; readonly line: TimelineEntry | null },
): string {
  const { title, status, severity, lead, roles } = event.restore;
  const back = [
    status === undefined ? '' : `status ${statusName(status)}`,
    severity === undefined ? '' : severity === null ? 'severity not set' : severityInWords(severity),
    lead === undefined ? '' : lead === null ? 'no lead' : `lead ${naming(lead)}`,
    roles === undefined ? '' : 'roles as before',
    title === undefined ? '' : `title ${shortened(userLine(title, naming), 300)}`,
  ].filter(Boolean);
  const words = line === null ? '' : lineInWords(line, naming);
  return [
    `Taken back in ${name}${words === '' ? '.' : `: ${words}`}`,
    `${back.length === 0 ? '' : `It has again: ${back.join(', ')}. `}The line stays in the record as taken back.`,
  ].join('\n');
}

/** `Note: wrong channel`, as it read before it was taken back. */
function lineInWords(line: TimelineEntry, naming: Naming): string {
  const words = entryWords({ ...line, withdrawn: false }, naming, TEXT);
  return [kindName(line.kind), words].filter(Boolean).join(': ');
}

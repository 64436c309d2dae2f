import type { IncidentEvent } from '../core/incident/events.js';
import { type Incident, incidentName } from '../core/incident/incident.js';
import { statusName } from '../core/incident/naming.js';
import { dateToken, escaped, userLine } from './mrkdwn.js';
import type { Naming } from './names.js';
import { shortened } from './split-text.js';
import { severityInWords } from './words.js';

type EventOf<Kind extends IncidentEvent['kind']> = Extract<IncidentEvent, { kind: Kind }>;

/** Old and new text stand below each other: long enough to see the difference. */
const TEXT = 500;

/** What has changed about a follow-up. */
export function changeInWords(event: EventOf<'follow-up-changed'>, name: string, naming: Naming): string {
  const { text, owner, due, done, withdrawn } = event.change;
  const parts = [
    withdrawn === undefined ? '' : withdrawn ? 'is taken back' : 'stands again',
    done === undefined ? '' : done ? 'is done' : 'is open again',
    owner === undefined ? '' : owner === null ? 'has no owner' : `belongs to ${naming(owner)}`,
    due === undefined ? '' : due === null ? 'has no due date' : `is due ${escaped(due)}`,
    text === undefined ? '' : `says: ${shortened(userLine(text, naming), TEXT)}`,
  ].filter(Boolean);
  return `Follow-up ${event.number} of ${name} ${parts.length === 0 ? 'is unchanged' : parts.join(', ')}.`;
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
  const line = view.code === null ? 'A line' : `Line \`${escaped(view.code)}\``;
  return [
    `${line} of *${incidentName(after)}* is put right. What it said before stays in its history.`,
    ...(occurredAt === null ? [] : [`Time: ${when(was.occurredAt)} → ${when(occurredAt)}`]),
    ...(text === null ? [] : [`Text: ${quote(was.text)} → ${quote(text)}`]),
  ].join('\n');
}

/** What is as it was before. */
export function undoneInWords(event: EventOf<'undone'>, name: string, naming: Naming): string {
  const { title, status, severity, lead, roles } = event.restore;
  const back = [
    status === undefined ? '' : `status ${statusName(status)}`,
    severity === undefined ? '' : severity === null ? 'severity not set' : severityInWords(severity),
    lead === undefined ? '' : lead === null ? 'no lead' : `lead ${naming(lead)}`,
    roles === undefined ? '' : 'roles as before',
    title === undefined ? '' : `title ${shortened(userLine(title, naming), 300)}`,
  ].filter(Boolean);
  const stays = 'The line stays in the record as taken back.';
  return back.length === 0
    ? `Taken back in ${name}. ${stays}`
    : `Taken back in ${name}, which has again: ${back.join(', ')}. ${stays}`;
}

import type { Message } from '../../core/effects.js';
import type { IncidentEvent, StatedKind } from '../../core/incident/events.js';
import { type Incident, incidentName } from '../../core/incident/incident.js';
import { statusName } from '../../core/incident/naming.js';
import { context, message, sections } from '../blocks.js';
import { dateToken, escaped, userText } from '../mrkdwn.js';
import { forOnePerson, type Naming, type People } from '../names.js';
import { shortened } from '../split-text.js';
import { severityInWords } from '../words.js';

/** The echo is there to be recognised, not to be read again. */
const ECHO = 600;

export interface ReceiptContext {
  /** How many secrets were masked in the command. */
  readonly masked: number;
  readonly people: People;
}

/** What was saved, for the one who said it. Sent after the commit only. */
export function receipt(event: IncidentEvent, after: Incident, about: ReceiptContext): Message {
  const naming = forOnePerson(about.people);
  const text = saved(event, after, naming);
  return message(text, [...sections(text), ...context(maskedInWords(about.masked))]);
}

function maskedInWords(count: number): string {
  if (count === 0) return '';
  const what = count === 1 ? 'One secret was masked' : `${count} secrets were masked`;
  return `${what} before anything was saved. Slack still shows what you typed: change the ${count === 1 ? 'secret' : 'secrets'}.`;
}

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

function saved(event: IncidentEvent, after: Incident, naming: Naming): string {
  const name = `*${incidentName(after)}*`;
  const because = 'text' in event && event.text !== '' ? `: ${echo(event.text, naming)}` : '';
  switch (event.kind) {
    case 'declared':
      return `${name} is open: ${echo(event.title, naming)}`;
    case 'channel-opened':
      return `${name} has its channel.`;
    case 'status-changed':
      return `${name} is now ${statusName(event.to)}, was ${statusName(event.from)}${because}`;
    case 'severity-changed':
      return `${name} is now ${severityInWords(event.to)}, was ${event.from === null ? 'not rated' : severityInWords(event.from)}${because}`;
    case 'lead-assigned':
      return `${naming(event.user)} leads ${name}.`;
    case 'role-assigned':
      return `${naming(event.user)} has the role ${shortened(userText(event.role, naming), 80)} in ${name}.`;
    case 'stated':
      return `${STATED[event.what]} in ${name}${event.backdated ? ` at ${dateToken(event.at, after.zone)}` : ''}${because}`;
    case 'update-posted':
      return `Update on ${name} saved; it appears in the channel.`;
    case 'follow-up-added':
      return followUpSaved(event, name, naming);
    case 'resolved':
      return `${name} is resolved. The postmortem draft follows in the channel; nothing else is needed now.`;
    case 'reopened':
      return `${name} is open again and goes on with the same record.`;
    case 'cancelled':
      return `${name} is cancelled. A short draft with the record follows in the channel.`;
    case 'draft-requested':
      return `The draft of ${name} is being made again; its card in the channel is edited in place, the file comes into its thread.`;
  }
}

function followUpSaved(
  event: Extract<IncidentEvent, { kind: 'follow-up-added' }>,
  name: string,
  naming: Naming,
): string {
  const owner = event.owner === null ? 'no owner yet' : `owner ${naming(event.owner)}`;
  const due = event.due === null ? 'no due date' : `due ${escaped(event.due)}`;
  return `Follow-up ${event.number} of ${name} saved, ${owner}, ${due}: ${echo(event.text, naming)}`;
}

function echo(text: string, naming: Naming): string {
  const shown = shortened(userText(text, naming), ECHO);
  return shown.endsWith('…') && text.length > ECHO
    ? `${shown} (all ${text.length} characters are saved)`
    : shown;
}

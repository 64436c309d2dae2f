import type { Message } from '../../core/effects.js';
import type { IncidentEvent } from '../../core/incident/events.js';
import type { Incident } from '../../core/incident/incident.js';
import { buttons, context, message, sections } from '../blocks.js';
import { standingLine } from '../incident-lines.js';
import { userText } from '../mrkdwn.js';
import { byName, type People } from '../names.js';
import { shortened } from '../split-text.js';
import { titleLine } from '../words.js';

const REASON = 1500;
/** Slack's own limit for invitations at once; beyond it a call would call nobody. */
const CALLED = 100;

/** Calls people and groups in the incident's channel: the one message of ours that is meant to ping. */
export function escalation(
  incident: Incident,
  event: Extract<IncidentEvent, { kind: 'escalated' }>,
  people: People,
): Message {
  const naming = byName(people);
  const called = [
    ...event.users.map((user) => `<@${user}>`),
    ...event.groups.map(({ id }) => `<!subteam^${id}>`),
  ].slice(0, CALLED);
  const reason = shortened(userText(event.text, naming).trim(), REASON);
  const text = [
    `${called.join(' ')} you are needed here${reason === '' ? '.' : `: ${reason}`}`,
    `${titleLine(incident, naming)} · ${standingLine(incident)}`,
  ].join('\n');
  return message(text, [
    ...sections(text),
    ...buttons([{ label: 'Where things stand', command: 'join' }]),
    ...context(`Called by ${naming(event.by)}`),
  ]);
}

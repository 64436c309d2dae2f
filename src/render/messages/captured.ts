import type { Message } from '../../core/effects.js';
import { type Incident, incidentName } from '../../core/incident/incident.js';
import { buttons, message, sections } from '../blocks.js';
import { inIncident, takeLeadButton, timelineButton } from '../command-buttons.js';
import { counted } from '../counted.js';
import { dateToken } from '../mrkdwn.js';

/** The answer to `adopt`: `count` messages said since `from` are in the record. */
export function captured(incident: Incident, count: number, from: Date): Message {
  const since = dateToken(from, incident.zone);
  const past =
    count === 0
      ? `Nothing was said here since ${since}.`
      : `${counted(count, 'message')} since ${since} ${count === 1 ? 'is' : 'are'} in the record, and everything from now on.`;
  const text = `This channel is now the channel of *${incidentName(incident)}*. ${past}\nName, topic and members stay as they are.`;
  const row = [...(incident.lead === null ? [takeLeadButton] : []), timelineButton];
  return message(text, [...sections(text), ...buttons(row.map((button) => inIncident(incident, button)))]);
}

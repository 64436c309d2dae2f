import type { Message } from '../../core/effects.js';
import { type Incident, incidentName } from '../../core/incident/incident.js';
import { buttons, message, sections } from '../blocks.js';
import { keepOpenButton } from '../command-buttons.js';
import { dateToken } from '../mrkdwn.js';
import { byName, type People } from '../names.js';

/** Says in the channel when it is archived, and how to prevent that. */
export function closingNotice(incident: Incident, people: People): Message {
  const name = `*${incidentName(incident)}*`;
  if (incident.closingAt === null) {
    const open = `The channel of ${name} stays open.`;
    return message(open, sections(open));
  }
  const owner =
    incident.postmortemOwner === null
      ? ''
      : ` ${byName(people)(incident.postmortemOwner)} writes the postmortem.`;
  const text = `${name} is closed. This channel is archived ${dateToken(incident.closingAt, incident.zone)}; record and draft stay.${owner}`;
  return message(text, [...sections(text), ...buttons([keepOpenButton])]);
}

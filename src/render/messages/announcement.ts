import type { Message } from '../../core/effects.js';
import type { Incident } from '../../core/incident/incident.js';
import { message, sections } from '../blocks.js';
import { peopleLine, standingLine, timeLine, updateLine } from '../incident-lines.js';
import { channelLink } from '../mrkdwn.js';
import { byName, type People } from '../names.js';
import { titleLine } from '../words.js';

/** The incident for those outside it: one message, edited in place. Throws for a private incident. */
export function announcement(incident: Incident, people: People): Message {
  if (incident.private) throw new RangeError('A private incident is not announced');
  const naming = byName(people);
  // Nobody should come into the channel of an incident that goes on elsewhere.
  const where =
    incident.channel === null || incident.mergedInto !== null
      ? null
      : `Join in ${channelLink(incident.channel)}`;
  const lines = [
    titleLine(incident, naming),
    standingLine(incident),
    peopleLine(incident, naming),
    timeLine(incident, naming),
    updateLine(incident, naming),
    where,
  ].filter((line) => line !== null);
  const text = lines.join('\n');
  return message(text, sections(text));
}

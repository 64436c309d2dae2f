import type { Message } from '../../core/effects.js';
import { type Incident, incidentName } from '../../core/incident/incident.js';
import { message, sectionsOfLines } from '../blocks.js';
import { channelLink, userLine } from '../mrkdwn.js';
import { forOnePerson } from '../names.js';
import { shortened } from '../split-text.js';
import { severityInWords } from '../words.js';

/** The answer to the one who declared it: where everything happens from now on. */
export function declared(incident: Incident): Message {
  const naming = forOnePerson(new Map());
  const where =
    incident.channel === null
      ? 'Its channel is being opened.'
      : `Its channel is ${channelLink(incident.channel)}.`;
  const title = shortened(userLine(incident.title, naming), 300) || 'untitled';
  const lines = [
    `${incident.drill ? 'Practice incident ' : ''}*${incidentName(incident)}* is open: ${title}`,
    `${where} ${incident.private ? 'It is private: only people who are invited see it.' : ''}`.trim(),
    nextStep(incident),
  ];
  return message(lines.join('\n'), sectionsOfLines(lines));
}

function nextStep(incident: Incident): string {
  if (incident.drill)
    return 'Its people are simulated and it is not counted: try anything, then `/incident resolve`.';
  return incident.severity === null
    ? 'Severity not set: `/incident severity 2` in the channel.'
    : `${severityInWords(incident.severity)}. Next: \`/incident lead me\` in the channel.`;
}

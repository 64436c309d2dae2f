import type { Message } from '../../core/effects.js';
import { type Incident, incidentName } from '../../core/incident/incident.js';
import { buttons, type CommandButton, message, sectionsOfLines } from '../blocks.js';
import { inIncident, takeLeadButton } from '../command-buttons.js';
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
  const row = nextButtons(incident).map((button) => inIncident(incident, button));
  return message(lines.join('\n'), [...sectionsOfLines(lines), ...buttons(row)]);
}

function nextStep(incident: Incident): string {
  if (incident.drill)
    return 'Its people are simulated and it is not counted: try anything, then `/incident resolve`.';
  return incident.severity === null
    ? 'Severity not set. The rest is done in its channel.'
    : `${severityInWords(incident.severity)}. The rest is done in its channel.`;
}

/** What one would do first, without typing; all of it can be left out. */
function nextButtons(incident: Incident): readonly CommandButton[] {
  if (incident.drill) return [];
  const rate = OFFERED.map((severity) => ({ label: `SEV${severity}`, command: `severity ${severity}` }));
  return [takeLeadButton, ...(incident.severity === null ? rate : [])];
}

/** A call at night is mostly one of these. */
const OFFERED = [1, 2, 3] as const;

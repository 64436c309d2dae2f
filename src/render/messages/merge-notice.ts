import type { Message } from '../../core/effects.js';
import { type Incident, incidentName } from '../../core/incident/incident.js';
import { buttons, message, sections } from '../blocks.js';
import { whereInWords } from '../incident-lines.js';
import { byName, type People } from '../names.js';
import { titleLine } from '../words.js';

/** Says in the channel of a merged incident where it goes on. */
export function mergeNotice(incident: Incident, into: Incident, people: People): Message {
  const text = [
    `*${incidentName(incident)}* goes on in ${titleLine(into, byName(people))} · ${whereInWords(into)}`,
    'What was recorded here is in its record too. Please go on there.',
  ].join('\n');
  const name = incidentName(into);
  return message(text, [...sections(text), ...buttons([{ label: `Join ${name}`, command: `join ${name}` }])]);
}

import type { Message } from '../../core/effects.js';
import { type Incident, incidentName } from '../../core/incident/incident.js';
import { buttons, message, sections } from '../blocks.js';
import { reminderButtons } from '../command-buttons.js';
import { byName, type People } from '../names.js';
import { silenceInWords } from '../silence.js';

/** The one reminder in the incident's channel, edited in place. Names the lead, pings nobody. */
export function reminder(incident: Incident, view: { readonly people: People; readonly now: Date }): Message {
  const naming = byName(view.people);
  const who = incident.lead === null ? 'Nobody leads it yet.' : `${naming(incident.lead)} leads.`;
  const text = `*${incidentName(incident)}*: ${silenceInWords(incident, view.now)}. ${who}`;
  return message(text, [...sections(text), ...buttons(reminderButtons())]);
}

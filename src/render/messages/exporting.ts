import type { Message } from '../../core/effects.js';
import { type Incident, incidentName } from '../../core/incident/incident.js';
import { message, sections } from '../blocks.js';

/** The answer to `postmortem export`: where the file will be. */
export function exporting(incident: Incident, format: 'md' | 'json'): Message {
  const what = format === 'md' ? 'Markdown' : 'JSON';
  const text = `The draft of *${incidentName(incident)}* as ${what} comes into the thread of its card.`;
  return message(text, sections(text));
}

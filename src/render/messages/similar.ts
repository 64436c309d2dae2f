import type { Message } from '../../core/effects.js';
import { type Incident, incidentName } from '../../core/incident/incident.js';
import { alikeButtons, alikeLines } from '../alike.js';
import { buttons, message, sectionsOfLines } from '../blocks.js';

/**
 * Tells whoever declared `incident` which open ones sound like it, best first. It is open all the same; they can
 * join one of the others or merge, and need not.
 */
export function similar(incident: Incident, alike: readonly Incident[]): Message {
  const head = `*${incidentName(incident)}* is being opened. It sounds like what is open already:`;
  const lines = [head, ...alikeLines(alike)];
  return message(lines.join('\n'), [...sectionsOfLines(lines), ...buttons(alikeButtons(incident, alike))]);
}

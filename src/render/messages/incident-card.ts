import type { Message } from '../../core/effects.js';
import { type Incident, isOpen } from '../../core/incident/incident.js';
import { buttons, message, sections } from '../blocks.js';
import { usualButtons } from '../command-buttons.js';
import { peopleLine, timeLine, updateLine } from '../incident-lines.js';
import { byName, type People } from '../names.js';
import { standingInWords, titleLine } from '../words.js';

/**
 * The one live card of an incident, pinned in its channel and edited in place: at most six lines and four
 * buttons. The same incident gives the same card, so that nothing is sent when nothing has changed.
 */
export function incidentCard(incident: Incident, people: People): Message {
  const naming = byName(people);
  const hint = isOpen(incident)
    ? 'Pin a message or use `/incident note TEXT` to put it in the timeline'
    : 'What is missing can still be added: `/incident impact`, `cause`, `fix`, `task`';
  const lines = [
    titleLine(incident, naming),
    standingInWords(incident),
    peopleLine(incident, naming),
    timeLine(incident, naming),
    updateLine(incident, naming),
    hint,
  ].filter((line) => line !== null);
  const text = lines.join('\n');
  return message(text, [...sections(text), ...buttons(usualButtons(incident))]);
}

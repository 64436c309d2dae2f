import type { Message } from '../../core/effects.js';
import { drawnFor } from '../../core/incident/drawn-for.js';
import { type Incident, isOpen } from '../../core/incident/incident.js';
import { drawnBlockId } from '../action-ids.js';
import { buttons, message, sections } from '../blocks.js';
import { cardButtons } from '../command-buttons.js';
import { closingLine, peopleLine, standingLine, timeLine, updateLine } from '../incident-lines.js';
import { byName, type People } from '../names.js';
import { titleLine } from '../words.js';

/**
 * The one live card of an incident, pinned in its channel and edited in place: at most six lines and four
 * buttons. The same incident gives the same card, so that nothing is sent when nothing has changed.
 */
export function incidentCard(incident: Incident, people: People): Message {
  const naming = byName(people);
  const lines = [
    titleLine(incident, naming),
    standingLine(incident),
    peopleLine(incident, naming),
    timeLine(incident, naming),
    updateLine(incident, naming),
    closingLine(incident) ?? hintFor(incident),
  ].filter((line) => line !== null);
  const text = lines.join('\n');
  return message(text, [
    ...sections(text),
    ...buttons(cardButtons(incident), drawnBlockId(drawnFor(incident))),
  ]);
}

function hintFor(incident: Incident): string {
  if (incident.mergedInto !== null) return 'What was recorded here goes on there';
  if (incident.status === 'cancelled') return 'To add to its record: `/incident note TEXT`';
  if (!isOpen(incident))
    return 'What is missing can still be added: `/incident impact`, `cause`, `fix`, `task`';
  return 'Pin a message or use `/incident note TEXT` to put it in the timeline';
}

import type { Message } from '../../core/effects.js';
import { drawnFor } from '../../core/incident/drawn-for.js';
import { type Incident, isOpen } from '../../core/incident/incident.js';
import { durationInWords } from '../../core/time/duration.js';
import { drawnBlockId } from '../action-ids.js';
import { buttons, context, message, sections } from '../blocks.js';
import { panelButtons } from '../command-buttons.js';
import { closingLine, peopleLine, standingLine, timeLine, updateLine } from '../incident-lines.js';
import { forOnePerson, type People } from '../names.js';
import { titleLine } from '../words.js';

/** What `/incident` alone shows in an incident's channel: where things stand, and the next steps as buttons. */
export function panel(incident: Incident, view: { readonly people: People; readonly now: Date }): Message {
  const naming = forOnePerson(view.people);
  const text = [
    titleLine(incident, naming),
    isOpen(incident) ? `${standingLine(incident)} · ${age(incident, view.now)}` : standingLine(incident),
    peopleLine(incident, naming),
    timeLine(incident, naming),
    updateLine(incident, naming),
    closingLine(incident),
  ]
    .filter((line) => line !== null)
    .join('\n');
  return message(text, [
    ...sections(text),
    ...buttons(panelButtons(incident), drawnBlockId(drawnFor(incident))),
    ...context('`/incident note TEXT` adds to the timeline · `/incident help` shows the rest'),
  ]);
}

function age(incident: Incident, now: Date): string {
  const since = durationInWords(now.getTime() - incident.declaredAt.getTime());
  if (incident.lastUpdate === null) return `open for ${since}, no update yet`;
  const quiet = durationInWords(now.getTime() - incident.lastUpdate.at.getTime());
  return `open for ${since}, last update ${quiet} ago`;
}

import type { Message } from '../../core/effects.js';
import { type Incident, isOpen } from '../../core/incident/incident.js';
import { durationInWords } from '../../core/time/duration.js';
import { buttons, context, message, sections } from '../blocks.js';
import { usualButtons } from '../command-buttons.js';
import { peopleLine, timeLine, updateLine } from '../incident-lines.js';
import { forOnePerson, type People } from '../names.js';
import { standingInWords, titleLine } from '../words.js';

/** What `/incident` alone shows in an incident's channel: where things stand, and the next steps as buttons. */
export function panel(incident: Incident, view: { readonly people: People; readonly now: Date }): Message {
  const naming = forOnePerson(view.people);
  const since = durationInWords(view.now.getTime() - incident.declaredAt.getTime());
  const quiet = incident.lastUpdate && durationInWords(view.now.getTime() - incident.lastUpdate.at.getTime());
  const age = quiet === null ? 'no update yet' : `last update ${quiet} ago`;
  const text = [
    titleLine(incident, naming),
    isOpen(incident) ? `${standingInWords(incident)} · open for ${since}, ${age}` : standingInWords(incident),
    peopleLine(incident, naming),
    timeLine(incident, naming),
    updateLine(incident, naming),
  ]
    .filter((line) => line !== null)
    .join('\n');
  return message(text, [
    ...sections(text),
    ...buttons(usualButtons(incident)),
    ...context('`/incident note TEXT` adds to the timeline · `/incident help` shows the rest'),
  ]);
}

import type { Message } from '../../core/effects.js';
import { type Incident, incidentName } from '../../core/incident/incident.js';
import { buttons, message, sections } from '../blocks.js';
import { inIncident, reminderButtons } from '../command-buttons.js';
import { silenceInWords } from '../silence.js';

/** The same for the one person who should know: the lead, or the declarer while nobody leads. */
export function reminderNudge(incident: Incident, view: { readonly now: Date }): Message {
  const silence = silenceInWords(incident, view.now);
  const why =
    incident.lead === null
      ? 'You declared it, and nobody leads it yet: `/incident lead me` or `/incident lead @name`.'
      : 'You lead it; one sentence is enough.';
  const text = `*${incidentName(incident)}*: ${silence}. ${why}`;
  return message(text, [
    ...sections(text),
    ...buttons(reminderButtons().map((button) => inIncident(incident, button))),
  ]);
}

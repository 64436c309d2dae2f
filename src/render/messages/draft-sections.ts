import type { Message } from '../../core/effects.js';
import { type Incident, incidentName } from '../../core/incident/incident.js';
import type { Postmortem } from '../../core/postmortem/model.js';
import { linesOf, SECTIONS } from '../../core/postmortem/sections.js';
import { addressed } from '../addressed.js';
import { buttons, context, message, sections } from '../blocks.js';
import { SECTION_NAMES } from '../section-names.js';

/** The sections of the draft that have lines, each with a button to edit them. */
export function draftSections(incident: Incident, document: Postmortem): Message {
  const filled = SECTIONS.filter((section) => linesOf(document, section).length > 0);
  const text = `*Draft ${document.version} of ${incidentName(incident)}*: ${filled.length === 0 ? 'it has no lines to edit yet.' : 'choose what to edit.'}`;
  return message(text, [
    ...sections(text),
    ...buttons(
      filled.map((section) => ({
        label: `${SECTION_NAMES[section]} (${linesOf(document, section).length})`,
        command: addressed(incident, `postmortem edit ${section}`),
      })),
    ),
    ...context('Your words stay in every later draft.'),
  ]);
}

import { type Incident, incidentName } from '../core/incident/incident.js';
import { addressed } from './addressed.js';
import type { CommandButton } from './blocks.js';
import { standingLine, whereInWords } from './incident-lines.js';
import { AGO, dateToken } from './mrkdwn.js';
import { forOnePerson } from './names.js';
import { titleLine } from './words.js';

/** Of those that sound alike the best few are enough. */
const SHOWN = 3;

/** Open incidents that sound like a new one, a line each. */
export const alikeLines = (incidents: readonly Incident[]): readonly string[] =>
  incidents
    .slice(0, SHOWN)
    .map(
      (incident) =>
        `${titleLine(incident, forOnePerson(new Map()))} · ${standingLine(incident)} · opened ${dateToken(incident.declaredAt, incident.zone, AGO)} · ${whereInWords(incident)}`,
    );

/** To join each, or to end the new one in its favour; a private and a public one cannot be merged. */
export const alikeButtons = (incident: Incident, alike: readonly Incident[]): readonly CommandButton[] =>
  alike.slice(0, SHOWN).flatMap((other) => {
    const name = incidentName(other);
    const merge: CommandButton = {
      label: `Merge into ${name}`,
      command: addressed(incident, `merge ${name}`),
      confirm: {
        title: `Is it ${name}?`,
        text: `The new incident ends, and its record goes on in ${name}.`,
        yes: 'Merge',
      },
    };
    return [
      { label: `Join ${name}`, command: `join ${name}` },
      ...(other.private === incident.private ? [merge] : []),
    ];
  });

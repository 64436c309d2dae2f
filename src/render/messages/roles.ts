import type { Message } from '../../core/effects.js';
import { type Incident, incidentName, isOpen } from '../../core/incident/incident.js';
import { buttons, context, message, sectionsOfLines } from '../blocks.js';
import { inIncident, takeLeadButton } from '../command-buttons.js';
import { ROLES_LISTED, roleName } from '../incident-lines.js';
import { forOnePerson, type People } from '../names.js';

/** Who has which role. */
export function roles(incident: Incident, people: People): Message {
  const naming = forOnePerson(people);
  const all = Object.entries(incident.roles);
  const lines = [
    `*Roles in ${incidentName(incident)}*`,
    incident.lead === null ? 'Lead: nobody yet' : `Lead: ${naming(incident.lead)}`,
    ...(incident.handoffTo === null
      ? []
      : [`The lead is offered to ${naming(incident.handoffTo)}, who has not accepted yet`]),
    ...all.slice(0, ROLES_LISTED).map(([role, user]) => `${roleName(role, naming)}: ${naming(user)}`),
    ...(all.length > ROLES_LISTED ? [`${all.length - ROLES_LISTED} more`] : []),
    ...(incident.postmortemOwner === null ? [] : [`Postmortem: ${naming(incident.postmortemOwner)}`]),
  ];
  const needsLead = incident.lead === null && isOpen(incident);
  return message(lines.join('\n'), [
    ...sectionsOfLines(lines),
    ...buttons(needsLead ? [inIncident(incident, takeLeadButton)] : []),
    ...context('`/incident role comms @name` gives somebody a role'),
  ]);
}

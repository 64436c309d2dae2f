import type { IncidentEvent } from './events.js';
import type { Incident } from './incident.js';

/** The event that asks for the next draft. */
export const drafted = (incident: Incident, at: Date): IncidentEvent => ({
  kind: 'draft-requested',
  at,
  version: incident.draftVersion + 1,
});

/** The same where a person waits for it: it is posted at once, however much has been posted already. */
export const draftedForSomebody = (incident: Incident, at: Date): IncidentEvent => ({
  kind: 'draft-requested',
  at,
  version: incident.draftVersion + 1,
  asked: true,
});

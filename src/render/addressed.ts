import { type Incident, incidentName } from '../core/incident/incident.js';

/** A command that is meant for that incident wherever it is said: `INC-4 done 2`. */
export const addressed = (incident: Pick<Incident, 'number'>, command: string): string =>
  `${incidentName(incident)} ${command}`.trim();

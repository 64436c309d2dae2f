import type { UserId } from '../ids.js';
import type { Incident } from './incident.js';

/**
 * True when `user` may learn outside its channel that the incident exists. Fails closed: of a private incident
 * we only know that those who declared it, lead it or have a role in it belong to it.
 */
export function maySee(incident: Incident, user: UserId): boolean {
  if (!incident.private) return true;
  return [incident.declaredBy, incident.lead, ...Object.values(incident.roles)].includes(user);
}

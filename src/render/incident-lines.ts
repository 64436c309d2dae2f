import { type Incident, isOpen } from '../core/incident/incident.js';
import { durationInWords } from '../core/time/duration.js';
import { AGO, dateToken, userLine } from './mrkdwn.js';
import type { Naming } from './names.js';
import { shortened } from './split-text.js';

/** An update is quoted in the card, told in full where it was posted. */
const UPDATE = 300;
/** Roles beyond this make a card unreadable; `status` shows all. */
const ROLES_SHOWN = 4;
const ROLE_NAME = 40;

/** `Lead @Maya · comms @Cora` */
export function peopleLine(incident: Incident, naming: Naming, rolesShown = ROLES_SHOWN): string {
  const roles = Object.entries(incident.roles);
  const shown = roles
    .slice(0, rolesShown)
    .map(([role, user]) => `${shortened(userLine(role, naming), ROLE_NAME)} ${naming(user)}`);
  const more = roles.length > shown.length ? [`${roles.length - shown.length} more`] : [];
  const nobody = isOpen(incident) ? 'No lead yet' : 'No lead';
  const lead = incident.lead === null ? nobody : `Lead ${naming(incident.lead)}`;
  return [lead, ...shown, ...more].join(' · ');
}

/** When it was declared and by whom; when it ended, and after how long. */
export function timeLine(incident: Incident, naming: Naming): string {
  const declared = `Declared ${dateToken(incident.declaredAt, incident.zone)} by ${naming(incident.declaredBy)}`;
  if (incident.endedAt === null) return `${declared}, ${dateToken(incident.declaredAt, incident.zone, AGO)}`;
  const end = incident.status === 'cancelled' ? 'Cancelled' : 'Resolved';
  const after = durationInWords(incident.endedAt.getTime() - incident.declaredAt.getTime());
  return `${declared} · ${end} ${dateToken(incident.endedAt, incident.zone)}, after ${after}`;
}

/** The last update, or null when there is none. */
export function updateLine(incident: Incident, naming: Naming): string | null {
  if (incident.lastUpdate === null) return null;
  const { text, by, at } = incident.lastUpdate;
  return `Update ${dateToken(at, incident.zone)} by ${naming(by)}: ${shortened(userLine(text, naming), UPDATE)}`;
}

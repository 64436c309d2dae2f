import { type Incident, isOpen } from '../core/incident/incident.js';
import { durationInWords } from '../core/time/duration.js';
import { AGO, channelLink, dateToken, userLine } from './mrkdwn.js';
import type { Naming } from './names.js';
import { shortened } from './split-text.js';
import { severityInWords, standingInWords } from './words.js';

/** An update is quoted in the card, told in full where it was posted. */
const UPDATE = 300;
/** Roles beyond this make a card unreadable; `status` shows all. */
const ROLES_SHOWN = 4;
/** Even `status` ends somewhere; `roles` pages nothing either, and nobody has so many. */
export const ROLES_LISTED = 40;
const ROLE_NAME = 40;

/** `SEV2 · Investigating`, and what is special: a practice, or where it goes on. */
export function standingLine(incident: Incident): string {
  const standing =
    incident.mergedInto === null
      ? standingInWords(incident)
      : `${severityInWords(incident.severity)} · Merged, goes on in INC-${incident.mergedInto}`;
  return incident.drill ? `${standing} · Practice` : standing;
}

/** `Lead @Maya · comms @Cora` */
export function peopleLine(incident: Incident, naming: Naming, rolesShown = ROLES_SHOWN): string {
  const roles = Object.entries(incident.roles);
  const shown = roles.slice(0, rolesShown).map(([role, user]) => `${roleName(role, naming)} ${naming(user)}`);
  const more = roles.length > shown.length ? [`${roles.length - shown.length} more`] : [];
  const nobody = isOpen(incident) ? 'No lead yet' : 'No lead';
  const lead = incident.lead === null ? nobody : `Lead ${naming(incident.lead)}`;
  const owner = incident.postmortemOwner === null ? [] : [`postmortem ${naming(incident.postmortemOwner)}`];
  return [lead, ...shown, ...more, ...owner].join(' · ');
}

export const roleName = (role: string, naming: Naming): string =>
  shortened(userLine(role, naming), ROLE_NAME) || 'role';

/** When it was declared and by whom; when it ended, and after how long. */
export function timeLine(incident: Incident, naming: Naming): string {
  const declared = `Declared ${dateToken(incident.declaredAt, incident.zone)} by ${naming(incident.declaredBy)}`;
  if (incident.endedAt === null) return `${declared}, ${dateToken(incident.declaredAt, incident.zone, AGO)}`;
  const after = durationInWords(incident.endedAt.getTime() - incident.declaredAt.getTime());
  return `${declared} · ${endWord(incident)} ${dateToken(incident.endedAt, incident.zone)}, after ${after}`;
}

function endWord(incident: Incident): string {
  if (incident.mergedInto !== null) return 'Merged';
  return incident.status === 'cancelled' ? 'Cancelled' : 'Resolved';
}

/** The last update and when the next one is due, or null when there is neither. */
export function updateLine(incident: Incident, naming: Naming): string | null {
  const due =
    incident.nextUpdateAt === null || !isOpen(incident)
      ? null
      : dateToken(incident.nextUpdateAt, incident.zone);
  if (incident.lastUpdate === null) return due === null ? null : `Next update due ${due}`;
  const { text, by, at } = incident.lastUpdate;
  const said = `Update ${dateToken(at, incident.zone)} by ${naming(by)}: ${shortened(userLine(text, naming), UPDATE)}`;
  return due === null ? said : `${said} · next due ${due}`;
}

/** When the channel is archived, or null while nobody has closed the incident. */
export function closingLine(incident: Incident): string | null {
  if (incident.closingAt === null) return null;
  return `The channel is archived ${dateToken(incident.closingAt, incident.zone)}; the record stays`;
}

/** Where it happens: a link, or that there is no channel yet. */
export const whereInWords = (incident: Incident): string =>
  incident.channel === null ? 'channel is being opened' : channelLink(incident.channel);

import type { Debt, Effect } from '../effects.js';
import { incidentLane } from '../effects.js';
import type { MessageTs } from '../ids.js';
import type { IncidentEvent } from './events.js';
import type { Incident } from './incident.js';

/**
 * What `event` makes us owe to Slack. `before` is null for the declaration.
 *
 * What is said in the incident's channel is owed in the incident's lane, so that it appears in the order in
 * which it happened. All else has lanes of its own: a topic that cannot be set, somebody who cannot be invited,
 * a channel we may not read hold nothing up.
 */
export function consequences(
  before: Incident | null,
  event: IncidentEvent,
  after: Incident,
): readonly Debt[] {
  switch (event.kind) {
    case 'declared':
      return [openChannel(after), ...lookBack(after)];
    case 'channel-opened':
      return [card(after), topic(after), invite(after), ...announcement(after)];
    case 'status-changed':
    case 'severity-changed':
    case 'lead-assigned':
    case 'resolved':
    case 'cancelled':
    case 'reopened':
      return standing(before, after);
    case 'role-assigned':
      return [card(after), ...announcement(after)];
    case 'update-posted':
      return [...updatePosts(after), card(after), ...announcement(after)];
    case 'draft-requested':
      return [draftCard(after, event.version), draftFile(after, event.version)];
    case 'stated':
    case 'follow-up-added':
      return [];
  }
}

/** Topic, card and announcement show the state; the topic is set only when what it says has changed. */
function standing(before: Incident | null, after: Incident): readonly Debt[] {
  const topicStands =
    before !== null &&
    before.title === after.title &&
    before.status === after.status &&
    before.severity === after.severity &&
    before.lead === after.lead;
  return [...(topicStands ? [] : [topic(after)]), card(after), ...announcement(after)];
}

function owed(incident: Incident, lane: string, key: string, effect: Effect, isStanding: boolean): Debt {
  return { key, lane, incident: incident.id, effect, standing: isStanding };
}

const openChannel = (incident: Incident): Debt =>
  owed(incident, incidentLane(incident.id), `open-channel:${incident.id}`, { kind: 'open-channel' }, false);

const topic = (incident: Incident): Debt =>
  owed(incident, `topic:${incident.id}`, `topic:${incident.id}`, { kind: 'set-topic' }, true);

const invite = (incident: Incident): Debt =>
  owed(
    incident,
    `invite:${incident.id}`,
    `invite:${incident.id}:${incident.declaredBy}`,
    { kind: 'invite', user: incident.declaredBy },
    false,
  );

/** Owed when the card stands: in a lane of its own, since a card that Slack will not pin is still a card. */
export const pinCard = (incident: Incident, ts: MessageTs): Debt =>
  owed(incident, `pin:${incident.id}`, `pin-card:${incident.id}`, { kind: 'pin-card', ts }, false);

const card = (incident: Incident): Debt =>
  owed(incident, incidentLane(incident.id), `card:${incident.id}`, { kind: 'card' }, true);

/** Nothing of a private incident is said outside its channel. */
function announcement(incident: Incident): readonly Debt[] {
  if (incident.private) return [];
  return [
    owed(incident, announcementLane(incident), `announcement:${incident.id}`, { kind: 'announcement' }, true),
  ];
}

/** Of its own: whatever is wrong with a draft, the card and the updates go on. */
const draftLane = (incident: Incident): string => `draft:${incident.id}`;

const announcementLane = (incident: Incident): string => `announcement:${incident.id}`;

function updatePosts(incident: Incident): readonly Debt[] {
  const seq = incident.lastSeq;
  const inChannel = owed(
    incident,
    incidentLane(incident.id),
    `post-update:${incident.id}:${seq}`,
    { kind: 'post-update', seq },
    false,
  );
  if (incident.private) return [inChannel];
  const inThread = owed(
    incident,
    announcementLane(incident),
    `announce-update:${incident.id}:${seq}`,
    { kind: 'announce-update', seq },
    false,
  );
  return [inChannel, inThread];
}

function lookBack(incident: Incident): readonly Debt[] {
  if (incident.origin === null) return [];
  const key = `look-back:${incident.id}`;
  return [
    owed(
      incident,
      key,
      key,
      { kind: 'look-back', channel: incident.origin, before: incident.declaredAt },
      false,
    ),
  ];
}

/** Edited in place by every later version. */
const draftCard = (incident: Incident, version: number): Debt =>
  owed(incident, draftLane(incident), `draft-card:${incident.id}`, { kind: 'draft-card', version }, true);

/** One file a version; whoever pays it leaves out versions that a newer draft has overtaken. */
const draftFile = (incident: Incident, version: number): Debt =>
  owed(
    incident,
    draftLane(incident),
    `draft-file:${incident.id}:${version}`,
    { kind: 'draft-file', version },
    false,
  );

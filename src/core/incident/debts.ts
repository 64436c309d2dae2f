import { debt, type Terms } from '../debt.js';
import { type Debt, type Effect, incidentLane } from '../effects.js';
import type { GroupId, MessageTs, UserId } from '../ids.js';
import type { Incident } from './incident.js';
import { nextMorning } from './next-morning.js';

const owed = (incident: Incident, key: string, effect: Effect, terms: Terms = {}): Debt =>
  debt(incident.id, key, effect, terms);

const announcementLane = (incident: Incident): string => `announcement:${incident.id}`;
/** Of its own: whatever is wrong with a draft, the card and the updates go on. */
const draftLane = (incident: Incident): string => `draft:${incident.id}`;

/** Nothing of a private incident is said outside its channel, and nothing of practice. */
export const isAnnounced = (incident: Incident): boolean => !incident.private && !incident.drill;

export const openChannel = (incident: Incident): Debt =>
  owed(
    incident,
    `open-channel:${incident.id}`,
    { kind: 'open-channel' },
    { lane: incidentLane(incident.id) },
  );

export const lookBack = (incident: Incident): readonly Debt[] =>
  incident.origin === null || incident.drill
    ? []
    : [
        owed(incident, `look-back:${incident.id}`, {
          kind: 'look-back',
          channel: incident.origin,
          before: incident.declaredAt,
        }),
      ];

/** The topic of a channel that was there before us is left alone. */
export const topic = (incident: Incident): readonly Debt[] =>
  incident.adopted ? [] : [owed(incident, `topic:${incident.id}`, { kind: 'set-topic' }, { standing: true })];

export const renameChannel = (incident: Incident): readonly Debt[] =>
  incident.adopted
    ? []
    : [owed(incident, `rename:${incident.id}`, { kind: 'rename-channel' }, { standing: true })];

/** Standing: who has left may be called again. Without a channel they come when it opens. */
export const invite = (incident: Incident, user: UserId): readonly Debt[] =>
  incident.channel === null
    ? []
    : [owed(incident, `invite:${incident.id}:${user}`, { kind: 'invite', user }, { standing: true })];

export const inviteGroup = (incident: Incident, group: GroupId): Debt =>
  owed(incident, `invite-group:${incident.id}:${incident.lastSeq}:${group}`, { kind: 'invite-group', group });

export const escalation = (incident: Incident): Debt =>
  owed(
    incident,
    `escalation:${incident.id}:${incident.lastSeq}`,
    { kind: 'escalation', seq: incident.lastSeq },
    { lane: incidentLane(incident.id) },
  );

export const handoffBrief = (incident: Incident, user: UserId): Debt =>
  owed(incident, `brief:${incident.id}:${incident.lastSeq}`, { kind: 'brief', user, occasion: 'handoff' });

/** Owed when the card stands: in a lane of its own, since a card that Slack will not pin is still a card. */
export const pinCard = (incident: Incident, ts: MessageTs): Debt =>
  owed(incident, `pin-card:${incident.id}`, { kind: 'pin-card', ts }, { lane: `pin:${incident.id}` });

export const card = (incident: Incident): Debt =>
  owed(
    incident,
    `card:${incident.id}`,
    { kind: 'card' },
    { lane: incidentLane(incident.id), standing: true },
  );

export const announcement = (incident: Incident): readonly Debt[] =>
  isAnnounced(incident)
    ? [
        owed(
          incident,
          `announcement:${incident.id}`,
          { kind: 'announcement' },
          { lane: announcementLane(incident), standing: true },
        ),
      ]
    : [];

export function updatePosts(incident: Incident): readonly Debt[] {
  const seq = incident.lastSeq;
  const inChannel = owed(
    incident,
    `post-update:${incident.id}:${seq}`,
    { kind: 'post-update', seq },
    { lane: incidentLane(incident.id) },
  );
  if (!isAnnounced(incident)) return [inChannel];
  const inThread = owed(
    incident,
    `announce-update:${incident.id}:${seq}`,
    { kind: 'announce-update', seq },
    { lane: announcementLane(incident) },
  );
  return [inChannel, inThread];
}

/** `notBefore` null: at once, so that what was posted is put right. */
export const remind = (incident: Incident, notBefore: Date | null): Debt =>
  owed(
    incident,
    `remind:${incident.id}`,
    { kind: 'remind' },
    { standing: true, ...(notBefore === null ? {} : { notBefore }) },
  );

/** To whoever writes the postmortem, when they are at their desk again. */
export const morningNote = (incident: Incident, endedAt: Date): readonly Debt[] =>
  incident.drill
    ? []
    : [
        owed(
          incident,
          `morning-note:${incident.id}`,
          { kind: 'morning-note' },
          { standing: true, notBefore: nextMorning(incident.zone, endedAt) },
        ),
      ];

/** A channel that was there before us is not ours to archive. */
export const closing = (incident: Incident, archiveAt: Date): readonly Debt[] =>
  incident.adopted
    ? []
    : [
        owed(
          incident,
          `closing-notice:${incident.id}:${incident.lastSeq}`,
          { kind: 'closing-notice' },
          { lane: incidentLane(incident.id) },
        ),
        owed(
          incident,
          `archive:${incident.id}`,
          { kind: 'archive-channel' },
          { standing: true, notBefore: archiveAt },
        ),
      ];

export const mergeNotice = (incident: Incident): Debt =>
  owed(
    incident,
    `merge-notice:${incident.id}`,
    { kind: 'merge-notice' },
    { lane: incidentLane(incident.id) },
  );

export const scrubPosts = (incident: Incident): Debt =>
  owed(incident, `scrub:${incident.id}`, { kind: 'scrub-posts' }, { standing: true });

/** Edited in place by every later version. */
export const draftCard = (incident: Incident, version: number): Debt =>
  owed(
    incident,
    `draft-card:${incident.id}`,
    { kind: 'draft-card', version },
    { lane: draftLane(incident), standing: true },
  );

/** One file a version; whoever pays it leaves out versions that a newer draft has overtaken. */
export const draftFile = (incident: Incident, version: number): Debt =>
  owed(
    incident,
    `draft-file:${incident.id}:${version}`,
    { kind: 'draft-file', version },
    { lane: draftLane(incident) },
  );

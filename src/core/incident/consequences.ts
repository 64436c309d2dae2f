import { addMinutes, isAfter } from 'date-fns';
import type { Debt } from '../effects.js';
import {
  announcement,
  card,
  closing,
  draftCard,
  draftFile,
  escalation,
  handoffBrief,
  invite,
  inviteGroup,
  lookBack,
  mergeNotice,
  morningNote,
  openChannel,
  remind,
  renameChannel,
  scrubPosts,
  topic,
  updatePosts,
} from './debts.js';
import type { IncidentEvent } from './events.js';
import { type Incident, isOpen } from './incident.js';
import { reminderDue, reminderInterval } from './reminders.js';

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
      return [
        card(after),
        ...topic(after),
        ...crew(after),
        ...announcement(after),
        ...reminder(after, event.at),
      ];
    case 'status-changed':
    case 'severity-changed':
      return [...standing(before, after), ...reminder(after, event.at)];
    case 'lead-assigned':
      return [...standing(before, after), ...invite(after, event.user)];
    case 'role-assigned':
      return [card(after), ...announcement(after), ...invite(after, event.user)];
    case 'handoff-offered':
      return [...invite(after, event.user), handoffBrief(after, event.user)];
    case 'escalated':
      return [
        ...event.users.flatMap((user) => invite(after, user)),
        ...event.groups.map((group) => inviteGroup(after, group.id)),
        escalation(after),
      ];
    case 'renamed':
      return [...renameChannel(after), ...standing(before, after)];
    case 'update-posted':
      return [...updatePosts(after), card(after), ...announcement(after), ...reminder(after, event.at)];
    case 'snoozed':
      return reminder(after, event.at);
    case 'undone':
      return putBack(before, event, after);
    case 'entry-redacted':
      return [scrubPosts(after), card(after), ...announcement(after)];
    case 'resolved':
      return [...standing(before, after), ...morningNote(after, event.at), ...reminder(after, event.at)];
    case 'cancelled':
    case 'reopened':
      return [...standing(before, after), ...reminder(after, event.at)];
    case 'merged':
      return [mergeNotice(after), ...standing(before, after), ...reminder(after, event.at)];
    case 'closing':
      return closing(after, event.archiveAt);
    case 'draft-requested':
      return [draftCard(after, event.version), draftFile(after, event.version)];
    case 'stated':
    case 'absorbed':
    case 'follow-up-added':
    case 'follow-up-changed':
    case 'entry-corrected':
    case 'entry-hidden':
    case 'kept-open':
    case 'postmortem-assigned':
    case 'draft-edited':
    case 'question-declined':
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
    before.lead === after.lead &&
    before.mergedInto === after.mergedInto;
  return [...(topicStands ? [] : topic(after)), card(after), ...announcement(after)];
}

/** Everybody who is known to take part when the channel opens; in an adopted one they are already. */
function crew(incident: Incident): readonly Debt[] {
  if (incident.adopted) return [];
  const { declaredBy, lead, roles } = incident;
  const people = new Set([declaredBy, ...(lead === null ? [] : [lead]), ...Object.values(roles)]);
  return [...people].flatMap((user) => invite(incident, user));
}

/**
 * Owed anew whenever the due time moves. What is overdue already has been said, or is about to be: somebody has
 * just shown a sign of life, so it is said again an interval later. After the end, or when reminders are off,
 * it is paid at once, to put right what was posted.
 */
function reminder(incident: Incident, now: Date): readonly Debt[] {
  const interval = reminderInterval(incident);
  if (interval === null) return [];
  const due = reminderDue(incident);
  if (due === null) return [remind(incident, null)];
  return [remind(incident, isAfter(due, now) ? due : addMinutes(now, interval))];
}

/** What was taken back may stand on the card, in the topic and in the channel's name. */
function putBack(
  before: Incident | null,
  event: Extract<IncidentEvent, { kind: 'undone' }>,
  after: Incident,
): readonly Debt[] {
  const { title, status, severity } = event.restore;
  return [
    ...(title === undefined ? [] : renameChannel(after)),
    ...(Object.keys(event.restore).length === 0 ? [] : standing(before, after)),
    ...((status === undefined && severity === undefined) || !isOpen(after) ? [] : reminder(after, event.at)),
  ];
}

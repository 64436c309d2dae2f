import type { Message } from '../../core/effects.js';
import type { UserId } from '../../core/ids.js';
import { remind } from '../../core/incident/debts.js';
import type { IncidentEvent, LoggedEvent } from '../../core/incident/events.js';
import type { Incident } from '../../core/incident/incident.js';
import { mentionsIn } from '../../core/slack-text.js';
import { escalation } from '../../render/messages/escalation.js';
import { updateMessage } from '../../render/messages/update.js';
import { peopleOf } from '../people-of.js';
import type { Settlement } from '../ports.js';
import { ensurePosted } from './ensure-posted.js';
import { type DueInChannel, type EffectOf, PAID, type PayPorts } from './payer.js';

/** What a person asked us to say: their update, in the channel. Never held back. */
export async function payPostUpdate(
  ports: PayPorts,
  { call, incident, channel }: DueInChannel,
  { seq }: EffectOf<'post-update'>,
): Promise<Settlement> {
  const message = await messageOfEvent(ports, incident, seq);
  if (!message) return PAID;
  const settled = await ensurePosted(ports, call, { channel, threadTs: null }, message);
  if (settled.kind === 'paid') await putReminderRight(ports, incident);
  return settled;
}

/** A reminder that stands in the channel is answered by the update. */
async function putReminderRight({ store, clock }: PayPorts, incident: Incident): Promise<void> {
  const debt = remind(incident, null);
  if (!(await store.posted(incident.workspace, debt.key))) return;
  await store.transaction((changes) => changes.owe(incident.workspace, [debt], clock.now()));
}

/**
 * Calls for people in the channel. They are let in first, as a mention reaches nobody outside; who cannot be is
 * still named.
 */
export async function payEscalation(
  ports: PayPorts,
  { call, incident, channel }: DueInChannel,
  { seq }: EffectOf<'escalation'>,
): Promise<Settlement> {
  const event = eventAt(await ports.store.log(incident.id), seq);
  if (event?.kind !== 'escalated') return PAID;
  const isFirst = call.posted === null && !call.interrupted;
  if (isFirst) await Promise.all(event.users.map((user) => ports.slack.invite(channel, user)));
  const message = await messageOf(ports, incident, event);
  return message ? ensurePosted(ports, call, { channel, threadTs: null }, message) : PAID;
}

/** What is posted of event `seq`, as the log tells it now; null for events that are not posted. */
export async function messageOfEvent(
  ports: PayPorts,
  incident: Incident,
  seq: number,
): Promise<Message | null> {
  const event = eventAt(await ports.store.log(incident.id), seq);
  return event && messageOf(ports, incident, event);
}

/** What is posted of an event; null for events that are not posted. */
export async function messageOf(
  ports: PayPorts,
  incident: Incident,
  event: IncidentEvent,
): Promise<Message | null> {
  switch (event.kind) {
    case 'update-posted':
      return updateMessage(incident, event, await peopleOf(ports, incident, namedIn(event)));
    case 'escalated':
      return escalation(
        incident,
        event,
        await peopleOf(ports, incident, [...namedIn(event), ...event.users]),
      );
    case 'declared':
    case 'channel-opened':
    case 'status-changed':
    case 'severity-changed':
    case 'lead-assigned':
    case 'role-assigned':
    case 'handoff-offered':
    case 'renamed':
    case 'stated':
    case 'snoozed':
    case 'follow-up-added':
    case 'follow-up-changed':
    case 'entry-corrected':
    case 'entry-hidden':
    case 'entry-redacted':
    case 'undone':
    case 'resolved':
    case 'reopened':
    case 'cancelled':
    case 'merged':
    case 'absorbed':
    case 'closing':
    case 'kept-open':
    case 'postmortem-assigned':
    case 'draft-edited':
    case 'question-declined':
    case 'draft-requested':
      return null;
  }
}

const namedIn = (event: { readonly by: UserId; readonly text: string }): readonly UserId[] => [
  event.by,
  ...mentionsIn(event.text),
];

const eventAt = (log: readonly LoggedEvent[], seq: number): IncidentEvent | null =>
  log.find((logged) => logged.seq === seq)?.event ?? null;

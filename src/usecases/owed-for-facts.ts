import { addMinutes, isAfter } from 'date-fns';
import { debt } from '../core/debt.js';
import type { Debt } from '../core/effects.js';
import type { IncidentId } from '../core/ids.js';
import { type Incident, isOpen } from '../core/incident/incident.js';
import { instantOf } from '../core/time/stamp.js';
import type { SlackFact } from '../core/timeline/facts.js';
import type { MessageFact } from '../core/timeline/observe.js';
import type { Records } from './ports.js';

/** Whoever comes with the channel itself has been invited, and knows. */
const OPENING_MINUTES = 2;

/** The debt to ask Slack for a message that was marked before we heard of it. */
export function fetchMessage(incident: IncidentId, { channel, ts }: MessageFact): Debt {
  return debt(incident, `fetch:${channel}:${ts}`, { kind: 'fetch-message', channel, ts });
}

/** The debt to brief somebody who came later than the incident's channel; null for the others. */
export async function welcome(
  records: Records,
  incident: Incident,
  { user, at }: Extract<SlackFact, { kind: 'member-joined' }>,
): Promise<Debt | null> {
  if (!isOpen(incident) || user === incident.declaredBy) return null;
  const joinedAt = instantOf(at);
  if (!isAfter(joinedAt, addMinutes(incident.declaredAt, OPENING_MINUTES))) return null;
  const log = await records.log(incident.id);
  const opened = log.findLast(({ event }) => event.kind === 'channel-opened')?.event.at;
  if (!opened || !isAfter(joinedAt, addMinutes(opened, OPENING_MINUTES))) return null;
  return debt(incident.id, `brief:${incident.id}:${user}`, { kind: 'brief', user, occasion: 'joined' });
}

import type { ChannelId, DeliveryKey } from '../core/ids.js';
import { consequences } from '../core/incident/consequences.js';
import { entryOf } from '../core/incident/entry-of.js';
import type { IncidentEvent } from '../core/incident/events.js';
import { evolve, followUpOf } from '../core/incident/evolve.js';
import type { Incident } from '../core/incident/incident.js';
import type { Changes } from './ports.js';

/** Where the events came from; absent for what the bot does by itself. */
export interface Cause {
  readonly key: DeliveryKey;
  readonly channel: ChannelId;
  readonly masked: number;
}

/**
 * The one way in which an incident changes: log, row, entries, follow-ups and debts, in the transaction that
 * holds the incident's lock. Answers the incident as it is afterwards.
 */
export async function carryOut(
  changes: Changes,
  incident: Incident,
  events: readonly IncidentEvent[],
  now: Date,
  cause: Cause | null,
): Promise<Incident> {
  let current = incident;
  for (const event of events) {
    const before = current;
    const seq = before.lastSeq + 1;
    current = evolve(before, event, seq);
    await changes.appendToLog(current.workspace, current.id, [{ seq, event }]);
    await keepEntry(changes, current, event, now, cause);
    await changes.owe(current.workspace, consequences(before, event, current), now);
  }
  await changes.saveIncident(current);
  return current;
}

/** Entry and follow-up of one event, where it makes any. */
export async function keepEntry(
  changes: Changes,
  incident: Incident,
  event: IncidentEvent,
  now: Date,
  cause: Cause | null,
): Promise<void> {
  if (cause === null) return;
  const entry = entryOf(event, { incident: incident.id, ...cause, recordedAt: now });
  if (entry) await changes.saveEntry(incident.workspace, entry);
  const followUp = followUpOf(incident.id, event);
  if (followUp) await changes.saveFollowUp(incident.workspace, followUp);
}

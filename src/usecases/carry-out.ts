import type { ChannelId, DeliveryKey, EntryId } from '../core/ids.js';
import { consequences } from '../core/incident/consequences.js';
import { entryAfter } from '../core/incident/entry-after.js';
import { entryOf } from '../core/incident/entry-of.js';
import type { IncidentEvent } from '../core/incident/events.js';
import { evolve, followUpAfter } from '../core/incident/evolve.js';
import { type Incident, isOpen } from '../core/incident/incident.js';
import { redraft } from '../core/incident/redraft.js';
import { REDACTED } from '../core/timeline/redacted.js';
import { homeDebt } from './home.js';
import type { Changes } from './ports.js';
import { nextCopiesToRedact, withSameWords } from './redaction.js';

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
  const redacted: EntryId[] = [];
  const all = await withSameWords(changes, incident.id, events);
  for (const event of all) {
    const before = current;
    const seq = before.lastSeq + 1;
    current = evolve(before, event, seq);
    // While the entry still has its words: what quotes them is found by them.
    if (event.kind === 'entry-redacted') {
      await changes.forgetWords(current.workspace, current.id, event.target, REDACTED);
    }
    await changes.appendToLog(current.workspace, current.id, [{ seq, event }]);
    await keepEntry(changes, current, event, now, cause);
    await changes.owe(current.workspace, consequences(before, event, current), now);
    if (event.kind === 'entry-redacted') redacted.push(event.target);
  }
  await changes.saveIncident(current);
  if (redacted.length === 0) return current;

  // And once more at last, since the row and the log must not bring back what is forgotten here.
  for (const target of redacted) {
    await changes.forgetWords(current.workspace, current.id, target, REDACTED);
  }
  // Their App Home shows the follow-up's words.
  for (const { entry, owner } of await changes.followUps(current.id)) {
    if (owner !== null && redacted.some((target) => target === entry))
      await changes.owe(current.workspace, [homeDebt(owner, 1)], now);
  }
  for (;;) {
    const copies = await nextCopiesToRedact(changes, current, all);
    if (copies === null) break;
    const after = await carryOut(changes, copies.other, copies.events, now, null);
    if (isOpen(after) || after.draftVersion === 0) continue;
    await changes.owe(after.workspace, [redraft(after, now)], now);
  }
  return (await changes.incident(current.id)) ?? current;
}

/** Entry and follow-up of one event, where it makes or changes any. */
export async function keepEntry(
  changes: Changes,
  incident: Incident,
  event: IncidentEvent,
  now: Date,
  cause: Cause | null,
): Promise<void> {
  const { workspace, id } = incident;
  if (cause !== null) {
    const entry = entryOf(event, { incident: id, ...cause, recordedAt: now });
    if (entry) await changes.saveEntry(workspace, entry);
  }
  if ('target' in event) {
    const target = await changes.entry(id, event.target);
    const after = target && entryAfter(target, event);
    if (after) await changes.saveEntry(workspace, after);
  }
  if (!CONCERNS_FOLLOW_UPS.has(event.kind)) return;
  const followUp = followUpAfter(id, event, await changes.followUps(id));
  if (followUp) await changes.saveFollowUp(workspace, followUp);
}

/** All others leave the follow-ups alone, so that they need not be read. */
const CONCERNS_FOLLOW_UPS: ReadonlySet<IncidentEvent['kind']> = new Set([
  'follow-up-added',
  'follow-up-changed',
  'entry-redacted',
]);

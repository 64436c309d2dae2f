import { subMinutes } from 'date-fns';
import { deliveryKey } from '../core/ids.js';
import type { Incident } from '../core/incident/incident.js';
import type { Clock, OwedCall, Settlement, Slack, Store } from './ports.js';
import { recordInIncident } from './record-fact.js';
import { settlement } from './settlement.js';

/** How far before the declaration the channel of the declaration is read. */
const LOOK_BACK_MINUTES = 30;
/** Facts recorded in one transaction. */
const BATCH = 25;

/**
 * Takes what was said just before the declaration, where it was declared, into the record: the first alert and
 * the first complaint are there, not in the channel that did not exist yet. What was said in a private channel
 * is never carried into a public incident, nor from one incident into another.
 */
export async function lookBack(
  ports: { store: Store; slack: Slack; clock: Clock },
  call: OwedCall,
  incident: Incident,
  effect: Extract<OwedCall['effect'], { kind: 'look-back' }>,
): Promise<Settlement> {
  if (await ports.store.incidentInChannel(incident.workspace, effect.channel)) return { kind: 'paid' };
  if (!incident.private) {
    const open = await ports.slack.isPublic(effect.channel);
    if (!open.ok) return settlement(open, call, ports.clock);
    if (!open.value) return { kind: 'paid' };
  }
  const from = subMinutes(effect.before, LOOK_BACK_MINUTES);
  const said = await ports.slack.history(effect.channel, from, effect.before);
  if (!said.ok) return settlement(said, call, ports.clock);

  const source = { workspace: incident.workspace, key: deliveryKey(call.key), recordedAt: ports.clock.now() };
  // In pieces, so that the database is never busy with this for long; the same fact twice changes nothing.
  for (let from = 0; from < said.value.length; from += BATCH) {
    await ports.store.transaction(async (changes) => {
      for (const fact of said.value.slice(from, from + BATCH)) {
        await recordInIncident(changes, incident.id, fact, source, true);
      }
    });
  }
  return { kind: 'paid' };
}

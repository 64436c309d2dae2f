import { subMinutes } from 'date-fns';
import { debt } from '../../core/debt.js';
import type { Debt } from '../../core/effects.js';
import { deliveryKey } from '../../core/ids.js';
import type { Incident } from '../../core/incident/incident.js';
import { isOfferedBefore } from '../../core/timeline/offered-before.js';
import type { Settlement } from '../ports.js';
import { type Due, type EffectOf, PAID, type PayPorts } from './payer.js';
import { recordInBatches } from './record-batches.js';
import { settlement } from './settlement.js';

/** How far before the declaration the channel of the declaration is read. */
const LOOK_BACK_MINUTES = 30;

/**
 * Takes what was said just before the declaration, where it was declared, into the record: the first alert and
 * the first complaint are there, not in the channel that did not exist yet. What was said in a private channel
 * is never carried into a public incident, nor from one incident into another. The declarer is told of it.
 */
export async function payLookBack(
  { store, slack, clock }: PayPorts,
  { call, incident }: Due,
  effect: EffectOf<'look-back'>,
): Promise<Settlement> {
  if (await store.incidentInChannel(incident.workspace, effect.channel)) return PAID;
  if (!incident.private) {
    const there = await slack.channelInfo(effect.channel);
    if (!there.ok) return settlement(there, call, clock);
    if (there.value.kind !== 'public') return PAID;
  }
  const from = subMinutes(effect.before, LOOK_BACK_MINUTES);
  const said = await slack.history(effect.channel, from, effect.before);
  if (!said.ok) return settlement(said, call, clock);

  const source = { workspace: incident.workspace, key: deliveryKey(call.key), recordedAt: clock.now() };
  await recordInBatches(store, incident.id, said.value, source, true);
  if ((await store.entries(incident.id)).some(isOfferedBefore)) {
    await store.transaction((changes) =>
      changes.owe(incident.workspace, [beforeNote(incident)], clock.now()),
    );
  }
  return PAID;
}

function beforeNote(incident: Incident): Debt {
  const to = { kind: 'direct', user: incident.declaredBy } as const;
  return debt(incident.id, `before-note:${incident.id}`, { kind: 'before-note', to });
}

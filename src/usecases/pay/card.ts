import { pinCard } from '../../core/incident/debts.js';
import { incidentCard } from '../../render/messages/incident-card.js';
import { peopleOf } from '../people-of.js';
import type { Settlement } from '../ports.js';
import { ensurePosted } from './ensure-posted.js';
import type { DueInChannel, EffectOf, PayPorts } from './payer.js';
import { settlement } from './settlement.js';

/** The card, and once it stands the debt to pin it. */
export async function payCard(ports: PayPorts, due: DueInChannel): Promise<Settlement> {
  const { call, incident, channel } = due;
  const message = incidentCard(incident, await peopleOf(ports, incident));
  const settled = await ensurePosted(ports, call, { channel, threadTs: null }, message);
  if (settled.kind !== 'paid' || !settled.posted || call.posted) return settled;
  const pin = pinCard(incident, settled.posted.ts);
  await ports.store.transaction((changes) => changes.owe(incident.workspace, [pin], ports.clock.now()));
  return settled;
}

export async function payPinCard(
  ports: PayPorts,
  { call, channel }: DueInChannel,
  { ts }: EffectOf<'pin-card'>,
): Promise<Settlement> {
  return settlement(await ports.slack.pin(channel, ts), call, ports.clock);
}

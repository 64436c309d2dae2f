import type { ChannelId } from '../../core/ids.js';
import { channelNames } from '../../core/incident/naming.js';
import { carryOut } from '../carry-out.js';
import type { Answer, Settlement } from '../ports.js';
import { type Due, PAID, type PayPorts } from './payer.js';
import { settlement } from './settlement.js';

interface Channel {
  readonly id: ChannelId;
  readonly name: string;
}

/**
 * Opens the incident's channel under the first free name. A taken name may be our own channel, made by an
 * attempt that did not live to tell: then it is used, unless another incident has it.
 */
export async function payOpenChannel(ports: PayPorts, { call, incident }: Due): Promise<Settlement> {
  if (incident.channel !== null) return PAID;
  const opened = await firstFree();
  if (!opened.ok) return settlement(opened, call, ports.clock);

  await ports.store.transaction(async (changes) => {
    const locked = await changes.lockIncident(incident.id);
    if (!locked || locked.channel !== null) return;
    const now = ports.clock.now();
    const { id: channel, name: channelName } = opened.value;
    await carryOut(
      changes,
      locked,
      [{ kind: 'channel-opened', at: now, channel, channelName, adopted: false }],
      now,
      null,
    );
  });
  return PAID;

  async function firstFree(): Promise<Answer<Channel>> {
    for (const name of channelNames(incident)) {
      const made = await ports.slack.createChannel(name, incident.private);
      if (made.ok || made.verdict !== 'never' || made.reason !== 'name_taken') return made;
      const ours = await ownChannel(name);
      if (!ours.ok) return ours;
      if (ours.value) return { ok: true, value: ours.value };
    }
    return { ok: false, verdict: 'never', reason: 'name_taken' };
  }

  async function ownChannel(name: string): Promise<Answer<Channel | null>> {
    if (!call.interrupted) return { ok: true, value: null };
    const found = await ports.slack.findOwnChannel(name, incident.private);
    if (!found.ok || found.value === null) return found;
    const other = await ports.store.incidentInChannel(incident.workspace, found.value.id);
    return other === null ? found : { ok: true, value: null };
  }
}

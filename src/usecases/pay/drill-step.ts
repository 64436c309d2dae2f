import { addSeconds } from 'date-fns';
import { debt } from '../../core/debt.js';
import { DRILLS, type DrillStep } from '../../core/drill/scripts.js';
import { simulatedName } from '../../core/drill/simulated.js';
import type { Debt } from '../../core/effects.js';
import { deliveryKey, type MessageTs } from '../../core/ids.js';
import { isOpen } from '../../core/incident/incident.js';
import { drillLine } from '../../render/messages/drill-line.js';
import type { Settlement } from '../ports.js';
import { recordInIncident } from '../record-fact.js';
import { ensurePosted } from './ensure-posted.js';
import { type DueInChannel, type EffectOf, PAID, type PayPorts } from './payer.js';

/**
 * Plays one line of a practice script: posts it, takes it into the record as if its invented author had said it,
 * and owes the next one. A line that was posted before a crash is found again by its key.
 */
export async function payDrillStep(
  ports: PayPorts,
  due: DueInChannel,
  effect: EffectOf<'drill-step'>,
): Promise<Settlement> {
  const { call, incident, channel } = due;
  const step = stepOf(effect);
  if (!step || !incident.drill || !isOpen(incident)) return PAID;
  const settled = await ensurePosted(ports, call, { channel, threadTs: null }, drillLine(step.by, step.text));
  if (settled.kind === 'paid' && settled.posted) await record(ports, due, effect, step, settled.posted.ts);
  return settled;
}

async function record(
  { store, clock }: PayPorts,
  { call, incident, channel }: DueInChannel,
  effect: EffectOf<'drill-step'>,
  step: DrillStep,
  ts: MessageTs,
): Promise<void> {
  const now = clock.now();
  const message = {
    author: { kind: 'bot', name: simulatedName(step.by) },
    text: step.text,
    threadTs: null,
    files: [],
    masked: 0,
  } as const;
  const fact = { kind: 'message-posted', channel, ts, message } as const;
  const source = { workspace: incident.workspace, key: deliveryKey(call.key), recordedAt: now };
  await store.transaction(async (changes) => {
    await recordInIncident(changes, incident.id, fact, source);
    await changes.owe(incident.workspace, nextStep(incident.id, effect, now), now);
  });
}

function nextStep(
  incident: DueInChannel['incident']['id'],
  { script, step }: EffectOf<'drill-step'>,
  now: Date,
): readonly Debt[] {
  const next = { kind: 'drill-step', script, step: step + 1 } as const;
  const following = stepOf(next);
  if (!following) return [];
  // A lane of its own: what waits for its minute must not hold up the channel.
  const notBefore = addSeconds(now, following.afterSeconds);
  return [debt(incident, `drill:${incident}:${next.step}`, next, { lane: `drill:${incident}`, notBefore })];
}

const stepOf = ({ script, step }: EffectOf<'drill-step'>): DrillStep | undefined =>
  DRILLS.find(({ name }) => name === script)?.steps[step];

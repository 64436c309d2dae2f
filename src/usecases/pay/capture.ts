import { replyDebt } from '../../core/debt.js';
import { deliveryKey } from '../../core/ids.js';
import { isOfferedBefore } from '../../core/timeline/offered-before.js';
import { beforeNote } from '../../render/messages/before-note.js';
import { captured } from '../../render/messages/captured.js';
import type { OwedCall, Settlement } from '../ports.js';
import { recordFact } from '../record-fact.js';
import { type DueInChannel, type EffectOf, PAID, type PayPorts } from './payer.js';
import { recordInBatches } from './record-batches.js';
import { settlement } from './settlement.js';

/** Takes the past of an adopted channel into the record, and says how much of it there was. */
export async function payCapturePast(
  { store, slack, clock }: PayPorts,
  { call, incident, channel }: DueInChannel,
  { from, to }: EffectOf<'capture-past'>,
): Promise<Settlement> {
  const now = clock.now();
  // Up to now, not to the declaration: what was said while we came in was told to nobody.
  const said = await slack.history(channel, from, now);
  if (!said.ok) return settlement(said, call, clock);
  const source = { workspace: incident.workspace, key: deliveryKey(call.key), recordedAt: now };
  await recordInBatches(store, incident.id, said.value, source, false);
  const messages = new Set(said.value.filter(({ kind }) => kind === 'message-posted').map(({ ts }) => ts));
  const told = replyDebt(`captured:${incident.id}`, to, captured(incident, messages.size, from));
  await store.transaction((changes) => changes.owe(incident.workspace, [told], now));
  return PAID;
}

/** Slack's ways to say that a message is no longer there. */
const GONE = new Set(['message_not_found', 'thread_not_found']);

/** Asks Slack for a message of which only a pin or reaction was told. */
export async function payFetchMessage(
  { store, slack, clock }: Pick<PayPorts, 'store' | 'slack' | 'clock'>,
  call: OwedCall,
  { channel, ts }: EffectOf<'fetch-message'>,
): Promise<Settlement> {
  const found = await slack.message(channel, ts);
  if (!found.ok && found.verdict === 'never' && GONE.has(found.reason)) return PAID;
  if (!found.ok) return settlement(found, call, clock);
  const source = { workspace: call.workspace, key: deliveryKey(call.key), recordedAt: clock.now() };
  await store.transaction(async (changes) => {
    for (const fact of found.value) await recordFact(changes, fact, source);
  });
  return PAID;
}

/** The declarer is being let into the channel at the same time: so often they are looked for there. */
const ATTEMPTS = 6;

/** Tells the declarer, in the incident's channel, what was taken in from before the declaration. */
export async function payBeforeNote(
  { store, slack, clock }: PayPorts,
  { call, incident, channel }: DueInChannel,
  { to: { user } }: EffectOf<'before-note'>,
): Promise<Settlement> {
  const entries = (await store.entries(incident.id)).filter(
    (entry) => isOfferedBefore(entry) && !entry.hidden,
  );
  if (entries.length === 0) return PAID;
  const to = { kind: 'ephemeral', channel, user, threadTs: null } as const;
  const answer = await slack.reply(to, beforeNote(incident, entries));
  if (!answer.ok && answer.verdict === 'never' && call.attempts < ATTEMPTS) {
    return settlement({ ...answer, verdict: 'later', retryAfter: null }, call, clock);
  }
  return settlement(answer, call, clock);
}

import { addMinutes, subHours } from 'date-fns';
import { debt } from '../../core/debt.js';
import { isAskedFor, mayPost, POSTS_PER_HOUR, redraftsSince } from '../../core/incident/noise.js';
import type { OwedCall, Settlement } from '../ports.js';
import { type DueInChannel, PAID, type PayPorts } from './payer.js';

/** What the channel has no ear for now is tried again then. */
const PATIENCE_MINUTES = 10;

/** Whether a post of the bot's own accord still has room in the channel's hour. One that was begun is finished. */
export async function isWithinBudget(
  ports: PayPorts,
  { call, incident, channel }: DueInChannel,
): Promise<boolean> {
  if (call.posted !== null || call.interrupted) return true;
  const since = subHours(ports.clock.now(), 1);
  const posts = await ports.store.postsSince(incident.workspace, channel, since);
  const own = call.effect.kind === 'draft-file' ? call.effect.version : null;
  const log = await ports.store.log(incident.id);
  if (own !== null && isAskedFor(log, own)) return true;
  const files = redraftsSince(log, since, own);
  return mayPost(posts + files, POSTS_PER_HOUR);
}

/**
 * Puts off what does not fit into the hour. It leaves the lane that it shares with others, so that what people
 * say does not wait behind it.
 */
export async function postpone({ store, clock }: PayPorts, call: OwedCall): Promise<Settlement> {
  const notBefore = addMinutes(clock.now(), PATIENCE_MINUTES);
  if (call.lane === call.key) return { kind: 'later', notBefore, reason: 'noise budget', fateUnknown: false };
  const again = debt(call.incident, `${call.key}:put-off`, call.effect, { notBefore });
  await store.transaction((changes) => changes.owe(call.workspace, [again], clock.now()));
  return PAID;
}

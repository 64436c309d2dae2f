import { SECOND } from '../clock.js';
import { limits } from '../limits.js';
import type { ResponseAddress, Trigger, World } from '../world.js';

/** A pass to open one modal within three seconds. */
export function issueTrigger(world: World, user: string, view: string | null): string {
  const id = world.ids.opaque('trigger');
  world.triggers.set(id, { user, view, issuedAt: world.clock.now(), isUsed: false });
  return id;
}

/** Uses a trigger up, or says why it cannot be. */
export function useTrigger(
  world: World,
  id: string,
): { readonly kind: 'good'; readonly trigger: Trigger } | { readonly kind: 'bad'; readonly error: string } {
  const trigger = world.triggers.get(id);
  if (!trigger) return { kind: 'bad', error: 'invalid_trigger_id' };
  if (trigger.isUsed) return { kind: 'bad', error: 'exchanged_trigger_id' };
  const age = world.clock.now().getTime() - trigger.issuedAt.getTime();
  if (age > limits.triggerSeconds * SECOND) return { kind: 'bad', error: 'expired_trigger_id' };
  trigger.isUsed = true;
  return { kind: 'good', trigger };
}

/** An address by which the app may answer without a token. */
export function issueResponseUrl(
  world: World,
  about: Pick<ResponseAddress, 'user' | 'channel' | 'threadTs' | 'message'>,
): string {
  const secret = world.ids.opaque('response').replaceAll('.', '-');
  world.responseAddresses.set(secret, { ...about, issuedAt: world.clock.now(), uses: 0 });
  const kind = about.message ? 'actions' : 'commands';
  return `${world.address.url}${kind}/${world.team.id}/${secret}`;
}

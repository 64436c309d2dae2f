import { nextAttempt } from '../core/retry.js';
import type { Clock, Log, OwedCall, Settlement, Store } from '../usecases/ports.js';
import { type Loop, loop } from './loop.js';

/** Lanes that are served at once: enough that one slow channel is not noticed in the others. */
const LANES_AT_ONCE = 8;

export interface OutboxPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly pay: (call: OwedCall) => Promise<Settlement>;
}

/** Pays what we owe to Slack: lanes side by side, the debts of one lane one after another. */
export function deliverOutbox(ports: OutboxPorts): Loop {
  const { store, clock, log } = ports;
  return loop('deliver-outbox', ports, async () => {
    for (;;) {
      const due = await store.dueCalls(clock.now(), LANES_AT_ONCE);
      if (due.length === 0) return store.nextCall();
      await Promise.all(due.map(settle));
    }
  });

  async function settle(call: OwedCall): Promise<void> {
    await store.startCall(call.id);
    const settled = await ports.pay(call).catch((error: unknown): Settlement => {
      log.error('a call to Slack failed', { call: call.key, error });
      const notBefore = nextAttempt(clock.now(), call.attempts, null);
      return { kind: 'later', notBefore, reason: nameOf(error), fateUnknown: true };
    });
    if (settled.kind === 'later') {
      log.warn('Slack call postponed', {
        call: call.key,
        reason: settled.reason,
        until: settled.notBefore.toISOString(),
      });
    }
    if (settled.kind === 'never') log.warn('Slack call given up', { call: call.key, reason: settled.reason });
    await store.settleCall(call.id, call.generation, settled);
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

import { addSeconds, isAfter, subDays } from 'date-fns';
import { nextAttempt } from '../core/retry.js';
import type { Clock, Log, OwedCall, Settlement, Store } from '../usecases/ports.js';
import { type Loop, loop } from './loop.js';

/** Lanes that are served at once: one slow channel is not noticed in the others. */
const LANES_AT_ONCE = 8;
/** A fault of ours does not go away by waiting: after so many it is put aside, and its lane goes on. */
const FAULTS = 8;
/** Slack may be away for a weekend; what is older than this nobody waits for any more. */
const LIFE_DAYS = 3;

export interface OutboxPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly pay: (call: OwedCall) => Promise<Settlement>;
}

/** Pays what we owe to Slack: lanes side by side, the debts of one lane one after another. */
export function deliverOutbox(ports: OutboxPorts): Loop {
  const { store, clock, log } = ports;
  const inFlight = new Map<bigint, Promise<void>>();
  const starting = loop('deliver-outbox', ports, async ({ isStopped }) => {
    while (!isStopped() && inFlight.size < LANES_AT_ONCE) {
      const due = await store.dueCalls(clock.now(), LANES_AT_ONCE - inFlight.size, [...inFlight.keys()]);
      if (due.length === 0) return store.nextCall();
      for (const call of due) begin(call);
    }
    return null;
  });

  return {
    wake: starting.wake,
    async idle() {
      for (;;) {
        await starting.idle();
        if (inFlight.size === 0) return;
        await Promise.all(inFlight.values());
      }
    },
    async stop() {
      await starting.stop();
      await Promise.all(inFlight.values());
    },
  };

  function begin(call: OwedCall): void {
    const under = settle(call)
      .catch((error: unknown) => {
        // The database is in trouble: the call is found again, as interrupted, once it answers.
        log.error('a call could not be settled', { call: call.key, error });
        clock.at(addSeconds(clock.now(), 1), starting.wake);
      })
      .finally(() => {
        inFlight.delete(call.id);
        starting.wake();
      });
    inFlight.set(call.id, under);
  }

  async function settle(call: OwedCall): Promise<void> {
    await store.startCall(call.id);
    const settled = withinReason(call, await ports.pay(call).catch((error: unknown) => faultOf(call, error)));
    switch (settled.kind) {
      case 'later':
        log.warn('Slack call postponed', {
          call: call.key,
          reason: settled.reason,
          until: settled.notBefore.toISOString(),
        });
        break;
      case 'never':
        log.warn('Slack call given up', { call: call.key, reason: settled.reason });
        break;
      case 'paid':
        break;
    }
    await store.settleCall(call.id, call.generation, settled);
  }

  function faultOf(call: OwedCall, error: unknown): Settlement {
    log.error('a call to Slack failed', { call: call.key, attempts: call.attempts + 1, error });
    const reason = error instanceof Error ? error.name : 'unknown';
    if (call.attempts + 1 >= FAULTS) return { kind: 'never', reason };
    return {
      kind: 'later',
      notBefore: nextAttempt(clock.now(), call.attempts, null),
      reason,
      fateUnknown: true,
    };
  }

  function withinReason(call: OwedCall, settled: Settlement): Settlement {
    // A reminder is one debt for as long as the incident is open, however long ago it was first owed.
    if (call.effect.kind === 'remind') return settled;
    if (settled.kind !== 'later' || isAfter(call.owedAt, subDays(clock.now(), LIFE_DAYS))) return settled;
    return { kind: 'never', reason: `${settled.reason}, for days` };
  }
}

import { answerKey, replyDebt } from '../core/debt.js';
import { nextAttempt } from '../core/retry.js';
import { authorToKnow } from '../core/timeline/marked-lines.js';
import { notSaved } from '../render/messages/not-saved.js';
import type { Directory } from '../usecases/directory.js';
import { homeDebt } from '../usecases/home.js';
import type { Clock, Log, Store, WaitingDelivery } from '../usecases/ports.js';
import { recordFact } from '../usecases/record-fact.js';
import type { runCommand } from '../usecases/run-command.js';
import { type Loop, loop } from './loop.js';

const BATCH = 100;
/** After so many failures a delivery is put aside, so that it cannot keep the others from being digested. */
const ATTEMPTS = 6;

export interface DigestPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly directory: Directory;
  readonly run: ReturnType<typeof runCommand>;
  /** Called when debts may have been made. */
  readonly owed: () => void;
}

/** Takes deliveries out of the inbox, oldest first, and turns each into a change of the record. */
export function digestInbox(ports: DigestPorts): Loop {
  const { store, clock, log } = ports;
  return loop('digest-inbox', ports, async ({ isStopped }) => {
    while (!isStopped()) {
      const waiting = await store.waitingDeliveries(clock.now(), BATCH);
      if (waiting.length === 0) return store.nextDelivery();
      for (const delivery of waiting) {
        if (!isStopped()) await digest(delivery);
      }
    }
    return null;
  });

  async function digest(waiting: WaitingDelivery): Promise<void> {
    try {
      await dealWith(waiting);
      ports.owed();
    } catch (error) {
      // One bad delivery must not stop the rest.
      const about = {
        delivery: waiting.id.toString(),
        kind: waiting.delivery.kind,
        attempts: waiting.attempts + 1,
      };
      log.error('a delivery could not be digested', { ...about, error });
      if (waiting.attempts + 1 >= ATTEMPTS) await giveUp(waiting);
      else
        await store.postponeDelivery(
          waiting.id,
          nextAttempt(clock.now(), waiting.attempts, null),
          nameOf(error),
        );
    }
  }

  async function dealWith(waiting: WaitingDelivery): Promise<void> {
    const { delivery, workspace, key, receivedAt, id } = waiting;
    switch (delivery.kind) {
      case 'command':
      case 'form':
      case 'message-shortcut':
        return ports.run({ workspace, key, receivedAt, delivery }, (changes) => changes.finishDelivery(id));
      case 'home':
        return store.transaction(async (changes) => {
          if (!(await changes.finishDelivery(id))) return;
          await changes.owe(workspace, [homeDebt(delivery.user, delivery.page)], receivedAt);
        });
      case 'fact': {
        const source = { workspace, key, recordedAt: receivedAt };
        // A marked line may begin with a time of its author's zone: learned before the transaction, which asks nobody.
        const author = authorToKnow(delivery.fact);
        if (author) await ports.directory.person(workspace, author);
        return store.transaction(async (changes) => {
          if (await changes.finishDelivery(id)) await recordFact(changes, delivery.fact, source);
        });
      }
    }
  }

  async function giveUp(waiting: WaitingDelivery): Promise<void> {
    const { delivery, key, workspace } = waiting;
    if (delivery.kind !== 'fact' && delivery.kind !== 'home') {
      const reply = replyDebt(answerKey(key), delivery.replyTo, notSaved());
      await store.transaction((changes) => changes.owe(workspace, [reply], clock.now()));
      ports.owed();
    }
    await store.giveUpDelivery(waiting.id, 'failed too often');
    log.error('a delivery was given up', { delivery: waiting.id.toString(), kind: delivery.kind });
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

import { type Clock, MINUTE } from '../clock.js';
import type { Fields } from '../world.js';
import { type DeliveryMode, QUIET } from './mode.js';
import type { Attempt, DeliveryRecord, Outcome, Parcel, ParcelKind, Transport } from './parcel.js';

/** Waits before the first, second and third retry of the Events API. */
const RETRY_WAITS = [0, 1 * MINUTE, 5 * MINUTE];

/** What is left to do after everything due has been done. */
export interface Quiet {
  readonly scheduledRetries: number;
  readonly nextRetryAt: Date | null;
}

export interface Settling {
  /** Waits for the retries of later, too. */
  readonly includeRetries?: boolean;
  /** Leaves what waits for its neighbour where it is. */
  readonly keepHeld?: boolean;
}

export interface Courier {
  /** `onAnswer` gets what the app said in its acknowledgement, once, and says why it is refused, if it is. */
  enqueue(kind: ParcelKind, type: string, payload: Fields, onAnswer?: AnswerReader): number;
  useTransport(transport: Transport): void;
  setMode(change: Partial<DeliveryMode>): void;
  readonly mode: DeliveryMode;
  withhold(): void;
  /** Lets go what was withheld, in the order that `reorder` gives (default: as it came). */
  release(reorder?: (held: readonly DeliveryRecord[]) => readonly DeliveryRecord[]): void;
  settled(options: Settling): Promise<Quiet>;
  isQuiet(): boolean;
  readonly records: readonly DeliveryRecord[];
  close(): void;
}

type AnswerReader = (outcome: Outcome) => string | null;

interface Item {
  readonly record: MutableRecord;
  readonly retryNum: number;
  readonly reason: Parcel['retryReason'];
  readonly isDuplicate: boolean;
  readonly mayBeHeld: boolean;
}
interface MutableRecord extends DeliveryRecord {
  readonly attempts: Attempt[];
  state: DeliveryRecord['state'];
  refusal: string | null;
  onAnswer: AnswerReader | null;
}

/** Brings parcels to the app: in order, with Slack's retries, and with the mischief that a test asks for. */
export function startCourier(
  clock: Clock,
  first: Transport,
  onEnd: (record: DeliveryRecord) => void,
): Courier {
  const records: MutableRecord[] = [];
  const queue: Item[] = [];
  const retries = new Map<Item, { readonly at: Date; readonly cancel: () => void }>();
  const waiters: (Settling & { readonly resolve: (quiet: Quiet) => void })[] = [];
  let transport = first;
  let mode = QUIET;
  let isWithholding = false;
  let isClosed = false;
  let active = 0;
  let held: Item | null = null;

  return {
    enqueue(kind, type, payload, onAnswer) {
      const eventId = payload['event_id'];
      const record: MutableRecord = {
        id: records.length + 1,
        kind,
        type,
        eventId: typeof eventId === 'string' ? eventId : null,
        payload,
        attempts: [],
        state: 'waiting',
        refusal: null,
        onAnswer: onAnswer ?? null,
      };
      records.push(record);
      queue.push({ record, retryNum: 0, reason: null, isDuplicate: false, mayBeHeld: kind === 'events_api' });
      pump();
      return record.id;
    },
    useTransport(next) {
      transport = next;
    },
    setMode(change) {
      mode = { ...mode, ...change };
      if (!mode.swapNeighbours) letGo();
      pump();
    },
    get mode() {
      return mode;
    },
    withhold() {
      isWithholding = true;
    },
    release(reorder) {
      isWithholding = false;
      if (reorder) {
        const byRecord = new Map<DeliveryRecord, Item>(queue.map((item) => [item.record, item]));
        const order = reorder(queue.map((item) => item.record));
        queue.length = 0;
        for (const record of order) {
          const item = byRecord.get(record);
          if (item) queue.push(item);
        }
      }
      pump();
    },
    settled(wanted) {
      return new Promise((resolve) => {
        waiters.push({ ...wanted, resolve });
        pump();
      });
    },
    isQuiet: () => active === 0 && (isWithholding || queue.length === 0),
    records,
    close() {
      isClosed = true;
      for (const { cancel } of retries.values()) cancel();
      retries.clear();
      queue.length = 0;
      held = null;
      answerWaiters();
    },
  };

  function pump(): void {
    while (!isClosed && !isWithholding && active < mode.concurrency) {
      const item = queue.shift();
      if (!item) break;
      if (mode.swapNeighbours && item.mayBeHeld && held === null) {
        held = { ...item, mayBeHeld: false };
        continue;
      }
      active += 1;
      void deliver(item);
    }
    if (active === 0 && (queue.length === 0 || isWithholding)) setImmediate(rest);
  }

  /** All is quiet, it seems: let go of what waits for a neighbour, or say so. */
  function rest(): void {
    if (active > 0 || (queue.length > 0 && !isWithholding) || waiters.length === 0) return;
    if (held && !isWithholding && waiters.some((waiter) => !waiter.keepHeld)) {
      letGo();
      pump();
      return;
    }
    answerWaiters();
  }

  function answerWaiters(): void {
    const times = [...retries.values()].map((retry) => retry.at.getTime());
    const quiet = {
      scheduledRetries: times.length,
      nextRetryAt: times.length > 0 ? new Date(Math.min(...times)) : null,
    };
    for (const waiter of waiters.splice(0)) {
      if (waiter.includeRetries && times.length > 0 && !isClosed) waiters.push(waiter);
      else waiter.resolve(quiet);
    }
  }

  function letGo(): void {
    if (held) queue.unshift(held);
    held = null;
  }

  async function deliver(item: Item): Promise<void> {
    const { record } = item;
    const at = clock.now();
    const outcome = await transport.send({
      id: record.id,
      kind: record.kind,
      payload: record.payload,
      retryNum: item.retryNum,
      retryReason: item.reason,
      isDuplicate: item.isDuplicate,
    });
    active -= 1;
    if (isClosed) return;
    record.attempts.push({ at, retryNum: item.retryNum, isDuplicate: item.isDuplicate, outcome });
    if (!item.isDuplicate) conclude(item, outcome);
    onEnd(record);
    if (held && item.mayBeHeld) letGo();
    if (mode.duplicate && !item.isDuplicate && item.retryNum === 0) {
      queue.unshift({ record, retryNum: 1, reason: 'http_timeout', isDuplicate: true, mayBeHeld: false });
    }
    pump();
  }

  function conclude(item: Item, outcome: Outcome): void {
    const { record } = item;
    if (outcome.kind === 'acked') {
      record.state = 'acked';
      answer(record, outcome);
      return;
    }
    const wait = RETRY_WAITS[item.retryNum];
    if (record.kind !== 'events_api' || outcome.noRetry || wait === undefined) {
      record.state = 'given-up';
      answer(record, outcome);
      return;
    }
    record.state = 'retrying';
    const next: Item = {
      record,
      retryNum: item.retryNum + 1,
      reason: outcome.reason,
      isDuplicate: false,
      mayBeHeld: false,
    };
    if (wait === 0) {
      queue.unshift(next);
      return;
    }
    const due = new Date(clock.now().getTime() + wait);
    const cancel = clock.at(due, () => {
      retries.delete(next);
      queue.push(next);
      pump();
    });
    retries.set(next, { at: due, cancel });
  }

  function answer(record: MutableRecord, outcome: Outcome): void {
    const { onAnswer } = record;
    record.onAnswer = null;
    record.refusal = onAnswer?.(outcome) ?? null;
  }
}

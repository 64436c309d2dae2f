/** At most this many items in one statement. */
const MOST = 500;

interface Waiting<T> {
  readonly items: readonly T[];
  readonly resolve: () => void;
  readonly reject: (cause: unknown) => void;
}

export interface GroupCommit<T> {
  /** Resolves when the items are durable; rejects when their write failed. */
  write(items: readonly T[]): Promise<void>;
  /** Resolves when nothing is being written any more. */
  idle(): Promise<void>;
}

/**
 * Writes that come while another one is under way share the next statement, in the order in which they came:
 * the busier it gets, the fewer commits each of them costs. No timers, so a lone write is not delayed.
 */
export function groupCommit<T>(commit: (items: readonly T[]) => Promise<void>): GroupCommit<T> {
  let waiting: Waiting<T>[] = [];
  let writing: Promise<void> | null = null;

  async function drain(): Promise<void> {
    // Calls of the same moment shall travel together from the start.
    await Promise.resolve();
    while (waiting.length > 0) await commitOne(takeBatch());
    writing = null;
  }

  function takeBatch(): readonly Waiting<T>[] {
    let taken = 0;
    let size = 0;
    for (const { items } of waiting) {
      if (taken > 0 && size + items.length > MOST) break;
      size += items.length;
      taken += 1;
    }
    const batch = waiting.slice(0, taken);
    waiting = waiting.slice(taken);
    return batch;
  }

  async function commitOne(batch: readonly Waiting<T>[]): Promise<void> {
    try {
      await commit(batch.flatMap(({ items }) => items));
    } catch (cause) {
      for (const { reject } of batch) reject(cause);
      return;
    }
    for (const { resolve } of batch) resolve();
  }

  return {
    write(items) {
      if (items.length === 0) return Promise.resolve();
      return new Promise((resolve, reject) => {
        waiting.push({ items, resolve, reject });
        writing ??= drain();
      });
    },
    idle: async () => {
      while (writing !== null) await writing;
    },
  };
}

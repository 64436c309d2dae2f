import type { Notice } from './notices.js';

const LIMIT_MS = 5_000;

/** Who wants to know of changes, and who waits for something to become true. */
export interface Watching {
  notify(notice: Notice): void;
  watch(listener: (notice: Notice) => void): () => void;
  /** Asks again after every change, call and delivery. Rejects when it is not true within `limitMs` of real time. */
  until(claim: () => boolean, limitMs?: number): Promise<void>;
  /** Something happened that may have made a claim true. */
  look(): void;
  close(): void;
}

interface Waiting {
  readonly claim: () => boolean;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

export function startWatching(): Watching {
  const listeners = new Set<(notice: Notice) => void>();
  const waiting = new Set<Waiting>();
  const look = () => {
    for (const one of waiting) {
      if (one.claim()) one.resolve();
    }
  };
  return {
    notify(notice) {
      for (const listener of listeners) listener(notice);
      look();
    },
    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    until(claim, limitMs = LIMIT_MS) {
      return new Promise((resolve, reject) => {
        const finish = (end: () => void) => {
          clearTimeout(limit);
          waiting.delete(one);
          end();
        };
        const one: Waiting = {
          claim,
          resolve: () => finish(resolve),
          reject: (error) => finish(() => reject(error)),
        };
        const limit = setTimeout(
          () => one.reject(new Error(`It did not become true within ${limitMs} ms: ${claim}`)),
          limitMs,
        );
        waiting.add(one);
        look();
      });
    },
    look,
    close() {
      for (const one of waiting) one.reject(new Error('The stand-in was closed'));
    },
  };
}

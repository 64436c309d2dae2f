import type { Clock } from '../usecases/ports.js';

export interface VirtualClock extends Clock {
  /**
   * Moves the time to `when`, stopping at every timer on the way: it fires, and `settle` is awaited before
   * the time goes on. What happens meanwhile may set new timers.
   */
  moveTo(when: Date, settle: () => Promise<void>): Promise<void>;
}

/** A clock that stands still until it is moved, so that three days pass in a second and always alike. */
export function virtualClock(start: Date): VirtualClock {
  let present = start.getTime();
  let order = 0;
  const timers = new Map<number, { when: number; wake: () => void }>();

  return {
    now: () => new Date(present),
    at(when, wake) {
      const id = order++;
      timers.set(id, { when: when.getTime(), wake });
      return () => timers.delete(id);
    },
    async moveTo(when, settle) {
      for (let next = earliest(when); next; next = earliest(when)) {
        timers.delete(next.id);
        present = Math.max(present, next.when);
        next.wake();
        await settle();
      }
      present = Math.max(present, when.getTime());
    },
  };

  function earliest(until: Date): { id: number; when: number; wake: () => void } | null {
    let first: { id: number; when: number; wake: () => void } | null = null;
    for (const [id, timer] of timers) {
      if (timer.when <= until.getTime() && (!first || timer.when < first.when)) first = { id, ...timer };
    }
    return first;
  }
}

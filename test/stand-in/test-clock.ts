import type { Clock } from '../../src/stand-in/clock.js';

export interface TestClock extends Clock {
  /** Moves the time on and wakes what falls due. */
  pass(milliseconds: number): void;
}

/** A clock that stands still until it is moved. */
export function testClock(start: Date): TestClock {
  let present = start.getTime();
  const timers = new Set<{ readonly when: number; readonly wake: () => void }>();
  return {
    now: () => new Date(present),
    at(when, wake) {
      const timer = { when: when.getTime(), wake };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    pass(milliseconds) {
      present += milliseconds;
      for (const timer of [...timers].sort((a, b) => a.when - b.when)) {
        if (timer.when > present) continue;
        timers.delete(timer);
        timer.wake();
      }
    },
  };
}

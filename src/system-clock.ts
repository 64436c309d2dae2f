import type { Clock } from './usecases/ports.js';

/** Longest wait that a timer of Node's can hold; a longer one is waited for in pieces. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The real time. */
export const systemClock: Clock = {
  now: () => new Date(),
  at(when, wake) {
    let timer: NodeJS.Timeout;
    const wait = (): void => {
      const left = when.getTime() - Date.now();
      timer = setTimeout(
        left > LONGEST_TIMER_MS ? wait : wake,
        Math.min(Math.max(left, 0), LONGEST_TIMER_MS),
      );
      timer.unref();
    };
    wait();
    return () => clearTimeout(timer);
  },
};

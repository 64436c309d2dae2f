/** The time of the simulated workspace, and waiting for it. */
export interface Clock {
  now(): Date;
  /** Calls `wake` once, at `when` or soon after. The answer cancels it. */
  at(when: Date, wake: () => void): () => void;
}

/** The time of the machine; signatures are always made with it, as the app checks them against it. */
export const machineClock: Clock = {
  now: () => new Date(),
  at(when, wake) {
    const timer = setTimeout(wake, Math.max(0, when.getTime() - Date.now()));
    timer.unref();
    return () => clearTimeout(timer);
  },
};

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;

/** Whole seconds since 1970, as Slack writes most of its times. */
export const epochSeconds = (at: Date): number => Math.floor(at.getTime() / SECOND);

import { addSeconds } from 'date-fns';
import type { Clock, Log } from '../usecases/ports.js';

/** Something that runs by itself, a round at a time. */
export interface Loop {
  /** There may be something to do: runs a round, or another one after the present one. */
  wake(): void;
  /** Resolves when no round is running and none is asked for. */
  idle(): Promise<void>;
  /** Ends after the present step of the present round. */
  stop(): Promise<void>;
}

/** What a round needs to know of the loop that runs it. */
export interface Round {
  /** True once the loop is to end: no further step should begin. */
  isStopped(): boolean;
}

const RECOVERY_SECONDS = 1;

/**
 * Runs `round` whenever it is woken, never twice at once, and again at the moment that the round itself names.
 * A round that throws is logged and tried again after a second.
 */
export function loop(
  name: string,
  ports: { clock: Clock; log: Log },
  round: (now: Round) => Promise<Date | null>,
): Loop {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let cancelTimer: (() => void) | null = null;

  return { wake, idle, stop };

  function wake(): void {
    if (stopped) return;
    if (running !== null) {
      again = true;
      return;
    }
    running = run().finally(() => {
      running = null;
      if (again && !stopped) wake();
    });
  }

  async function run(): Promise<void> {
    again = false;
    cancelTimer?.();
    cancelTimer = null;
    const next = await round({ isStopped: () => stopped }).catch((error: unknown) => {
      ports.log.error('a round failed', { job: name, error });
      return addSeconds(ports.clock.now(), RECOVERY_SECONDS);
    });
    if (next && !stopped) cancelTimer = ports.clock.at(next, wake);
  }

  async function idle(): Promise<void> {
    while (running !== null) await running;
  }

  async function stop(): Promise<void> {
    stopped = true;
    cancelTimer?.();
    await idle();
  }
}

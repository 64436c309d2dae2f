import type { Clock, Log } from '../usecases/ports.js';

/** Something that runs by itself, a round at a time. */
export interface Loop {
  /** There may be something to do: runs a round, or another one after the present one. */
  wake(): void;
  /** Resolves when no round is running and none is asked for. */
  idle(): Promise<void>;
  /** Ends after the present round. */
  stop(): Promise<void>;
}

/**
 * Runs `round` whenever it is woken, never twice at once, and again at the moment that the round itself names.
 * A round that throws is logged and tried again after `RECOVERY_MS`.
 */
export function loop(
  name: string,
  ports: { clock: Clock; log: Log },
  round: () => Promise<Date | null>,
): Loop {
  const RECOVERY_MS = 1000;
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
    const next = await round().catch((error: unknown) => {
      ports.log.error('a round failed', { job: name, error });
      return new Date(ports.clock.now().getTime() + RECOVERY_MS);
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

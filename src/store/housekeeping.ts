import type { Pool } from 'pg';
import type { Log } from '../usecases/ports.js';

/** Commits between two rounds: some 20 MB of write-ahead log, and a few hundred pages to clean. */
export const EVERY = 4_000;

/**
 * PostgreSQL in a process of its own has helpers that write checkpoints and clean up behind updates. PGlite
 * has none: without this its write-ahead log grows without end, and with it the start after a crash.
 *
 * @returns what is to be called after every commit.
 */
export function keepHouse(pool: Pick<Pool, 'query' | 'ending'>, log: Log): () => void {
  let commits = 0;
  return () => {
    commits += 1;
    if (commits % EVERY !== 0) return;
    // Not from inside the commit that is just being written.
    setImmediate(() => {
      clean(pool).catch((error: Error) => {
        if (!pool.ending) log.warn('The database could not be cleaned', { reason: error.message });
      });
    });
  };
}

async function clean(pool: Pick<Pool, 'query'>): Promise<void> {
  await pool.query('VACUUM (ANALYZE) slack_event, slack_call, timeline_entry, incident');
  await pool.query('CHECKPOINT');
}

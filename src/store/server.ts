import pg from 'pg';
import type { Log } from '../usecases/ports.js';
import type { Database } from './database.js';

/**
 * How long a silent server is waited for, in ms. What cannot be kept in time is not acknowledged, and Slack,
 * which gives three seconds, sends it again.
 */
const PATIENCE = {
  connectionTimeoutMillis: 2_500,
  query_timeout: 20_000,
  statement_timeout: 15_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
};

/** A PostgreSQL server. Nothing is connected yet when this returns. */
export function openServer(url: string, log: Log): Database {
  const pool = new pg.Pool({
    connectionString: inUtc(url),
    max: 10,
    application_name: 'debrief',
    ...PATIENCE,
  });
  pool.on('error', (error) => log.warn('An idle database connection was lost', { reason: error.message }));
  return { kind: 'server', pool, close: () => pool.end() };
}

/**
 * Prisma's adapter writes and reads times without their offset: on a session in any other zone the stored
 * instant would be wrong although it comes back right. Said in the URL, since there it outranks all else.
 */
function inUtc(url: string): string {
  const parsed = new URL(url);
  const schema = parsed.searchParams.get('schema');
  if (schema !== null && schema !== 'public') {
    throw new Error('DATABASE_URL names a schema; Debrief lives in "public". Give it a database of its own.');
  }
  const options = parsed.searchParams.get('options');
  parsed.searchParams.set('options', `${options ?? ''} -c TimeZone=UTC`.trim());
  return parsed.href;
}

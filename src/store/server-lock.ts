import pg from 'pg';
import type { Log } from '../usecases/ports.js';

/** Any number, as long as nobody else on this database uses it: "DEBR". */
const KEY = 0x44454252;
const LOOK_EVERY_MS = 500;
/** How long the process before us may take to end. */
const LONGEST_WAIT_MS = 20_000;

/**
 * One process at a time on a database: two would each post what is owed. Held by a connection of its own, so
 * the server itself lets go when the process dies.
 *
 * @throws an Error with a plain sentence when another process keeps it.
 */
export async function lockServer(connectionString: string, log: Log): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString, application_name: 'debrief lock', keepAlive: true });
  client.on('error', (error) =>
    log.error('the connection that holds the lock was lost; do not start a second process', { error }),
  );
  await client.connect().catch((cause: unknown) => {
    throw new Error(`The server of DATABASE_URL cannot be reached (${codeOf(cause)})`, { cause });
  });
  const end = Date.now() + LONGEST_WAIT_MS;
  while (!(await taken(client))) {
    if (Date.now() > end) {
      await client.end();
      throw new Error('The database is in use by another Debrief process. Stop that one first');
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return () => client.end();
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'no answer';

async function taken(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [KEY]);
  return rows[0]?.got ?? false;
}

import { existsSync } from 'node:fs';
import { openStore } from '../src/store/open.js';
import type { Log, Store } from '../src/usecases/ports.js';
import { PREPARED_DATABASE } from './prepared-database.mjs';

/** A log that keeps quiet. */
export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** The empty cluster that jest's global set-up has made; null outside of jest. */
export const preparedDatabase: string | null = existsSync(PREPARED_DATABASE) ? PREPARED_DATABASE : null;

/** A store of its own in memory: the real one, on an empty database. Close it when the test is over. */
export async function openTestStore(log: Log = silentLog): Promise<Store> {
  return openStore('memory:', { log, ...(preparedDatabase !== null && { prepared: preparedDatabase }) });
}

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import type { Log, Store } from '../usecases/ports.js';
import type { Database } from './database.js';
import { openEmbedded, openInMemory } from './embedded.js';
import { PrismaClient } from './generated/client.js';
import { indexWords } from './index-words.js';
import { findMigrations, migrate } from './migrate.js';
import { prismaStore } from './prisma-store.js';
import { openServer } from './server.js';
import { lockServer } from './server-lock.js';

export interface StoreOptions {
  readonly log: Log;
  /** Default: `prisma/migrations` of this installation. */
  readonly migrationsDir?: string;
  /** File with an empty cluster (`PGlite.dumpDataDir`), which a new embedded database starts from: faster. */
  readonly prepared?: string;
}

/**
 * Opens the database and brings it up to date.
 *
 * @param url `file:./data` embedded in this process; `postgresql://…` a server; `memory:` embedded, and gone
 *   when closed.
 * @throws an Error with a plain sentence when the directory is in use, or the database does not fit.
 */
export async function openStore(url: string, options: StoreOptions): Promise<Store> {
  const { log, migrationsDir = findMigrations(), prepared = null } = options;
  const database = await openDatabase(url, log, prepared);
  try {
    const applied = await migrate(database.pool, migrationsDir);
    await indexWords(database.pool, log);
    log.info('The database is open', { kind: database.kind, migrated: applied.length });
    return prismaStore(database, new PrismaClient({ adapter: new PrismaPg(database.pool) }), log);
  } catch (cause) {
    await database.close();
    throw cause;
  }
}

/** A server, kept by this process until it is closed. */
async function openLockedServer(url: string, log: Log): Promise<Database> {
  const database = openServer(url, log);
  const unlock = await lockServer(url, log);
  return {
    ...database,
    async close() {
      await database.close();
      await unlock();
    },
  };
}

async function openDatabase(url: string, log: Log, prepared: string | null): Promise<Database> {
  if (url === 'memory:') return openInMemory(log, prepared);
  if (url.startsWith('file://')) return openEmbedded(fileURLToPath(url), log, prepared);
  if (url.startsWith('file:')) return openEmbedded(path.resolve(url.slice('file:'.length)), log, prepared);
  if (/^postgres(ql)?:\/\//.test(url)) return openLockedServer(url, log);
  throw new Error('DATABASE_URL must be file:DIRECTORY (embedded) or postgresql://… (a server).');
}

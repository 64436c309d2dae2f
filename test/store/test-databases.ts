import { PrismaPg } from '@prisma/adapter-pg';
import type { Database } from '../../src/store/database.js';
import { openInMemory } from '../../src/store/embedded.js';
import { PrismaClient } from '../../src/store/generated/client.js';
import { findMigrations, migrate } from '../../src/store/migrate.js';
import { prismaStore } from '../../src/store/prisma-store.js';
import { openServer } from '../../src/store/server.js';
import type { Log, Store } from '../../src/usecases/ports.js';
import { preparedDatabase, silentLog } from '../open-test-store.js';
import { chooseServer, startServer } from './throw-away-server.js';

/** A database that outlives the stores on it: each of them is an opening of its own, as after a restart. */
export interface TestDatabase {
  readonly database: Database;
  openAgain(log?: Log): Store;
  clear(): Promise<void>;
  close(): Promise<void>;
}

export const choice = chooseServer();

/** Both kinds of database; the server's name says why, where there is none. */
export const DATABASES: readonly {
  readonly name: string;
  readonly open: (() => Promise<TestDatabase>) | null;
}[] = [
  { name: 'the embedded database', open: openEmbeddedDatabase },
  choice.kind === 'none'
    ? { name: `a PostgreSQL server (skipped: ${choice.reason})`, open: null }
    : { name: 'a PostgreSQL server', open: openServerDatabase },
];

async function openEmbeddedDatabase(): Promise<TestDatabase> {
  return testDatabase(await openInMemory(silentLog, preparedDatabase), () => Promise.resolve());
}

async function openServerDatabase(): Promise<TestDatabase> {
  const server = await startServer(choice);
  return testDatabase(openServer(await server.createDatabase(), silentLog), () => server.stop());
}

async function testDatabase(database: Database, end: () => Promise<void>): Promise<TestDatabase> {
  await migrate(database.pool, findMigrations());
  const prisma = new PrismaClient({ adapter: new PrismaPg(database.pool) });
  return {
    database,
    openAgain: (log = silentLog) => prismaStore(database, prisma, log),
    clear: async () => {
      await database.pool.query(
        'TRUNCATE incident, person, membership, slack_event, slack_call RESTART IDENTITY CASCADE',
      );
    },
    close: async () => {
      await prisma.$disconnect();
      await database.close();
      await end();
    },
  };
}

import { existsSync, fsyncSync, openAsBlob, readFileSync } from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import type { Log } from '../usecases/ports.js';
import type { Database } from './database.js';
import { keepHouse } from './housekeeping.js';
import { lockDirectory } from './lock.js';
import { PgliteStream } from './pglite-stream.js';

/** The PostgreSQL inside of PGlite. Directories of another major version cannot be opened by it. */
const MAJOR = '18';

/** PGlite's own parameters ask for no fsync (`-F`); ours are a database. */
const START_PARAMS = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['-c', 'wal_sync_method=fsync'],
  ...['-c', 'shared_buffers=16MB'],
  ...['-c', 'max_wal_size=64MB'],
  // Every query of ours finds its order in an index; without fresh statistics the planner would rather sort.
  ...['-c', 'enable_sort=off'],
  // Small samples, so that gathering statistics holds nobody up.
  ...['-c', 'default_statistics_target=10'],
];

/** A PostgreSQL in this process, its files in `dir`. `prepared`: an empty cluster to start a new one from. */
export async function openEmbedded(dir: string, log: Log, prepared: string | null): Promise<Database> {
  const lock = await lockDirectory(dir);
  try {
    const dataDir = path.join(dir, 'pgdata');
    const isNew = !hasCluster(dataDir);
    const db = await PGlite.create({
      dataDir,
      startParams: START_PARAMS,
      ...(isNew && prepared !== null && { loadDataDir: await openAsBlob(prepared) }),
    });
    const housekeeping = { afterCommit: (): void => undefined };
    await syncCommits(db, () => housekeeping.afterCommit());
    const database = pooled(db, log, () => lock.release());
    housekeeping.afterCommit = keepHouse(database.pool, log);
    return database;
  } catch (cause) {
    await lock.release();
    throw cause;
  }
}

/** A PostgreSQL in this process that is gone when it is closed. */
export async function openInMemory(log: Log, prepared: string | null): Promise<Database> {
  const db = await PGlite.create({
    startParams: START_PARAMS,
    ...(prepared !== null && { loadDataDir: await openAsBlob(prepared) }),
  });
  return pooled(db, log, () => Promise.resolve());
}

function hasCluster(dataDir: string): boolean {
  const file = path.join(dataDir, 'PG_VERSION');
  if (!existsSync(file)) return false;
  const version = readFileSync(file, 'utf8').trim();
  if (version !== MAJOR) {
    throw new Error(
      `The database in ${dataDir} was made by PostgreSQL ${version}, and this version of Debrief brings ` +
        `PostgreSQL ${MAJOR}. Write it out with the version that made it, and load it into a new directory.`,
    );
  }
  return true;
}

/** What we touch of Emscripten's file system; internals of PGlite, so its version is pinned exactly. */
interface EmscriptenFs {
  lookupPath(path: string): {
    readonly node: { readonly stream_ops: { fsync?: (stream: Descriptor) => number } };
  };
}
interface Descriptor {
  readonly nfd: number;
}

/**
 * PGlite's file system has no fsync: a commit would survive the end of the process, not that of the machine.
 *
 * @throws when a commit of our own was not synced: better no start than a promise that does not hold.
 */
async function syncCommits(db: PGlite, onCommit: () => void): Promise<void> {
  let synced = 0;
  const fs = db.Module.FS as unknown as EmscriptenFs;
  fs.lookupPath('/pglite/data').node.stream_ops.fsync = ({ nfd }) => {
    fsyncSync(nfd);
    synced += 1;
    onCommit();
    return 0;
  };
  await db.exec('CREATE TABLE _durability_probe (); DROP TABLE _durability_probe');
  if (synced > 0) return;
  await db.close();
  throw new Error('The embedded database does not sync its commits to the disk.');
}

function pooled(db: PGlite, log: Log, release: () => Promise<void>): Database {
  const pool = new pg.Pool({
    // node-postgres asks for a Duplex here and says so; its types ask for a socket.
    stream: () => new PgliteStream(db) as never,
    ssl: false,
    // PGlite is one session.
    max: 1,
    idleTimeoutMillis: 0,
    user: 'postgres',
    database: 'postgres',
  });
  pool.on('error', (error) => log.error('The embedded database broke off', { reason: error.message }));
  return {
    kind: 'embedded',
    pool,
    close: async () => {
      await pool.end();
      await db.close();
      await release();
    },
  };
}

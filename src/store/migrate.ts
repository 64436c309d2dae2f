import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Pool, PoolClient } from 'pg';

/** Prisma Migrate takes the same lock, so `prisma migrate deploy` and this keep out of each other's way. */
const PRISMA_LOCK = 72_707_369;

/** Exactly as Prisma's engine makes it. */
const BOOKKEEPING = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  )`;

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

interface AppliedRow {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

/** `prisma/migrations` of this project, seen from `src/store` as well as from `dist/src/store`. */
export function findMigrations(): string {
  for (let dir = path.dirname(fileURLToPath(import.meta.url)); ; dir = path.dirname(dir)) {
    const migrations = path.join(dir, 'prisma', 'migrations');
    if (existsSync(migrations)) return migrations;
    if (dir === path.dirname(dir))
      throw new Error('The folder prisma/migrations is missing from this installation.');
  }
}

/**
 * Brings the database up to date, each migration in a transaction of its own, with Prisma's bookkeeping.
 *
 * @returns names of the migrations that were applied.
 * @throws an Error with a plain sentence when database and program do not fit each other.
 */
export async function migrate(pool: Pool, dir: string): Promise<readonly string[]> {
  const migrations = readMigrations(dir);
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK]);
    await client.query(BOOKKEEPING);
    const missing = missingFrom(await readApplied(client), migrations);
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [PRISMA_LOCK]).catch(() => undefined);
    client.release();
  }
}

function readMigrations(dir: string): readonly Migration[] {
  return readdirSync(dir)
    .filter((name) => existsSync(path.join(dir, name, 'migration.sql')))
    .sort()
    .map((name) => {
      // Whatever line ends the checkout has: a migration is the same on every machine.
      const sql = readFileSync(path.join(dir, name, 'migration.sql'), 'utf8').replaceAll('\r\n', '\n');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

async function readApplied(client: PoolClient): Promise<readonly AppliedRow[]> {
  const { rows } = await client.query<AppliedRow>(
    'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
  );
  return rows;
}

function missingFrom(applied: readonly AppliedRow[], migrations: readonly Migration[]): readonly Migration[] {
  const failed = applied.find((row) => row.finished_at === null);
  if (failed) {
    throw new Error(
      `The migration ${failed.migration_name} failed half-way earlier. Repair the database, ` +
        'then say so with "npx prisma migrate resolve".',
    );
  }
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  const unknown = applied.filter((row) => !known.has(row.migration_name)).map((row) => row.migration_name);
  if (unknown.length > 0) {
    throw new Error(
      `The database is newer than this program: it has ${unknown.join(', ')}. Run the newer version of Debrief.`,
    );
  }
  const edited = applied.find((row) => known.get(row.migration_name)?.checksum !== row.checksum);
  if (edited) {
    throw new Error(
      `The migration ${edited.migration_name} was edited after it was applied. Restore the file and put the ` +
        'change into a new migration.',
    );
  }
  const had = new Set(applied.map((row) => row.migration_name));
  return migrations.filter(({ name }) => !had.has(name));
}

async function apply(client: PoolClient, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    // Without parameters the simple protocol is spoken: many statements, functions and DO blocks are fine.
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations"
         (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => undefined);
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The migration ${name} failed and was undone: ${why}`, { cause });
  }
}

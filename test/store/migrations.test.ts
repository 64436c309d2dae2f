import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Database } from '../../src/store/database.js';
import { openInMemory } from '../../src/store/embedded.js';
import { findMigrations, migrate } from '../../src/store/migrate.js';
import { preparedDatabase, silentLog } from '../open-test-store.js';

const root = path.dirname(path.dirname(findMigrations()));

/** Prisma's own command line, with the engine that `prisma.config.ts` gives it. */
function prisma(args: readonly string[]): { status: number | null; said: string } {
  const cli = createRequire(path.join(root, 'package.json')).resolve('prisma/build/index.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: 'memory:' },
  });
  return { status, said: stdout + stderr };
}

describe('the migrations', () => {
  it('make the very tables that the schema describes', () => {
    const from = ['--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema.prisma'];

    expect(prisma(['migrate', 'diff', ...from, '--exit-code'])).toMatchObject({ status: 0 });
  }, 60_000);

  it('run through Prisma’s command line too', () => {
    const { status, said } = prisma(['migrate', 'deploy']);

    expect(said).toContain('All migrations have been successfully applied');
    expect(status).toBe(0);
  }, 60_000);

  it('have Unix line ends in this checkout', () => {
    const [first = ''] = readdirSync(findMigrations()).filter((name) => /^\d/.test(name));

    expect(readFileSync(path.join(findMigrations(), first, 'migration.sql'), 'utf8')).not.toContain('\r');
  });
});

describe('the start-up runner', () => {
  let dir: string;
  let database: Database;
  beforeEach(async () => {
    dir = mkdtempSync(path.join(tmpdir(), 'debrief migrations '));
    cpSync(findMigrations(), dir, { recursive: true });
    database = await openInMemory(silentLog, preparedDatabase);
  });
  afterEach(async () => {
    await database.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const write = (name: string, sql: string): void => {
    mkdirSync(path.join(dir, name), { recursive: true });
    writeFileSync(path.join(dir, name, 'migration.sql'), sql);
  };
  const sqlOf = (name: string): string => readFileSync(path.join(dir, name, 'migration.sql'), 'utf8');

  it('applies what is missing, and nothing twice', async () => {
    const all = await migrate(database.pool, dir);
    write('99990101000000_more', 'CREATE TABLE more (id int); DO $$ BEGIN PERFORM 1; END $$;');

    expect(all.length).toBeGreaterThan(0);
    expect(await migrate(database.pool, dir)).toEqual(['99990101000000_more']);
    expect(await migrate(database.pool, dir)).toEqual([]);
  });

  it('refuses a migration that was edited after it was applied, but not another line end', async () => {
    const [first = ''] = await migrate(database.pool, dir);
    write(first, sqlOf(first).replaceAll('\n', '\r\n'));
    expect(await migrate(database.pool, dir)).toEqual([]);

    write(first, `${sqlOf(first)}-- one more word\n`);

    await expect(migrate(database.pool, dir)).rejects.toThrow(`${first} was edited after it was applied`);
  });

  it('refuses a database that is newer than the program', async () => {
    write('99990101000000_future', 'SELECT 1');
    await migrate(database.pool, dir);
    rmSync(path.join(dir, '99990101000000_future'), { recursive: true });

    await expect(migrate(database.pool, dir)).rejects.toThrow(
      'newer than this program: it has 99990101000000_future',
    );
  });

  it('undoes the whole of a migration that fails, and can go on when it is mended', async () => {
    await migrate(database.pool, dir);
    write('99990101000000_bad', 'CREATE TABLE half (id int); SELECT no_such_thing();');

    await expect(migrate(database.pool, dir)).rejects.toThrow('99990101000000_bad failed and was undone');
    write('99990101000000_bad', 'CREATE TABLE half (id int)');

    expect(await migrate(database.pool, dir)).toEqual(['99990101000000_bad']);
  });

  it('stops at a migration that Prisma left half-way', async () => {
    await migrate(database.pool, dir);
    await database.pool.query('UPDATE "_prisma_migrations" SET finished_at = NULL');

    await expect(migrate(database.pool, dir)).rejects.toThrow('prisma migrate resolve');
  });
});

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { incidentId, userId, workspaceId } from '../../src/core/ids.js';
import type { Database } from '../../src/store/database.js';
import { openInMemory } from '../../src/store/embedded.js';
import { PrismaClient } from '../../src/store/generated/client.js';
import { indexWords } from '../../src/store/index-words.js';
import { findMigrations, migrate } from '../../src/store/migrate.js';
import { prismaStore } from '../../src/store/prisma-store.js';
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
    const names = readdirSync(findMigrations()).filter((name) => /^\d/.test(name));

    expect(names.length).toBeGreaterThan(1);
    for (const name of names) {
      expect(readFileSync(path.join(findMigrations(), name, 'migration.sql'), 'utf8')).not.toContain('\r');
    }
  });
});

/** One row in every table, as the first version of Debrief wrote it. */
const FIRST_DATA = `
  INSERT INTO incident (id, workspace, number, title, status, private, zone, channel, declared_by, declared_at, roles,
    draft_version, last_seq)
  VALUES ('i1', 'T1', 1, 'Vault is down', 'resolved', true, 'UTC', 'C1', 'U1', '2024-06-08T14:00:00Z', '{}', 1, 2);
  INSERT INTO incident_event VALUES ('T1', 'i1', 1, 'update-posted', '2024-06-08T14:01:00Z',
    '{"kind":"update-posted","by":"U1","at":"2024-06-08T14:01:00.000Z","entry":"delivery:k","text":"soon"}');
  INSERT INTO timeline_entry VALUES ('T1', 'i1', 'message:C1:1.1', 'message', 'C1', '1.1', NULL, NULL, 'U1', NULL,
    'we see tulips', '2024-06-08T14:02:00Z', '2024-06-08T14:02:00Z', false, '[]', false, '[]', '[]', 0, false, '{}');
  INSERT INTO timeline_entry
  SELECT 'T1', 'i1', 'delivery:' || n, kind, 'C1', NULL, NULL, n::text, who, NULL, '', happened, happened, false, '[]', false,
    '[]', '[]', 0, false, '{}'
  FROM (VALUES (1, 'joined', 'U1', '2024-06-08T14:00:00.5Z'::timestamptz), (2, 'joined', 'U2', '2024-06-08T14:03:00Z'),
    (3, 'left', 'U2', '2024-06-08T14:04:00Z')) AS moves (n, kind, who, happened);
  INSERT INTO follow_up VALUES ('T1', 'i1', 1, 'add an alert', 'U1', NULL, false, 'message:C1:1.1');
  INSERT INTO postmortem VALUES ('T1', 'i1', 1, '2024-06-08T15:00:00Z', '{}', '# Draft');
  INSERT INTO person VALUES ('T1', 'U1', 'Ada', NULL, '2024-06-08T14:00:00Z');
  INSERT INTO slack_event (workspace, key, received_at, delivery) VALUES ('T1', 'event:1', '2024-06-08T14:00:00Z',
    '{"kind":"fact","fact":{"kind":"member-joined","channel":"C1","user":"U3","at":"1.1"}}');
  INSERT INTO slack_call (workspace, key, lane, position, incident_id, effect, standing, owed_at)
  VALUES ('T1', 'card:i1', 'incident:i1', 1, 'i1', '{"kind":"card"}', true, '2024-06-08T14:00:00Z')`;

describe('a database of the first version', () => {
  // What a failed expectation left open would keep the whole run from ending.
  let opened: { close(): Promise<void> };
  let dir: string;
  afterEach(async () => {
    await opened.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it('is brought up to date with all that is in it, and can be searched', async () => {
    const database = await openInMemory(silentLog, preparedDatabase);
    opened = database;
    const [first = ''] = readdirSync(findMigrations()).filter((name) => /^\d/.test(name));
    dir = mkdtempSync(path.join(tmpdir(), 'debrief migrations '));
    cpSync(path.join(findMigrations(), first), path.join(dir, first), { recursive: true });
    await migrate(database.pool, dir);
    await database.pool.query(FIRST_DATA);

    await migrate(database.pool, findMigrations());
    await indexWords(database.pool, silentLog);

    const store = prismaStore(
      database,
      new PrismaClient({ adapter: new PrismaPg(database.pool) }),
      silentLog,
    );
    opened = store;
    const [acme, one, ada] = [workspaceId('T1'), incidentId('i1'), userId('U1')];
    const page = { reader: ada, limit: 10, offset: 0 };
    expect(await store.incidentNumbered(acme, 1)).toMatchObject({
      drill: false,
      adopted: false,
      remindersOff: false,
      handoffTo: null,
      mergedInto: null,
    });
    expect((await store.log(one))[0]?.event).toMatchObject({ text: 'soon', nextAt: null });
    expect((await store.search(acme, 'tulips', page)).items).toMatchObject([
      { entry: { text: 'we see tulips', hidden: false, redacted: false, corrected: null } },
    ]);
    expect((await store.search(acme, 'vault', page)).total).toBe(1);
    expect(await store.search(acme, 'vault', { ...page, reader: userId('U2') })).toEqual({
      items: [],
      total: 0,
    });
    expect((await store.followUpsOf(acme, ada, page)).items).toMatchObject([
      { followUp: { withdrawn: false } },
    ]);
    // A draft of an older shape is made again from the record, which is all there.
    expect(await store.postmortem(one)).toBeNull();
    expect(await store.waitingDeliveries(new Date(0), 10)).toHaveLength(1);
    expect(await store.dueCalls(new Date(), 10, [])).toHaveLength(1);
    // Whoever joins or leaves from now on is told later than what the record knew.
    const stamps = await database.pool.query('SELECT user_id, is_in, at FROM membership ORDER BY user_id');
    expect(stamps.rows).toEqual([
      { user_id: 'U1', is_in: true, at: '1717855200.500000' },
      { user_id: 'U2', is_in: false, at: '1717855440.000000' },
    ]);
  }, 60_000);
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

import { openInMemory } from '../../src/store/embedded.js';
import { EVERY, keepHouse } from '../../src/store/housekeeping.js';
import { findMigrations, migrate } from '../../src/store/migrate.js';
import { preparedDatabase, silentLog } from '../open-test-store.js';

describe('the embedded database', () => {
  it('is cleaned and checkpointed every so many commits', async () => {
    const complaints: unknown[] = [];
    const { pool, close } = await openInMemory(silentLog, preparedDatabase);
    await migrate(pool, findMigrations());
    const redo = async (): Promise<string> => {
      const { rows } = await pool.query<{ lsn: string }>(
        'SELECT redo_lsn::text AS lsn FROM pg_control_checkpoint()',
      );
      return rows[0]?.lsn ?? '';
    };
    const before = await redo();
    const afterCommit = keepHouse(pool, {
      ...silentLog,
      warn: (_words, details) => complaints.push(details),
    });

    for (let commits = 1; commits < EVERY; commits += 1) afterCommit();
    await new Promise((resolve) => setImmediate(resolve));
    const almost = await redo();
    afterCommit();
    await new Promise((resolve) => setImmediate(resolve));
    // The pool has one connection: this question stands in line behind the cleaning.
    await pool.query('SELECT 1');
    const after = await redo();

    expect(almost).toBe(before);
    expect(after).not.toBe(before);
    expect(complaints).toEqual([]);
    await close();
  }, 30_000);
});

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lockDirectory } from '../../src/store/lock.js';
import { openStore } from '../../src/store/open.js';
import type { Store } from '../../src/usecases/ports.js';
import { preparedDatabase, silentLog } from '../open-test-store.js';
import { aDelivery, at } from './values.js';

let place: string;
beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), 'debrief test '));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const prepared = preparedDatabase === null ? {} : { prepared: preparedDatabase };
const openIn = (dir: string): Promise<Store> => openStore(`file:${dir}`, { log: silentLog, ...prepared });

describe('the embedded database', () => {
  it('has after a restart what was kept before it', async () => {
    const dir = path.join(place, 'not', 'there yet');
    const first = await openIn(dir);
    await first.keep([aDelivery('event:1')]);
    await first.close();
    await first.close();

    const second = await openIn(dir);

    expect(await second.waitingDeliveries(at(0), 10)).toHaveLength(1);
    await second.close();
    expect(await second.isUp()).toBe(false);
  }, 30_000);

  it('makes its own cluster where none was prepared', async () => {
    const store = await openStore(`file:${place}`, { log: silentLog });

    expect(readFileSync(path.join(place, 'pgdata', 'PG_VERSION'), 'utf8').trim()).toBe('18');
    await store.close();
  }, 60_000);

  it('waits for a process that is just letting go of the directory', async () => {
    const first = await openIn(place);
    await first.keep([aDelivery('event:1')]);

    const [second] = await Promise.all([openIn(place), first.close()]);

    expect(await second.waitingDeliveries(at(0), 10)).toHaveLength(1);
    await second.close();
  }, 30_000);

  it('refuses a directory of another PostgreSQL, and leaves it as it is', async () => {
    const file = path.join(place, 'pgdata', 'PG_VERSION');
    mkdirSync(path.dirname(file));
    writeFileSync(file, '17\n');

    await expect(openIn(place)).rejects.toThrow(/made by PostgreSQL 17, and this version .* PostgreSQL 18/);

    expect(existsSync(path.join(place, 'pgdata', 'base'))).toBe(false);
    // And has let go of the directory.
    await (await lockDirectory(place, 0)).release();
  });

  it.each([
    ['mysql://localhost/x', /DATABASE_URL must be/],
    ['postgresql://localhost/x?schema=other', /names a schema/],
  ])('is not what %s means', async (url, complaint) => {
    await expect(openStore(url, { log: silentLog })).rejects.toThrow(complaint);
  });
});

describe('the lock on a data directory', () => {
  it('refuses a second owner, and names the first one', async () => {
    const lock = await lockDirectory(place);

    await expect(lockDirectory(place, 0)).rejects.toThrow(`in use by another process (pid ${process.pid})`);

    await lock.release();
    await (await lockDirectory(place, 0)).release();
  });

  it('is taken over from the dead by exactly one of many', async () => {
    const listenAndDie =
      'require("net").createServer().listen("lock.sock", () => process.kill(process.pid, "SIGKILL"))';
    spawnSync(process.execPath, ['-e', listenAndDie], { cwd: place });
    expect(existsSync(path.join(place, 'lock.sock'))).toBe(true);

    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockDirectory(place, 200)));

    const owners = tries.filter((one) => one.status === 'fulfilled');
    expect(owners).toHaveLength(1);
    for (const one of tries) if (one.status === 'rejected') expect(one.reason.message).toContain('in use');
    await owners[0]?.value.release();
  });

  it('holds in a directory whose name is longer than a socket’s may be', async () => {
    const deep = path.join(place, 'x'.repeat(120));
    const lock = await lockDirectory(deep);

    await expect(lockDirectory(deep, 0)).rejects.toThrow('in use by another process');

    expect(existsSync(path.join(deep, 'lock.sock'))).toBe(true);
    await lock.release();
    expect(existsSync(path.join(deep, 'lock.sock'))).toBe(false);
  });
});

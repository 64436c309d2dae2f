import { incidentId } from '../../src/core/ids.js';
import type { Store } from '../../src/usecases/ports.js';
import { DATABASES, type TestDatabase } from './test-databases.js';
import { anIncident } from './values.js';

// Only a server has two transactions at a time.
const server = DATABASES.find(({ name }) => name.includes('server'));

describe(`two transactions on ${server?.name}`, () => {
  const open = server?.open ?? null;
  if (open === null) {
    it.todo('that wait for each other both come to their end');
    return;
  }

  let db: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    db = await open();
    store = db.openAgain();
  }, 60_000);
  afterAll(() => db.close(), 60_000);

  it('that wait for each other both come to their end', async () => {
    const left = incidentId('left');
    const right = incidentId('right');
    await store.transaction(async (changes) => {
      await changes.insertIncident(anIncident({ id: left, number: 1 }));
      await changes.insertIncident(anIncident({ id: right, number: 2 }));
    });
    let holding = 0;
    let bothHold = (): void => undefined;
    const both = new Promise<void>((resolve) => {
      bothHold = resolve;
    });
    let tries = 0;
    const lockBoth = (ids: readonly [typeof left, typeof right]): Promise<void> =>
      store.transaction(async (changes) => {
        tries += 1;
        await changes.lockIncident(ids[0]);
        holding += 1;
        if (holding === 2) bothHold();
        await both;
        const second = await changes.lockIncident(ids[1]);
        if (second) await changes.saveIncident({ ...second, lastSeq: second.lastSeq + 1 });
      });

    await Promise.all([lockBoth([left, right]), lockBoth([right, left])]);

    expect(tries).toBe(3);
    expect((await store.incident(left))?.lastSeq).toBe(1);
    expect((await store.incident(right))?.lastSeq).toBe(1);
  }, 30_000);
});

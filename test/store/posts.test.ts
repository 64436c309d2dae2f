import { channelId, incidentId } from '../../src/core/ids.js';
import { stampOf } from '../../src/core/time/stamp.js';
import type { Settlement, Store } from '../../src/usecases/ports.js';
import { DATABASES, type TestDatabase } from './test-databases.js';
import { aCard, acme, aDebt, aDelivery, anIncident, aReply, at, inc1, war } from './values.js';

describe.each(DATABASES)('what we posted, on $name', ({ open }) => {
  if (open === null) {
    it.todo('keeps its contract');
    return;
  }

  let db: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    db = await open();
  }, 60_000);
  afterAll(() => db.close(), 60_000);
  beforeEach(async () => {
    await db.clear();
    store = db.openAgain();
    await store.transaction((changes) => changes.insertIncident(anIncident()));
  });

  /** Owes the debts and settles them one after the other. */
  const pay = async (
    debts: readonly (readonly [Parameters<typeof aDebt>[1], Settlement])[],
  ): Promise<void> => {
    for (const [nth, [over, settlement]] of debts.entries()) {
      const debt = aDebt(`key${nth}`, { lane: `lane${nth}`, incident: inc1, ...over });
      await store.transaction((changes) => changes.owe(acme, [debt], at(0)));
      const call = (await store.dueCalls(at(0), 100, [])).find(({ key }) => key === debt.key);
      if (!call) throw new Error('nothing is due');
      await store.startCall(call.id);
      await store.settleCall(call.id, call.generation, settlement);
    }
  };
  const postedAt = (seconds: number, channel = war): Settlement => ({
    kind: 'paid',
    posted: { channel, ts: stampOf(at(seconds)), hash: 'h' },
  });

  it('is all found by its incident, in order', async () => {
    await pay([
      [{ effect: { kind: 'card' } }, postedAt(1)],
      [{ effect: { kind: 'set-topic' } }, { kind: 'paid' }],
      [{ effect: { kind: 'announcement' } }, postedAt(2, channelId('C2'))],
      [{ incident: null, effect: { kind: 'announcement' } }, postedAt(3)],
    ]);

    expect(await store.allPosted(inc1)).toEqual([
      { key: 'key0', posted: { channel: war, ts: stampOf(at(1)), hash: 'h' } },
      { key: 'key2', posted: { channel: channelId('C2'), ts: stampOf(at(2)), hash: 'h' } },
    ]);
    expect(await store.allPosted(incidentId('inc-2'))).toEqual([]);
  });

  it('counts by message: edits and private answers do not', async () => {
    await pay([
      [{ effect: { kind: 'card' } }, postedAt(1)],
      [{ effect: { kind: 'post-update', seq: 2 } }, postedAt(100)],
      [{ effect: { kind: 'post-update', seq: 3 } }, postedAt(200)],
      [{ effect: { kind: 'announcement' } }, postedAt(200, channelId('C2'))],
      [{ effect: aReply }, { kind: 'paid' }],
    ]);

    expect(await store.postsSince(acme, war, at(0))).toBe(3);
    expect(await store.postsSince(acme, war, at(100))).toBe(2);
    expect(await store.postsSince(acme, channelId('C9'), at(0))).toBe(0);
  });

  it('an edited card is still one post', async () => {
    for (const _ of ['first', 'again']) {
      await store.transaction((changes) => changes.owe(acme, [aCard({ incident: inc1 })], at(0)));
      const [call] = await store.dueCalls(at(0), 1, []);
      if (!call) throw new Error('nothing is due');
      await store.startCall(call.id);
      await store.settleCall(call.id, call.generation, postedAt(1));
    }

    expect(await store.postsSince(acme, war, at(0))).toBe(1);
  });

  it('and what waits is told with its age', async () => {
    expect(await store.queues(at(0))).toEqual({
      waiting: 0,
      oldestWaiting: null,
      owed: 0,
      oldestOwed: null,
      givenUp: [],
    });
    await store.keep([aDelivery('event:1', { receivedAt: at(-5) }), aDelivery('event:2')]);
    const never = { kind: 'never', reason: 'not_in_channel' } as const;
    await pay([
      [{ effect: { kind: 'set-topic' } }, never],
      [{ effect: { kind: 'card' } }, never],
      [{ effect: { kind: 'announcement' } }, { ...never, reason: 'is_archived' }],
    ]);
    await store.transaction((changes) =>
      changes.owe(
        acme,
        [
          aDebt('remind', { standing: true, effect: { kind: 'remind' }, notBefore: at(60) }),
          aDebt('archive', { lane: 'b', effect: { kind: 'archive-channel' }, notBefore: at(10) }),
        ],
        at(-1000),
      ),
    );

    expect(await store.queues(at(20))).toEqual({
      waiting: 2,
      oldestWaiting: at(-5),
      owed: 1,
      oldestOwed: at(10),
      givenUp: [
        { reason: 'not_in_channel', count: 2 },
        { reason: 'is_archived', count: 1 },
      ],
    });
  });
});

import type { Delivery } from '../../src/core/delivery.js';
import type { Form } from '../../src/core/forms/form.js';
import { deliveryKey, entryId, messageTs, userId } from '../../src/core/ids.js';
import type { Store } from '../../src/usecases/ports.js';
import { DATABASES, type TestDatabase } from './test-databases.js';
import { acme, aDelivery, ada, aReply, at, war } from './values.js';

const ref = { channel: war, ts: messageTs('1.1'), threadTs: null };
const FORMS: readonly Form[] = [
  { name: 'declare', title: 'Down', severity: 1, private: true, startedAt: at(-60), impact: '' },
  { name: 'declare', title: 'Down', severity: null, private: false, startedAt: null, impact: 'all' },
  { name: 'update', incident: 1, text: 'soon', status: 'mitigated', nextIn: 30 },
  { name: 'update', incident: 1, text: 'soon', status: null, nextIn: null },
  { name: 'task', incident: 1, text: 'alert', owner: ada, due: '2024-07-01' },
  { name: 'statement', incident: 1, what: 'task', text: 'x', at: at(1), message: ref },
  { name: 'statement', incident: 1, what: 'ruled-out', text: 'DNS', at: null, message: null },
  { name: 'edit', incident: 1, entry: entryId('message:C1:1.1'), text: 'y', at: at(2) },
  { name: 'answer', incident: 1, question: 'impact', text: 'all of them' },
  { name: 'before', incident: 1, keep: [], offered: [entryId('message:C1:1.1')] },
];

describe.each(DATABASES)('the inbox on $name', ({ open }) => {
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
  });

  const keysOf = async (limit = 1000): Promise<string[]> =>
    (await store.waitingDeliveries(at(0), limit)).map(({ key }) => String(key));

  it('gives back every kind of delivery', async () => {
    const ts = messageTs('1.1');
    const message = {
      author: { kind: 'bot', name: 'Pager' },
      text: 'down',
      threadTs: ts,
      files: [{ name: 'a', type: 'png', link: 'https://files.example.test/a' }],
      masked: 1,
    } as const;
    const mark = { channel: war, ts, by: ada, at: ts };
    const deliveries: readonly Delivery[] = [
      { kind: 'fact', fact: { kind: 'message-posted', channel: war, ts, message } },
      { kind: 'fact', fact: { kind: 'message-edited', channel: war, ts, at: ts, message } },
      { kind: 'fact', fact: { kind: 'message-deleted', channel: war, ts, at: ts } },
      { kind: 'fact', fact: { kind: 'pin-added', ...mark, message: null } },
      { kind: 'fact', fact: { kind: 'pin-added', ...mark, message: { ...message, threadTs: null } } },
      { kind: 'fact', fact: { kind: 'pin-removed', ...mark, stillPinned: true } },
      { kind: 'fact', fact: { kind: 'reaction-added', ...mark, emoji: 'dart' } },
      { kind: 'fact', fact: { kind: 'reaction-removed', ...mark, emoji: 'dart' } },
      { kind: 'fact', fact: { kind: 'member-joined', channel: war, user: ada, at: ts } },
      { kind: 'fact', fact: { kind: 'member-left', channel: war, user: userId('W1'), at: ts } },
      {
        kind: 'command',
        via: 'mention',
        text: 'note <@U2> "quoted" \\ 🔥',
        user: ada,
        channel: war,
        threadTs: ts,
        message: { ts, text: 'note that' },
        replyTo: { kind: 'ephemeral', channel: war, user: ada, threadTs: null },
        masked: 0,
        trigger: null,
        drawnFor: null,
      },
      {
        kind: 'command',
        via: 'slash',
        text: '',
        user: ada,
        channel: war,
        threadTs: null,
        message: null,
        replyTo: aReply.to,
        masked: 0,
        trigger: '1.2.3',
        drawnFor: null,
      },
      {
        kind: 'command',
        via: 'button',
        text: 'INC-1 resolve',
        user: ada,
        channel: null,
        threadTs: null,
        message: null,
        replyTo: { kind: 'direct', user: ada },
        masked: 0,
        trigger: '1.2.3',
        drawnFor: 'k3f9',
      },
      {
        kind: 'fact',
        fact: { kind: 'channel-changed', what: 'topic', channel: war, user: ada, at: ts, text: 'hello' },
      },
      ...FORMS.map((form) => ({
        kind: 'form' as const,
        form,
        user: ada,
        channel: null,
        replyTo: aReply.to,
        masked: 1,
      })),
      {
        kind: 'message-shortcut',
        user: ada,
        channel: war,
        ts,
        threadTs: ts,
        text: 'we see errors',
        replyTo: aReply.to,
        trigger: '1.2.3',
      },
      { kind: 'home', user: ada, page: 2 },
    ];

    await store.keep(deliveries.map((delivery, nth) => aDelivery(`event:${nth}`, { delivery })));

    const kept = await store.waitingDeliveries(at(0), 100);
    expect(kept.map(({ delivery }) => delivery)).toEqual(deliveries);
    expect(kept[0]).toMatchObject({ workspace: acme, key: 'event:0', receivedAt: at(0), attempts: 0 });
  });

  it('keeps a delivery once, however often it comes', async () => {
    await store.keep([aDelivery('event:1'), aDelivery('event:1')]);
    await Promise.all([
      store.keep([aDelivery('event:1')]),
      store.keep([aDelivery('event:1'), aDelivery('event:2')]),
    ]);

    expect(await keysOf()).toEqual(['event:1', 'event:2']);
  });

  it('keeps many callers’ deliveries in the order in which they came', async () => {
    const keys = Array.from({ length: 1200 }, (_, nth) => `event:${nth}`);

    await Promise.all(keys.map((key) => store.keep([aDelivery(key)])));

    expect(await keysOf(2000)).toEqual(keys);
  });

  it('answers a caller when the delivery is there for everybody', async () => {
    const lost: string[] = [];
    const keepAndLook = async (key: string): Promise<void> => {
      await store.keep([aDelivery(key)]);
      const { rowCount } = await db.database.pool.query('SELECT 1 FROM slack_event WHERE key = $1', [key]);
      if (rowCount !== 1) lost.push(key);
    };

    await Promise.all(Array.from({ length: 60 }, (_, nth) => keepAndLook(`event:${nth}`)));

    expect(lost).toEqual([]);
  });

  it('is done with a finished delivery: empty, and known by its key', async () => {
    await store.keep([aDelivery('event:1')]);
    const [delivery] = await store.waitingDeliveries(at(0), 1);
    if (!delivery) throw new Error('not kept');

    await store.transaction((changes) => changes.finishDelivery(delivery.id));
    await store.transaction((changes) => changes.finishDelivery(delivery.id));
    await store.keep([aDelivery('event:1')]);

    expect(await keysOf()).toEqual([]);
    const { rows } = await db.database.pool.query('SELECT key, delivery FROM slack_event');
    expect(rows).toEqual([{ key: 'event:1', delivery: null }]);
  });

  it('holds a postponed delivery back until its time, counts the attempt, and lets others pass', async () => {
    await store.keep([aDelivery('event:1'), aDelivery('event:2')]);
    const [first] = await store.waitingDeliveries(at(0), 1);
    if (!first) throw new Error('not kept');

    await store.postponeDelivery(first.id, at(30), 'database was away');

    expect(await keysOf()).toEqual(['event:2']);
    expect(await store.nextDelivery()).toEqual(at(30));
    expect(await store.backlog(at(0))).toEqual({ deliveries: 1, calls: 0 });
    const later = await store.waitingDeliveries(at(30), 10);
    expect(later.map(({ key, attempts }) => [key, attempts])).toEqual([
      ['event:1', 1],
      ['event:2', 0],
    ]);
  });

  it('shows a delivery that was given up to nobody, but keeps it', async () => {
    await store.keep([aDelivery('event:1')]);
    const [delivery] = await store.waitingDeliveries(at(0), 1);
    if (!delivery) throw new Error('not kept');

    await store.giveUpDelivery(delivery.id, 'cannot be\0 understood');
    await store.giveUpDelivery(delivery.id, 'second reason');

    expect(await keysOf()).toEqual([]);
    expect(await store.nextDelivery()).toBeNull();
    const { rows } = await db.database.pool.query(
      'SELECT state, reason, delivery IS NULL AS empty FROM slack_event',
    );
    expect(rows).toEqual([{ state: 'given_up', reason: 'cannot be\ufffd understood', empty: false }]);
  });

  it('gives up what it cannot read instead of stopping at it', async () => {
    await store.keep([aDelivery('event:1'), aDelivery('event:2')]);
    await db.database.pool.query(`UPDATE slack_event SET delivery = '{"kind":"odd"}' WHERE key = 'event:1'`);

    expect(await keysOf()).toEqual(['event:2']);
    expect(await store.backlog(at(0))).toEqual({ deliveries: 1, calls: 0 });
  });

  it('keeps deliveries while a transaction runs, and after one has failed', async () => {
    const failing = store.transaction(async (changes) => {
      await changes.nextIncidentNumber(acme);
      throw new Error('no');
    });

    await Promise.all([
      expect(failing).rejects.toThrow('no'),
      store.keep([aDelivery('event:1')]),
      store.keep([aDelivery('event:2', { key: deliveryKey('event:2') })]),
    ]);

    expect(await keysOf()).toEqual(['event:1', 'event:2']);
  });
});

import type { Debt, Effect } from '../../src/core/effects.js';
import type { FormAsked } from '../../src/core/forms/form.js';
import { groupId, incidentId, messageTs } from '../../src/core/ids.js';
import type { OwedCall, Posted, Settlement, Store } from '../../src/usecases/ports.js';
import { DATABASES, type TestDatabase } from './test-databases.js';
import { aCard, acme, aDebt, ada, anIncident, aReply, at, inc1, war } from './values.js';

const posted: Posted = { channel: war, ts: messageTs('1.1'), hash: 'h1' };
const paid: Settlement = { kind: 'paid' };
const later = (seconds: number, fateUnknown = false): Settlement => ({
  kind: 'later',
  notBefore: at(seconds),
  reason: 'ratelimited',
  fateUnknown,
});

const ASKED: readonly FormAsked[] = [
  { name: 'declare', title: '' },
  { name: 'update' },
  { name: 'task' },
  { name: 'statement', what: 'note', message: null },
  {
    name: 'statement',
    what: 'note',
    message: { channel: war, ts: messageTs('1.1'), threadTs: messageTs('1.0'), text: 'we see errors' },
  },
  { name: 'edit', code: 'k3f9' },
  { name: 'answer', question: '1' },
  { name: 'before' },
];

describe.each(DATABASES)('the outbox on $name', ({ open }) => {
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

  const owe = (debts: readonly Debt[], seconds = 0): Promise<void> =>
    store.transaction((changes) => changes.owe(acme, debts, at(seconds)));
  const due = (seconds = 0): Promise<readonly OwedCall[]> => store.dueCalls(at(seconds), 100, []);
  const keysDue = async (seconds = 0): Promise<string[]> => (await due(seconds)).map(({ key }) => key);
  /** The one call that is due. */
  const theCall = async (seconds = 0): Promise<OwedCall> => {
    const [call, ...others] = await due(seconds);
    if (!call || others.length > 0) throw new Error(`${others.length + (call ? 1 : 0)} calls are due`);
    return call;
  };
  const pay = async (settlement: Settlement = paid): Promise<OwedCall> => {
    const call = await theCall();
    await store.startCall(call.id);
    await store.settleCall(call.id, call.generation, settlement);
    return call;
  };

  it('gives back every kind of effect', async () => {
    const effects: readonly Effect[] = [
      { kind: 'open-channel' },
      {
        kind: 'declared-reply',
        to: { kind: 'ephemeral', channel: war, user: ada, threadTs: messageTs('1.1') },
      },
      { kind: 'set-topic' },
      { kind: 'invite', user: ada },
      { kind: 'card' },
      { kind: 'announcement' },
      { kind: 'post-update', seq: 3 },
      { kind: 'announce-update', seq: 3 },
      { kind: 'look-back', channel: war, before: at(-600) },
      { kind: 'rename-channel' },
      { kind: 'invite-group', group: groupId('S1') },
      { kind: 'escalation', seq: 3 },
      { kind: 'brief', user: ada, occasion: 'handoff' },
      { kind: 'remind' },
      { kind: 'before-note', to: { kind: 'direct', user: ada } },
      { kind: 'capture-past', from: at(-900), to: aReply.to },
      { kind: 'fetch-message', channel: war, ts: messageTs('1.1') },
      ...ASKED.map((form) => ({
        kind: 'open-form' as const,
        trigger: '1.2.3',
        form,
        channel: null,
        to: aReply.to,
      })),
      { kind: 'publish-home', user: ada, page: 1 },
      { kind: 'morning-note' },
      { kind: 'closing-notice' },
      { kind: 'archive-channel' },
      { kind: 'merge-notice' },
      { kind: 'drill-step', script: 'database', step: 2 },
      { kind: 'scrub-posts' },
      { kind: 'export-file', format: 'json' },
      { kind: 'redraft' },
      { kind: 'draft-card', version: 2 },
      { kind: 'draft-file', version: 2 },
      aReply,
    ];

    await owe(effects.map((effect, nth) => aDebt(`k${nth}`, { lane: `lane ${nth}`, effect })));

    const calls = await due();
    expect(calls.map(({ effect }) => effect)).toEqual(effects);
    expect(calls[0]).toMatchObject({
      workspace: acme,
      key: 'k0',
      lane: 'lane 0',
      incident: null,
      generation: 1,
      attempts: 0,
      owedAt: at(0),
      interrupted: false,
      posted: null,
    });
  });

  it('knows the incident of a debt, and refuses a debt of an incident that is not there', async () => {
    await store.transaction((changes) => changes.insertIncident(anIncident()));
    await owe([aCard({ incident: inc1 })]);

    expect((await theCall()).incident).toBe(inc1);
    await expect(owe([aDebt('x', { incident: incidentId('nobody') })])).rejects.toThrow();
  });

  it('pays the debts of a lane one after another, in the order in which they were owed', async () => {
    await owe([aDebt('a1', { lane: 'a' }), aDebt('b1', { lane: 'b' }), aDebt('a2', { lane: 'a' })]);
    await owe([aDebt('a3', { lane: 'a' })]);
    const order: string[] = [];
    for (;;) {
      const [call] = await due();
      if (!call) break;
      order.push(call.key);
      await store.startCall(call.id);
      await store.settleCall(call.id, call.generation, paid);
    }

    expect(order).toEqual(['a1', 'b1', 'a2', 'a3']);
  });

  it('gives no more calls than were asked for, those first that were owed first', async () => {
    await owe(['a', 'b', 'c'].map((key) => aDebt(key, { lane: key })));

    expect((await store.dueCalls(at(0), 2, [])).map(({ key }) => key)).toEqual(['a', 'b']);
  });

  it('lets a lane wait while one of its calls is being sent, and other lanes go on', async () => {
    await owe([aDebt('a1', { lane: 'a' }), aDebt('a2', { lane: 'a' }), aDebt('b1', { lane: 'b' })]);
    const [a1] = await due();
    if (!a1) throw new Error('nothing due');

    await store.startCall(a1.id);

    expect((await store.dueCalls(at(0), 100, [a1.id])).map(({ key }) => key)).toEqual(['b1']);
    expect(await store.backlog(at(0))).toEqual({ deliveries: 0, calls: 3 });
  });

  it('lets a lane wait behind a postponed call', async () => {
    await owe([aDebt('a1', { lane: 'a' }), aDebt('a2', { lane: 'a' }), aDebt('b1', { lane: 'b' })]);
    const [a1] = await due();
    if (!a1) throw new Error('nothing due');
    await store.startCall(a1.id);

    await store.settleCall(a1.id, a1.generation, later(30));

    expect(await keysDue(29)).toEqual(['b1']);
    expect(await store.nextCall()).toEqual(at(30));
    expect(await store.backlog(at(29))).toEqual({ deliveries: 0, calls: 1 });
    const [again] = await due(30);
    expect(again).toMatchObject({ key: 'a1', attempts: 1, interrupted: false });
  });

  it('passes a debt by that nobody will pay any more', async () => {
    await owe([aDebt('a1', { lane: 'a' }), aDebt('a2', { lane: 'a' })]);

    await pay({ kind: 'never', reason: 'channel_not_found' });

    expect(await keysDue()).toEqual(['a2']);
  });

  it.each<[string, Settlement | null]>([
    ['is waiting', null],
    ['was paid', paid],
    ['was given up', { kind: 'never', reason: 'is_archived' }],
  ])('owes a debt of its own once, also when it %s', async (_when, settlement) => {
    await owe([aDebt('once'), aDebt('once')]);
    if (settlement) await pay(settlement);

    await owe([aDebt('once', { effect: { kind: 'set-topic' } })]);

    const calls = await due();
    expect(calls.map(({ effect }) => effect.kind)).toEqual(settlement ? [] : ['open-channel']);
  });

  describe('a standing debt', () => {
    it('owed again before it is paid is paid once, in its first place, as it was owed last', async () => {
      await owe([aCard({ effect: { kind: 'draft-card', version: 1 } }), aDebt('next')]);
      await owe([aCard({ effect: { kind: 'draft-card', version: 2 } })], 5);

      const call = await pay();

      expect(call).toMatchObject({ key: 'card:inc-1', effect: { version: 2 }, owedAt: at(0) });
      expect(await keysDue()).toEqual(['next']);
    });

    it('owed again after it was paid is due once more, at the end of its lane', async () => {
      await owe([aCard(), aDebt('next')]);
      await pay({ kind: 'paid', posted });

      await owe([aCard()], 5);

      expect((await pay()).key).toBe('next');
      expect(await theCall()).toMatchObject({ key: 'card:inc-1', attempts: 0, owedAt: at(5), posted });
    });

    it('owed again after it was given up is tried once more', async () => {
      await owe([aCard()]);
      await pay({ kind: 'never', reason: 'message_not_found' });

      await owe([aCard()], 5);

      expect(await theCall()).toMatchObject({ key: 'card:inc-1', attempts: 0 });
    });

    it('owed again while it is being sent is due once more, after what was owed in between', async () => {
      await owe([aCard()]);
      const call = await theCall();
      await store.startCall(call.id);
      await owe([aDebt('between')]);
      await owe([aCard()], 5);
      await owe([aDebt('after')]);

      await store.settleCall(call.id, call.generation, { kind: 'paid', posted });
      await store.settleCall(call.id, call.generation, { kind: 'paid', posted });

      const order = [await pay(), await pay(), await pay()];
      expect(order.map(({ key }) => key)).toEqual(['between', 'card:inc-1', 'after']);
      expect(order[1]).toMatchObject({ generation: 2, attempts: 0, posted });
      expect(await due()).toEqual([]);
    });

    it('owed again while it is being sent, and put off, is due once and in its old place', async () => {
      await owe([aCard(), aDebt('next')]);
      const call = await theCall();
      await store.startCall(call.id);
      await owe([aCard()], 5);

      await store.settleCall(call.id, call.generation, later(30));

      expect(await keysDue(29)).toEqual([]);
      const again = await theCall(30);
      expect(again).toMatchObject({ key: 'card:inc-1', generation: 2 });
      await store.startCall(again.id);
      await store.settleCall(again.id, again.generation, paid);
      expect(await keysDue(30)).toEqual(['next']);
    });

    it('settled for an old owing, late, does not settle a new one', async () => {
      await owe([aCard()]);
      const first = await pay();
      await owe([aCard()], 5);

      await store.settleCall(first.id, first.generation, paid);

      expect(await keysDue()).toEqual(['card:inc-1']);
    });

    it('waits for its time, and owing it again moves that', async () => {
      const redraft = (seconds: number): Debt =>
        aDebt('redraft', { effect: { kind: 'redraft' }, standing: true, notBefore: at(seconds) });
      await owe([redraft(60)]);
      expect(await keysDue(59)).toEqual([]);
      expect(await store.nextCall()).toEqual(at(60));

      await owe([redraft(90)]);

      expect(await keysDue(89)).toEqual([]);
      expect(await keysDue(90)).toEqual(['redraft']);
    });

    it('moved while it is being sent is due at its new time', async () => {
      const redraft = (seconds: number): Debt =>
        aDebt('redraft', { effect: { kind: 'redraft' }, standing: true, notBefore: at(seconds) });
      await owe([redraft(60)]);
      const call = await theCall(60);
      await store.startCall(call.id);
      await owe([redraft(120)]);

      await store.settleCall(call.id, call.generation, paid);

      expect(await keysDue(119)).toEqual([]);
      expect(await keysDue(120)).toEqual(['redraft']);
    });

    it('does not cut a pause short that Slack asked for', async () => {
      await owe([aCard()]);
      await pay(later(30));

      await owe([aCard()], 5);

      expect(await keysDue(29)).toEqual([]);
      expect(await keysDue(30)).toEqual(['card:inc-1']);
    });
  });

  describe('a call whose fate is unknown', () => {
    it('comes back as interrupted when the process ended while it was sent', async () => {
      await owe([aDebt('a1'), aDebt('a2')]);
      await store.startCall((await theCall()).id);

      const restarted = db.openAgain();

      const [call, ...others] = await restarted.dueCalls(at(0), 10, []);
      expect(others).toEqual([]);
      expect(call).toMatchObject({ key: 'a1', interrupted: true, attempts: 1 });
      if (!call) return;
      await restarted.startCall(call.id);
      expect(await restarted.dueCalls(at(0), 10, [call.id])).toEqual([]);
      await restarted.settleCall(call.id, call.generation, paid);
      expect((await restarted.dueCalls(at(0), 10, [])).map(({ key }) => key)).toEqual(['a2']);
    });

    it('comes back as interrupted when the answer did not tell', async () => {
      await owe([aDebt('a1')]);
      await pay(later(30, true));
      expect((await theCall(30)).interrupted).toBe(true);

      const call = await theCall(30);
      await store.startCall(call.id);
      await store.settleCall(call.id, call.generation, later(60));

      // The look into the channel failed this time: that tells nothing about the post.
      expect(await theCall(60)).toMatchObject({ interrupted: true, attempts: 2 });
    });

    it('comes back as interrupted when its settlement could not be saved', async () => {
      await owe([aDebt('a1'), aDebt('a2')]);
      const call = await theCall();
      await store.startCall(call.id);

      expect(await due()).toEqual([expect.objectContaining({ key: 'a1', interrupted: true })]);
    });

    it('stays interrupted through crash after crash', async () => {
      await owe([aDebt('a1')]);
      await store.startCall((await theCall()).id);
      for (const attempts of [1, 2, 3]) {
        const restarted = db.openAgain();
        const [call] = await restarted.dueCalls(at(0), 10, []);
        expect(call).toMatchObject({ interrupted: true, attempts });
        if (call) await restarted.startCall(call.id);
      }
    });

    it('owed again before anybody looked is settled with the look', async () => {
      await owe([aCard()]);
      await store.startCall((await theCall()).id);
      const restarted = db.openAgain();
      await owe([aCard()], 5);

      const [call] = await restarted.dueCalls(at(0), 10, []);
      expect(call).toMatchObject({ interrupted: true, generation: 2, owedAt: at(0) });
      if (!call) return;
      await restarted.startCall(call.id);
      await restarted.settleCall(call.id, call.generation, { kind: 'paid', posted });

      expect(await restarted.dueCalls(at(100), 10, [])).toEqual([]);
    });
  });

  it('started twice counts as two attempts; settled already it cannot be started', async () => {
    await owe([aDebt('a1')]);
    const call = await theCall();
    await store.startCall(call.id);
    await store.startCall(call.id);
    await store.settleCall(call.id, call.generation, later(0));
    expect((await theCall()).attempts).toBe(2);

    await store.settleCall(call.id, call.generation, paid);

    await expect(store.startCall(call.id)).rejects.toThrow('not waiting');
  });

  it('counts an attempt also when a call is put off unsent', async () => {
    await owe([aDebt('a1')]);
    const call = await theCall();

    await store.settleCall(call.id, call.generation, later(0));

    expect((await theCall()).attempts).toBe(1);
  });

  it('remembers where a message stands, also when the rest of the work is still owed', async () => {
    await owe([aCard()]);
    expect(await store.posted(acme, 'card:inc-1')).toBeNull();

    await pay({ kind: 'later', notBefore: at(30), reason: 'pin failed', fateUnknown: false, posted });
    expect(await store.posted(acme, 'card:inc-1')).toEqual(posted);
    expect((await theCall(30)).posted).toEqual(posted);

    const call = await theCall(30);
    await store.startCall(call.id);
    await store.settleCall(call.id, call.generation, paid);
    expect(await store.posted(acme, 'card:inc-1')).toEqual(posted);
    expect(await store.posted(acme, 'nothing')).toBeNull();
  });

  it.each<[string, Settlement]>([
    ['paid', paid],
    ['given up', { kind: 'never', reason: 'expired_url' }],
  ])('forgets where a reply went and what it said once it is %s', async (_how, settlement) => {
    await owe([aDebt('reply:1', { effect: aReply })]);

    await pay(settlement);

    const { rows } = await db.database.pool.query('SELECT key, effect FROM slack_call');
    expect(rows).toEqual([{ key: 'reply:1', effect: { kind: 'reply' } }]);
  });

  it('gives up what it cannot read instead of stopping at it', async () => {
    await owe([aDebt('a1'), aDebt('a2')]);
    await db.database.pool.query(`UPDATE slack_call SET effect = '{"kind":"odd"}' WHERE key = 'a1'`);

    expect(await keysDue()).toEqual([]);
    expect(await keysDue()).toEqual(['a2']);
  });

  it('has nothing to do when nothing is owed', async () => {
    await owe([]);

    expect(await due()).toEqual([]);
    expect(await store.nextCall()).toBeNull();
    expect(await store.backlog(at(0))).toEqual({ deliveries: 0, calls: 0 });
  });
});

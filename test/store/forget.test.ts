import { deliveryKey, entryId, incidentId, messageTs } from '../../src/core/ids.js';
import type { IncidentEvent } from '../../src/core/incident/events.js';
import { POSTMORTEM_SCHEMA, type Postmortem } from '../../src/core/postmortem/model.js';
import { entryCode } from '../../src/core/timeline/entry-code.js';
import type { Store } from '../../src/usecases/ports.js';
import { DATABASES, type TestDatabase } from './test-databases.js';
import { acme, aDebt, aDelivery, ada, anEntry, anIncident, aReply, at, grace, inc1, war } from './values.js';

const SECRET = 'the password of the vault is tulip';
const target = entryId('delivery:command:1');

describe.each(DATABASES)('forgetting words on $name', ({ open }) => {
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
    await store.transaction((changes) => changes.insertIncident(anIncident({ channel: war })));
  });

  const forget = (entry = target): Promise<void> =>
    store.transaction((changes) => changes.forgetWords(acme, inc1, entry, '[redacted]'));
  const log = (events: readonly IncidentEvent[]): Promise<void> =>
    store.transaction((changes) =>
      changes.appendToLog(
        acme,
        inc1,
        events.map((event, nth) => ({ seq: nth + 1, event })),
      ),
    );
  /** Everything that the database holds, as text. */
  const everything = async (): Promise<string> => {
    const { rows } = await db.database.pool.query(`
      SELECT (SELECT jsonb_agg(to_jsonb(t)) FROM incident t) AS a, (SELECT jsonb_agg(to_jsonb(t)) FROM incident_event t) AS b,
        (SELECT jsonb_agg(to_jsonb(t)) FROM timeline_entry t) AS c, (SELECT jsonb_agg(to_jsonb(t)) FROM follow_up t) AS d,
        (SELECT jsonb_agg(to_jsonb(t)) FROM postmortem t) AS e, (SELECT jsonb_agg(to_jsonb(t)) FROM slack_call t) AS f,
        (SELECT jsonb_agg(to_jsonb(t)) FROM slack_event t) AS g`);
    return JSON.stringify(rows);
  };

  it('leaves none of them anywhere', async () => {
    const act = { by: ada, at: at(1), entry: target };
    const quiet = { by: ada, at: at(2) };
    await log([
      { ...act, kind: 'follow-up-added', number: 1, text: SECRET, owner: null, due: null, message: null },
      { ...quiet, kind: 'follow-up-changed', number: 1, change: { text: `${SECRET} 2`, done: true } },
      {
        ...quiet,
        kind: 'entry-corrected',
        target,
        text: `${SECRET} 3`,
        occurredAt: null,
        was: { text: SECRET, occurredAt: at(1) },
      },
      { ...act, kind: 'update-posted', text: SECRET, nextAt: null },
    ]);
    await store.transaction(async (changes) => {
      await changes.saveFollowUp(acme, {
        incident: inc1,
        number: 1,
        text: SECRET,
        owner: null,
        due: null,
        done: true,
        withdrawn: false,
        entry: target,
      });
      await changes.saveEntry(
        acme,
        anEntry({
          id: target,
          text: '[redacted]',
          redacted: true,
          origin: { kind: 'delivery', channel: war, key: deliveryKey('command:1') },
        }),
      );
      await changes.saveIncident(
        anIncident({ channel: war, lastUpdate: { text: SECRET, by: ada, at: at(2) } }),
      );
      await changes.savePostmortem(acme, {
        incident: inc1,
        version: 1,
        madeAt: at(3),
        document: { schema: POSTMORTEM_SCHEMA, text: SECRET } as unknown as Postmortem,
        markdown: SECRET,
      });
      await changes.owe(
        acme,
        [
          aDebt('reply:1', { effect: { ...aReply, message: { text: `Noted: ${SECRET}` } } }),
          aDebt('form:1', {
            effect: {
              kind: 'open-form',
              trigger: '1',
              channel: war,
              to: aReply.to,
              form: {
                name: 'statement',
                what: 'note',
                message: { channel: war, ts: messageTs('1.1'), threadTs: null, text: SECRET },
              },
            },
          }),
        ],
        at(0),
      );
    });
    await store.keep([
      aDelivery('command:1', {
        delivery: {
          kind: 'command',
          via: 'slash',
          text: SECRET,
          user: ada,
          channel: war,
          threadTs: null,
          message: null,
          replyTo: aReply.to,
          masked: 0,
          trigger: null,
          drawnFor: null,
        },
      }),
    ]);
    const [delivery] = await store.waitingDeliveries(at(0), 1);
    if (delivery) await store.giveUpDelivery(delivery.id, 'odd');
    expect(await everything()).toContain('tulip');

    await forget();

    expect(await everything()).not.toContain('tulip');
    expect((await store.incident(inc1))?.lastUpdate).toEqual({ text: '[redacted]', by: ada, at: at(2) });
    expect((await store.log(inc1)).map(({ event }) => event)).toMatchObject([
      { kind: 'follow-up-added', text: '[redacted]', number: 1 },
      { kind: 'follow-up-changed', change: { text: '[redacted]', done: true } },
      { kind: 'entry-corrected', text: '[redacted]', was: { text: '[redacted]', occurredAt: at(1) } },
      { kind: 'update-posted', text: '[redacted]' },
    ]);
    expect(await store.postmortem(inc1)).toBeNull();
    expect((await store.dueCalls(at(0), 10, [])).map(({ effect }) => effect)).toMatchObject([
      { kind: 'reply', message: { text: '[redacted]' } },
    ]);
    await expect(forget()).resolves.toBeUndefined();
  });

  it('leaves no trace of a title where it was replaced, put back or made into a name', async () => {
    const act = { by: ada, at: at(1) };
    const later = entryId('delivery:command:2');
    await log([
      { ...act, kind: 'renamed', entry: target, from: 'Checkout', to: 'tulip' },
      { kind: 'channel-opened', at: at(1), channel: war, channelName: 'inc-1-tulip', adopted: false },
      { ...act, kind: 'renamed', entry: later, from: 'tulip', to: 'Search' },
      { ...act, kind: 'undone', target: later, restore: { title: 'tulip' } },
      { ...act, kind: 'renamed', entry: entryId('delivery:command:3'), from: 'tulip', to: 'Mail' },
    ]);
    await store.transaction(async (changes) => {
      await changes.saveEntry(
        acme,
        anEntry({ id: target, kind: 'renamed', text: '[redacted]', redacted: true }),
      );
      const detail = { from: 'tulip', to: 'Search' };
      await changes.saveEntry(acme, anEntry({ id: later, kind: 'renamed', text: 'Search', detail }));
    });

    await forget();
    await forget();

    expect(await everything()).not.toContain('tulip');
    expect((await store.entries(inc1)).find(({ id }) => id === later)).toMatchObject({
      text: 'Search',
      detail: { from: '[redacted]', to: 'Search' },
    });
  });

  it('lets everything else be', async () => {
    const mine = entryId('delivery:command:2');
    const act = { by: ada, at: at(1), entry: mine };
    const events: readonly IncidentEvent[] = [
      { ...act, kind: 'update-posted', text: 'all is well', nextAt: null },
      { ...act, kind: 'resolved', text: 'restarted' },
      { by: ada, at: at(2), kind: 'entry-hidden', target: mine, hidden: false },
    ];
    await log(events);
    await store.transaction(async (changes) => {
      await changes.insertIncident(anIncident({ id: incidentId('inc-2'), number: 2 }));
      await changes.saveIncident(
        anIncident({ channel: war, lastUpdate: { text: 'all is well', by: grace, at: at(2) } }),
      );
      await changes.savePostmortem(acme, {
        incident: incidentId('inc-2'),
        version: 1,
        madeAt: at(3),
        document: { schema: POSTMORTEM_SCHEMA } as unknown as Postmortem,
        markdown: 'x',
      });
      await changes.owe(acme, [aDebt('reply:1', { effect: aReply })], at(0));
    });

    await forget();

    expect((await store.log(inc1)).map(({ event }) => event)).toEqual(events);
    expect((await store.incident(inc1))?.lastUpdate?.text).toBe('all is well');
    expect(await store.postmortem(incidentId('inc-2'))).not.toBeNull();
    expect((await store.dueCalls(at(0), 10, []))[0]?.effect).toEqual(aReply);
  });

  it.each([
    ['names it by its code', (code: string) => `Put right: \`${code}\``],
    ['links to its message', () => '<https://acme.slack.com/archives/C1/p1717857003000100|14:30>'],
  ])('empties an answer on its way that %s', async (_what, text) => {
    const { id } = anEntry();
    await store.transaction(async (changes) => {
      await changes.saveEntry(acme, anEntry({ text: '[redacted]', redacted: true }));
      const message = { text: text(entryCode(id)) };
      await changes.owe(acme, [aDebt('reply:1', { effect: { ...aReply, message } })], at(0));
    });

    await forget(id);

    expect((await store.dueCalls(at(0), 10, []))[0]?.effect).toEqual({
      ...aReply,
      message: { text: '[redacted]' },
    });
  });
});

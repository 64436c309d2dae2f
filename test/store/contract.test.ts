import {
  channelId,
  deliveryKey,
  entryId,
  groupId,
  incidentId,
  messageTs,
  userId,
  workspaceId,
} from '../../src/core/ids.js';
import type { IncidentEvent } from '../../src/core/incident/events.js';
import { POSTMORTEM_SCHEMA, type Postmortem } from '../../src/core/postmortem/model.js';
import type { Changes, Store } from '../../src/usecases/ports.js';
import { silentLog } from '../open-test-store.js';
import { DATABASES, type TestDatabase } from './test-databases.js';
import { acme, aDelivery, ada, anEntry, anIncident, at, grace, inc1, war } from './values.js';

const other = workspaceId('T2');

describe.each(DATABASES)('the store on $name', ({ open }) => {
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

  const declare = (over: Parameters<typeof anIncident>[0] = {}): Promise<void> =>
    store.transaction((changes) => changes.insertIncident(anIncident(over)));

  describe('incidents', () => {
    it('come back as they were saved, with everything or next to nothing in them', async () => {
      const full = anIncident({
        status: 'mitigated',
        channel: war,
        channelName: 'inc-1-checkout',
        origin: channelId('C9'),
        lead: grace,
        roles: { scribe: ada, 'comms lead': grace },
        lastUpdate: { text: 'Rolled back', by: ada, at: at(60) },
        endedAt: at(90),
        draftVersion: 2,
        lastSeq: 7,
        private: true,
        drill: true,
        adopted: true,
        nextUpdateAt: at(120),
        remindersOff: true,
        handoffTo: ada,
        postmortemOwner: grace,
        closingAt: at(3600),
        mergedInto: 9,
      });
      const bare = anIncident({ id: incidentId('inc-2'), number: 2, severity: null });

      await declare(full);
      await declare(bare);

      expect(await store.incident(inc1)).toEqual(full);
      expect(await store.incident(incidentId('inc-2'))).toEqual(bare);
      expect(await store.incident(incidentId('nobody'))).toBeNull();
    });

    it('are found by their channel, in their own workspace only', async () => {
      await declare({ channel: war });

      expect((await store.incidentInChannel(acme, war))?.id).toBe(inc1);
      expect(await store.incidentInChannel(other, war)).toBeNull();
      expect(await store.incidentInChannel(acme, channelId('C2'))).toBeNull();
    });

    it('are open until they are resolved or cancelled, newest first', async () => {
      const statuses = ['investigating', 'resolved', 'monitoring', 'cancelled'] as const;
      for (const [nth, status] of statuses.entries()) {
        await declare({ id: incidentId(`i${nth}`), number: nth + 1, status });
      }
      await declare({ id: incidentId('foreign'), workspace: other });

      expect((await store.openIncidents(acme)).map(({ number }) => number)).toEqual([3, 1]);
    });

    it('are numbered from 1 in each workspace, without gaps or doubles under haste', async () => {
      const declareNext = (nth: number): Promise<void> =>
        store.transaction(async (changes) => {
          const number = await changes.nextIncidentNumber(acme);
          await changes.insertIncident(anIncident({ id: incidentId(`i${nth}`), number }));
        });

      await Promise.all([1, 2, 3, 4, 5, 6].map(declareNext));
      await declare({ id: incidentId('foreign'), workspace: other, number: 1 });

      const numbers = (await store.openIncidents(acme)).map(({ number }) => number);
      expect(numbers).toEqual([6, 5, 4, 3, 2, 1]);
    });

    it.each([
      ['number', { id: incidentId('inc-2'), channel: channelId('C2') }],
      ['channel', { id: incidentId('inc-2'), number: 2, channel: war }],
      ['id', { number: 2 }],
    ])('cannot share a %s', async (_what, over) => {
      await declare({ channel: war });

      await expect(declare(over)).rejects.toThrow();

      expect(await store.openIncidents(acme)).toHaveLength(1);
    });

    it('cannot be saved before they were inserted', async () => {
      await expect(store.transaction((changes) => changes.saveIncident(anIncident()))).rejects.toThrow();
    });

    it('have one writer at a time', async () => {
      await declare();
      const bump = (): Promise<void> =>
        store.transaction(async (changes) => {
          const incident = await changes.lockIncident(inc1);
          if (incident) await changes.saveIncident({ ...incident, lastSeq: incident.lastSeq + 1 });
        });

      await Promise.all(Array.from({ length: 25 }, bump));

      expect((await store.incident(inc1))?.lastSeq).toBe(25);
    });
  });

  describe('the log', () => {
    const act = { by: ada, at: at(1), entry: entryId('delivery:k') };
    const quiet = { by: ada, at: at(1) };
    const declaredThat = { title: 'x', severity: null, private: true, origin: war, zone: 'UTC' } as const;
    const message = { channel: war, ts: messageTs('1.1'), threadTs: null };
    const target = entryId('message:C1:1.1');
    const EVENTS: readonly IncidentEvent[] = [
      { ...act, kind: 'declared', ...declaredThat, drill: true },
      { kind: 'channel-opened', at: at(2), channel: war, channelName: 'inc-1', adopted: true },
      { ...act, kind: 'status-changed', from: 'investigating', to: 'identified', text: '' },
      { ...act, kind: 'severity-changed', from: null, to: 1, text: 'worse' },
      { ...act, kind: 'lead-assigned', user: grace },
      { ...act, kind: 'role-assigned', role: 'scribe', user: grace },
      { ...act, kind: 'handoff-offered', user: grace, text: 'my shift ends' },
      {
        ...act,
        kind: 'escalated',
        users: [grace],
        groups: [{ id: groupId('S1'), handle: 'oncall' }],
        text: 'now',
      },
      { ...act, kind: 'renamed', from: 'x', to: 'y' },
      { ...act, kind: 'stated', what: 'ruled-out', text: 'DNS', backdated: true, message },
      { ...act, kind: 'stated', what: 'note', text: 'typed', backdated: false, message: null },
      { ...act, kind: 'update-posted', text: 'soon', nextAt: at(9) },
      { ...quiet, kind: 'snoozed', until: at(5) },
      { ...quiet, kind: 'snoozed', until: null },
      { ...act, kind: 'follow-up-added', number: 1, text: 'alert', owner: null, due: '2024-07-01', message },
      { ...quiet, kind: 'follow-up-changed', number: 1, change: {} },
      {
        ...quiet,
        kind: 'follow-up-changed',
        number: 1,
        change: { text: 'b', owner: grace, due: null, done: true, withdrawn: true },
      },
      {
        ...quiet,
        kind: 'entry-corrected',
        target,
        text: null,
        occurredAt: at(4),
        was: { text: 'old', occurredAt: at(1) },
      },
      { ...quiet, kind: 'entry-hidden', target, hidden: true },
      { ...quiet, kind: 'entry-redacted', target },
      {
        ...quiet,
        kind: 'undone',
        target,
        restore: { title: 'x', status: 'identified', severity: null, lead: null, roles: { scribe: ada } },
      },
      { ...quiet, kind: 'undone', target, restore: {} },
      { ...act, kind: 'merged', into: 2, text: '' },
      { ...act, kind: 'absorbed', from: 3, text: '' },
      { ...quiet, kind: 'closing', archiveAt: at(99), text: '' },
      { ...quiet, kind: 'kept-open' },
      { ...quiet, kind: 'postmortem-assigned', user: grace },
      { ...act, kind: 'resolved', text: '' },
      { ...act, kind: 'reopened', text: 'again' },
      { ...act, kind: 'cancelled', text: 'false alarm' },
      { kind: 'draft-requested', at: at(3), version: 2 },
    ];

    it('gives back every kind of event, oldest first', async () => {
      const logged = EVENTS.map((event, nth) => ({ seq: nth + 1, event }));
      await declare();

      await store.transaction((changes) => changes.appendToLog(acme, inc1, logged.slice(6)));
      await store.transaction((changes) => changes.appendToLog(acme, inc1, logged.slice(0, 6)));

      expect(await store.log(inc1)).toEqual(logged);
    });

    it('refuses a second event in a place that is taken', async () => {
      const [event] = EVENTS;
      if (!event) throw new Error('no event');
      const append = (): Promise<void> =>
        store.transaction((changes) => changes.appendToLog(acme, inc1, [{ seq: 1, event }]));
      await declare();
      await append();

      await expect(append()).rejects.toThrow();

      expect(await store.log(inc1)).toHaveLength(1);
    });
  });

  describe('entries', () => {
    const save = (entry = anEntry()): Promise<void> =>
      store.transaction((changes) => changes.saveEntry(acme, entry));

    it('come back as they were saved, with everything or next to nothing in them', async () => {
      const full = anEntry({
        kind: 'alert',
        origin: { kind: 'message', channel: war, ts: messageTs('1.2'), threadTs: messageTs('1.1') },
        author: { kind: 'bot', name: 'Pager' },
        revisions: [
          { text: 'a', at: messageTs('1.2') },
          { text: 'b', at: messageTs('1.3'), toldAgain: [messageTs('1.4')] },
        ],
        marks: [{ sign: 'pin', by: grace, on: false, at: messageTs('1.5') }],
        files: [{ name: 'graph.png', type: 'png', link: null }],
        masked: 2,
        withdrawn: true,
        hidden: true,
        redacted: true,
        corrected: { text: null, occurredAt: at(0.5) },
        beforeDeclaration: true,
      });
      const command = anEntry({
        id: entryId('delivery:command:1'),
        kind: 'ruled-out',
        origin: { kind: 'delivery', channel: war, key: deliveryKey('command:1') },
        author: null,
        backdated: true,
        detail: { from: 'a', to: 'b' },
      });
      await declare();

      await save(full);
      await save(command);

      expect(await store.entry(inc1, full.id)).toEqual(full);
      expect(await store.entry(inc1, command.id)).toEqual(command);
      expect(await store.entry(inc1, entryId('none'))).toBeNull();
    });

    it('saved twice stand there once; saved anew they are replaced', async () => {
      await declare();
      await save();
      await save();
      await save(anEntry({ text: 'we see no errors', withdrawn: true }));

      expect(await store.entries(inc1)).toEqual([anEntry({ text: 'we see no errors', withdrawn: true })]);
    });

    it('are sorted by the time at which they happened, then by the bytes of their id', async () => {
      const ids = ['message:b', 'delivery:a', 'message:B', 'message:a'];
      await declare();
      for (const id of ids) await save(anEntry({ id: entryId(id), occurredAt: at(10) }));
      await save(anEntry({ id: entryId('zz'), occurredAt: at(9.999) }));

      const found = (await store.entries(inc1)).map(({ id }) => String(id));

      expect(found).toEqual(['zz', 'delivery:a', 'message:B', 'message:a', 'message:b']);
    });

    it('cannot hang on an incident of another workspace', async () => {
      await declare();

      await expect(store.transaction((changes) => changes.saveEntry(other, anEntry()))).rejects.toThrow();
    });

    it('said in another channel lead to the incidents that quote them', async () => {
      const town = channelId('C7');
      const ts = messageTs('5.5');
      const quoted = anEntry({
        id: entryId('message:C7:5.5'),
        origin: { kind: 'message', channel: town, ts, threadTs: null },
      });
      await declare({ channel: war });
      await declare({ id: incidentId('inc-2'), number: 2, channel: town });
      await declare({ id: incidentId('inc-3'), number: 3 });
      for (const incident of [inc1, incidentId('inc-2'), incidentId('inc-3')])
        await save({ ...quoted, incident });

      expect(await store.incidentsQuoting(acme, town, ts)).toEqual(['inc-1', 'inc-3']);
      expect(await store.incidentsQuoting(acme, war, ts)).toEqual([]);
      expect(await store.incidentsQuoting(other, town, ts)).toEqual([]);
    });

    it('lose what PostgreSQL cannot hold, and nothing else', async () => {
      const text = 'NUL \0, half \ud83d an emoji, a whole 🔥, "quotes" \\u0000 and 日本語';
      await declare({ title: text });
      await save(anEntry({ text, revisions: [{ text, at: messageTs('1.1') }], detail: { text } }));

      const [entry] = await store.entries(inc1);

      const stored = 'NUL \ufffd, half \ufffd an emoji, a whole 🔥, "quotes" \\u0000 and 日本語';
      expect(entry?.text).toBe(stored);
      expect(entry?.revisions[0]?.text).toBe(stored);
      expect(entry?.detail).toEqual({ text: stored });
      expect((await store.incident(inc1))?.title).toBe(stored);
    });
  });

  describe('follow-ups, drafts and people', () => {
    it('follow-ups are replaced by number and come back in its order', async () => {
      const first = {
        incident: inc1,
        number: 1,
        text: 'Add an alert',
        owner: null,
        due: null,
        done: false,
        withdrawn: false,
        entry: 'e1',
      };
      const second = { ...first, number: 2, owner: ada, due: '2024-07-01', withdrawn: true };
      await declare();

      for (const followUp of [second, first, { ...first, done: true }]) {
        await store.transaction((changes) => changes.saveFollowUp(acme, followUp));
      }

      expect(await store.followUps(inc1)).toEqual([{ ...first, done: true }, second]);
    });

    it('a draft is found by its version, or the newest one', async () => {
      // Of a document the store looks at the name of its shape only: any other JSON stands for one here.
      const draft = (version: number) => ({
        incident: inc1,
        version,
        madeAt: at(version),
        document: {
          schema: POSTMORTEM_SCHEMA,
          b: 1,
          a: [{ text: 'x', at: '2024-06-08T14:00:00Z' }],
        } as unknown as Postmortem,
        markdown: `# Draft ${version}`,
      });
      await declare();

      for (const version of [1, 2, 2]) {
        await store.transaction((changes) => changes.savePostmortem(acme, draft(version)));
      }

      expect(await store.postmortem(inc1)).toEqual(draft(2));
      expect(await store.postmortem(inc1, 1)).toEqual(draft(1));
      expect(await store.postmortem(inc1, 3)).toBeNull();
      expect(Object.keys((await store.postmortem(inc1))?.document ?? {})).toEqual(['schema', 'b', 'a']);
    });

    it('a draft of an older shape is none: it is made again', async () => {
      await declare();
      const document = { schema: 'debrief/postmortem/1' } as unknown as Postmortem;
      const old = { incident: inc1, version: 1, madeAt: at(1), document, markdown: '# Draft 1' };
      await store.transaction((changes) => changes.savePostmortem(acme, old));
      expect(await store.postmortem(inc1, 1)).toBeNull();
    });

    it('people are known as they were seen last', async () => {
      const seen = (name: string, zone: string | null) => new Map([[ada, { name, zone }]]);
      await store.savePeople(acme, seen('Ada', 'Europe/London'), at(10));
      await store.savePeople(acme, seen('Ada\0L', null), at(20));
      await store.savePeople(acme, seen('Old name', null), at(5));
      await store.savePeople(acme, new Map(), at(5));

      expect(await store.people(acme, [ada, grace])).toEqual(
        new Map([[ada, { name: 'Ada\ufffdL', zone: null, seenAt: at(20) }]]),
      );
      expect(await store.people(other, [ada])).toEqual(new Map());
      expect(await store.people(acme, [])).toEqual(new Map());
    });
  });

  describe('a transaction', () => {
    it('that throws leaves nothing, and the error is the thrower’s', async () => {
      await store.keep([aDelivery('event:1')]);
      const [delivery] = await store.waitingDeliveries(at(0), 1);
      const work = async (changes: Changes): Promise<void> => {
        await changes.insertIncident(anIncident());
        await changes.saveEntry(acme, anEntry());
        await changes.owe(
          acme,
          [{ key: 'k', lane: 'l', incident: inc1, effect: { kind: 'card' }, standing: true }],
          at(0),
        );
        if (delivery) await changes.finishDelivery(delivery.id);
        throw new Error('changed my mind');
      };

      await expect(store.transaction(work)).rejects.toThrow('changed my mind');

      expect(await store.incident(inc1)).toBeNull();
      expect(await store.dueCalls(at(0), 10, [])).toEqual([]);
      expect(await store.waitingDeliveries(at(0), 10)).toHaveLength(1);
    });

    it('gives its answer, and sees its own changes', async () => {
      const title = await store.transaction(async (changes) => {
        await changes.insertIncident(anIncident());
        return (await changes.incident(inc1))?.title;
      });

      expect(title).toBe('Checkout is down');
    });
  });

  it('says that it is up while it is', async () => {
    expect(await store.isUp()).toBe(true);
  });

  it('stores instants as they are, whatever zone the server lives in', async () => {
    await declare();

    const { rows } = await db.database.pool.query<{ epoch: string }>(
      'SELECT extract(epoch FROM declared_at)::text AS epoch FROM incident',
    );

    expect(Number(rows[0]?.epoch) * 1000).toBe(at(0).getTime());
  });

  it('logs nothing that people have said', async () => {
    const lines: string[] = [];
    const line = (message: string, details?: object): void => {
      lines.push(message + JSON.stringify(details));
    };
    const listening = db.openAgain({ ...silentLog, debug: line, info: line, warn: line, error: line });
    await listening.keep([aDelivery('event:1')]);
    await db.database.pool.query(`UPDATE slack_event SET delivery = '{"kind":"odd","text":"my password"}'`);

    await listening.waitingDeliveries(at(0), 10);

    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toContain('password');
  });

  it('knows a person by any id', async () => {
    const strange = userId("W'1; DROP TABLE person --");
    await store.savePeople(acme, new Map([[strange, { name: 'Bobby', zone: null }]]), at(0));

    expect(await store.people(acme, [strange])).toEqual(
      new Map([[strange, { name: 'Bobby', zone: null, seenAt: at(0) }]]),
    );
  });
});

import {
  channelId,
  deliveryKey,
  entryId,
  incidentId,
  messageTs,
  userId,
  workspaceId,
} from '../../src/core/ids.js';
import type { Incident } from '../../src/core/incident/incident.js';
import type { TimelineEntry } from '../../src/core/timeline/entry.js';
import { indexWords } from '../../src/store/index-words.js';
import type { Store } from '../../src/usecases/ports.js';
import { silentLog } from '../open-test-store.js';
import { DATABASES, type TestDatabase } from './test-databases.js';
import { acme, ada, anEntry, anIncident, at, grace, inc1, war } from './values.js';

const other = workspaceId('T2');
const outsider = userId('U9');
const all = { limit: 100, offset: 0 };

describe.each(DATABASES)('looking for things in the store on $name', ({ open }) => {
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

  const declare = (number: number, over: Partial<Incident> = {}): Promise<void> =>
    store.transaction((changes) =>
      changes.insertIncident(
        anIncident({
          id: incidentId(`inc-${number}`),
          number,
          title: `Incident ${number}`,
          channel: channelId(`C${number}`),
          declaredAt: at(number),
          ...over,
        }),
      ),
    );
  const say = (id: string, text: string, over: Partial<TimelineEntry> = {}): Promise<void> =>
    store.transaction((changes) => changes.saveEntry(acme, anEntry({ id: entryId(id), text, ...over })));
  const tell = (channel: string, user: typeof ada, isIn: boolean, stamp: string): Promise<void> =>
    store.transaction((changes) =>
      changes.saveMembership(acme, channelId(channel), user, { isIn, at: messageTs(stamp) }),
    );

  describe('membership', () => {
    it('is what was told last, whatever the order of arrival', async () => {
      await tell('C1', ada, true, '20.000002');
      await tell('C1', ada, false, '20.000001');
      await tell('C1', grace, false, '9.9');
      await tell('C1', grace, true, '10.1');
      await tell('C1', outsider, true, '10.1');
      await tell('C1', outsider, false, '11.0');

      expect(await store.isMember(acme, war, ada)).toBe(true);
      expect(await store.isMember(acme, war, grace)).toBe(true);
      expect(await store.isMember(acme, war, outsider)).toBe(false);
      expect(await store.isMember(acme, channelId('C2'), ada)).toBe(false);
      expect(await store.isMember(other, war, ada)).toBe(false);
    });

    it.each([
      [true, false],
      [false, true],
    ])('of two tellings with one stamp is that of leaving (%s, then %s)', async (first, second) => {
      await tell('C1', ada, first, '10.1');
      await tell('C1', ada, second, '10.1');

      expect(await store.isMember(acme, war, ada)).toBe(false);
    });
  });

  describe('a list', () => {
    const numbers = async (scope: 'open' | 'ended' | 'all' | 'mine', reader = outsider, page = all) =>
      (await store.incidentsSeenBy(acme, { scope, reader, ...page })).items.map(({ number }) => number);

    it('is newest first, in pages, with how many there are', async () => {
      for (const number of [1, 2, 3, 4, 5]) await declare(number);

      const page = { scope: 'all', reader: outsider, limit: 2, offset: 2 } as const;

      expect(await store.incidentsSeenBy(acme, page)).toMatchObject({
        items: [{ number: 3 }, { number: 2 }],
        total: 5,
      });
      expect(await store.incidentsSeenBy(acme, { ...page, offset: 6 })).toEqual({ items: [], total: 5 });
      expect(await store.incidentsSeenBy(other, page)).toEqual({ items: [], total: 0 });
    });

    it('holds what its scope says', async () => {
      await declare(1, { status: 'resolved', lead: grace });
      await declare(2, { status: 'cancelled' });
      await declare(3, { status: 'monitoring', roles: { scribe: grace, comms: ada } });
      await declare(4, { declaredBy: grace });
      await declare(5, { roles: { [String(grace)]: ada } });

      expect(await numbers('open')).toEqual([5, 4, 3]);
      expect(await numbers('ended')).toEqual([2, 1]);
      expect(await numbers('mine', grace)).toEqual([4, 3, 1]);
    });

    it('has a private incident for members of its channel only', async () => {
      await declare(1, { private: true, declaredBy: ada, lead: ada, roles: { scribe: ada } });
      await tell('C1', grace, true, '1.0');
      await tell('C1', outsider, true, '1.0');
      await tell('C1', outsider, false, '2.0');

      expect(await numbers('all', grace)).toEqual([1]);
      // Declaring and leading are no membership: whoever has left has left.
      for (const reader of [ada, outsider]) {
        for (const scope of ['open', 'all', 'mine'] as const) {
          expect(await store.incidentsSeenBy(acme, { scope, reader, ...all })).toEqual({
            items: [],
            total: 0,
          });
        }
      }
    });

    it('has a private incident without a channel for its declarer only', async () => {
      await declare(1, { private: true, channel: null, declaredBy: ada, lead: grace });

      expect(await numbers('all', ada)).toEqual([1]);
      expect(await numbers('all', grace)).toEqual([]);
    });

    it('is not needed for an incident of which the number is known', async () => {
      await declare(7);

      expect((await store.incidentNumbered(acme, 7))?.id).toBe('inc-7');
      expect(await store.incidentNumbered(acme, 8)).toBeNull();
      expect(await store.incidentNumbered(other, 7)).toBeNull();
    });
  });

  describe('a search', () => {
    const find = async (text: string, reader = outsider, page = all): Promise<string[]> =>
      (await store.search(acme, text, { reader, ...page })).items.map(
        ({ incident, entry }) => entry?.id ?? incident.title,
      );

    beforeEach(() => declare(1, { title: 'Checkout is down' }));

    it.each([
      ['every word, in any order', 'rollback deploy'],
      ['the beginning of a word', 'dep'],
      ['capitals', 'DEPLOY'],
      ['what stands between signs', 'gateway'],
      ['signs', 'api-gateway'],
      ['a part of such a word', 'api-gate'],
      ['percentages', '50%'],
      ['underscores', 'max_conn'],
      ['quotes', '"too many"'],
      ['an apostrophe', "can't"],
      ['an address', 'https://grafana.example.test/d/42'],
      ['Cyrillic', 'БАЗА'],
      ['Greek', 'ΛΆΘΟΣ'],
      ['German', 'STRASSE'],
      ['Japanese in the midst of a run', '害発'],
      ['a single Chinese sign', '库'],
      ['Chinese in any order', '超时 数据库'],
      ['Korean in the midst of a word', '실패'],
      ['an emoji', '🔥'],
    ])('finds %s', async (_what, text) => {
      await say(
        'e1',
        'Deploy of api-gateway at 50%, rollback (max_connections): "too many", can\'t say. База, λάθος, Straße. ' +
          '障害発生 数据库连接超时 배포실패 🔥 <https://grafana.example.test/d/42|graph>',
      );

      expect(await find(text)).toEqual(['e1']);
    });

    it.each([
      ['a word that is missing', 'deploy missing'],
      ['the midst of a word', 'ploy'],
      ['signs in their stead', 'api_gateway'],
      ['a sign that stands apart', '50 % %x'],
      ['any letters for %', 'dep%y'],
      ['any letter for _', 'deplo_'],
      ['any beginning for *', '*'],
      ['operators', 'deploy | missing'],
      ['signs of other writings that are not side by side', '障发'],
      ['words of two entries', 'deploy apart'],
      ['nothing', ''],
      ['white space', ' \u3000\n'],
    ])('does not take %s for a find', async (_what, text) => {
      await say('e1', 'Deploy of api-gateway at 50% 障害発生');
      await say('e2', 'apart');

      expect(await find(text)).toEqual([]);
    });

    it.each([
      ['one endless word', `start ${'x'.repeat(300_000)}`],
      ['endless words', `start ${Array.from({ length: 40_000 }, (_, nth) => `wörd${nth}`).join(' ')}`],
      ['endless Chinese', `start ${'数据库连接超时回滚'.repeat(20_000)}`],
      ['letters beyond the first plane', `start ${'\u{10400}'.repeat(60_000)}`],
      ['signs that become many', `start ${'\uFDFA'.repeat(40_000)}`],
    ])('finds the beginning of %s', async (_what, text) => {
      await say('e1', text);

      expect(await find('start')).toEqual(['e1']);
    });

    it('survives whatever is typed', async () => {
      await say('e1', 'a quiet line');
      const texts = [
        "'",
        '"',
        '\\',
        "a':*",
        "'; DROP TABLE incident --",
        '(((',
        '!',
        '<->',
        '\0',
        '\ud83d',
        ':*',
      ];

      for (const text of texts) await expect(find(text)).resolves.toEqual([]);
      expect(await find('quiet')).toEqual(['e1']);
    });

    it('looks into titles too, newest first', async () => {
      await declare(2, { title: 'Checkout again', declaredAt: at(100) });
      await say('e1', 'checkout fails', { occurredAt: at(50) });
      await say('e2', 'the checkout recovers', { occurredAt: at(150) });

      expect(await find('checkout')).toEqual(['e2', 'Checkout again', 'e1', 'Checkout is down']);
    });

    it('does not name an incident and its declaration both, unless it has another name by now', async () => {
      const declared = { kind: 'declared', occurredAt: at(1) } as const;
      await say('e1', 'Checkout is down', declared);
      await say('e2', 'The checkout burns', { ...declared, occurredAt: at(2) });

      expect(await find('checkout')).toEqual(['e2', 'Checkout is down']);
    });

    it('follows a title and an entry when they change', async () => {
      await say('e1', 'we see errors');
      await say('e1', 'we see nothing');
      await store.transaction((changes) =>
        changes.saveIncident(anIncident({ channel: war, title: 'Quiet' })),
      );

      expect(await find('errors')).toEqual([]);
      expect(await find('nothing')).toEqual(['e1']);
      expect(await find('checkout')).toEqual([]);
      expect(await find('quiet')).toEqual(['Quiet']);
    });

    it.each(['hidden', 'withdrawn', 'redacted'] as const)('does not find what is %s', async (state) => {
      await say('e1', 'a password');
      await say('e1', 'a password', { [state]: true });

      expect(await find('password')).toEqual([]);
    });

    it('gives pages, and how many there are up to a thousand', async () => {
      for (const nth of [1, 2, 3, 4, 5]) await say(`e${nth}`, 'errors', { occurredAt: at(nth) });
      const page = { reader: outsider, limit: 2, offset: 2 };

      expect(await find('errors', outsider, page)).toEqual(['e3', 'e2']);
      expect((await store.search(acme, 'errors', page)).total).toBe(5);
      expect(await store.search(acme, 'errors', { ...page, offset: 6 })).toEqual({ items: [], total: 5 });
      expect(await store.search(acme, 'errors', { ...page, offset: 5_000 })).toEqual({ items: [], total: 5 });
      expect(await store.search(other, 'errors', page)).toEqual({ items: [], total: 0 });
    });

    it('of a word that is everywhere finds the newest, and the old ones where they are all there is', async () => {
      await db.database.pool.query(`
        INSERT INTO timeline_entry (workspace, incident_id, id, kind, channel, ts, text, words, occurred_at, recorded_at,
          backdated, revisions, withdrawn, marks, files, masked, before_declaration, detail)
        SELECT 'T1', 'inc-1', 'n' || n, 'message', 'C1', n::text, word, '''' || word || ''':1',
          to_timestamp(n), to_timestamp(n), false, '[]', false, '[]', '[]', 0, false, '{}'
        FROM generate_series(1, 12000) AS n, LATERAL (SELECT CASE WHEN n <= 6000 THEN 'old' ELSE 'new' END) AS w (word)`);
      const page = { reader: outsider, limit: 2, offset: 0 };

      for (const [text, expected] of [
        ['new', ['n12000', 'n11999']],
        ['old', ['n6000', 'n5999']],
      ] as const) {
        expect(await find(text, outsider, page)).toEqual(expected);
        expect((await store.search(acme, text, page)).total).toBe(1000);
      }
    });

    it('keeps a private incident, its lines and their number from outsiders', async () => {
      await declare(2, { private: true, title: 'Secret checkout', declaredBy: ada });
      await say('e1', 'secret words', { incident: incidentId('inc-2') });
      await tell('C2', grace, true, '1.0');

      expect(await find('secret', grace)).toEqual(['Secret checkout', 'e1']);
      for (const reader of [outsider, ada]) {
        expect(await store.search(acme, 'secret', { reader, ...all })).toEqual({ items: [], total: 0 });
      }
    });

    it('knows what was written before there was a search once the store is opened anew', async () => {
      await say('e1', 'from the old days');
      await db.database.pool.query('UPDATE timeline_entry SET words = NULL');
      await db.database.pool.query('UPDATE incident SET title_words = NULL');
      expect(await find('old')).toEqual([]);

      await indexWords(db.database.pool, silentLog);

      expect(await find('old')).toEqual(['e1']);
      expect(await find('checkout')).toEqual(['Checkout is down']);
    });
  });

  describe('follow-ups of a person', () => {
    const owe = (incident: number, number: number, over: object = {}): Promise<void> =>
      store.transaction((changes) =>
        changes.saveFollowUp(acme, {
          incident: incidentId(`inc-${incident}`),
          number,
          text: `${incident}.${number}`,
          owner: grace,
          due: null,
          done: false,
          withdrawn: false,
          entry: 'e',
          ...over,
        }),
      );
    const mine = async (page = all): Promise<string[]> =>
      (await store.followUpsOf(acme, grace, page)).items.map(({ followUp }) => followUp.text);

    it('are the open ones, by when they are due, in pages', async () => {
      await declare(1);
      await declare(2, { status: 'resolved' });
      await owe(2, 1);
      await owe(1, 1);
      await owe(1, 2, { due: '2024-07-02' });
      await owe(2, 2, { due: '2024-07-01' });
      await owe(2, 3, { done: true });
      await owe(2, 4, { withdrawn: true });
      await owe(2, 5, { owner: ada });
      await owe(2, 6, { owner: null });

      expect(await mine()).toEqual(['2.2', '1.2', '1.1', '2.1']);
      expect(await mine({ limit: 2, offset: 1 })).toEqual(['1.2', '1.1']);
      expect((await store.followUpsOf(acme, grace, { limit: 1, offset: 9 })).total).toBe(4);
      expect((await store.followUpsOf(acme, grace, all)).items[0]?.incident.number).toBe(2);
      expect(await store.followUpsOf(other, grace, all)).toEqual({ items: [], total: 0 });
    });

    it('of a private incident are shown while they are in its channel', async () => {
      await declare(1, { private: true });
      await owe(1, 1);
      expect(await store.followUpsOf(acme, grace, all)).toEqual({ items: [], total: 0 });

      await tell('C1', grace, true, '1.0');

      expect(await mine()).toEqual(['1.1']);
    });
  });

  describe('spans', () => {
    const spans = (reader = outsider, since = at(0)) => store.spans(acme, since, reader);

    it('are those of resolved incidents since then, oldest first', async () => {
      await declare(1, { status: 'resolved', declaredAt: at(-1) });
      await declare(2, { status: 'resolved', declaredAt: at(0), endedAt: at(9) });
      await declare(3, { status: 'cancelled' });
      await declare(4, { status: 'monitoring' });
      await declare(5, { status: 'resolved', drill: true });
      await declare(6, { status: 'resolved', private: true });
      await declare(7, { status: 'resolved', private: true });
      await tell('C7', grace, true, '1.0');

      expect((await spans()).map(({ incident }) => incident.number)).toEqual([2]);
      expect((await spans(grace)).map(({ incident }) => incident.number)).toEqual([2, 7]);
    });

    it('take their times from entries that stand', async () => {
      const status = (to: string) => ({ kind: 'status', detail: { from: 'identified', to } }) as const;
      await declare(1, { status: 'resolved' });
      await say('e1', '', { kind: 'started', occurredAt: at(-60) });
      await say('e2', '', { kind: 'started', occurredAt: at(-30) });
      await say('e3', '', { kind: 'started', occurredAt: at(-10), withdrawn: true });
      await say('e4', '', { kind: 'detected', occurredAt: at(-5) });
      await say('e5', '', { ...status('identified'), occurredAt: at(10) });
      await say('e6', '', { ...status('monitoring'), occurredAt: at(15), hidden: true });
      await say('e7', '', { ...status('monitoring'), occurredAt: at(20) });
      await say('e8', '', { ...status('mitigated'), occurredAt: at(30) });

      expect(await spans()).toMatchObject([
        { startedAt: at(-30), detectedAt: at(-5), mitigatedAt: at(20), incident: { number: 1 } },
      ]);
    });

    it('begin with a backdated declaration where nobody said more, and know nothing else by themselves', async () => {
      await declare(1, { status: 'resolved' });
      await declare(2, { status: 'resolved' });
      await say('e1', 'x', { kind: 'declared', backdated: true, occurredAt: at(-90) });

      const none = { startedAt: null, detectedAt: null, mitigatedAt: null };
      expect(await spans()).toMatchObject([{ ...none, startedAt: at(-90) }, none]);
    });
  });

  it('of one message in several entries an incident is named once', async () => {
    const origin = {
      kind: 'message',
      channel: channelId('C7'),
      ts: messageTs('5.5'),
      threadTs: null,
    } as const;
    await declare(1);
    await say('message:C7:5.5', 'TL: x', { origin });
    await say('marked:C7:5.5:0', 'x', { origin, kind: 'note' });

    expect(await store.incidentsQuoting(acme, channelId('C7'), messageTs('5.5'))).toEqual([inc1]);
  });

  it('knows a command by its key, too', async () => {
    const origin = { kind: 'delivery', channel: war, key: deliveryKey('command:1') } as const;
    await declare(1);
    await say('delivery:command:1', 'a note', { origin, kind: 'note' });

    const { items } = await store.search(acme, 'note', { reader: ada, ...all });
    expect(items[0]?.entry?.origin).toEqual(origin);
  });
});

import type { Debt } from '../../src/core/effects.js';
import { type ChannelId, channelId, deliveryKey, incidentId, messageEntryId } from '../../src/core/ids.js';
import type { IncidentEvent } from '../../src/core/incident/events.js';
import type { Incident } from '../../src/core/incident/incident.js';
import { stampOf } from '../../src/core/time/stamp.js';
import type { SlackFact } from '../../src/core/timeline/facts.js';
import { markedEntryId } from '../../src/core/timeline/marked-lines.js';
import { REDACTED } from '../../src/core/timeline/redacted.js';
import { carryOut } from '../../src/usecases/carry-out.js';
import { copyRecord } from '../../src/usecases/merge-records.js';
import type { Changes, Store } from '../../src/usecases/ports.js';
import { recordFact, recordInIncident } from '../../src/usecases/record-fact.js';
import { ANA, anIncident, at, BEN, CHANNEL, CLEO } from '../builders.js';
import { openTestStore } from '../open-test-store.js';

const incident = anIncident({
  status: 'investigating',
  endedAt: null,
  draftVersion: 0,
  lastSeq: 1,
});
const other = { ...incident, id: incidentId('inc-2'), number: 2, channel: channelId('C2') };
const { workspace } = incident;

let store: Store;
let deliveries = 0;

beforeEach(async () => {
  store = await openTestStore();
  deliveries = 0;
  await store.transaction(async (changes) => {
    await changes.insertIncident(incident);
    await changes.insertIncident(other);
  });
});
afterEach(() => store.close());

const source = () => {
  deliveries += 1;
  return { workspace, key: deliveryKey(`event:${deliveries}`), recordedAt: at('12:31') };
};
const record = (...facts: readonly SlackFact[]): Promise<readonly Debt[]> => {
  const owed: Debt[] = [];
  return store
    .transaction(async (changes) => {
      const spied = {
        ...changes,
        owe: (_: unknown, debts: readonly Debt[]) => Promise.resolve(void owed.push(...debts)),
      };
      for (const fact of facts) await recordFact(spied, fact, source());
    })
    .then(() => owed);
};
const act = (of: Incident, ...events: readonly IncidentEvent[]): Promise<Incident> =>
  store.transaction(async (changes) => {
    const locked = await changes.lockIncident(of.id);
    if (!locked) throw new Error('no such incident');
    return carryOut(changes, locked, events, at('12:50'), {
      key: source().key,
      channel: CHANNEL,
      masked: 0,
    });
  });

const ts = stampOf(at('12:30'));
const content = (text: string) =>
  ({ author: { kind: 'person', user: BEN }, text, threadTs: null, files: [], masked: 0 }) as const;
const posted = (text: string, channel: ChannelId = CHANNEL, clock = '12:30'): SlackFact => ({
  kind: 'message-posted',
  channel,
  ts: stampOf(at(clock)),
  message: content(text),
});
const edited = (clock: string, text: string): SlackFact => ({
  kind: 'message-edited',
  channel: CHANNEL,
  ts,
  at: stampOf(at(clock)),
  message: content(text),
});
const deleted: SlackFact = { kind: 'message-deleted', channel: CHANNEL, ts, at: stampOf(at('12:59')) };
const joined = (clock: string, user = CLEO, channel = CHANNEL): SlackFact => ({
  kind: 'member-joined',
  channel,
  user,
  at: stampOf(at(clock)),
});

describe('marked lines', () => {
  test('become entries and follow-ups, and a repeat changes nothing', async () => {
    await record(
      posted('!cause bad index\nTODO: alert on lag'),
      posted('!cause bad index\nTODO: alert on lag'),
    );

    expect((await store.entries(incident.id)).map(({ kind, text }) => [kind, text])).toEqual([
      ['cause', 'bad index'],
      ['task', 'alert on lag'],
      ['message', '!cause bad index\nTODO: alert on lag'],
    ]);
    expect(await store.followUps(incident.id)).toMatchObject([
      { number: 1, text: 'alert on lag', entry: markedEntryId(CHANNEL, ts, 1), withdrawn: false },
    ]);
    expect((await store.log(incident.id)).map(({ event }) => event.kind)).toEqual(['follow-up-added']);
    expect((await store.incident(incident.id))?.lastSeq).toBe(2);
  });

  test('follow edits, deletion of the line and its return', async () => {
    await record(posted('TODO: alert on lag'), edited('12:40', 'TODO: alert on replication lag'));
    expect(await store.followUps(incident.id)).toMatchObject([{ text: 'alert on replication lag' }]);

    await record(edited('12:41', 'nothing to do'));
    expect(await store.followUps(incident.id)).toMatchObject([{ withdrawn: true }]);
    expect(await store.entry(incident.id, markedEntryId(CHANNEL, ts, 0))).toMatchObject({ withdrawn: true });

    await record(edited('12:42', 'TODO: alert on replication lag'));
    expect(await store.followUps(incident.id)).toMatchObject([{ number: 1, withdrawn: false }]);
  });

  test('are withdrawn with their message', async () => {
    await record(posted('!cause bad index\nTODO: alert on lag'), deleted);

    expect((await store.entries(incident.id)).every((entry) => entry.withdrawn)).toBe(true);
    expect(await store.followUps(incident.id)).toMatchObject([{ withdrawn: true }]);
  });

  test('leave alone what a person changed about the follow-up', async () => {
    await record(posted('TODO: alert on lag'));
    await act(incident, {
      kind: 'follow-up-changed',
      by: ANA,
      at: at('12:50'),
      number: 1,
      change: { owner: ANA, done: true },
    });
    await record(edited('12:55', 'TODO: alert on all lag'));

    expect(await store.followUps(incident.id)).toMatchObject([
      { text: 'alert on all lag', owner: ANA, done: true },
    ]);
  });

  test('are read in the zone of their author', async () => {
    await store.savePeople(workspace, new Map([[BEN, { name: 'Ben', zone: 'Europe/Berlin' }]]), at('12:00'));
    await record(posted('TL: 14:05 failover'));

    expect(await store.entry(incident.id, markedEntryId(CHANNEL, ts, 0))).toMatchObject({
      text: 'failover',
      occurredAt: at('12:05'),
    });
  });

  test('of before the declaration mark nothing', async () => {
    await store.transaction((changes) =>
      recordInIncident(changes, incident.id, posted('TODO: alert', channelId('COPS')), source(), true),
    );

    expect(await store.entries(incident.id)).toHaveLength(1);
  });
});

describe('redaction', () => {
  test('takes the words from the message, its marked lines, their follow-up and the log', async () => {
    await record(posted('look\nTODO: rotate hunter2'), edited('12:40', 'look here\nTODO: rotate hunter2'));
    const line = markedEntryId(CHANNEL, ts, 0);

    await act(incident, { kind: 'entry-redacted', by: ANA, at: at('12:50'), target: line });
    await record(edited('12:55', 'look there\nTODO: rotate hunter2'));

    const entries = await store.entries(incident.id);
    expect(entries.map(({ text }) => text)).toEqual([REDACTED, REDACTED]);
    const followUps = await store.followUps(incident.id);
    const log = await store.log(incident.id);
    expect(JSON.stringify([entries, followUps, log])).not.toContain('hunter2');
  });

  test('reaches the incident in which a merged one goes on', async () => {
    await record(posted('the token is hunter2'));
    await merge();
    const target = messageEntryId(CHANNEL, ts);

    await act(incident, { kind: 'entry-redacted', by: ANA, at: at('12:50'), target });

    expect(await store.entry(other.id, target)).toMatchObject({ text: REDACTED, redacted: true });
  });
});

async function merge(): Promise<void> {
  const merged = { by: ANA, at: at('12:45') };
  const from = await act(incident, {
    kind: 'merged',
    ...merged,
    entry: messageEntryId(CHANNEL, stampOf(at('12:45'))),
    into: 2,
    text: '',
  });
  await store.transaction(async (changes) => copy(changes, from));
}

async function copy(changes: Changes, from: Incident): Promise<Incident> {
  const to = await changes.lockIncident(other.id);
  if (!to) throw new Error('no such incident');
  const cause = { key: deliveryKey('command:merge'), channel: CHANNEL, masked: 0 };
  return copyRecord(changes, from, to, { by: ANA, at: at('12:45'), cause });
}

describe('a merged incident', () => {
  test('takes entries and follow-ups along once, with new numbers, and leaves its own affairs', async () => {
    await act(other, {
      kind: 'follow-up-added',
      by: ANA,
      at: at('12:20'),
      entry: messageEntryId(CHANNEL, stampOf(at('12:20'))),
      number: 1,
      text: 'its own',
      owner: null,
      due: null,
      message: null,
    });
    await record(joined('12:29'), posted('!cause bad index\nTODO: alert on lag'));
    await merge();
    await store.transaction(async (changes) => copy(changes, incident));

    expect((await store.entries(other.id)).map(({ kind }) => kind).sort()).toEqual([
      'cause',
      'message',
      'task',
      'task',
    ]);
    expect(await store.followUps(other.id)).toMatchObject([
      { number: 1, text: 'its own' },
      { number: 2, text: 'alert on lag', entry: markedEntryId(CHANNEL, ts, 1) },
    ]);
    expect(await store.entry(other.id, markedEntryId(CHANNEL, ts, 1))).toMatchObject({
      detail: { followUp: '2' },
    });
  });

  test('hands on what is said in its channel, and later edits', async () => {
    await record(posted('TODO: alert on lag'));
    await merge();
    await record(edited('12:55', 'TODO: alert on all lag'));
    await record(posted('goes on', CHANNEL, '12:56'));

    const texts = (await store.entries(other.id)).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['alert on all lag', 'goes on']));
    expect(await store.followUps(other.id)).toMatchObject([{ text: 'alert on all lag' }]);
  });
});

describe('people who come', () => {
  const opened = (clock: string): IncidentEvent => ({
    kind: 'channel-opened',
    at: at(clock),
    channel: CHANNEL,
    channelName: 'inc-1',
    adopted: false,
  });
  const briefs = (debts: readonly Debt[]) =>
    debts.filter(({ effect }) => effect.kind === 'brief').map(({ key }) => key);

  test('are members from then on, in any channel', async () => {
    await record(joined('12:40'), joined('12:40', CLEO, channelId('COPS')));

    expect(await store.isMember(workspace, CHANNEL, CLEO)).toBe(true);
    expect(await store.isMember(workspace, channelId('COPS'), CLEO)).toBe(true);
  });

  test('later than the channel was opened get a brief', async () => {
    await act(incident, opened('12:10'));

    expect(briefs(await record(joined('12:40')))).toEqual([`brief:inc-1:${CLEO}`]);
  });

  test.each([
    ['with the channel', '12:39', joined('12:40')],
    ['as the declarer', '12:10', joined('12:40', ANA)],
  ])('%s get none', async (_, clock, fact) => {
    await act(incident, opened(clock));

    expect(briefs(await record(fact))).toEqual([]);
  });

  test('after the end get none', async () => {
    await act(incident, opened('12:10'));
    await act(incident, {
      kind: 'resolved',
      by: ANA,
      at: at('12:30'),
      entry: messageEntryId(CHANNEL, ts),
      text: '',
    });

    expect(briefs(await record(joined('12:40')))).toEqual([]);
  });
});

test('a change of the channel is a line of the record', async () => {
  const at1240 = stampOf(at('12:40'));
  await record(
    { kind: 'channel-changed', what: 'topic', channel: CHANNEL, user: CLEO, at: at1240, text: 'SEV1' },
    { kind: 'channel-changed', what: 'archived', channel: CHANNEL, user: CLEO, at: at1240, text: '' },
  );

  expect((await store.entries(incident.id)).map(({ kind, text }) => [kind, text])).toEqual([
    ['topic', 'SEV1'],
    ['archived', ''],
  ]);
});

describe('a mark on a message that we never heard', () => {
  const reacted: SlackFact = {
    kind: 'reaction-added',
    channel: CHANNEL,
    ts,
    by: CLEO,
    at: stampOf(at('12:35')),
    emoji: 'dart',
  };
  const fetches = (debts: readonly Debt[]) =>
    debts.filter(({ effect }) => effect.kind === 'fetch-message').map(({ key }) => key);

  test('makes us ask for it', async () => {
    expect(fetches(await record(reacted))).toEqual([`fetch:C1:${ts}`]);
    expect(await store.entry(incident.id, messageEntryId(CHANNEL, ts))).toMatchObject({ author: null });
  });

  test('asks for nothing when the message is known', async () => {
    expect(fetches(await record(posted('x'), reacted))).toEqual([]);
  });
});

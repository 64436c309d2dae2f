import { channelId, incidentId, messageEntryId, messageTs, userId } from '../../../src/core/ids.js';
import { entryAfter as entryWith } from '../../../src/core/incident/entry-after.js';
import type { IncidentEvent } from '../../../src/core/incident/events.js';
import type { TimelineEntry } from '../../../src/core/timeline/entry.js';
import type { MessageContent } from '../../../src/core/timeline/facts.js';
import { isMessageFact, type MessageFact, observe } from '../../../src/core/timeline/observe.js';
import { REDACTED } from '../../../src/core/timeline/redacted.js';
import { isKey, isPinned, signsOn } from '../../../src/core/timeline/signs.js';

const channel = channelId('C1');
const ts = messageTs('1717857003.000100');
const stamp = (second: number) => messageTs(`17178570${String(second).padStart(2, '0')}.000200`);
const ada = userId('UADA');
const ben = userId('UBEN');

const said = (text: string, more: Partial<MessageContent> = {}): MessageContent => ({
  author: { kind: 'person', user: ada },
  text,
  threadTs: null,
  files: [],
  masked: 0,
  ...more,
});
const posted = (text: string, more?: Partial<MessageContent>): MessageFact => ({
  kind: 'message-posted',
  channel,
  ts,
  message: said(text, more),
});
const edited = (at: number, text: string, more?: Partial<MessageContent>): MessageFact => ({
  kind: 'message-edited',
  channel,
  ts,
  at: stamp(at),
  message: said(text, more),
});
const deleted: MessageFact = { kind: 'message-deleted', channel, ts, at: stamp(50) };
const pinned = (at: number, by = ada, message: MessageContent | null = null): MessageFact => ({
  kind: 'pin-added',
  channel,
  ts,
  by,
  at: stamp(at),
  message,
});
const unpinned = (at: number, by = ada, stillPinned = false): MessageFact => ({
  kind: 'pin-removed',
  channel,
  ts,
  by,
  at: stamp(at),
  stillPinned,
});
const reacted = (at: number, emoji: string, by = ada): MessageFact => ({
  kind: 'reaction-added',
  channel,
  ts,
  by,
  at: stamp(at),
  emoji,
});
const unreacted = (at: number, emoji: string, by = ada): MessageFact => ({
  kind: 'reaction-removed',
  channel,
  ts,
  by,
  at: stamp(at),
  emoji,
});

const about = (second = 0) => ({
  incident: incidentId('I1'),
  recordedAt: new Date(1717857100000 + second * 1000),
  beforeDeclaration: false,
});

function entryAfter(...facts: MessageFact[]): TimelineEntry {
  let entry: TimelineEntry | null = null;
  facts.forEach((fact, second) => {
    entry = observe(entry, fact, about(second));
  });
  if (entry === null) throw new Error('no facts given');
  return entry;
}

function* permutations<T>(items: readonly T[]): Generator<readonly T[]> {
  if (items.length <= 1) {
    yield items;
    return;
  }
  for (const [index, item] of items.entries()) {
    for (const rest of permutations(items.toSpliced(index, 1))) yield [item, ...rest];
  }
}

describe('one message', () => {
  test('is an ordinary entry at its own time, by its author', () => {
    const entry = entryAfter(posted('restarting db-1'));

    expect(entry).toMatchObject({
      id: 'message:C1:1717857003.000100',
      kind: 'message',
      author: { kind: 'person', user: ada },
      text: 'restarting db-1',
      occurredAt: new Date(1717857003000),
      recordedAt: about().recordedAt,
      backdated: false,
      withdrawn: false,
      revisions: [{ text: 'restarting db-1', at: ts }],
    });
    expect(isKey(entry)).toBe(false);
  });

  test('of a bot is an alert', () => {
    expect(entryAfter(posted('error rate 23%', { author: { kind: 'bot', name: 'Monitor' } })).kind).toBe(
      'alert',
    );
  });

  test('keeps the earlier texts when it is edited', () => {
    expect(entryAfter(posted('80 users'), edited(10, '800 users'))).toMatchObject({
      text: '800 users',
      revisions: [
        { text: '80 users', at: ts },
        { text: '800 users', at: stamp(10) },
      ],
    });
  });

  test('gets no revision when only a link was unfurled', () => {
    const entry = entryAfter(posted('see the graph'), edited(10, 'see the graph'));

    expect(entry.revisions.map((revision) => revision.text)).toEqual(['see the graph']);
  });

  test('that was put back to its first text shows that text, even when the edits arrive swapped', () => {
    const entry = entryAfter(posted('80 users'), edited(30, '80 users'), edited(20, '800 users'));

    expect(entry.text).toBe('80 users');
    expect(entry.revisions.map((revision) => revision.text)).toEqual(['80 users', '800 users', '80 users']);
  });

  test('stays in the record when it is deleted, also when the deletion comes first', () => {
    expect(entryAfter(deleted, posted('wrong channel'))).toMatchObject({
      withdrawn: true,
      text: 'wrong channel',
    });
  });

  test('has no author while only a pin of it is known', () => {
    const entry = entryAfter(pinned(10));

    expect(entry).toMatchObject({ author: null, text: '', revisions: [] });
    expect(isPinned(entry)).toBe(true);
  });

  test('is known from the pin when the post never came', () => {
    expect(entryAfter(pinned(10, ben, said('failover started')))).toMatchObject({
      text: 'failover started',
      author: { kind: 'person', user: ada },
      occurredAt: new Date(1717857003000),
    });
  });

  test('shows the files of its newest telling', () => {
    const graph = { name: 'graph.png', type: 'png', link: null };

    expect(entryAfter(edited(10, 'look'), posted('look', { files: [graph] })).files).toEqual([]);
    expect(entryAfter(posted('look'), edited(10, 'look', { files: [graph] })).files).toEqual([graph]);
  });

  test('that starts a thread is no reply of its own, and a reply keeps its thread', () => {
    const parent = messageTs('1717857000.000100');

    expect(entryAfter(posted('start', { threadTs: ts })).origin).toMatchObject({ threadTs: null });
    expect(entryAfter(posted('reply', { threadTs: parent }), edited(9, 'reply!')).origin).toMatchObject({
      threadTs: parent,
    });
  });
});

describe('pins', () => {
  test('of several people count until the last is gone', () => {
    expect(isPinned(entryAfter(posted('x'), pinned(5), pinned(6, ben), unpinned(7, ada, true)))).toBe(true);
    expect(isPinned(entryAfter(posted('x'), pinned(5), pinned(6, ben), unpinned(7, ada, false)))).toBe(false);
  });

  test('that were taken back stay so when an older pin arrives late', () => {
    expect(isPinned(entryAfter(posted('x'), unpinned(7), pinned(6, ben)))).toBe(false);
  });

  test('may be set anew', () => {
    expect(isPinned(entryAfter(posted('x'), pinned(5), unpinned(7), pinned(9, ben)))).toBe(true);
  });

  test('are not imitated by an emoji of that name', () => {
    expect(isPinned(entryAfter(posted('x'), reacted(5, 'pin')))).toBe(false);
    expect(isPinned(entryAfter(posted('x'), pinned(5), unreacted(6, 'pin')))).toBe(true);
  });
});

describe('reactions', () => {
  test.each([
    ['pushpin', 'key'],
    ['rotating_light', 'detected'],
    ['thought_balloon', 'suspect'],
    ['x', 'ruled-out'],
    ['dart', 'cause'],
    ['hammer_and_wrench', 'fix'],
    ['heavy_check_mark', 'worked'],
    ['memo', 'follow-up'],
    ['bulb', 'insight'],
    ['+1::skin-tone-4', 'agreed'],
    ['thumbsup', 'agreed'],
  ])('%s says %s', (emoji, sign) => {
    expect([...signsOn(entryAfter(posted('x'), reacted(5, emoji)))]).toEqual([sign]);
  });

  test('that nobody agreed on say nothing', () => {
    expect(signsOn(entryAfter(posted('x'), reacted(5, 'eyes'), reacted(6, 'tada'))).size).toBe(0);
  });

  test('make a key entry, a thumbs-up alone does not', () => {
    expect(isKey(entryAfter(posted('x'), reacted(5, 'dart')))).toBe(true);
    expect(isKey(entryAfter(posted('x'), reacted(5, '+1')))).toBe(false);
  });

  test('are undone when the last such reaction goes', () => {
    const two = [posted('x'), reacted(5, 'dart'), reacted(6, 'dart', ben), unreacted(7, 'dart')];

    expect(signsOn(entryAfter(...two)).has('cause')).toBe(true);
    expect(signsOn(entryAfter(...two, unreacted(8, 'dart', ben))).has('cause')).toBe(false);
  });
});

describe('order of arrival and repeats do not matter', () => {
  const graph = { name: 'graph.png', type: 'png', link: 'https://files.example/graph.png' };
  const parent = messageTs('1717857000.000100');
  const sets: [string, MessageFact[]][] = [
    [
      'post, edits, back to the first text, unfurl',
      [posted('a'), edited(10, 'b'), edited(20, 'a'), edited(30, 'a')],
    ],
    ['post, edit, delete, pin', [posted('a'), edited(10, 'b'), deleted, pinned(12, ben)]],
    [
      'pins and unpins of two people',
      [pinned(5), pinned(6, ben), unpinned(7, ada, true), unpinned(8, ben), pinned(9)],
    ],
    [
      'a pin that carries the message',
      [pinned(15, ben, said('b')), posted('a'), edited(10, 'b'), unpinned(20, ben)],
    ],
    ['reactions', [reacted(5, 'dart'), unreacted(6, 'dart'), reacted(7, 'dart', ben), reacted(8, 'x')]],
    [
      'two edits under one stamp',
      [posted('a'), edited(10, 'b'), edited(10, 'c'), edited(11, 'c', { files: [graph] })],
    ],
    [
      'thread, files and masks',
      [
        posted('a', { threadTs: parent, masked: 1 }),
        edited(10, 'a', { files: [graph] }),
        edited(10, 'a'),
        deleted,
      ],
    ],
    [
      'an alert that is updated',
      [
        posted('firing', { author: { kind: 'bot', name: 'Monitor' } }),
        edited(10, 'resolved', { author: { kind: 'bot', name: 'Monitor' } }),
        reacted(11, 'rotating_light'),
      ],
    ],
  ];

  test.each(sets)('%s', (_, facts) => {
    const expected = { ...entryAfter(...facts), recordedAt: null };

    for (const order of permutations(facts)) {
      for (const repeated of facts) {
        const entry = entryAfter(...order, repeated);
        expect({ ...entry, recordedAt: null }).toEqual(expected);
        expect({ ...entryAfter(repeated, ...order, ...order), recordedAt: null }).toEqual(expected);
        expect(entry.recordedAt).toEqual(about(0).recordedAt);
      }
    }
  });

  test('the earliest moment of recording holds, whatever the order', () => {
    const late = observe(null, posted('a'), about(9));

    expect(observe(late, edited(10, 'b'), about(3)).recordedAt).toEqual(about(3).recordedAt);
  });

  test('a fact that is known already gives back the very same entry', () => {
    const facts = [posted('a'), edited(10, 'b'), pinned(11), unpinned(12), reacted(13, 'dart'), deleted];
    const entry = entryAfter(...facts);

    for (const fact of facts) expect(observe(entry, fact, about(99))).toBe(entry);
  });
});

describe('what a person did to an entry', () => {
  const target = messageEntryId(channel, ts);
  const quiet = { by: ben, at: new Date(1717858000000), target };
  const corrected = (text: string | null, occurredAt: Date | null): IncidentEvent => ({
    kind: 'entry-corrected',
    ...quiet,
    text,
    occurredAt,
    was: { text: '', occurredAt: new Date(1717857003000) },
  });
  const redacted: IncidentEvent = { kind: 'entry-redacted', ...quiet };
  const hidden: IncidentEvent = { kind: 'entry-hidden', ...quiet, hidden: true };
  type Step = MessageFact | IncidentEvent;
  const isFact = (step: Step): step is MessageFact => 'channel' in step && 'ts' in step;

  function told(...steps: Step[]): TimelineEntry {
    let entry: TimelineEntry | null = null;
    for (const step of steps) {
      if (isFact(step)) entry = observe(entry, step, about());
      else if (entry !== null) entry = entryWith(entry, step) ?? entry;
    }
    if (entry === null) throw new Error('no facts given');
    return entry;
  }

  test('a corrected text and time hold against later edits, whose texts are kept', () => {
    const occurredAt = new Date(1717856000000);
    const entry = told(posted('80 users'), corrected('800 users', occurredAt), edited(20, '90 users'));

    expect(entry).toMatchObject({ text: '800 users', occurredAt, backdated: true });
    expect(entry.revisions.map((revision) => revision.text)).toEqual(['80 users', '90 users']);
  });

  test('a corrected time leaves the text to the message', () => {
    expect(told(posted('a'), corrected(null, new Date(0)), edited(20, 'b')).text).toBe('b');
  });

  test('redacted words do not come back with an edit, a pin or the post itself', () => {
    const secret = said('the token is hunter2');
    const entry = told(
      posted('the token is hunter2', { files: [{ name: 'token.txt', type: 'txt', link: null }] }),
      redacted,
      edited(20, 'the token is hunter2!'),
      pinned(21, ben, secret),
      posted('the token is hunter2'),
    );

    expect(entry).toMatchObject({ text: REDACTED, redacted: true, revisions: [], files: [] });
    expect(JSON.stringify(entry)).not.toContain('hunter2');
    expect(isPinned(entry)).toBe(true);
  });

  test('a redacted entry can still be deleted and put into its thread', () => {
    const parent = messageTs('1717857000.000100');
    const entry = told(posted('x'), redacted, deleted, edited(20, 'y', { threadTs: parent }));

    expect(entry).toMatchObject({ withdrawn: true, origin: { threadTs: parent } });
  });

  test.each<[string, IncidentEvent]>([
    ['a correction of the text', corrected('z', null)],
    ['a correction of the time', corrected(null, new Date(1717856000000))],
    ['hiding', hidden],
    ['redaction', redacted],
  ])('%s gives the same entry wherever it comes among the facts', (_, deed) => {
    const facts = [posted('a'), edited(10, 'b'), edited(10, 'c'), pinned(12, ben, said('d')), deleted];
    const expected = told(...facts, deed);

    for (const order of permutations(facts)) {
      for (let place = 1; place <= order.length; place += 1) {
        const steps = [...order.slice(0, place), deed, ...order.slice(place), ...order];
        expect(told(...steps)).toEqual(expected);
      }
    }
  });

  test('a fact that is known already gives back the very same entry after a correction', () => {
    const facts = [posted('a'), edited(10, 'b'), edited(10, 'c')];
    const entry = told(...facts, corrected('z', new Date(1717856000000)));

    for (const fact of facts) expect(observe(entry, fact, about(99))).toBe(entry);
  });
});

test('facts about the channel are no facts about a message', () => {
  expect(isMessageFact({ kind: 'member-joined', channel, user: ada, at: stamp(1) })).toBe(false);
  expect(isMessageFact(deleted)).toBe(true);
});

test.each([
  ['Noor (simulated)', 'message'],
  ['Order monitor (simulated)', 'alert'],
  ['Grafana', 'alert'],
])('what %s says is kept as %s', (name, kind) => {
  const told = observe(null, posted('errors fall', { author: { kind: 'bot', name } }), about(1));

  expect(told.kind).toBe(kind);
});

import { stampOf } from '../../../src/core/time/stamp.js';
import type { TimelineEntry } from '../../../src/core/timeline/entry.js';
import {
  authorToKnow,
  isMarkable,
  markedEntries,
  markedEntryIds,
} from '../../../src/core/timeline/marked-lines.js';
import { observe } from '../../../src/core/timeline/observe.js';
import { ANA, aMessage, at, BEN, CHANNEL } from '../../builders.js';

const about = { authorZone: 'UTC', incidentZone: 'UTC', recordedAt: at('12:31') };

const content = (text: string) => ({
  author: { kind: 'person', user: BEN } as const,
  text,
  threadTs: null,
  files: [],
  masked: 0,
});

/** The message of 12:30, edited at these times. */
function message(text: string, ...edits: readonly (readonly [string, string])[]): TimelineEntry {
  const observation = {
    incident: aMessage('12:30', text).incident,
    recordedAt: at('12:30'),
    beforeDeclaration: false,
  };
  return edits.reduce(
    (entry, [clock, next]) =>
      observe(
        entry,
        {
          kind: 'message-edited',
          channel: CHANNEL,
          ts: stampOf(at('12:30')),
          at: stampOf(at(clock)),
          message: content(next),
        },
        observation,
      ),
    aMessage('12:30', text),
  );
}

function derived(
  entry: TimelineEntry,
  known: readonly TimelineEntry[] = [],
  more: Partial<typeof about> = {},
): readonly TimelineEntry[] {
  if (!isMarkable(entry)) throw new Error('not a message that can be marked');
  return markedEntries(entry, known, { ...about, ...more });
}

const shown = (entries: readonly TimelineEntry[]) =>
  entries.map(({ kind, text, withdrawn }) => [kind, text, ...(withdrawn ? ['withdrawn'] : [])]);

describe('a marked line', () => {
  test('becomes an entry of its kind, at the place, of the author and at the time of its message', () => {
    const entry = message('looking\n!cause bad index\nTL: failover');

    expect(shown(derived(entry))).toEqual([
      ['cause', 'bad index'],
      ['note', 'failover'],
    ]);
    expect(derived(entry)[0]).toMatchObject({
      id: `marked:C1:${stampOf(at('12:30'))}:0`,
      origin: entry.origin,
      author: { kind: 'person', user: BEN },
      occurredAt: at('12:30'),
      backdated: false,
    });
  });

  test.each([
    ['TL: 12:05 failover', 'UTC', '12:05', 'failover'],
    ['TL: 14:05 failover', 'Europe/Berlin', '12:05', 'failover'],
    ['TL: 10m ago failover', 'UTC', '12:20', 'failover'],
    ['!started 12:01', 'UTC', '12:01', ''],
  ])('that begins with a time happened then: %s in %s', (text, authorZone, clock, rest) => {
    expect(derived(message(text), [], { authorZone })[0]).toMatchObject({
      text: rest,
      occurredAt: at(clock),
      backdated: true,
    });
  });

  test.each(['TL: 10% of nodes down', 'TL: 12:05', 'TL: 2099-01-01 10:00 party'])(
    'keeps as text what is no clear time in the past: %s',
    (text) => {
      expect(derived(message(text))[0]).toMatchObject({
        text: text.slice(4),
        occurredAt: at('12:30'),
        backdated: false,
      });
    },
  );

  test('reads a time against the moment at which it was written, also in an edit', () => {
    const entry = message('on it', ['13:10', 'on it\nTL: 13:05 failover']);

    expect(derived(entry)[0]).toMatchObject({ occurredAt: at('13:05') });
  });

  test('that is a task has owner and day', () => {
    const [task] = derived(message(`TODO: alert on lag <@${ANA}> by 2024-06-20`));

    expect(task).toMatchObject({
      kind: 'task',
      text: 'alert on lag',
      detail: { owner: ANA, due: '2024-06-20' },
    });
  });
});

describe('the entries of marked lines follow their message', () => {
  const first = message('!cause bad index\nTODO: alert');
  const known = derived(first);

  test('and nothing changes while it says the same', () => {
    expect(derived(first, known)).toEqual([]);
    expect(derived(first, JSON.parse(JSON.stringify(known), revived))).toEqual([]);
  });

  test('with an edited text and kind, keeping the earlier texts', () => {
    const [changed, ...others] = derived(
      message('!cause bad index\nTODO: alert', ['12:40', '!suspect index\nTODO: alert']),
      known,
    );

    expect(others).toEqual([]);
    expect(changed).toMatchObject({ kind: 'suspect', text: 'index' });
    expect(changed?.revisions.map((revision) => revision.text)).toEqual(['bad index', 'index']);
  });

  test('are withdrawn with their line, and come back with it', () => {
    const without = message('!cause bad index\nTODO: alert', ['12:40', '!cause bad index']);
    const gone = derived(without, known);
    const back = message(
      '!cause bad index\nTODO: alert',
      ['12:40', '!cause bad index'],
      ['12:50', '!cause bad index\nTODO: alert'],
    );

    expect(shown(gone)).toEqual([['task', 'alert', 'withdrawn']]);
    expect(shown(derived(back, [...known.slice(0, 1), ...gone]))).toEqual([['task', 'alert']]);
  });

  test('keep their places when a line is put in above them', () => {
    const edited = message('!cause bad index\nTODO: alert', [
      '12:40',
      'TODO: write it down\n!cause bad index\nTODO: alert',
    ]);

    expect(derived(edited, known).map(({ id, text }) => [id.split(':').at(-1), text])).toEqual([
      ['2', 'write it down'],
    ]);
  });

  test('are withdrawn when the message is deleted', () => {
    expect(shown(derived({ ...first, withdrawn: true }, known))).toEqual([
      ['cause', 'bad index', 'withdrawn'],
      ['task', 'alert', 'withdrawn'],
    ]);
  });

  test('stay withdrawn when a person took them back', () => {
    const undone = known.map((entry) => ({ ...entry, withdrawn: true }));
    const edited = message('!cause bad index\nTODO: alert', [
      '12:40',
      '!cause bad index of orders\nTODO: alert',
    ]);

    expect(shown(derived(edited, undone))).toEqual([['cause', 'bad index of orders', 'withdrawn']]);
  });

  test('keep what a person corrected, hid or redacted', () => {
    const corrected = known.map((entry) => ({
      ...entry,
      text: 'the index on orders',
      corrected: { text: 'the index on orders', occurredAt: null },
      hidden: true,
    }));
    const redacted = known.map((entry) => ({ ...entry, text: '[redacted]', redacted: true }));
    const edited = message('!cause bad index\nTODO: alert', ['12:40', '!cause worse index\nTODO: alert']);

    expect(derived(edited, corrected)[0]).toMatchObject({ text: 'the index on orders', hidden: true });
    expect(derived(edited, redacted)).toEqual([]);
  });

  test('are the same whatever the order in which the edits arrive', () => {
    const inOrder = message('TL: a', ['12:40', 'TL: b'], ['12:50', 'TL: c']);
    const swapped = message('TL: a', ['12:50', 'TL: c'], ['12:40', 'TL: b']);

    expect(derived(swapped)).toEqual(derived(inOrder));
  });
});

test.each<[string, Partial<TimelineEntry>]>([
  ['of bots', { kind: 'alert', author: { kind: 'bot', name: 'Monitor' } }],
  ['from before the declaration', { beforeDeclaration: true }],
  ['that were redacted', { redacted: true }],
  ['of which only a mark is known', { author: null }],
])('messages %s mark nothing', (_, over) => {
  expect(isMarkable(aMessage('12:30', 'TL: failover', { over }))).toBe(false);
});

test('a message without a marked line has no ids to look for', () => {
  const entry = aMessage('12:30', 'restarting db-1');

  expect(isMarkable(entry) && markedEntryIds(entry)).toEqual([]);
});

test('whoever marked a line is to be known before it is recorded', () => {
  const posted = { kind: 'message-posted', channel: CHANNEL, ts: stampOf(at('12:30')) } as const;

  expect(authorToKnow({ ...posted, message: content('TL: 14:05 failover') })).toBe(BEN);
  expect(authorToKnow({ ...posted, message: content('failover') })).toBeNull();
});

function revived(key: string, value: unknown): unknown {
  return (key === 'occurredAt' || key === 'recordedAt') && typeof value === 'string'
    ? new Date(value)
    : value;
}

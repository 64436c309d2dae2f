import { entryId } from '../../../src/core/ids.js';
import type { DecideContext, DecidedCommand } from '../../../src/core/incident/decide.js';
import type { EntryKind, TimelineEntry } from '../../../src/core/timeline/entry.js';
import { aFollowUp, anEntry, anIncident, aResolvedIncident, decided, MAYA, NOW } from './builders.js';

const one = (entry: TimelineEntry): DecideContext['target'] => ({ kind: 'one', entry });

const quiet = { by: MAYA, at: NOW };
const entry = anEntry();

const edit = (text: string | null, at: Date | null): DecidedCommand => ({
  kind: 'correct-entry',
  code: 'k3f9',
  text,
  at,
});

describe('putting a line right', () => {
  const was = { text: 'failover', occurredAt: entry.occurredAt };
  const earlier = new Date('2024-06-08T13:50:00Z');

  it.each<[string, DecidedCommand, object]>([
    ['text', edit('restart', null), { text: 'restart', occurredAt: null }],
    ['time', edit(null, earlier), { text: null, occurredAt: earlier }],
    ['both', edit('restart', earlier), { text: 'restart', occurredAt: earlier }],
    ['what a form leaves as it was stays', edit('failover', earlier), { text: null, occurredAt: earlier }],
    [
      'the minute that is shown already is no change',
      edit('restart', new Date('2024-06-08T14:05:00Z')),
      { text: 'restart', occurredAt: null },
    ],
  ])('%s', (_, command, change) => {
    expect(decided(anIncident(), command, { target: one(entry) })).toEqual([
      { kind: 'entry-corrected', ...quiet, target: entry.id, ...change, was },
    ]);
  });

  it('changes the words of a follow-up with its line', () => {
    const target = anEntry({ kind: 'task' });
    const followUps = [aFollowUp({ number: 3, entry: target.id }), aFollowUp({ number: 4 })];

    expect(
      decided(anIncident(), edit('write the runbook', null), { target: one(target), followUps }),
    ).toMatchObject([
      { kind: 'entry-corrected' },
      { kind: 'follow-up-changed', number: 3, change: { text: 'write the runbook' } },
    ]);
  });

  it('says so when nothing would change', () => {
    expect(decided(anIncident(), edit('failover', entry.occurredAt), { target: one(entry) })).toEqual({
      kind: 'no-change',
      what: 'entry',
    });
  });

  it.each<EntryKind>(['declared', 'renamed', 'joined', 'left', 'topic', 'archived', 'unarchived'])(
    'is not for %s, which Slack told or rename changes',
    (kind) => {
      expect(decided(anIncident(), edit('x', null), { target: one(anEntry({ kind })) })).toEqual({
        kind: 'entry-fixed',
        why: 'system',
      });
    },
  );

  it.each<[Partial<TimelineEntry>, string]>([
    [{ redacted: true }, 'redacted'],
    [{ withdrawn: true }, 'withdrawn'],
  ])('is not for %j', (about, why) => {
    expect(decided(anIncident(), edit('x', null), { target: one(anEntry(about)) })).toEqual({
      kind: 'entry-fixed',
      why,
    });
  });
});

it.each<[DecidedCommand, string]>([
  [edit('x', null), 'edit'],
  [{ kind: 'hide-entry', code: 'k3f9', hidden: true }, 'hide'],
  [{ kind: 'redact-entry', code: 'k3f9' }, 'redact'],
  [{ kind: 'undo', code: 'k3f9' }, 'undo'],
])('a code must name one line (%j)', (command) => {
  const refusalFor = (target: DecideContext['target']) => decided(anIncident(), command, { target });

  expect(refusalFor({ kind: 'none' })).toEqual({ kind: 'no-such-entry', code: 'k3f9' });
  const choices = [{ code: 'k3f9abcd', text: 'x' }];
  expect(refusalFor({ kind: 'several', choices })).toEqual({ kind: 'entry-unclear', code: 'k3f9', choices });
});

describe('hiding a line', () => {
  it('can be taken back', () => {
    const hide = { kind: 'hide-entry', code: 'k3f9', hidden: true } as const;

    expect(decided(anIncident(), hide, { target: one(entry) })).toEqual([
      { kind: 'entry-hidden', ...quiet, target: entry.id, hidden: true },
    ]);
    expect(
      decided(anIncident(), { ...hide, hidden: false }, { target: one(anEntry({ hidden: true })) }),
    ).toEqual([{ kind: 'entry-hidden', ...quiet, target: entry.id, hidden: false }]);
    expect(decided(anIncident(), hide, { target: one(anEntry({ hidden: true })) })).toEqual({
      kind: 'no-change',
      what: 'entry',
    });
  });
});

describe('redacting a line', () => {
  const redact = { kind: 'redact-entry', code: 'k3f9' } as const;

  it('repeats nothing of it, and works for deleted messages too', () => {
    expect(decided(anIncident(), redact, { target: one(anEntry({ withdrawn: true })) })).toEqual([
      { kind: 'entry-redacted', ...quiet, target: entry.id },
    ]);
  });

  it('makes the draft again where there is one', () => {
    expect(decided(aResolvedIncident(), redact, { target: one(entry) })).toMatchObject([
      { kind: 'entry-redacted' },
      { kind: 'draft-requested', version: 2 },
    ]);
  });

  it.each<[string, Partial<TimelineEntry>, string]>([
    ['twice', { redacted: true }, 'redacted'],
    ['where there are no words', { kind: 'joined', text: '' }, 'system'],
    ['while it is the title', { kind: 'declared', text: 'Checkout down' }, 'system'],
  ])('is refused %s', (_, about, why) => {
    expect(decided(anIncident(), redact, { target: one(anEntry(about)) })).toEqual({
      kind: 'entry-fixed',
      why,
    });
  });

  it('is possible for a title that is no longer it', () => {
    const target = anEntry({ kind: 'declared', text: 'Customer Acme is down' });

    expect(decided(anIncident(), redact, { target: one(target) })).toMatchObject([
      { kind: 'entry-redacted' },
    ]);
  });
});

describe('choosing what stays of the time before', () => {
  const earlier = (name: string, about: Partial<TimelineEntry> = {}) =>
    anEntry({ id: entryId(name), kind: 'message', beforeDeclaration: true, ...about });
  const entries = [
    earlier('a'),
    earlier('b'),
    earlier('c', { hidden: true }),
    earlier('d', { withdrawn: true }),
  ];

  const hiddenBy = (keep: readonly string[], offered: readonly string[] | null) =>
    decided(
      anIncident(),
      {
        kind: 'choose-before',
        keep: keep.map(entryId),
        offered: offered === null ? null : offered.map(entryId),
      },
      { entries },
    );

  it.each<[string, readonly string[], readonly string[] | null, readonly object[]]>([
    ['of those offered, the kept', ['a'], ['a', 'b'], [{ target: 'b', hidden: true }]],
    ['what was hidden comes back when it is kept', ['a', 'c'], ['a', 'c'], [{ target: 'c', hidden: false }]],
    [
      'none of all',
      [],
      null,
      [
        { target: 'a', hidden: true },
        { target: 'b', hidden: true },
      ],
    ],
    ['all', [], [], [{ target: 'c', hidden: false }]],
  ])('%s', (_, keep, offered, events) => {
    expect(hiddenBy(keep, offered)).toEqual(
      events.map((event) => ({ kind: 'entry-hidden', ...quiet, ...event })),
    );
  });

  it('says so when there is nothing, or nothing changes', () => {
    expect(decided(anIncident(), { kind: 'choose-before', keep: [], offered: null })).toEqual({
      kind: 'nothing-before',
    });
    expect(hiddenBy(['a', 'b'], ['a', 'b'])).toEqual({ kind: 'no-change', what: 'entry' });
  });
});

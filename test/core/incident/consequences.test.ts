import type { Debt } from '../../../src/core/effects.js';
import { channelId, entryId, groupId, incidentId, messageTs } from '../../../src/core/ids.js';
import { consequences } from '../../../src/core/incident/consequences.js';
import { pinCard } from '../../../src/core/incident/debts.js';
import type { IncidentEvent } from '../../../src/core/incident/events.js';
import { evolve } from '../../../src/core/incident/evolve.js';
import type { Incident } from '../../../src/core/incident/incident.js';
import { anAct, anIncident, aResolvedIncident, CORA, DECLARATION, MAYA, NOW, OMAR } from './builders.js';

const act = anAct();
const quiet = { by: MAYA, at: NOW };
const lane = 'incident:incident-42';
const archiveAt = new Date('2024-06-09T14:30:00Z');

function debtsAfter(event: IncidentEvent, before: Incident = anIncident()): readonly Debt[] {
  return consequences(before, event, evolve(before, event, before.lastSeq + 1));
}
/** Their keys, without the incident's id that all of them have. */
const keysAfter = (event: IncidentEvent, before: Incident = anIncident()): readonly string[] =>
  debtsAfter(event, before).map((debt) => debt.key.replace(':incident-42', ''));

describe('a declaration', () => {
  it('owes the channel, and a look back where it was declared, which cannot hold the channel up', () => {
    const debts = consequences(null, DECLARATION, anIncident({ channel: null }));

    expect(debts.map(({ key, lane }) => [key, lane])).toEqual([
      ['open-channel:incident-42', lane],
      ['look-back:incident-42', 'look-back:incident-42'],
    ]);
    expect(debts[1]?.effect).toEqual({
      kind: 'look-back',
      channel: 'C0OPS',
      before: new Date('2024-06-08T13:00:00Z'),
    });
  });

  it('looks back nowhere when it is not known where it was declared, and not in practice', () => {
    expect(consequences(null, DECLARATION, anIncident({ origin: null }))).toHaveLength(1);
    expect(consequences(null, DECLARATION, anIncident({ drill: true }))).toHaveLength(1);
  });
});

const opened = (adopted: boolean): IncidentEvent => ({
  kind: 'channel-opened',
  at: NOW,
  channel: channelId('C1'),
  channelName: 'inc-42',
  adopted,
});
const update: IncidentEvent = { kind: 'update-posted', ...act, text: 'x', nextAt: null };
const resolved: IncidentEvent = { kind: 'resolved', ...act, text: '' };
const renamed: IncidentEvent = { kind: 'renamed', ...act, from: 'Checkout down', to: 'Search down' };
const closing: IncidentEvent = { kind: 'closing', ...quiet, archiveAt, text: '' };
const undone = (restore: Extract<IncidentEvent, { kind: 'undone' }>['restore']): IncidentEvent => ({
  kind: 'undone',
  ...quiet,
  target: act.entry,
  restore,
});

it.each<[string, IncidentEvent, readonly string[]]>([
  ['its channel opens', opened(false), ['card', 'topic', 'invite:U0MAYA', 'announcement', 'remind']],
  [
    'its status changes',
    { kind: 'status-changed', ...act, from: 'investigating', to: 'identified', text: '' },
    ['topic', 'card', 'announcement', 'remind'],
  ],
  [
    'its severity changes',
    { kind: 'severity-changed', ...act, from: 2, to: 1, text: '' },
    ['topic', 'card', 'announcement', 'remind'],
  ],
  [
    'somebody leads it, who is let in',
    { kind: 'lead-assigned', ...act, user: CORA },
    ['topic', 'card', 'announcement', 'invite:U0CORA'],
  ],
  [
    'somebody has a role, which the topic does not show',
    { kind: 'role-assigned', ...act, role: 'comms', user: CORA },
    ['card', 'announcement', 'invite:U0CORA'],
  ],
  [
    'the lead is offered to somebody, who gets a brief',
    { kind: 'handoff-offered', ...act, user: CORA, text: '' },
    ['invite:U0CORA', 'brief:8'],
  ],
  [
    'people and groups are called',
    {
      kind: 'escalated',
      ...act,
      users: [CORA, OMAR],
      groups: [{ id: groupId('S1'), handle: 'dba' }],
      text: '',
    },
    ['invite:U0CORA', 'invite:U0OMAR', 'invite-group:8:S1', 'escalation:8'],
  ],
  ['it has another title', renamed, ['rename', 'topic', 'card', 'announcement']],
  ['there is an update', update, ['post-update:8', 'announce-update:8', 'card', 'announcement', 'remind']],
  ['reminders are put off', { kind: 'snoozed', ...quiet, until: archiveAt }, ['remind']],
  ['it is resolved', resolved, ['topic', 'card', 'announcement', 'morning-note', 'remind']],
  ['it is cancelled', { kind: 'cancelled', ...act, text: '' }, ['topic', 'card', 'announcement', 'remind']],
  [
    'it goes on in another, without a draft',
    { kind: 'merged', ...act, into: 4, text: '' },
    ['merge-notice', 'topic', 'card', 'announcement', 'remind'],
  ],
  ['a draft is wanted', { kind: 'draft-requested', at: NOW, version: 3 }, ['draft-card', 'draft-file:3']],
  [
    'words are removed for good',
    { kind: 'entry-redacted', ...quiet, target: act.entry },
    ['scrub', 'card', 'announcement'],
  ],
  ['a note is taken back', undone({}), []],
  ['a role is taken back', undone({ roles: {} }), ['card', 'announcement']],
  ['a title is taken back', undone({ title: 'Search down' }), ['rename', 'topic', 'card', 'announcement']],
  ['a status is taken back', undone({ status: 'monitoring' }), ['topic', 'card', 'announcement', 'remind']],
  [
    'something is stated',
    { kind: 'stated', ...act, what: 'note', text: 'x', backdated: false, message: null },
    [],
  ],
  ['another goes on here', { kind: 'absorbed', ...act, from: 5, text: '' }, []],
  ['a line is hidden', { kind: 'entry-hidden', ...quiet, target: act.entry, hidden: true }, []],
  ['a task is done', { kind: 'follow-up-changed', ...quiet, number: 1, change: { done: true } }, []],
  ['somebody writes the postmortem', { kind: 'postmortem-assigned', ...quiet, user: CORA }, []],
])('what is owed when %s', (_, event, keys) => {
  expect(keysAfter(event)).toEqual(keys);
});

it.each<[string, IncidentEvent, readonly string[]]>([
  ['it is reopened', { kind: 'reopened', ...act, text: '' }, ['topic', 'card', 'announcement', 'remind']],
  ['it is closed', closing, ['closing-notice:9', 'archive']],
  ['it is kept open, which whoever archives sees', { kind: 'kept-open', ...quiet }, []],
])('what is owed when %s', (_, event, keys) => {
  expect(keysAfter(event, aResolvedIncident({ lastSeq: 8 }))).toEqual(keys);
});

it.each<IncidentEvent>([opened(false), update, resolved, renamed])(
  'nothing of a private incident or of practice is announced ($kind)',
  (event) => {
    expect(keysAfter(event, anIncident({ private: true })).join()).not.toMatch(/announce/);
    expect(keysAfter(event, anIncident({ drill: true })).join()).not.toMatch(/announce/);
  },
);

it.each<IncidentEvent>([opened(false), update, resolved, { kind: 'reopened', ...act, text: '' }])(
  'nobody is reminded of practice ($kind)',
  (event) => {
    expect(keysAfter(event, anIncident({ drill: true })).join()).not.toMatch(/remind|morning/);
  },
);

it('what was there before us keeps its name, its topic and its life', () => {
  const adopted = anIncident({ adopted: true });

  expect(keysAfter(opened(true))).toEqual(['card', 'announcement', 'remind']);
  expect(keysAfter(renamed, adopted)).toEqual(['card', 'announcement']);
  expect(keysAfter(resolved, adopted)).not.toContain('topic');
  expect(keysAfter(closing, aResolvedIncident({ adopted: true }))).toEqual([]);
});

it('everybody who has a part when the channel opens is let in once; before that nobody can be', () => {
  const early = anIncident({ channel: null, lead: CORA, roles: { comms: OMAR, scribe: MAYA } });

  expect(keysAfter(opened(false), early).filter((key) => key.startsWith('invite'))).toEqual([
    'invite:U0MAYA',
    'invite:U0CORA',
    'invite:U0OMAR',
  ]);
  expect(keysAfter({ kind: 'lead-assigned', ...act, user: CORA }, early).join()).not.toMatch(/invite/);
});

it.each<[string, IncidentEvent, Incident, string | undefined]>([
  ['the due time', update, anIncident(), '2024-06-08T15:30:00.000Z'],
  [
    'the promised time',
    { kind: 'update-posted', ...act, text: 'x', nextAt: archiveAt },
    anIncident(),
    archiveAt.toISOString(),
  ],
  [
    'an interval from now, where it is overdue',
    { kind: 'status-changed', ...act, from: 'investigating', to: 'identified', text: '' },
    anIncident(),
    '2024-06-08T15:30:00.000Z',
  ],
  ['no time after the end: what was posted is put right at once', resolved, anIncident(), undefined],
  ['no time when reminders are stopped', { kind: 'snoozed', ...quiet, until: null }, anIncident(), undefined],
])('a reminder waits for %s', (_, event, incident, due) => {
  const reminder = debtsAfter(event, incident).find((debt) => debt.effect.kind === 'remind');

  expect(reminder).toMatchObject({ key: 'remind:incident-42', lane: 'remind:incident-42', standing: true });
  expect(reminder?.notBefore?.toISOString()).toBe(due);
});

it('the morning note waits for the next working day, the archiving for the announced hour', () => {
  const debts = [...debtsAfter(resolved), ...debtsAfter(closing, aResolvedIncident())];

  expect(debts.filter((debt) => debt.notBefore && debt.effect.kind !== 'remind')).toMatchObject([
    { key: 'morning-note:incident-42', standing: true, notBefore: new Date('2024-06-10T09:00:00Z') },
    { key: 'archive:incident-42', standing: true, notBefore: archiveAt },
  ]);
});

it('what is said in the channel is said in order; what may fail alone has lanes of its own', () => {
  const escalated: IncidentEvent = { kind: 'escalated', ...act, users: [CORA], groups: [], text: '' };
  const debts = [
    ...debtsAfter(escalated),
    ...debtsAfter(closing, aResolvedIncident({ lastSeq: 8 })),
    ...debtsAfter({ kind: 'merged', ...act, into: 4, text: '' }),
    pinCard(anIncident(), messageTs('1717857003.000100')),
  ];

  expect(debts.map(({ effect, lane }) => [effect.kind, lane])).toEqual([
    ['invite', 'invite:incident-42:U0CORA'],
    ['escalation', lane],
    ['closing-notice', lane],
    ['archive-channel', 'archive:incident-42'],
    ['merge-notice', lane],
    ['set-topic', 'topic:incident-42'],
    ['card', lane],
    ['announcement', 'announcement:incident-42'],
    ['remind', 'remind:incident-42'],
    ['pin-card', 'pin:incident-42'],
  ]);
  expect(new Set(debts.map((debt) => debt.incident))).toEqual(new Set([incidentId('incident-42')]));
});

it('owes under one key as often as it stands for the present state', () => {
  const before = aResolvedIncident();
  const first = evolve(before, { kind: 'draft-requested', at: NOW, version: 2 }, 8);
  const second = evolve(first, { kind: 'draft-requested', at: NOW, version: 3 }, 9);

  const debts = [
    ...consequences(before, { kind: 'draft-requested', at: NOW, version: 2 }, first),
    ...consequences(first, { kind: 'draft-requested', at: NOW, version: 3 }, second),
  ];

  expect(debts.map(({ key, standing }) => [key, standing])).toEqual([
    ['draft-card:incident-42', true],
    ['draft-file:incident-42:2', false],
    ['draft-card:incident-42', true],
    ['draft-file:incident-42:3', false],
  ]);
});

it('a marked line of a message leaves no debt of its own', () => {
  const message = { channel: channelId('C1'), ts: messageTs('1717857003.000100'), threadTs: null };
  const stated = {
    kind: 'stated',
    ...act,
    entry: entryId('marked:C1:1:0'),
    what: 'note',
    text: 'x',
  } as const;

  expect(keysAfter({ ...stated, backdated: false, message })).toEqual([]);
});

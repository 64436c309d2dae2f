import { channelId } from '../../../src/core/ids.js';
import { consequences } from '../../../src/core/incident/consequences.js';
import type { IncidentEvent } from '../../../src/core/incident/events.js';
import { evolve } from '../../../src/core/incident/evolve.js';
import type { Incident } from '../../../src/core/incident/incident.js';
import { anAct, anIncident, aResolvedIncident, CORA, NOW } from './builders.js';

const act = anAct();
const lane = 'incident:incident-42';

function keysAfter(event: IncidentEvent, before: Incident = anIncident()): readonly string[] {
  return consequences(before, event, evolve(before, event, before.lastSeq + 1)).map((debt) => debt.key);
}

describe('a declaration', () => {
  const event: IncidentEvent = {
    kind: 'declared',
    ...act,
    title: 'Checkout down',
    severity: null,
    private: false,
    origin: channelId('C0OPS'),
    zone: 'UTC',
  };

  it('owes the channel, and a look back where it was declared, which cannot hold the channel up', () => {
    const debts = consequences(null, event, anIncident({ channel: null }));

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

  it('looks back nowhere when it is not known where it was declared', () => {
    expect(consequences(null, event, anIncident({ origin: null }))).toHaveLength(1);
  });
});

it.each<[string, IncidentEvent, readonly string[]]>([
  [
    'its channel opens',
    { kind: 'channel-opened', at: NOW, channel: channelId('C1'), channelName: 'inc-42' },
    ['card:incident-42', 'topic:incident-42', 'invite:incident-42:U0MAYA', 'announcement:incident-42'],
  ],
  [
    'its status changes',
    { kind: 'status-changed', ...act, from: 'investigating', to: 'identified', text: '' },
    ['topic:incident-42', 'card:incident-42', 'announcement:incident-42'],
  ],
  [
    'somebody leads it',
    { kind: 'lead-assigned', ...act, user: CORA },
    ['topic:incident-42', 'card:incident-42', 'announcement:incident-42'],
  ],
  [
    'somebody has a role, which the topic does not show',
    { kind: 'role-assigned', ...act, role: 'comms', user: CORA },
    ['card:incident-42', 'announcement:incident-42'],
  ],
  [
    'there is an update',
    { kind: 'update-posted', ...act, text: 'x' },
    [
      'post-update:incident-42:8',
      'announce-update:incident-42:8',
      'card:incident-42',
      'announcement:incident-42',
    ],
  ],
  [
    'it is resolved',
    { kind: 'resolved', ...act, text: '' },
    ['topic:incident-42', 'card:incident-42', 'announcement:incident-42'],
  ],
  [
    'a draft is wanted',
    { kind: 'draft-requested', at: NOW, version: 3 },
    ['draft-card:incident-42', 'draft-file:incident-42:3'],
  ],
  ['something is stated', { kind: 'stated', ...act, what: 'note', text: 'x', backdated: false }, []],
])('what is owed when %s', (_, event, keys) => {
  expect(keysAfter(event)).toEqual(keys);
});

it.each<IncidentEvent>([
  { kind: 'channel-opened', at: NOW, channel: channelId('C1'), channelName: 'inc-42' },
  { kind: 'severity-changed', ...act, from: 2, to: 1, text: '' },
  { kind: 'update-posted', ...act, text: 'x' },
  { kind: 'resolved', ...act, text: '' },
])('nothing of a private incident is announced ($kind)', (event) => {
  expect(keysAfter(event, anIncident({ private: true })).join()).not.toMatch(/announce/);
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

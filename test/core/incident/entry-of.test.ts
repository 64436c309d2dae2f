import { channelId, deliveryKey } from '../../../src/core/ids.js';
import { entryOf } from '../../../src/core/incident/entry-of.js';
import type { IncidentEvent } from '../../../src/core/incident/events.js';
import { anAct, anIncident, CORA, MAYA, NOW } from './builders.js';

const act = anAct();
const about = {
  incident: anIncident().id,
  channel: channelId('C0INC42'),
  key: deliveryKey('command:1'),
  recordedAt: NOW,
  masked: 1,
};

it('keeps who said it, both clocks, where it came from and how much was masked', () => {
  const earlier = new Date('2024-06-08T14:05:00Z');
  const event: IncidentEvent = {
    kind: 'stated',
    ...act,
    at: earlier,
    what: 'note',
    text: 'failover',
    backdated: true,
  };

  expect(entryOf(event, about)).toEqual({
    id: act.entry,
    incident: about.incident,
    kind: 'note',
    origin: { kind: 'delivery', channel: 'C0INC42', key: 'command:1' },
    author: { kind: 'person', user: MAYA },
    text: 'failover',
    occurredAt: earlier,
    recordedAt: NOW,
    backdated: true,
    revisions: [],
    withdrawn: false,
    marks: [],
    files: [],
    masked: 1,
    beforeDeclaration: false,
    detail: {},
  });
});

it.each<[IncidentEvent, object]>([
  [
    { kind: 'declared', ...act, title: 'Down', severity: 1, private: true, origin: null, zone: 'UTC' },
    { kind: 'declared', text: 'Down', detail: { severity: '1', private: 'yes' } },
  ],
  [
    { kind: 'status-changed', ...act, from: 'investigating', to: 'monitoring', text: 'x' },
    { kind: 'status', text: 'x', detail: { from: 'investigating', to: 'monitoring' } },
  ],
  [
    { kind: 'severity-changed', ...act, from: null, to: 1, text: '' },
    { kind: 'severity', detail: { to: '1' } },
  ],
  [
    { kind: 'lead-assigned', ...act, user: CORA },
    { kind: 'lead', detail: { user: 'U0CORA' } },
  ],
  [
    { kind: 'role-assigned', ...act, role: 'comms', user: CORA },
    { kind: 'role', detail: { role: 'comms', user: 'U0CORA' } },
  ],
  [
    { kind: 'follow-up-added', ...act, number: 3, text: 'runbook', owner: CORA, due: '2024-07-31' },
    { kind: 'task', text: 'runbook', detail: { followUp: '3', owner: 'U0CORA', due: '2024-07-31' } },
  ],
  [
    { kind: 'update-posted', ...act, text: 'x' },
    { kind: 'update', text: 'x' },
  ],
  [
    { kind: 'stated', ...act, what: 'ruled-out', text: 'LB', backdated: false },
    { kind: 'ruled-out', backdated: false },
  ],
  [
    { kind: 'resolved', ...act, text: 'back' },
    { kind: 'resolved', text: 'back' },
  ],
  [
    { kind: 'reopened', ...act, text: 'again' },
    { kind: 'reopened', text: 'again' },
  ],
  [
    { kind: 'cancelled', ...act, text: 'probe' },
    { kind: 'cancelled', text: 'probe' },
  ],
])('%j', (event, entry) => {
  expect(entryOf(event, about)).toMatchObject(entry);
});

it.each<IncidentEvent>([
  { kind: 'channel-opened', at: NOW, channel: channelId('C1'), channelName: 'inc-42' },
  { kind: 'draft-requested', at: NOW, version: 1 },
])('leaves no line for $kind', (event) => {
  expect(entryOf(event, about)).toBeNull();
});

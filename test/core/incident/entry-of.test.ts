import { channelId, deliveryKey, entryId, groupId, messageTs } from '../../../src/core/ids.js';
import { entryOf } from '../../../src/core/incident/entry-of.js';
import type { IncidentEvent } from '../../../src/core/incident/events.js';
import { anAct, anIncident, CORA, DECLARATION, MAYA, NOW, OMAR } from './builders.js';

const act = anAct();
const quiet = { by: MAYA, at: NOW };
const about = {
  incident: anIncident().id,
  channel: channelId('C0INC42'),
  key: deliveryKey('command:1'),
  recordedAt: NOW,
  masked: 1,
};
const message = {
  channel: channelId('C0INC42'),
  ts: messageTs('1717855500.000100'),
  threadTs: messageTs('1717855400.000100'),
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
    message: null,
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
    hidden: false,
    redacted: false,
    corrected: null,
    marks: [],
    files: [],
    masked: 1,
    beforeDeclaration: false,
    detail: {},
  });
});

it.each<IncidentEvent>([
  { kind: 'stated', ...act, what: 'cause', text: 'index', backdated: false, message },
  { kind: 'follow-up-added', ...act, number: 1, text: 'index', owner: null, due: null, message },
])('what was said in a message links to it ($kind)', (event) => {
  expect(entryOf(event, about)).toMatchObject({ id: act.entry, origin: { kind: 'message', ...message } });
});

it.each<[IncidentEvent, object]>([
  [
    { ...DECLARATION, ...act, kind: 'declared', title: 'Down', severity: 1, private: true, drill: true },
    { kind: 'declared', text: 'Down', detail: { severity: '1', private: 'yes', drill: 'yes' } },
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
    { kind: 'handoff-offered', ...act, user: CORA, text: 'off at six' },
    { kind: 'handoff', text: 'off at six', detail: { user: 'U0CORA' } },
  ],
  [
    {
      kind: 'escalated',
      ...act,
      users: [CORA, OMAR],
      groups: [{ id: groupId('S1'), handle: '@dba' }],
      text: 'lag',
    },
    { kind: 'escalated', text: 'lag', detail: { users: 'U0CORA U0OMAR', groups: 'dba' } },
  ],
  [
    { kind: 'renamed', ...act, from: 'Checkout down', to: 'Search down' },
    { kind: 'renamed', text: 'Search down', detail: { from: 'Checkout down', to: 'Search down' } },
  ],
  [
    {
      kind: 'follow-up-added',
      ...act,
      number: 3,
      text: 'runbook',
      owner: CORA,
      due: '2024-07-31',
      message: null,
    },
    { kind: 'task', text: 'runbook', detail: { followUp: '3', owner: 'U0CORA', due: '2024-07-31' } },
  ],
  [
    { kind: 'update-posted', ...act, text: 'x', nextAt: null },
    { kind: 'update', text: 'x' },
  ],
  [
    { kind: 'stated', ...act, what: 'ruled-out', text: 'LB', backdated: false, message: null },
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
  [
    { kind: 'merged', ...act, into: 4, text: 'same' },
    { kind: 'merged', text: 'same', detail: { into: '4' } },
  ],
  [
    { kind: 'absorbed', ...act, from: 5, text: 'same' },
    { kind: 'merged', text: 'same', detail: { from: '5' } },
  ],
])('%j', (event, entry) => {
  expect(entryOf(event, about)).toMatchObject(entry);
});

it.each<IncidentEvent>([
  { kind: 'channel-opened', at: NOW, channel: channelId('C1'), channelName: 'inc-42', adopted: false },
  { kind: 'draft-requested', at: NOW, version: 1 },
  { kind: 'snoozed', ...quiet, until: null },
  { kind: 'follow-up-changed', ...quiet, number: 1, change: { done: true } },
  { kind: 'entry-hidden', ...quiet, target: entryId('x'), hidden: true },
  { kind: 'entry-redacted', ...quiet, target: entryId('x') },
  { kind: 'undone', ...quiet, target: entryId('x'), restore: {} },
  { kind: 'closing', ...quiet, archiveAt: NOW, text: '' },
  { kind: 'kept-open', ...quiet },
  { kind: 'postmortem-assigned', ...quiet, user: CORA },
])('leaves no line for $kind', (event) => {
  expect(entryOf(event, about)).toBeNull();
});

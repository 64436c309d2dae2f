import { entryId } from '../../../src/core/ids.js';
import type { DecidedCommand } from '../../../src/core/incident/decide.js';
import { drawnFor, readDrawnFor } from '../../../src/core/incident/drawn-for.js';
import type { IncidentEvent } from '../../../src/core/incident/events.js';
import type { Incident } from '../../../src/core/incident/incident.js';
import { actOf, aLog, anIncident, aResolvedIncident, CORA, decided, NOW, OMAR } from './builders.js';

const identified: IncidentEvent = {
  kind: 'status-changed',
  ...actOf('a', CORA),
  from: 'investigating',
  to: 'identified',
  text: '',
};
const led: IncidentEvent = { kind: 'lead-assigned', ...actOf('b', OMAR), user: CORA };
const resolved: IncidentEvent = { kind: 'resolved', ...actOf('c', CORA), text: '' };
const reopened: IncidentEvent = { kind: 'reopened', ...actOf('d', OMAR), text: '' };
const note: IncidentEvent = {
  kind: 'stated',
  ...actOf('n'),
  what: 'note',
  text: 'x',
  backdated: false,
  message: null,
};

const drawn = drawnFor(anIncident());
const press = (incident: Incident, command: DecidedCommand, log: readonly IncidentEvent[], token = drawn) =>
  decided(incident, command, { drawnFor: token, log: aLog(...log) });

it.each<[string, Incident, DecidedCommand, readonly IncidentEvent[], object]>([
  [
    'the status was changed meanwhile',
    anIncident({ status: 'identified' }),
    { kind: 'change-status', to: 'identified', text: '' },
    [identified, note],
    { what: 'status', now: { status: 'identified', lead: null }, by: CORA, at: NOW },
  ],
  [
    'somebody leads by now',
    anIncident({ lead: CORA }),
    { kind: 'assign-lead', user: OMAR },
    [led, identified],
    { what: 'lead', now: { status: 'investigating', lead: CORA }, by: OMAR, at: NOW },
  ],
  [
    'the lead changed hands before the offer was accepted',
    anIncident({ lead: CORA, handoffTo: null }),
    { kind: 'accept-handoff' },
    [led],
    { what: 'lead', now: { status: 'investigating', lead: CORA }, by: OMAR, at: NOW },
  ],
  [
    'it was resolved already',
    aResolvedIncident(),
    { kind: 'resolve', text: '' },
    [identified, resolved],
    { what: 'ended', now: { status: 'resolved', lead: null }, by: CORA, at: NOW },
  ],
  [
    'its status can no longer be set, since it has ended',
    aResolvedIncident(),
    { kind: 'change-status', to: 'monitoring', text: '' },
    [resolved],
    { what: 'ended', now: { status: 'resolved', lead: null }, by: CORA, at: NOW },
  ],
])('a button says who has done it and when: %s', (_, incident, command, log, stale) => {
  expect(press(incident, command, log)).toEqual({ kind: 'stale', ...stale });
});

it('a reopened incident is not closed by an old button', () => {
  const token = drawnFor(aResolvedIncident());

  expect(press(anIncident(), { kind: 'close', text: '' }, [resolved, reopened], token)).toEqual({
    kind: 'stale',
    what: 'ended',
    now: { status: 'investigating', lead: null },
    by: OMAR,
    at: NOW,
  });
});

it('a status that was put back is the doing of who undid it', () => {
  const log: readonly IncidentEvent[] = [
    identified,
    { kind: 'undone', by: OMAR, at: NOW, target: entryId('e:a'), restore: { status: 'investigating' } },
  ];
  const token = drawnFor(anIncident({ status: 'identified' }));

  expect(
    press(anIncident(), { kind: 'change-status', to: 'monitoring', text: '' }, log, token),
  ).toMatchObject({
    kind: 'stale',
    what: 'status',
    by: OMAR,
  });
});

it.each<[string, Incident, DecidedCommand, string]>([
  ['nothing has changed', anIncident(), { kind: 'change-status', to: 'monitoring', text: '' }, drawn],
  [
    'only what the button does not change has changed',
    anIncident({ status: 'identified', severity: 1 }),
    { kind: 'assign-lead', user: OMAR },
    drawn,
  ],
  [
    'it resolves, whatever the status',
    anIncident({ status: 'monitoring', lead: CORA }),
    { kind: 'resolve', text: '' },
    drawn,
  ],
  [
    'its mark is none of ours',
    anIncident(),
    { kind: 'change-status', to: 'monitoring', text: '' },
    'constructor.x.y.open',
  ],
])('a button works when %s', (_, incident, command, token) => {
  expect(press(incident, command, [], token)).not.toHaveProperty('kind', 'stale');
});

it('who and when are left out where the log does not tell', () => {
  expect(press(anIncident({ lead: CORA }), { kind: 'assign-lead', user: OMAR }, [])).toMatchObject({
    kind: 'stale',
    by: null,
    at: null,
  });
});

it('the mark is short, and read back', () => {
  expect(drawn).toBe('investigating.2.-.open');
  expect(readDrawnFor(drawnFor(aResolvedIncident({ lead: CORA, severity: null })))).toEqual({
    status: 'resolved',
    lead: CORA,
    isOpen: false,
  });
});

it.each(['', 'open', 'investigating.2.-', 'investigating.2.-.maybe', 'investigating.2.-.open.more'])(
  '%j is no mark',
  (token) => {
    expect(readDrawnFor(token)).toBeNull();
  },
);

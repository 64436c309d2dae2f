import { channelId, deliveryEntryId, deliveryKey } from '../../../src/core/ids.js';
import { incidentAsOf } from '../../../src/core/incident/as-of.js';
import type { IncidentEvent } from '../../../src/core/incident/events.js';
import { ANA, anIncident, at } from '../../builders.js';

const entry = deliveryEntryId(deliveryKey('e'));
const update = (clock: string): IncidentEvent => ({
  kind: 'update-posted',
  by: ANA,
  at: at(clock),
  entry,
  text: '[redacted]',
  nextAt: null,
});
const events: readonly IncidentEvent[] = [
  {
    kind: 'declared',
    by: ANA,
    at: at('12:10'),
    entry,
    title: 'Checkout down',
    severity: 1,
    private: false,
    origin: null,
    zone: 'UTC',
    drill: false,
  },
  {
    kind: 'channel-opened',
    at: at('12:10'),
    channel: channelId('C1'),
    channelName: 'inc-1-checkout-down',
    adopted: false,
  },
  update('12:30'),
  update('13:00'),
  {
    kind: 'status-changed',
    by: ANA,
    at: at('13:00'),
    entry,
    from: 'investigating',
    to: 'monitoring',
    text: '',
  },
  { kind: 'resolved', by: ANA, at: at('14:00'), entry, text: '' },
];
const log = events.map((event, index) => ({ seq: index + 1, event }));

test.each([
  ['an update shows the status of its time, not of today', 3, 'investigating'],
  ['what was done in the same breath belongs to it', 4, 'monitoring'],
  ['the last event is the present', 6, 'resolved'],
])('%s', (_, seq, status) => {
  const then = incidentAsOf(anIncident(), log, seq);

  expect(then).toMatchObject({ status, title: 'Checkout down', channel: 'C1', severity: 1 });
});

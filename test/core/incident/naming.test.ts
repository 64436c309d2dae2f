import { channelNames, topicOf } from '../../../src/core/incident/naming.js';
import { isWhole } from '../../render/whole.js';
import { anIncident, CORA } from './builders.js';

it.each([
  ['Checkout down', 'inc-42-checkout-down'],
  ['API p99 > 5s & rising', 'inc-42-api-p99-5s-rising'],
  ['Zoë’s café: Straße, Łódź, smørrebrød', 'inc-42-zoes-cafe-strasse-lodz-smorrebrod'],
  ['支払いが遅い', 'inc-42'],
  ['Оплата: timeout', 'inc-42-timeout'],
  ['🔥🔥 :fire: DB', 'inc-42-db'],
  ['<!channel> *x* & 日本語 🔥', 'inc-42-x'],
  ['<@U0CORA> lost the keys', 'inc-42-lost-the-keys'],
  ['errors at 10:30:15', 'inc-42-errors-at-10-30-15'],
  ['ＦＵＬＬ width', 'inc-42-full-width'],
  ['---', 'inc-42'],
])('%j has the channel %s', (title, name) => {
  expect(channelNames({ number: 42, title })[0]).toBe(name);
});

it('a practice incident has a name of its own kind', () => {
  expect(channelNames({ number: 7, title: 'Nobody can log in', drill: true })[0]).toBe(
    'drill-7-nobody-can-log-in',
  );
});

it('offers other names when the first is taken, all within what Slack takes', () => {
  const absurd = [
    'a'.repeat(40_000),
    'word '.repeat(8000),
    '🔥'.repeat(3000),
    `${'x'.repeat(71)} yy`,
    'é'.repeat(200),
  ];

  for (const title of absurd) {
    const names = channelNames({ number: 123_456, title });
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/);
  }
  expect(channelNames({ number: 42, title: 'Checkout down' }).slice(0, 3)).toEqual([
    'inc-42-checkout-down',
    'inc-42-checkout-down-2',
    'inc-42-checkout-down-3',
  ]);
});

it.each([
  [anIncident(), null, 'SEV2 | Investigating | INC-42 Checkout down'],
  [anIncident({ severity: null, lead: CORA }), 'Cora', 'Investigating | Lead: Cora | INC-42 Checkout down'],
  [
    anIncident({ status: 'cancelled', mergedInto: 4 }),
    null,
    'SEV2 | Merged into INC-4 | INC-42 Checkout down',
  ],
  [anIncident({ drill: true }), null, 'Drill | SEV2 | Investigating | INC-42 Checkout down'],
  [
    anIncident({ status: 'resolved', title: '<!channel> a\n<@U0CORA> b' }),
    null,
    'SEV2 | Resolved | INC-42 ‹!channel› a b',
  ],
])('the topic shows where it stands', (incident, lead, topic) => {
  expect(topicOf(incident, lead)).toBe(topic);
});

it('the topic stays within 250 characters and ends in a whole one', () => {
  for (const title of ['🔥'.repeat(3000), `x${'🔥'.repeat(3000)}`, 'a'.repeat(40_000)]) {
    const topic = topicOf(anIncident({ title, lead: CORA }), 'Cora');
    expect(topic.length).toBeLessThanOrEqual(250);
    expect(isWhole(topic)).toBe(true);
    expect(topic.endsWith('…')).toBe(true);
  }
});

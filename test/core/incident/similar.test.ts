import { incidentId } from '../../../src/core/ids.js';
import { similarIncidents } from '../../../src/core/incident/similar.js';
import { anIncident } from './builders.js';

const open = (...titles: readonly string[]) =>
  titles.map((title, index) =>
    anIncident({ id: incidentId(`incident-${index + 1}`), number: index + 1, title }),
  );
const found = (title: string, ...titles: readonly string[]) =>
  similarIncidents(title, open(...titles)).map((incident) => incident.title);

it.each([
  ['checkout is DOWN', 'Checkout answers 500'],
  ['Payments failing', 'the payment is failing for everybody'],
  ['Café orders lost', 'cafe ORDERS'],
  ['支払いが遅い', '支払いができない'],
  ['Оплата не работает', 'оплата: timeout'],
  ['로그인 실패', '로그인 안됨'],
  ['भुगतान विफल', 'भुगतान धीमा'],
  ['ชำระเงินไม่ได้', 'ชำระเงินไม่ได้'],
  ['🔥🔥', '🔥 🔥'],
  ['Everything is down', 'everything down!'],
])('%j sounds like %j', (title, other) => {
  expect(found(title, other)).toEqual([other]);
});

it.each([
  ['Checkout is down', 'Search is down'],
  ['Payments API errors', 'Search API errors'],
  ['high latency in eu', 'high CPU on db-3'],
  ['🔥', '💥'],
  ['', ''],
  ['...', '???'],
])('%j does not sound like %j', (title, other) => {
  expect(found(title, other)).toEqual([]);
});

it('shows the likest first, of equals the newest, and three at most', () => {
  expect(
    found(
      'checkout payments broken in Berlin',
      'checkout payments slow',
      'checkout payments Berlin',
      'search down',
      'checkout',
      'payments',
    ),
  ).toEqual(['checkout payments Berlin', 'checkout payments slow', 'payments']);
});

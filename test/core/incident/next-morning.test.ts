import { nextMorning } from '../../../src/core/incident/next-morning.js';

it.each([
  ['UTC', '2024-06-06T14:00:00Z', '2024-06-07T09:00:00Z', 'a Thursday afternoon'],
  ['UTC', '2024-06-07T14:00:00Z', '2024-06-10T09:00:00Z', 'a Friday afternoon: Monday'],
  ['UTC', '2024-06-08T08:00:00Z', '2024-06-10T09:00:00Z', 'a Saturday: Monday'],
  ['UTC', '2024-06-09T23:59:00Z', '2024-06-10T09:00:00Z', 'a Sunday night: Monday'],
  ['UTC', '2024-06-06T03:00:00Z', '2024-06-06T09:00:00Z', 'the small hours: the same day'],
  ['UTC', '2024-06-06T08:30:00Z', '2024-06-07T09:00:00Z', 'just before nine: the day after'],
  ['America/New_York', '2024-06-06T23:00:00Z', '2024-06-07T13:00:00Z', 'by the clocks of New York'],
  ['Asia/Kolkata', '2024-06-06T14:00:00Z', '2024-06-07T03:30:00Z', 'by the clocks of India'],
  ['Pacific/Auckland', '2024-06-06T22:00:00Z', '2024-06-09T21:00:00Z', 'it is Friday there already'],
  ['Europe/Berlin', '2024-03-29T12:00:00Z', '2024-04-01T07:00:00Z', 'clocks go forward in between'],
  ['Not/AZone', '2024-06-06T14:00:00Z', '2024-06-07T09:00:00Z', 'an unknown zone counts as UTC'],
])('%s %s → %s (%s)', (zone, at, morning) => {
  expect(nextMorning(zone, new Date(at))).toEqual(new Date(morning));
});

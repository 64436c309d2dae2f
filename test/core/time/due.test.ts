import { readDue } from '../../../src/core/time/due.js';

/** Saturday, June 10, 2023, 14:06 in Los Angeles. */
const now = new Date('2023-06-10T21:06:00Z');
const zone = 'America/Los_Angeles';

describe('a task names its day', () => {
  test.each([
    ['health checks <@U1> by 2023-07-31', '2023-07-31', 'health checks <@U1>'],
    ['health checks by 2023-07-31 <@U1>', '2023-07-31', 'health checks <@U1>'],
    ['by 2023-07-31 health checks', '2023-07-31', 'health checks'],
    ['checks @kim by August 15', '2023-08-15', 'checks @kim'],
    ['checks by July 31', '2023-07-31', 'checks'],
    ['checks by July 31.', '2023-07-31', 'checks'],
    ['checks by 31 July', '2023-07-31', 'checks'],
    ['checks by the 31st of July', '2023-07-31', 'checks'],
    ['checks by Jul 31st, 2024', '2024-07-31', 'checks'],
    ['checks (by July 31)', '2023-07-31', 'checks'],
    ['checks, due July 31', '2023-07-31', 'checks'],
    ['checks - due: 2023-07-31', '2023-07-31', 'checks'],
    ['checks due by 2023-07-31', '2023-07-31', 'checks'],
    ['checks due 2023-07-31', '2023-07-31', 'checks'],
    ['keep the flag on until July 31', '2023-07-31', 'keep the flag on'],
    ['checks by 31.07.2023', '2023-07-31', 'checks'],
    ['checks by 31.07.', '2023-07-31', 'checks'],
    ['checks by 7/31', '2023-07-31', 'checks'],
    ['checks by 31/07/2023', '2023-07-31', 'checks'],
    ['checks by the 15th', '2023-06-15', 'checks'],
    ['checks by the 5th', '2023-07-05', 'checks'],
    ['checks by May 5', '2024-05-05', 'checks'],
    ['checks by June 10', '2023-06-10', 'checks'],
    ['checks by Feb 29', '2024-02-29', 'checks'],
    ['checks by Friday', '2023-06-16', 'checks'],
    ['checks by Friday <@U1>', '2023-06-16', 'checks <@U1>'],
    ['checks by this Friday, please', '2023-06-16', 'checks please'],
    ['checks by Friday, July 14', '2023-07-14', 'checks'],
    ['checks by Friday 5pm', '2023-06-16', 'checks'],
    ['checks by EOD Friday', '2023-06-16', 'checks'],
    ['checks by Saturday', '2023-06-10', 'checks'],
    ['checks by next Tuesday', '2023-06-13', 'checks'],
    ['checks by today', '2023-06-10', 'checks'],
    ['checks by EOD', '2023-06-10', 'checks'],
    ['checks by end of day tomorrow', '2023-06-11', 'checks'],
    ['checks by tomorrow', '2023-06-11', 'checks'],
    ['checks by tomorrow morning', '2023-06-11', 'checks'],
    ['checks by end of week', '2023-06-16', 'checks'],
    ['checks by the end of next week', '2023-06-16', 'checks'],
    ['checks by end of month', '2023-06-30', 'checks'],
    ['checks by end of next month', '2023-07-31', 'checks'],
    ['checks by end of July', '2023-07-31', 'checks'],
    ['checks by end of Q', null, 'checks by end of Q'],
    ['checks by end of quarter', '2023-06-30', 'checks'],
    ['checks by EOY', '2023-12-31', 'checks'],
    ['stand by the runbook by July 31', '2023-07-31', 'stand by the runbook'],
  ])('%s', (text, due, rest) => {
    expect(readDue(text, { now, zone })).toEqual({ due, rest });
  });

  test.each([
    'sort them by hand',
    'review by the SRE team',
    'rewrite what was changed by Friday deploys',
    'reduce errors by 10%',
    'reduce load by 1/2',
    'reduce latency by 10.5. Then measure',
    'checks by 7/8',
    'checks by February 30',
    'checks by August',
    'checks in two sprints',
    'alert when the queue is due',
    'by last Friday',
    'by and by',
    'upgrade by 2.4.1',
    'standby 2023-07-31',
    '',
  ])('"%s" names none', (text) => {
    expect(readDue(text, { now, zone })).toEqual({ due: null, rest: text });
  });
});

test('the day is counted in the zone that was given', () => {
  const late = new Date('2023-06-11T04:00:00Z');

  expect(readDue('checks by tomorrow', { now: late, zone }).due).toBe('2023-06-11');
  expect(readDue('checks by tomorrow', { now: late, zone: 'Europe/Berlin' }).due).toBe('2023-06-12');
});

test('next Tuesday, said on a Monday, is not tomorrow', () => {
  const monday = new Date('2023-06-12T12:00:00Z');

  expect(readDue('checks by Tuesday', { now: monday, zone: 'UTC' }).due).toBe('2023-06-13');
  expect(readDue('checks by next Tuesday', { now: monday, zone: 'UTC' }).due).toBe('2023-06-20');
});

import { spokenRange, spokenStart } from '../../../src/core/postmortem/spoken-time.js';

const SAID = new Date('2024-06-10T21:00:00Z');

describe('a range that somebody names', () => {
  it.each([
    [
      'down from 2 PM to 6 PM',
      'America/Los_Angeles',
      new Date('2024-06-11T02:00:00Z'),
      '2024-06-10T21:00Z',
      '2024-06-11T01:00Z',
    ],
    [
      'outage from June 9 10 AM to June 10 2 PM',
      'America/Los_Angeles',
      SAID,
      '2024-06-09T17:00Z',
      '2024-06-10T21:00Z',
    ],
    ['13:00 to 16:00 UTC', 'Europe/Berlin', SAID, '2024-06-10T13:00Z', '2024-06-10T16:00Z'],
    ['11:02 to 14:16 GMT', 'UTC', SAID, '2024-06-10T11:02Z', '2024-06-10T14:16Z'],
    ['14:21-14:34', 'UTC', SAID, '2024-06-10T14:21Z', '2024-06-10T14:34Z'],
    ['from 23:50 to 00:10', 'UTC', SAID, '2024-06-09T23:50Z', '2024-06-10T00:10Z'],
    ['11 to 1 PM', 'UTC', SAID, '2024-06-10T11:00Z', '2024-06-10T13:00Z'],
    ['14時から16時30分', 'UTC', SAID, '2024-06-10T14:00Z', '2024-06-10T16:30Z'],
  ] as const)('%s', (text, zone, said, start, end) => {
    expect(spokenRange(text, said, zone)).toEqual({ start: new Date(start), end: new Date(end) });
  });

  it.each([
    '2 to 3 pods are down',
    'from 5% to 10%',
    'version 1.2 to 1.3',
    '10-20 ms',
    '192.168.10.1 to 192.168.10.9',
    'from 30 to 90 connections',
  ])('is not "%s"', (text) => {
    expect(spokenRange(text, SAID, 'UTC')).toBeNull();
  });
});

describe('a start that somebody names', () => {
  it.each([
    ['no response since 10:00 PDT', 'UTC', '2024-06-10T17:00Z'],
    ['503 for me since 11:02??', 'UTC', '2024-06-10T11:02Z'],
    ['it started around 2:30 pm', 'UTC', '2024-06-10T14:30Z'],
    ['Seite hängt seit 20 Uhr', 'Europe/Berlin', '2024-06-10T18:00Z'],
    ['en panne depuis 14h30', 'UTC', '2024-06-10T14:30Z'],
    ['errors began 15 minutes ago', 'UTC', '2024-06-10T20:45Z'],
    ['14:36頃からエラー', 'Asia/Tokyo', '2024-06-10T05:36Z'],
  ] as const)('%s', (text, zone, start) => {
    expect(spokenStart(text, SAID, zone)).toEqual(new Date(start));
  });

  it.each(['since yesterday', 'from 5 of 6 locations', 'since v2.3', 'starting with 3 nodes'])(
    'is not "%s"',
    (text) => {
      expect(spokenStart(text, SAID, 'UTC')).toBeNull();
    },
  );
});

import { messageTs } from '../../../src/core/ids.js';
import { clockIn, dateInWords, dayIn, dayInWords } from '../../../src/core/time/calendar.js';
import { DAY, durationInWords, HOUR, MINUTE, SECOND } from '../../../src/core/time/duration.js';
import { compareStamps, instantOf, stampOf } from '../../../src/core/time/stamp.js';
import { isZone, zoneLabel, zoneOrUtc } from '../../../src/core/time/zone.js';

describe('a stamp of Slack', () => {
  test('is a moment, cut to milliseconds', () => {
    expect(instantOf(messageTs('1717857003.123456'))).toEqual(new Date(1717857003123));
    expect(instantOf(messageTs('1717857003'))).toEqual(new Date(1717857003000));
  });

  test('is compared to its last digit', () => {
    const [a, b] = [messageTs('1717857003.000100'), messageTs('1717857003.000101')];

    expect(compareStamps(a, b)).toBeLessThan(0);
    expect(compareStamps(b, a)).toBeGreaterThan(0);
    expect(compareStamps(a, a)).toBe(0);
    expect(compareStamps(messageTs('999999999.900000'), messageTs('1000000000.100000'))).toBeLessThan(0);
    expect(compareStamps(messageTs('1717857003.1'), messageTs('1717857003.100000'))).toBe(0);
  });

  test('can be made of a moment', () => {
    expect(stampOf(new Date(1717857003007))).toBe('1717857003.007000');
  });

  test.each(['', 'now', '1717857003.', '-5', '1e9'])('"%s" is none', (text) => {
    expect(() => instantOf(messageTs(text))).toThrow(RangeError);
  });
});

test.each([
  [0, '0 s'],
  [45 * SECOND, '45 s'],
  [MINUTE, '1 min'],
  [2 * HOUR + 15 * MINUTE, '2 h 15 min'],
  [3 * HOUR + 14 * MINUTE + 30 * SECOND, '3 h 14 min'],
  [4 * HOUR + 3 * SECOND, '4 h'],
  [28 * HOUR, '1 day 4 h'],
  [2 * DAY + 5 * MINUTE, '2 days 5 min'],
])('%d ms are %s', (ms, words) => {
  expect(durationInWords(ms)).toBe(words);
});

describe('zones', () => {
  test.each([
    ['America/New_York', true],
    ['UTC', true],
    ['Mars/Olympus', false],
    ['', false],
    ['+02:00', false],
  ])('isZone("%s") is %s', (name, expected) => {
    expect(isZone(name)).toBe(expected);
  });

  test('an unknown or missing one counts as UTC', () => {
    expect([zoneOrUtc('Asia/Tokyo'), zoneOrUtc('nowhere'), zoneOrUtc(null)]).toEqual([
      'Asia/Tokyo',
      'UTC',
      'UTC',
    ]);
  });

  const june = new Date('2024-06-08T12:00:00Z');
  const january = new Date('2024-01-08T12:00:00Z');
  test.each([
    ['America/New_York', 'EDT', 'EST'],
    ['America/Los_Angeles', 'PDT', 'PST'],
    ['Europe/London', 'BST', 'GMT'],
    ['Europe/Berlin', 'CEST', 'CET'],
    ['Australia/Sydney', 'AEST', 'AEDT'],
    ['Asia/Kolkata', 'IST', 'IST'],
    ['Asia/Tokyo', 'JST', 'JST'],
    ['America/Sao_Paulo', 'UTC-3', 'UTC-3'],
    ['Asia/Kathmandu', 'UTC+5:45', 'UTC+5:45'],
    ['UTC', 'UTC', 'UTC'],
  ])('%s is called %s in June and %s in January', (zone, summer, winter) => {
    expect([zoneLabel(zone, june), zoneLabel(zone, january)]).toEqual([summer, winter]);
  });
});

test('day and clock are those of the zone', () => {
  const at = new Date('2024-06-09T03:05:00Z');

  expect(dayIn('America/New_York', at)).toBe('2024-06-08');
  expect(dayIn('Asia/Tokyo', at)).toBe('2024-06-09');
  expect(dayInWords('America/New_York', at)).toBe('June 8, 2024');
  expect(clockIn('America/New_York', at)).toBe('23:05');
  expect(clockIn('America/New_York', at, '12h')).toBe('11:05 PM');
  expect(clockIn('UTC', new Date('2024-06-09T00:05:00Z'), '12h')).toBe('12:05 AM');
});

test.each([
  ['2024-07-01', 'July 1, 2024'],
  ['2024-12-31', 'December 31, 2024'],
  ['soon', 'soon'],
  ['2024-13-01', '2024-13-01'],
])('the day %s in words is %s', (day, words) => {
  expect(dateInWords(day)).toBe(words);
});

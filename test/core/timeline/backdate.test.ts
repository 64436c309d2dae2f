import { readSince, readWhen } from '../../../src/core/timeline/backdate.js';

const newYork = 'America/New_York';
/** Saturday, June 8, 2024, 12:00 in New York. */
const noon = new Date('2024-06-08T16:00:00Z');
const when = (text: string, now = noon, speakerZone = newYork) => readWhen(text, { now, speakerZone });

/** `2024-06-08T14:05:00Z text` */
function told(text: string, now = noon, zone = newYork): string {
  const read = when(text, now, zone);
  switch (read.kind) {
    case 'none':
      return `- ${read.rest}`;
    case 'at':
      return `${read.at.toISOString().replace('.000Z', 'Z')} ${read.rest}`;
    case 'future':
      return `future ${read.rest}`;
    case 'unclear':
      return `${read.candidates.map((at) => at.toISOString().slice(0, 16)).join('|')} ${read.rest}`;
  }
}

describe('a time at the start of a note', () => {
  test.each([
    ['10:35 alert fired', '2024-06-08T14:35:00Z alert fired'],
    ['@10:35 alert fired', '2024-06-08T14:35:00Z alert fired'],
    ['at 10:35 alert fired', '2024-06-08T14:35:00Z alert fired'],
    ['~10:35 alert fired', '2024-06-08T14:35:00Z alert fired'],
    ['around 10:35 alert fired', '2024-06-08T14:35:00Z alert fired'],
    ['10:35: alert fired', '2024-06-08T14:35:00Z alert fired'],
    ['10:35 - alert fired', '2024-06-08T14:35:00Z alert fired'],
    ['10:35, alert fired', '2024-06-08T14:35:00Z alert fired'],
    ['10:35 — alert fired', '2024-06-08T14:35:00Z alert fired'],
    ['10:35:20 alert fired', '2024-06-08T14:35:20Z alert fired'],
    ['10h35 alerte', '2024-06-08T14:35:00Z alerte'],
    ['10:35 Uhr Alarm', '2024-06-08T14:35:00Z Alarm'],
    ['10:35h alarma', '2024-06-08T14:35:00Z alarma'],
    ['10時35分 アラート', '2024-06-08T14:35:00Z アラート'],
    ['10:35am alert', '2024-06-08T14:35:00Z alert'],
    ['10:35 AM alert', '2024-06-08T14:35:00Z alert'],
    ['10:35 a.m. alert', '2024-06-08T14:35:00Z alert'],
    ['10 am alert', '2024-06-08T14:00:00Z alert'],
    ['12am reboot', '2024-06-08T04:00:00Z reboot'],
    ['2:05pm restart', '2024-06-07T18:05:00Z restart'],
    ['2 pm restart', '2024-06-07T18:00:00Z restart'],
    ['14:05 restart', '2024-06-07T18:05:00Z restart'],
    ['10m ago alert', '2024-06-08T15:50:00Z alert'],
    ['10 min ago: alert', '2024-06-08T15:50:00Z alert'],
    ['15 minutes ago alert', '2024-06-08T15:45:00Z alert'],
    ['about 15 minutes ago alert', '2024-06-08T15:45:00Z alert'],
    ['1h30m ago alert', '2024-06-08T14:30:00Z alert'],
    ['1h 30m ago alert', '2024-06-08T14:30:00Z alert'],
    ['1 hour and 30 minutes ago alert', '2024-06-08T14:30:00Z alert'],
    ['1.5h ago alert', '2024-06-08T14:30:00Z alert'],
    ['half an hour ago, alert', '2024-06-08T15:30:00Z alert'],
    ['an hour ago alert', '2024-06-08T15:00:00Z alert'],
    ['90s ago alert', '2024-06-08T15:58:30Z alert'],
    ['2 days ago config was changed', '2024-06-06T16:00:00Z config was changed'],
    ['-15m alert', '2024-06-08T15:45:00Z alert'],
    ['-1h30m alert', '2024-06-08T14:30:00Z alert'],
    ['−15min alert', '2024-06-08T15:45:00Z alert'],
    ['vor 10 min Alarm', '2024-06-08T15:50:00Z Alarm'],
    ['il y a 10 min alerte', '2024-06-08T15:50:00Z alerte'],
    ['hace 10 minutos alerta', '2024-06-08T15:50:00Z alerta'],
    ['10分前 アラート', '2024-06-08T15:50:00Z アラート'],
    ['yesterday 23:50 first complaint', '2024-06-08T03:50:00Z first complaint'],
    ['yesterday at 23:50 first complaint', '2024-06-08T03:50:00Z first complaint'],
    ['23:50 yesterday: first complaint', '2024-06-08T03:50:00Z first complaint'],
    ['gestern 23:50 erste Beschwerde', '2024-06-08T03:50:00Z erste Beschwerde'],
    ['today 10:35 alert', '2024-06-08T14:35:00Z alert'],
    ['Friday 23:50 deploy', '2024-06-08T03:50:00Z deploy'],
    ['Saturday 23:50 deploy', '2024-06-02T03:50:00Z deploy'],
    ['10:35 EDT alert', '2024-06-08T14:35:00Z alert'],
    ['10:35 AM ET: alert', '2024-06-08T14:35:00Z alert'],
    ['2:00 PM (UTC) alert', '2024-06-08T14:00:00Z alert'],
    ['12:45 UTC alert', '2024-06-08T12:45:00Z alert'],
    ['12:45Z alert', '2024-06-08T12:45:00Z alert'],
    ['12:45 UTC: alert', '2024-06-08T12:45:00Z alert'],
    ['12:45 UTC+2 alert', '2024-06-08T10:45:00Z alert'],
    ['12:45 GMT-3 alert', '2024-06-08T15:45:00Z alert'],
    ['14:05 CEST alert', '2024-06-08T12:05:00Z alert'],
    ['20:05 IST alert', '2024-06-08T14:35:00Z alert'],
    ['14:05 Europe/Berlin alert', '2024-06-08T12:05:00Z alert'],
    ['2024-06-08 10:35 alert', '2024-06-08T14:35:00Z alert'],
    ['2024-06-08, 10:35: alert', '2024-06-08T14:35:00Z alert'],
    ['2024-06-08T10:35Z alert', '2024-06-08T10:35:00Z alert'],
    ['2024-06-08T10:35:10.123Z alert', '2024-06-08T10:35:10Z alert'],
    ['2024-06-08T10:35+02:00 alert', '2024-06-08T08:35:00Z alert'],
    ['2024-06-08 10:35 UTC alert', '2024-06-08T10:35:00Z alert'],
    ['June 8 10:35 alert', '2024-06-08T14:35:00Z alert'],
    ['June 8th, 2024 at 10:35 AM EDT: alert', '2024-06-08T14:35:00Z alert'],
    ['8 Jun 10:35 alert', '2024-06-08T14:35:00Z alert'],
    ['08.06.2024 10:35 Alarm', '2024-06-08T14:35:00Z Alarm'],
    ['10:30 AM EDT on June 8, 2024 alert', '2024-06-08T14:30:00Z alert'],
    ['Dec 31 23:00 config changed', '2024-01-01T04:00:00Z config changed'],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });

  test('is told back as it was said', () => {
    expect(when('~10:35 EDT - alert')).toMatchObject({ kind: 'at', said: '~10:35 EDT', rest: 'alert' });
  });

  test('keeps the lines and marks of the text behind it', () => {
    expect(told('10:35 *db-1* & <@U1>\n-5% orders')).toBe('2024-06-08T14:35:00Z *db-1* & <@U1>\n-5% orders');
    expect(told('10:35 -5% orders')).toBe('2024-06-08T14:35:00Z -5% orders');
  });

  test('that is a range keeps its words', () => {
    expect(told('10:35-10:40 errors')).toBe('2024-06-08T14:35:00Z 10:35-10:40 errors');
  });

  test('may stand before a script that has no spaces', () => {
    expect(told('10:35に再起動した')).toBe('2024-06-08T14:35:00Z 10:35に再起動した');
  });
});

test.each([
  '2x slower than usual',
  '10% of requests fail',
  '30%',
  'at 5% now',
  '503 on checkout',
  '3 of 5 pods are down',
  '2.4.1 is out',
  'v12 rolled back',
  '10 users affected',
  '10 users ago',
  '1.2M orders',
  '8080 is closed',
  '15:3 split',
  '3:1 ratio',
  '10.0.0.1:5432 refuses',
  ':8080 refuses',
  '10m rows deleted',
  '5 min of downtime',
  '10m after the deploy errors began',
  '2 pods restarted',
  '10:35:ab:cd:ef:01 is the MAC',
  '10:35abc',
  '14:05/14:10',
  '10 amps',
  '1 pm2 process',
  '-5% orders',
  '-5 pods',
  '25:10 into the import',
  '14h of downtime',
  '3時間 停止',
  'June release rolled back',
  'yesterday deploy broke it',
  "yesterday's deploy broke it",
  '2024-06-08 was a Saturday',
  'Friday deploys are over',
  'last night it broke',
  '@maya takes over',
  '3/5 pods down',
  'x 10:35 is not the start',
  '',
])('"%s" only looks like a time, or not even that', (text) => {
  expect(when(text)).toEqual({ kind: 'none', rest: text });
});

describe('a clock time is the last one there was', () => {
  test.each([
    ['ten past midnight', '2024-06-08T04:10:00Z', '23:50 alert', '2024-06-08T03:50:00Z alert'],
    ['a little ahead of our clock', '2024-06-08T16:00:00Z', '12:03 alert', '2024-06-08T16:00:00Z alert'],
    ['six minutes ahead', '2024-06-08T16:00:00Z', '12:06 alert', '2024-06-07T16:06:00Z alert'],
    ['in the zone that was said', '2024-06-08T01:00:00Z', '23:50 UTC alert', '2024-06-07T23:50:00Z alert'],
  ])('%s', (_, now, text, expected) => {
    expect(told(text, new Date(now))).toBe(expected);
  });

  test('and never one to come', () => {
    expect(when('2024-06-09 10:35 alert')).toEqual({
      kind: 'future',
      said: '2024-06-09 10:35',
      rest: 'alert',
    });
    expect(when('today 14:05 alert')).toMatchObject({ kind: 'future' });
    expect(when('2024-06-08T18:00Z alert')).toMatchObject({ kind: 'future' });
  });
});

describe('a time that only a person can settle', () => {
  test('morning or evening, when the evening is just now', () => {
    expect(told('2:05 first alert', new Date('2024-06-08T18:10:00Z'))).toBe(
      '2024-06-08T18:05|2024-06-08T06:05 first alert',
    );
    expect(told('02:05 first alert', new Date('2024-06-08T18:10:00Z'))).toBe(
      '2024-06-08T06:05:00Z first alert',
    );
    expect(told('2:05 first alert', new Date('2024-06-08T08:10:00Z'))).toBe(
      '2024-06-08T06:05:00Z first alert',
    );
  });

  test('month or day first', () => {
    expect(told('4/5 10:35 alert')).toBe('2024-05-04T14:35|2024-04-05T14:35 alert');
    expect(told('6/8 10:35 alert')).toBe('2024-06-08T14:35:00Z alert');
    expect(told('5/31 10:35 alert')).toBe('2024-05-31T14:35:00Z alert');
  });

  test('a winter label in summer, said by somebody who lives elsewhere', () => {
    expect(told('14:05 CET alert')).toBe('2024-06-08T13:05|2024-06-08T12:05 alert');
    expect(told('14:05 CET alert', noon, 'Europe/Madrid')).toBe('2024-06-08T12:05:00Z alert');
    expect(told('10:35 EST alert', new Date('2024-06-08T14:40:00Z'), 'UTC')).toBe(
      '2024-06-08T14:35:00Z alert',
    );
    expect(told('08:35 MST alert', noon, 'America/Phoenix')).toBe('2024-06-08T15:35:00Z alert');
    expect(told('14:05 CET Alarm', new Date('2024-01-08T16:00:00Z'))).toBe('2024-01-08T13:05:00Z Alarm');
  });
});

describe('when the clocks change', () => {
  /** November 3, 2024: 01:00 to 02:00 comes twice in New York, first as EDT (UTC-4), then as EST (UTC-5). */
  test.each([
    [
      'the first is over, the second not yet here',
      '2024-11-03T05:45:00Z',
      '01:30 x',
      '2024-11-03T05:30:00Z x',
    ],
    ['the second was minutes ago', '2024-11-03T06:40:00Z', '01:30 x', '2024-11-03T06:30:00Z x'],
    ['both are long ago', '2024-11-03T15:00:00Z', '01:30 x', '2024-11-03T06:30|2024-11-03T05:30 x'],
    ['the label tells', '2024-11-03T15:00:00Z', '01:30 EDT x', '2024-11-03T05:30:00Z x'],
    ['the other label tells', '2024-11-03T15:00:00Z', '01:30 EST x', '2024-11-03T06:30:00Z x'],
    ['a span does not mind', '2024-11-03T06:40:00Z', '2h ago x', '2024-11-03T04:40:00Z x'],
    ['a skipped time counts as if they had not', '2024-03-10T12:00:00Z', '02:30 x', '2024-03-10T07:30:00Z x'],
    ['the day before', '2024-03-10T12:00:00Z', 'yesterday 23:50 x', '2024-03-10T04:50:00Z x'],
  ])('%s', (_, now, text, expected) => {
    expect(told(text, new Date(now))).toBe(expected);
  });
});

test('an unknown zone counts as UTC', () => {
  expect(told('10:35 alert', noon, 'Mars/Olympus')).toBe('2024-06-08T10:35:00Z alert');
});

describe('since, at the end of a title', () => {
  const since = (text: string) => {
    const read = readSince(text, { now: noon, speakerZone: newYork });
    return read.kind === 'at'
      ? `${read.at.toISOString().slice(0, 16)} ${read.rest}`
      : `${read.kind} ${read.rest}`;
  };

  test.each([
    ['Checkout down since 10:35', '2024-06-08T14:35 Checkout down'],
    ['Checkout down since about 10:35', '2024-06-08T14:35 Checkout down'],
    ['Checkout down, since 10:35 EDT', '2024-06-08T14:35 Checkout down'],
    ['Checkout down since 20 min', '2024-06-08T15:40 Checkout down'],
    ['Checkout down since 20m ago', '2024-06-08T15:40 Checkout down'],
    ['Checkout down since yesterday 23:50', '2024-06-08T03:50 Checkout down'],
    ['Checkout down since 2024-06-08 10:35', '2024-06-08T14:35 Checkout down'],
    ['Checkout down since 10:35 sev 1', '2024-06-08T14:35 Checkout down sev 1'],
    ['Checkout down sev 1 private since 10:35', '2024-06-08T14:35 Checkout down sev 1 private'],
    ['Slow since the deploy since 10:35', '2024-06-08T14:35 Slow since the deploy'],
    ['since 10:35', '2024-06-08T14:35 '],
    ['Slow since the deploy', 'none Slow since the deploy'],
    ['Errors since 10:35 on checkout', 'none Errors since 10:35 on checkout'],
    ['Checkout down since 2024-06-09 10:35', 'future Checkout down'],
    ['Checkout down', 'none Checkout down'],
  ])('%s', (text, expected) => {
    expect(since(text)).toBe(expected);
  });
});

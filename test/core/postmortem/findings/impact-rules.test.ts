import { aCommand, aMessage, anAlert } from '../../../builders.js';
import { saysOf } from './finding.js';

const impact = (text: string) => aCommand('14:05', 'impact', text);

describe('words against numbers', () => {
  it.each([
    ['completely down', 'shop completely down. 75% of our users affected'],
    ['a service down', 'checkout down for three hours, ~75% of active users'],
    ['inaccessible', 'site inaccessible, ~80% of users'],
    ['all of them', 'all customers unable to order. 60 percent of customers affected'],
  ])('quotes both: %s', (_, text) => {
    const [finding] = saysOf('total-against-share', [impact(text)]);
    expect(finding).toMatch(/^“.+” and “\d+(%| percent) of .+” do not say the same/);
  });

  it.each([
    'completely down for 75% of our users',
    '75% of users saw errors',
    'checkout down, 100% of users',
    'not all users affected, 75% of users',
    'shop was slow, cpu at 75%. everything completely restored for all users',
    'Shop komplett langsam, 75% der Nutzer betroffen',
    '全ユーザー影響、75%',
  ])('is silent on "%s"', (text) => {
    expect(saysOf('total-against-share', [impact(text)])).toEqual([]);
  });
});

describe('a full outage while it was partly back', () => {
  const partly = aMessage('13:40', 'site is partly accessible again');

  it('is said of the whole time', () => {
    expect(saysOf('full-while-recovering', [partly, impact('site inaccessible 12:10 to 14:00')])).toEqual([
      '“site inaccessible” is said of the whole time, but at 13:40 the record has “site is partly accessible again”. From when on did it work again for some?',
    ]);
  });

  it.each([
    ['nothing was back', [impact('site inaccessible 12:10 to 14:00')]],
    ['it was said before', [partly, aCommand('12:20', 'impact', 'site inaccessible for 10 minutes')]],
    ['no time is given', [partly, impact('site inaccessible')]],
  ])('is not found where %s', (_, entries) => {
    expect(saysOf('full-while-recovering', entries)).toEqual([]);
  });
});

describe('two figures for one thing', () => {
  it('quotes both shares told in hindsight', () => {
    expect(
      saysOf('two-figures', [
        impact('75% of users affected'),
        aCommand('14:08', 'impact', '60% of users affected'),
      ]),
    ).toEqual(['“75% of users” and “60% of users” are both given for the users affected. Which one holds?']);
  });

  it.each([
    ['it grew', [aCommand('12:20', 'impact', '40% of users affected'), impact('75% of users affected')]],
    [
      'one is of a peak',
      [impact('at peak 90% of users affected'), aCommand('14:08', 'impact', '60% of users affected')],
    ],
    [
      'they are of other things',
      [impact('75% of users affected'), aCommand('14:08', 'impact', '60% of checkouts failed')],
    ],
    [
      'they agree',
      [impact('75% of users affected'), aCommand('14:08', 'impact', '~75% of users could not pay')],
    ],
  ])('is silent where %s', (_, entries) => {
    expect(saysOf('two-figures', entries)).toEqual([]);
  });
});

describe('a share and a count', () => {
  it('say how many users there are', () => {
    expect(saysOf('implied-base', [impact('~80% of users, 20,000 people')])).toEqual([
      '“80% of users” and “20,000 people” together mean 25,000 in all. Is that the number of users?',
    ]);
  });

  it.each(['100% of users, 20,000 people', '80% of users, 503 errors', '20,000 people'])(
    'but not in "%s"',
    (text) => {
      expect(saysOf('implied-base', [impact(text)])).toEqual([]);
    },
  );
});

describe('a loss without a figure', () => {
  it.each([
    ['significant revenue loss', '100% of users, significant revenue loss'],
    ['a lot of lost', 'shop down for all users and a lot of lost.'],
    ['lost orders', 'checkout failing, lost orders'],
  ])('is asked for: %s', (words, text) => {
    expect(saysOf('unquantified-loss', [impact(text)])).toEqual([
      `“${words}” has no figure. How much was it, even roughly?`,
    ]);
  });

  it.each([
    'lost revenue about $12,400',
    'lost orders: 312 orders failed',
    '75% of users affected',
    'pertes de chiffre',
  ])('is not found in "%s"', (text) => {
    expect(saysOf('unquantified-loss', [impact(text)])).toEqual([]);
  });
});

describe('data put back to an earlier state', () => {
  const restore = aMessage('13:30', "starting the restore from yesterday's backup");

  it('asks what was lost', () => {
    expect(saysOf('restored-without-data', [restore])).toEqual([
      "“restore from yesterday's backup” takes data back to an earlier state, and the impact says nothing of data. What was lost?",
    ]);
  });

  it.each([
    ['somebody said so', [restore, aCommand('14:05', 'impact', 'no data was lost')]],
    ['it was a deploy that was rolled back', [aMessage('13:30', 'rolled back the deploy')]],
  ])('does not where %s', (_, entries) => {
    expect(saysOf('restored-without-data', entries)).toEqual([]);
  });
});

describe('a statement that stops in the middle', () => {
  it.each([
    '100% of customers unable to order, which resulted in a lot of lost.',
    'orders failed because of the',
  ])('is found: %s', (text) => {
    expect(saysOf('unfinished-sentence', [impact(text)])).toHaveLength(1);
  });

  it.each(['75% of users logged out', 'orders failed for all', 'Bestellungen fielen aus', '注文が失敗'])(
    'is not "%s"',
    (text) => {
      expect(saysOf('unfinished-sentence', [impact(text)])).toEqual([]);
    },
  );
});

describe('the window', () => {
  it('is held against the first sign', () => {
    expect(
      saysOf('row-outside-window', [
        anAlert('12:00', 'checkout p95 latency 8.2s > 2s'),
        impact('checkout down from 12:15 to 14:00'),
      ]),
    ).toEqual([
      'The start is given as 12:15, but “checkout p95 latency 8.2s > 2s” came at 12:00. When did it begin?',
    ]);
  });

  it.each([
    [
      'the sign came after the start',
      [anAlert('12:16', 'latency 8.2s > 2s'), impact('checkout down from 12:15 to 14:00')],
    ],
    [
      'a release came before',
      [anAlert('12:00', 'checkout 2.4 deployed to 100% by sam'), impact('checkout down from 12:15 to 14:00')],
    ],
    ['the start is only the first sign', [anAlert('12:00', 'latency 8.2s > 2s')]],
  ])('is fine where %s', (_, entries) => {
    expect(saysOf('row-outside-window', entries)).toEqual([]);
  });

  it('has one start', () => {
    expect(
      saysOf('two-starts', [
        impact('site down from 12:00 to 14:00'),
        aCommand('14:20', 'impact', 'site unresponsive from 12:02 to 14:00'),
      ]),
    ).toHaveLength(1);
    expect(
      saysOf('two-starts', [
        impact('site down from 12:00 to 14:00'),
        aCommand('14:20', 'impact', 'orders failing from 12:00 to 14:00'),
      ]),
    ).toEqual([]);
  });

  it('began when somebody first saw it, as it seems', () => {
    const alert = anAlert('12:05', 'error rate 40% > 2%');
    expect(saysOf('onset-is-detection', [alert, impact('errors from 12:05 to 14:00')])).toEqual([
      'Start and first sign are the same minute, 12:05. Did it begin earlier?',
    ]);
    expect(saysOf('onset-is-detection', [alert, impact('errors from 12:01 to 14:00')])).toEqual([]);
    expect(saysOf('onset-is-detection', [alert])).toEqual([]);
  });
});

describe('how long it was, in words', () => {
  const since = aCommand('14:01', 'started', 'since 10:44', {
    over: { occurredAt: new Date(Date.UTC(2024, 5, 8, 10, 44)), backdated: true },
  });

  it.each([
    ['two minutes less', 'outage of 3 hours 14 minutes', '3 hours 14 minutes'],
    ['in short', 'site down, 3h14', '3h14'],
    ['much less, called the whole', 'it lasted 40 minutes', '40 minutes'],
    ['in hours', 'site down for five hours', 'five hours'],
  ])('is held against the window of 3 h 16: %s', (_, text, words) => {
    expect(saysOf('length-against-window', [since, impact(text)])).toEqual([
      `“${words}” was said, but from 10:44 to 14:00 it is 3 h 16 min. Which start or end is meant?`,
    ]);
  });

  it.each([
    '3 hours 16 minutes',
    'three hours',
    'about 3.5 hours of errors',
    'about 3 hours',
    'over 3 hours',
    '3h16, 100% of users',
    'lag of 3 hours 40 minutes',
    'orders delayed by up to 4 hours',
    'emails went out after 2 hours 30 minutes',
    '3 h 16 min, 10:44 to 14:00',
    'checkout down for three hours, 13 customers called',
  ])('is fine: %s', (text) => {
    expect(saysOf('length-against-window', [since, impact(text)])).toEqual([]);
  });

  it('so far is not the whole', () => {
    expect(
      saysOf('length-against-window', [since, aCommand('12:30', 'impact', 'down for 2 hours 20 minutes')]),
    ).toEqual([]);
  });
});

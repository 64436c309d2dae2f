import { aCommand, aMessage, anIncident, aPin } from '../../../builders.js';
import { findingsIn, saysOf } from './finding.js';

describe('the cause', () => {
  const cause = (clock: string, text: string) => aCommand(clock, 'cause', text);

  it('stated before the channel found it', () => {
    expect(
      saysOf('cause-before-found', [
        cause('12:20', 'replication parameter set wrong'),
        aPin('13:10', 'found it: the replication parameter was set wrong in the config'),
      ]),
    ).toEqual([
      'The cause was stated at 12:20, but “found it: the replication parameter was set wrong in the …” came only at 13:10. When was it known?',
    ]);
  });

  it.each([
    [
      'it was stated afterwards',
      [
        aPin('13:10', 'found it: the replication parameter was set wrong'),
        cause('14:05', 'replication parameter set wrong'),
      ],
    ],
    [
      'another thing was found later',
      [
        cause('12:20', 'replication parameter set wrong'),
        aPin('13:10', 'found the runbook for the status page'),
      ],
    ],
  ])('is in order where %s', (_, entries) => {
    expect(saysOf('cause-before-found', entries)).toEqual([]);
  });

  it('is what was ruled out', () => {
    const [finding] = saysOf('ruled-out-cause', [
      aCommand('12:40', 'ruled-out', 'orders index corruption'),
      cause('14:05', 'corruption of the orders index after the upgrade'),
    ]);
    expect(finding).toMatch(
      /^“orders index corruption”, of 12:40, was ruled out, and is part of the stated cause/,
    );
  });

  it.each(['load balancer flapping', 'network', 'orders service'])('is another thing than %s', (text) => {
    expect(
      saysOf('ruled-out-cause', [
        aCommand('12:40', 'ruled-out', text),
        cause('14:05', 'corruption of the orders index'),
      ]),
    ).toEqual([]);
  });
});

describe('a fix', () => {
  const fix = aCommand('13:50', 'fix', 'rebuilt the orders index on the primary');
  const talk = [
    aMessage('12:20', 'we look at the logs of the orders service'),
    aMessage('12:30', 'it is the index that is slow'),
  ];
  const quiet = aCommand('14:00', 'resolved', 'closing this one');

  it('that nobody saw working', () => {
    expect(saysOf('never-verified', [...talk, fix, quiet])).toEqual([
      '“rebuilt the orders index on the primary” ended it, but nothing on record says that it was seen to work. Who checked, and how?',
    ]);
  });

  it.each([
    ['errors fell', [aMessage('13:52', 'errors dropping, 2% now'), quiet]],
    ['the resolve says so', []],
    [
      'somebody ticked it off',
      [aMessage('13:55', 'orders page for me', { marks: ['white_check_mark'] }), quiet],
    ],
    ['it is told in German', [aMessage('13:55', 'Fehlerquote sinkt'), quiet]],
  ])('is verified where %s', (_, entries) => {
    expect(saysOf('never-verified', [...talk, fix, ...entries])).toEqual([]);
  });

  it('is not missed in a language that the rule does not know', () => {
    const korean = [
      aMessage('12:20', '주문 서비스가 느립니다'),
      aMessage('13:40', '인덱스를 다시 만들었습니다'),
    ];
    expect(
      saysOf('never-verified', [
        ...korean,
        aCommand('13:50', 'fix', '인덱스 재생성'),
        aCommand('14:00', 'resolved', '종료'),
      ]),
    ).toEqual([]);
  });
});

describe('what was switched off', () => {
  it.each([
    ['silenced the disk alerts', 'silenced the disk alerts'],
    ['I turned off the cron job for reports', 'turned off the cron job'],
    ['temporarily raised the pool limit', 'temporarily raised'],
  ])('is asked after: %s', (said, words) => {
    expect(saysOf('never-undone', [aMessage('12:40', said)])).toEqual([
      `“${words}”: nothing on record says that this was undone. Is it still so?`,
    ]);
  });

  it('is put right by a later word', () => {
    expect(
      saysOf('never-undone', [
        aMessage('12:40', 'silenced the disk alerts'),
        aMessage('13:50', 'disk alerts unmuted'),
      ]),
    ).toEqual([]);
  });

  it.each([
    'should we silence the disk alerts?',
    'a node stopped sending its lag metric so nothing alerted',
    'users are muted in the chat',
  ])('is not "%s"', (said) => {
    expect(saysOf('never-undone', [aMessage('12:40', said)])).toEqual([]);
  });

  it('takes the steps that are left over', () => {
    const rollback = [
      aMessage('12:30', 'rolled back the checkout deploy'),
      aMessage('12:40', 'the checkout deploy rollback did not help, still failing'),
    ];
    expect(saysOf('never-undone', rollback)).toEqual([
      '“rolled back the checkout deploy”: nothing on record says that this was put right again.',
    ]);
    expect(
      saysOf('never-undone', [...rollback, aMessage('13:50', 'rolled the deploy forward again')]),
    ).toEqual([]);
  });
});

describe('silence', () => {
  it('over half an hour is named once, the longest', () => {
    expect(
      saysOf('long-silence', [aMessage('12:45', 'checking the db'), aMessage('13:50', 'index rebuilt')]),
    ).toEqual([
      'No entry from 12:45 to 13:50, for 1 h 5 min, while it was open, the longest of 2 silences over half an hour. What was done then?',
    ]);
  });

  it('is no matter where somebody spoke every half hour', () => {
    const talk = ['12:40', '13:10', '13:40'].map((clock) => aMessage(clock, 'still on it'));
    expect(saysOf('long-silence', talk)).toEqual([]);
  });
});

describe('a verdict or a promise', () => {
  it.each([
    ['the team acted promptly and rebuilt the index', 'judgement'],
    ['service restored within the expected timeframe', 'judgement'],
    ['index rebuilt, this will never happen again', 'promise'],
    ['index rebuilt; we ensure it does not happen again', 'promise'],
  ])('has no record to bear it out: %s', (text, what) => {
    const [finding] = saysOf('unsourced-verdict', [aCommand('14:03', 'fix', text)]);
    expect(finding).toContain(`is a ${what}`);
  });

  it.each([
    'rebuilt the index, quick check of lag was fine',
    'restored within 12 minutes',
    'index rebuilt in 10 min, expected 30',
  ])('is not "%s"', (text) => {
    expect(saysOf('unsourced-verdict', [aCommand('14:03', 'fix', text)])).toEqual([]);
  });
});

describe('the label of a zone', () => {
  const incident = { zone: 'America/Los_Angeles' };

  it('of the other half of the year is asked about', () => {
    expect(
      saysOf('impossible-zone-label', [aCommand('14:05', 'impact', 'errors from 5 AM to 7 AM (PST)')], {
        incident,
      }),
    ).toEqual(['“7 AM (PST)”: on June 8, 2024 the clocks there showed PDT, an hour apart. Which is meant?']);
  });

  it.each([
    ['errors from 5 AM to 7 AM PDT', 'America/Los_Angeles'],
    ['errors from 5 AM to 7 AM MST', 'America/Phoenix'],
    ['errors from 12:10 to 14:00 GMT', 'UTC'],
    ['errors from 20:10 to 22:00 CST', 'Asia/Shanghai'],
    ['errors in the PST table, 5 rows', 'UTC'],
  ])('is right: %s', (text, zone) => {
    expect(
      saysOf('impossible-zone-label', [aCommand('14:05', 'impact', text)], { incident: { zone } }),
    ).toEqual([]);
  });
});

describe('text in a wrong encoding', () => {
  it('is shown as it came', () => {
    expect(saysOf('garbled-text', [aCommand('14:03', 'fix', 'index rebuilt and voil√† it works')])).toEqual([
      '“voil√†” came through in a wrong encoding. What does it say?',
    ]);
    expect(saysOf('garbled-text', [aCommand('14:03', 'fix', 'voilà, São Paulo, Ärger, 復旧, €5')])).toEqual(
      [],
    );
  });
});

describe('a cancelled incident', () => {
  it('is held against nothing but the record', () => {
    const incident = anIncident({ status: 'cancelled' });
    const entries = [
      aCommand('13:00', 'impact', 'completely down. 75% of users'),
      aCommand('14:00', 'cancelled', 'monitor was wrong'),
    ];
    expect(findingsIn(entries, { incident })).toEqual([]);
  });
});

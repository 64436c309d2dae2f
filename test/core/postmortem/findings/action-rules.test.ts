import { aCommand, aMessage } from '../../../builders.js';
import { findingsIn, saysOfTask } from './finding.js';

const english = [
  aMessage('12:20', 'we look at the slow queries of the orders service'),
  aMessage('12:25', 'the replication is behind, and it is not the deploy'),
  aCommand('14:03', 'cause', 'corrupted orders index after the upgrade'),
];

describe('a step that did not help', () => {
  const failed = [
    aMessage('12:30', 'restarting the db server, then the optimization scripts'),
    aMessage('12:40', "no. same latency, restart and scripts didn't help"),
  ];

  it('is not to be done again without a word', () => {
    const [finding] = saysOfTask('failed-step-again', 'run the optimization scripts every night', failed);
    expect(finding).toMatch(
      /^A1 asks for “run the optimization scripts every night”, but “restarting the db server.+” at 12:30 did not help/,
    );
  });

  it.each([
    'test the optimization scripts in staging',
    'patch the db server',
    'document the restart of the db server and the scripts',
  ])('may be looked into: %s', (task) => {
    expect(saysOfTask('failed-step-again', task, failed)).toEqual([]);
  });
});

describe('done and still to do', () => {
  const fix = (text: string) => [aCommand('14:02', 'fix', text)];

  it.each([
    ['rolled back the index. conducted load testing', 'load testing framework for database'],
    ['table repaired, integrity validation added', 'integrity validation of tables'],
  ])('is asked about: %s', (done, task) => {
    expect(saysOfTask('done-and-to-do', task, fix(done))).toHaveLength(1);
  });

  it.each([
    ['rolled back the index', 'rollback runbook for index changes'],
    ['restored clusters from backup', 'restore drill from remote backups, with timing'],
    ['corrected the replication parameters', 'alert on replication lag'],
    ['added integrity checks to orders', 'add more integrity checks to all tables'],
  ])('is fine: %s, and %s', (done, task) => {
    expect(saysOfTask('done-and-to-do', task, fix(done))).toEqual([]);
  });
});

describe('what an action is for', () => {
  it('is asked where it names nothing of the incident', () => {
    expect(
      saysOfTask('action-without-cause', 'buy Ben a beer', [
        ...english,
        aCommand('14:11', 'task', 'check the orders index'),
      ]),
    ).toEqual([
      'A1 names nothing that was spoken of while it was open. What of this incident does it answer?',
    ]);
  });

  it.each([
    'check indexes before upgrades',
    'alerts for the queue length',
    'Bier für Ben kaufen und Indizes',
  ])('is clear: %s', (task) => {
    expect(
      saysOfTask('action-without-cause', task, english.slice(0, task.startsWith('Bier') ? 0 : 3)),
    ).toEqual([]);
  });

  it('is asked where no action names the cause', () => {
    expect(saysOfTask('cause-without-action', 'faster escalation to the on-call lead', english)).toEqual([
      'None of the actions names anything of the cause “corrupted orders index after the upgrade”. What is done about it?',
    ]);
    expect(saysOfTask('cause-without-action', 'check the index before each release', english)).toEqual([]);
  });
});

describe('the date of an action', () => {
  it('that comes back is no single day', () => {
    expect(saysOfTask('recurring-and-due', 'monthly backup tests', [], { due: '2024-07-15' })).toEqual([
      'A1 is “monthly backup tests” and due on 2024-07-15. Is that the first time, or the day by which it is set up?',
    ]);
  });

  it.each([
    ['monthly backup tests', null],
    ['fix the nightly backup job', '2024-07-15'],
    ['test the backup', '2024-07-15'],
  ])('is fine: %s by %s', (task, due) => {
    expect(saysOfTask('recurring-and-due', task, [], { due })).toEqual([]);
  });

  it('cannot lie before the incident', () => {
    expect(saysOfTask('due-before-incident', 'test the backup', [], { due: '2023-07-15' })).toEqual([
      'A1 is due on 2023-07-15, before the incident began on 2024-06-08. Which day is meant?',
    ]);
    expect(saysOfTask('due-before-incident', 'test the backup', [], { due: '2024-06-08' })).toEqual([]);
    expect(
      saysOfTask('due-before-incident', 'test the backup', [], { due: '2023-07-15', done: true }),
    ).toEqual([]);
  });
});

describe('owner and date', () => {
  it('are not complained of where a question asks for them', () => {
    expect(saysOfTask('incomplete-actions', 'test the backup')).toEqual([]);
  });
});

describe('blame', () => {
  it.each([
    ['Ben forgot', 'Ben forgot to run the migration'],
    ['Ben should have checked', 'Ben should have checked the replica'],
    ["@Ben's fault", "<@UBEN>'s fault, wrong parameter"],
    ['human error', 'human error during the upgrade'],
    ['careless', 'a careless change of the parameter'],
  ])('in the cause is pointed out, and not rewritten: %s', (words, text) => {
    const found = findingsIn([aCommand('14:03', 'cause', text)]).filter(({ rule }) => rule === 'blame');
    expect(found.map((finding) => finding.text)).toEqual([
      `The cause puts it on a person: “${words}”. Neutral wording names the role and what made the slip possible, not who. The quote itself stays.`,
    ]);
  });

  it('names the role of whoever is meant', () => {
    const [finding] = findingsIn([aCommand('14:03', 'cause', 'Ana forgot the flag')]).filter(
      ({ rule }) => rule === 'blame',
    );
    expect(finding?.text).toContain('the role (the incident lead)');
  });

  it.each([
    'the migration failed to run on the replica',
    'Ben found the wrong parameter',
    'the failover script ignored the replica',
    'Ben should have access to the console',
    'a parameter was set wrong during the upgrade',
    'the job should have stopped by itself',
    'Bennett service forgot its cache',
    'der Dienst hat den Cache vergessen',
  ])('is not in "%s"', (text) => {
    const found = findingsIn([aCommand('14:03', 'cause', text)]).filter(({ rule }) => rule === 'blame');
    expect(found).toEqual([]);
  });

  it('is found in an action', () => {
    expect(saysOfTask('blame', 'Cleo made a mistake, retrain')).toHaveLength(1);
  });
});

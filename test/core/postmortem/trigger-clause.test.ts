import { triggerClause } from '../../../src/core/postmortem/trigger-clause.js';

describe('the clause of a cause that names its trigger', () => {
  it.each([
    [
      'corrupted index; probably caused by the recent upgrade (compatibility)',
      'probably caused by the recent upgrade (compatibility)',
    ],
    [
      'wrong parameter in a recent replication config change: secondaries lagged',
      'in a recent replication config change',
    ],
    ['a table broke. why it broke is not known', 'why it broke is not known'],
    ['the pool ran dry under peak load, then writes stopped', 'under peak load'],
    ['Index defekt, ausgelöst durch das Update vom Samstag', 'ausgelöst durch das Update vom Samstag'],
  ])('%s', (cause, clause) => {
    expect(triggerClause(cause)).toBe(clause);
  });

  it.each(['the disk was full', 'hard drive in the primary died', 'a bug in the parser'])(
    'is not in "%s"',
    (cause) => {
      expect(triggerClause(cause)).toBeNull();
    },
  );
});

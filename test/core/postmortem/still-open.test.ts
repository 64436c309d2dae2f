import type { FollowUp } from '../../../src/core/incident/incident.js';
import type { Question } from '../../../src/core/postmortem/model.js';
import { askedAbout, isNothingOpen, stillOpen } from '../../../src/core/postmortem/still-open.js';
import { ANA, anIncident, BEN, CLEO } from '../../builders.js';

const aTask = (over: Partial<FollowUp> = {}): FollowUp => ({
  incident: anIncident().id,
  number: 1,
  text: 'Alert on replication lag',
  owner: BEN,
  due: '2024-07-01',
  done: false,
  withdrawn: false,
  entry: 'delivery:e1',
  ...over,
});

const question: Question = {
  id: 'root_cause',
  slot: 'root_cause',
  ask: 'What was the root cause?',
  to: ANA,
  about: [],
};

describe('a follow-up is still open for the morning', () => {
  test.each([
    ['nobody owns it', aTask({ owner: null }), true],
    ['it has no date', aTask({ due: null }), true],
    ['it has both', aTask(), false],
    ['it is done', aTask({ owner: null, done: true }), false],
    ['it was taken back', aTask({ due: null, withdrawn: true }), false],
  ])('%s', (_, task, expected) => {
    expect(stillOpen(null, [task]).followUps).toHaveLength(expected ? 1 : 0);
  });
});

test('questions of the draft are open, whoever they are addressed to', () => {
  const open = stillOpen({ questions: [question, { ...question, id: 'impact', to: null }] }, []);

  expect(open.questions.map(({ id }) => id)).toEqual(['root_cause', 'impact']);
  expect(isNothingOpen(open)).toBe(false);
});

test('where everything is answered and owned, nothing is sent', () => {
  expect(isNothingOpen(stillOpen({ questions: [] }, [aTask()]))).toBe(true);
});

describe('who is asked about the postmortem', () => {
  test.each([
    ['its owner first', { postmortemOwner: CLEO, lead: BEN, declaredBy: ANA }, [CLEO, BEN, ANA]],
    ['else the lead', { postmortemOwner: null, lead: BEN, declaredBy: ANA }, [BEN, ANA]],
    ['else the declarer', { postmortemOwner: null, lead: null, declaredBy: ANA }, [ANA]],
    ['nobody twice', { postmortemOwner: ANA, lead: ANA, declaredBy: ANA }, [ANA]],
  ])('%s', (_, over, expected) => {
    expect(askedAbout(anIncident(over))).toEqual(expected);
  });
});

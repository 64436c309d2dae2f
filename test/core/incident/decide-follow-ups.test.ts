import type { DecidedCommand } from '../../../src/core/incident/decide.js';
import { aFollowUp, anIncident, CORA, decided, MAYA, NOW } from './builders.js';

const followUps = [
  aFollowUp({ number: 4, done: true }),
  aFollowUp({ number: 2, owner: CORA, due: '2024-07-31' }),
  aFollowUp({ number: 1, withdrawn: true }),
];

it('counts from one, without gaps being filled', () => {
  const task = { kind: 'add-follow-up', text: 'x', owner: MAYA, due: '2024-07-31', message: null } as const;

  expect(decided(anIncident(), task)).toMatchObject([
    { kind: 'follow-up-added', number: 1, text: 'x', owner: MAYA, due: '2024-07-31', message: null },
  ]);
  expect(decided(anIncident(), task, { followUps })).toMatchObject([{ number: 5 }]);
});

it.each<[DecidedCommand, object]>([
  [
    { kind: 'finish-follow-up', number: 2, done: true },
    { number: 2, change: { done: true } },
  ],
  [
    { kind: 'finish-follow-up', number: 4, done: false },
    { number: 4, change: { done: false } },
  ],
  [
    { kind: 'assign-follow-up', number: 2, user: MAYA },
    { number: 2, change: { owner: MAYA } },
  ],
  [
    { kind: 'date-follow-up', number: 2, due: null },
    { number: 2, change: { due: null } },
  ],
])('%j', (command, change) => {
  expect(decided(anIncident(), command, { followUps })).toEqual([
    { kind: 'follow-up-changed', by: MAYA, at: NOW, ...change },
  ]);
});

it.each<[DecidedCommand, string]>([
  [{ kind: 'finish-follow-up', number: 4, done: true }, 'task'],
  [{ kind: 'assign-follow-up', number: 2, user: CORA }, 'owner'],
  [{ kind: 'date-follow-up', number: 2, due: '2024-07-31' }, 'task'],
])('%j changes nothing, and says so', (command, what) => {
  expect(decided(anIncident(), command, { followUps })).toEqual({ kind: 'no-change', what });
});

it.each([1, 3])('number %i is not there: the open ones are named', (number) => {
  expect(decided(anIncident(), { kind: 'finish-follow-up', number, done: true }, { followUps })).toEqual({
    kind: 'no-such-task',
    number,
    open: [2],
  });
});

import { commandForAnswer } from '../../../src/core/incident/answers.js';
import { anIncident, aResolvedIncident, CORA, DECLARED, decided, NOW } from './builders.js';

const question = (slot: string, ask = 'What was it?') => ({ id: slot, slot, ask });

it.each<[string, string]>([
  ['impact', 'impact'],
  ['root_cause', 'cause'],
  ['trigger', 'trigger'],
  ['resolution', 'fix'],
])('an answer about %s states it', (slot, what) => {
  expect(commandForAnswer(question(slot), ' a corrupted index ')).toEqual({
    kind: 'state',
    what,
    text: 'a corrupted index',
    at: null,
    message: null,
  });
});

it.each(['data_loss', 'left_over', 'owner', 'due', 'document_owner', 'something new'])(
  'an answer about %s is a note that says what was asked',
  (slot) => {
    expect(commandForAnswer(question(slot, 'Was data lost?'), 'two rows, restored since')).toMatchObject({
      kind: 'state',
      what: 'note',
      text: 'Was data lost? two rows, restored since',
    });
  },
);

it.each(['yes', 'No.', 'not yet', 'Ja!', 'n/a', 'はい', '👍 confirmed', 'unknown'])(
  '%j says nothing without its question',
  (text) => {
    expect(commandForAnswer(question('root_cause', 'Is it right?'), text)).toMatchObject({
      what: 'note',
      text: `Is it right? ${text}`,
    });
  },
);

it.each(['no index on orders', 'yes-men config pushed to prod', 'none of the replicas took over'])(
  '%j is an answer of its own',
  (text) => {
    expect(commandForAnswer(question('root_cause'), text)).toMatchObject({ what: 'cause', text });
  },
);

it('what should be done becomes a follow-up', () => {
  expect(commandForAnswer(question('actions'), 'alert on lag')).toEqual({
    kind: 'add-follow-up',
    text: 'alert on lag',
    owner: null,
    due: null,
    message: null,
  });
});

it('one person named owns the document', () => {
  expect(commandForAnswer(question('document_owner'), '<@U0CORA>, review on Monday')).toEqual({
    kind: 'assign-postmortem',
    user: CORA,
  });
  expect(commandForAnswer(question('document_owner'), '<@U0CORA> or <@U0OMAR>')).toMatchObject({
    what: 'note',
  });
});

it('an empty answer is none', () => {
  expect(commandForAnswer(question('impact'), '  ')).toBeNull();
});

describe('a time in an answer', () => {
  const incident = aResolvedIncident({ zone: 'Europe/Berlin' });
  const answered = (slot: string, text: string, now = NOW) =>
    commandForAnswer(question(slot, 'When?'), text, { incident, now });

  it.each<[string, string]>([
    ['14:05', '2024-06-08T12:05:00Z'],
    ['the alert fired at 14:02', '2024-06-08T12:02:00Z'],
    ['it began around 13:50, seen by support', '2024-06-08T11:50:00Z'],
  ])('%j is read in the incident’s zone', (text, at) => {
    expect(answered('started_at', text)).toMatchObject({ what: 'started', text, at: new Date(at) });
    expect(answered('detected_at', text)).toMatchObject({ what: 'detected', text, at: new Date(at) });
  });

  it('means the day of the incident, whenever it is answered', () => {
    expect(answered('started_at', '14:05', new Date('2024-06-10T16:00:00Z'))).toMatchObject({
      at: new Date('2024-06-08T12:05:00Z'),
    });
  });

  it('is not made up: a beginning without one is a note, a detection was by the declaration', () => {
    expect(answered('started_at', 'some time before lunch')).toMatchObject({ what: 'note' });
    expect(answered('detected_at', 'a customer called')).toMatchObject({ what: 'detected', at: DECLARED });
  });
});

describe('the answer command', () => {
  const questions = [
    { id: 'impact', slot: 'impact', ask: 'Who was affected?' },
    { id: 'root-cause', slot: 'root_cause', ask: 'What was the root cause?' },
  ];
  const answer = (said: string, text = 'the index') =>
    decided(aResolvedIncident(), { kind: 'answer', question: said, text }, { questions });

  it.each(['2', '#2', '2.', 'root-cause'])('finds its question by %j', (said) => {
    expect(answer(said)).toMatchObject([{ kind: 'stated', what: 'cause', text: 'the index' }]);
  });

  it.each(['0', '3', 'x', ''])('says which questions there are for %j', (said) => {
    expect(answer(said)).toEqual({ kind: 'no-such-question', said, count: 2 });
  });

  it('needs a draft, and words', () => {
    expect(decided(anIncident(), { kind: 'answer', question: '1', text: 'x' })).toEqual({ kind: 'no-draft' });
    expect(answer('1', ' ')).toEqual({ kind: 'text-missing', verb: 'answer' });
  });
});

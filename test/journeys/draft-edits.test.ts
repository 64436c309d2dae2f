import { type Practice, startPractice } from './practice.js';

let practice: Practice;
let id: string;
beforeEach(async () => {
  practice = await startPractice();
  ({ id } = await practice.declare('Checkout is slow sev 2'));
});
afterEach(() => practice.stop());

const draft = () => practice.incidentChannel().files.at(-1)?.content ?? '';

/** Opens the form of a section and puts `words` in place of the line that says `was`. */
async function edit(section: string, was: string, words: string): Promise<void> {
  const { slack } = practice.world;
  slack.as(practice.ana).command(id, '/incident', `postmortem edit ${section}`);
  await practice.world.settle();
  const form = slack.modal('ana');
  const blocks = form?.view['blocks'];
  const field = (Array.isArray(blocks) ? blocks : []).find((block) => JSON.stringify(block).includes(was));
  slack.as(practice.ana).submitView({ [String(field?.block_id)]: words });
  await practice.world.settle();
}

test('edits stand in every later draft, whatever else changes; what is gone is told without its words', async () => {
  const { slack } = practice.world;
  await practice.say(practice.ana, id, 'impact a third of the orders fails');
  await practice.say(practice.ana, id, 'cause the index was corrupt');
  const wrong = await practice.post(practice.ana, id, 'restarting the replica, the walrus is angry');
  slack.as(practice.ana).pin(id, wrong);
  await practice.later(30);
  await practice.say(practice.ana, id, 'fix rebuilt the index');
  await practice.say(practice.ana, id, 'resolve orders go through');
  expect(draft()).toContain('the walrus is angry');

  await edit('impact', 'a third of the orders fails', 'About 33 % of the orders failed.');
  await edit('causes', 'the index was corrupt', 'A corrupt index on the orders table.');
  await edit('resolution', 'rebuilt the index', 'The index was rebuilt by hand.');
  await practice.say(practice.ana, id, 'trigger the upgrade of the database');
  slack.as(practice.ana).delete(id, wrong);
  await practice.world.settle();
  await practice.later(15);
  await practice.say(practice.ana, id, 'postmortem');

  const text = draft();
  expect(text).toContain('About 33 % of the orders failed. *(edited by @Ana)*');
  expect(text).toContain('A corrupt index on the orders table.');
  expect(text).toContain('The index was rebuilt by hand.');
  expect(text).toContain('the upgrade of the database');
  expect(text).not.toContain('the walrus is angry');
  expect((await practice.incident()).draftVersion).toBeGreaterThan(4);
});

test('a new draft says what has changed since the one before', async () => {
  await practice.say(practice.ana, id, 'impact a third of the orders fails');
  await practice.say(practice.ana, id, 'resolve');
  await practice.say(practice.ana, id, 'cause the index was corrupt');
  await practice.later(15);
  expect(await practice.say(practice.ana, id, 'postmortem changes')).toMatch(
    /since version 1[\s\S]*the index was corrupt/,
  );
  expect(practice.posts(id).at(-1)?.text).toContain('new since version 1');
});

test('an edit whose source is taken back is kept aside, not lost and not passed off as sourced', async () => {
  await practice.say(practice.ana, id, 'impact a third of the orders fails');
  await practice.say(practice.ana, id, 'resolve');
  await edit('impact', 'a third of the orders fails', 'About 33 % of the orders failed.');
  const told = await practice.say(practice.ana, id, 'timeline');
  const line = told.split('\n').find((candidate) => candidate.includes('a third of')) ?? '';
  await practice.say(practice.ana, id, `undo ${/`([a-z0-9]{4})`/.exec(line)?.[1]}`);
  await practice.later(15);
  expect(draft()).toMatch(/## Edited lines without their source[\s\S]*About 33 % of the orders failed/);
});

test('a line that is emptied is left out, and stays in the record', async () => {
  await practice.say(practice.ana, id, 'impact a third of the orders fails');
  await practice.say(practice.ana, id, 'impact 12 customers called');
  await practice.say(practice.ana, id, 'resolve');
  await edit('impact', '12 customers called', '');
  const impact = draft().split('## Impact')[1]?.split('\n## ')[0] ?? '';
  expect(impact).not.toContain('12 customers called');
  expect((await practice.entries()).some((entry) => entry.text === '12 customers called')).toBe(true);
});

test('a question to which nobody knows the answer is told as such and not asked again', async () => {
  await practice.say(practice.ana, id, 'resolve');
  const listed = await practice.say(practice.ana, id, 'answer');
  const number = /(\d+)[^\n]*root cause/i.exec(listed)?.[1];
  await practice.say(practice.ana, id, `answer ${number} nobody knows`);
  await practice.later(15);
  expect(draft()).toMatch(/Nobody knows.*root cause/i);
  expect(await practice.say(practice.ana, id, 'answer')).not.toMatch(/root cause/i);
});

import type { TimelineEntry } from '../../src/core/timeline/entry.js';
import { isPinned } from '../../src/core/timeline/signs.js';
import { type Practice, startPractice } from './practice.js';

// The checks by which incident bots are compared: what people do most, and what most often comes out wrong.

let practice: Practice;
beforeEach(async () => {
  practice = await startPractice();
});
afterEach(() => practice.stop());

const entryOf = async (text: string): Promise<TimelineEntry> => {
  const found = (await practice.entries()).filter((entry) => entry.text === text);
  expect(found).toHaveLength(1);
  const [entry] = found;
  if (!entry) throw new Error(`No line says "${text}"`);
  return entry;
};
const draft = () => practice.incidentChannel().files.at(-1)?.content ?? '';

/** Ben joins, so that two people can act. */
async function incident(): Promise<string> {
  const { id } = await practice.declare('Checkout is slow');
  practice.world.slack.as(practice.ana).invite(id, practice.ben);
  await practice.world.settle();
  return id;
}

test('declare: one line, no required field, and its author is in the channel', async () => {
  const channel = await practice.declare('Checkout is slow');
  expect(channel.members).toContain(practice.ana);
  expect(practice.posts(channel.id)).toHaveLength(1);
});

test('note: stands in the record once and is echoed to its author', async () => {
  const id = await incident();
  expect(await practice.say(practice.ana, id, 'note failed over')).toContain('failed over');
  expect((await entryOf('failed over')).kind).toBe('note');
});

test('note with an asterisk and a line break: both survive', async () => {
  const id = await incident();
  await practice.say(practice.ana, id, 'note restarted *db-1* now\nand db-2 after it');
  expect((await entryOf('restarted *db-1* now\nand db-2 after it')).kind).toBe('note');
});

test('a pin makes the message a key line at the message’s own time', async () => {
  const id = await incident();
  const ts = await practice.post(practice.ben, id, 'cpu is at 100%');
  const said = practice.world.clock.now();
  await practice.later(12);
  practice.world.slack.as(practice.ana).pin(id, ts);
  await practice.world.settle();

  const entry = await entryOf('cpu is at 100%');
  expect(isPinned(entry)).toBe(true);
  expect(entry.author).toEqual({ kind: 'person', user: practice.ben });
  expect(Math.abs(entry.occurredAt.getTime() - said.getTime())).toBeLessThan(1000);
  expect(await practice.say(practice.ana, id, 'timeline')).toContain('cpu is at 100%');
});

test('a pin on a thread reply pins that reply, and its parent is shown as context', async () => {
  const id = await incident();
  const parent = await practice.post(practice.ben, id, 'which db is it');
  const reply = await practice.post(practice.ben, id, 'the primary', parent);
  practice.world.slack.as(practice.ana).pin(id, reply);
  await practice.world.settle();

  expect(isPinned(await entryOf('the primary'))).toBe(true);
  expect(isPinned(await entryOf('which db is it'))).toBe(false);
  expect(await practice.say(practice.ana, id, 'timeline')).toMatch(/the primary[\s\S]*which db is it/);
});

test('pinned by two people: one line', async () => {
  const id = await incident();
  const ts = await practice.post(practice.ben, id, 'cpu is at 100%');
  practice.world.slack.as(practice.ana).pin(id, ts);
  practice.world.slack.as(practice.ben).pin(id, ts);
  practice.world.slack.as(practice.ben).react(id, ts, 'pushpin');
  await practice.world.settle();

  expect(isPinned(await entryOf('cpu is at 100%'))).toBe(true);
  const told = await practice.say(practice.ana, id, 'timeline');
  expect(told.match(/cpu is at 100%/g)).toHaveLength(1);
});

test('a pinned message that is edited shows its last words, and keeps the first', async () => {
  const id = await incident();
  const ts = await practice.post(practice.ben, id, 'cpu is at 10%');
  practice.world.slack.as(practice.ana).pin(id, ts);
  practice.world.slack.as(practice.ben).edit(id, ts, 'cpu is at 100%');
  await practice.world.settle();

  const entry = await entryOf('cpu is at 100%');
  expect(isPinned(entry)).toBe(true);
  expect(entry.revisions.map((revision) => revision.text)).toEqual(['cpu is at 10%', 'cpu is at 100%']);
});

test('a pinned message that is deleted leaves the draft and stays in the record', async () => {
  const id = await incident();
  const ts = await practice.post(practice.ben, id, 'wrong graph, sorry');
  practice.world.slack.as(practice.ana).pin(id, ts);
  await practice.world.settle();
  practice.world.slack.as(practice.ben).delete(id, ts);
  await practice.say(practice.ana, id, 'resolve');

  expect((await entryOf('wrong graph, sorry')).withdrawn).toBe(true);
  expect(draft()).not.toContain('wrong graph, sorry');
});

test('an unpinned message is an ordinary line again', async () => {
  const id = await incident();
  const ts = await practice.post(practice.ben, id, 'cpu is at 100%');
  practice.world.slack.as(practice.ana).pin(id, ts);
  await practice.world.settle();
  practice.world.slack.as(practice.ben).unpin(id, ts);
  await practice.world.settle();

  expect(isPinned(await entryOf('cpu is at 100%'))).toBe(false);
  expect(await practice.say(practice.ana, id, 'timeline key')).not.toContain('cpu is at 100%');
});

test('an image is a line with its title and a link, with or without words', async () => {
  const id = await incident();
  practice.world.slack.as(practice.ben).post(id, '', { files: [{ name: 'latency.png', content: 'PIXELS' }] });
  await practice.world.settle();

  const entry = (await practice.entries()).find((candidate) => candidate.files.length > 0);
  expect(entry?.files).toEqual([{ name: 'latency.png', type: 'png', link: expect.stringContaining('http') }]);
  expect(await practice.say(practice.ana, id, 'timeline all')).toContain('latency.png');
});

test('what Slack could not deliver for a while arrives afterwards, each thing once', async () => {
  const id = await incident();
  const { slack } = practice.world;
  slack.withhold();
  const ts = slack.as(practice.ben).post(id, 'the first');
  slack.as(practice.ben).post(id, 'the second');
  slack.as(practice.ben).post(id, 'the third');
  slack.as(practice.ana).pin(id, ts);
  slack.release((held) => [...held].reverse());
  await practice.world.settle();

  expect(isPinned(await entryOf('the first'))).toBe(true);
  await entryOf('the second');
  await entryOf('the third');
});

test('resolve: ends it at once, and the draft is posted for everybody, as text and as a file', async () => {
  const id = await incident();
  await practice.say(practice.ana, id, 'fix rolled back v42');
  await practice.say(practice.ana, id, 'resolve orders go through');

  expect((await practice.incident()).status).toBe('resolved');
  const card = practice.posts(id).find((post) => post.text.includes('Postmortem draft'));
  expect(card?.ephemeralTo).toBeNull();
  expect(draft()).toContain('rolled back v42');
});

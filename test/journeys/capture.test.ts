import type { TimelineEntry } from '../../src/core/timeline/entry.js';
import { type Practice, startPractice } from './practice.js';

let practice: Practice;
let id: string;
beforeEach(async () => {
  practice = await startPractice();
  ({ id } = await practice.declare('Checkout is slow'));
  practice.world.slack.as(practice.ana).invite(id, practice.ben);
  await practice.world.settle();
});
afterEach(() => practice.stop());

const lines = async (...kinds: readonly TimelineEntry['kind'][]) =>
  (await practice.entries())
    .filter((entry) => kinds.includes(entry.kind))
    .map((entry) => `${entry.kind}: ${entry.text}${entry.withdrawn ? ' (withdrawn)' : ''}`);

test('marked lines are lines of the timeline, follow their message, and stand once in the draft', async () => {
  const { slack } = practice.world;
  const ts = await practice.post(
    practice.ben,
    id,
    'TL: failed over to db-2\n!cause the index is corrupt\nand a word beside it\n!todo alert on lag',
  );
  expect(await lines('note', 'cause', 'task')).toEqual([
    'note: failed over to db-2',
    'cause: the index is corrupt',
    'task: alert on lag',
  ]);
  const incident = await practice.incident();
  const tasks = async () =>
    (await practice.world.bot.store.followUps(incident.id)).filter((task) => !task.withdrawn);
  expect((await tasks()).map((task) => task.text)).toEqual(['alert on lag']);

  slack.as(practice.ben).edit(id, ts, 'TL: failed over to db-3\n!cause the index is corrupt');
  await practice.world.settle();
  expect(await lines('note', 'cause', 'task')).toEqual([
    'note: failed over to db-3',
    'cause: the index is corrupt',
    'task: alert on lag (withdrawn)',
  ]);
  expect(await tasks()).toEqual([]);

  await practice.say(practice.ana, id, 'resolve');
  const draft = practice.incidentChannel().files.at(-1)?.content ?? '';
  expect(draft).toContain('the index is corrupt');
  expect(draft).not.toContain('!cause');
  expect(draft).not.toContain('TL:');

  slack.as(practice.ben).delete(id, ts);
  await practice.world.settle();
  expect(await lines('note', 'cause')).toEqual([
    'note: failed over to db-3 (withdrawn)',
    'cause: the index is corrupt (withdrawn)',
  ]);
});

test('a marked line may begin with a time, also in a thread', async () => {
  const parent = await practice.post(practice.ben, id, 'what happened');
  await practice.post(practice.ben, id, 'TL: 10m ago the replica fell behind', parent);
  const note = (await practice.entries()).find((entry) => entry.kind === 'note');
  expect(note).toMatchObject({
    text: 'the replica fell behind',
    backdated: true,
    author: { user: practice.ben },
    origin: { threadTs: parent },
  });
});

test('a reply sent to the channel as well, a /me and a shared message are lines', async () => {
  const { slack } = practice.world;
  const parent = await practice.post(practice.ben, id, 'which db is it');
  slack.as(practice.ben).post(id, 'the primary', { threadTs: parent, broadcast: true });
  slack.as(practice.ben).post(id, 'restarts the primary', { me: true });
  await practice.world.settle();
  expect(await lines('message')).toEqual([
    'message: which db is it',
    'message: the primary',
    'message: restarts the primary',
  ]);
});

test('topic, name, coming and going, archiving are system lines; our own doing is not', async () => {
  const { slack } = practice.world;
  slack.as(practice.ben).setTopic(id, 'bridge: room 4');
  slack.as(practice.ben).rename(id, 'inc-1-all-hands');
  slack.as(practice.ben).leave(id);
  await practice.world.settle();
  await practice.say(practice.ana, id, 'severity 1');

  expect(await lines('topic', 'renamed', 'left')).toEqual([
    'topic: bridge: room 4',
    expect.stringMatching(/^renamed: .*inc-1-all-hands/),
    'left: ',
  ]);
});

test('a reaction taken back is undone when it was the last of its kind, in threads too', async () => {
  const { slack } = practice.world;
  const parent = await practice.post(practice.ben, id, 'which db is it');
  const reply = await practice.post(practice.ben, id, 'the primary', parent);
  slack.as(practice.ana).react(id, reply, 'dart');
  slack.as(practice.ben).react(id, reply, 'dart');
  slack.as(practice.ana).unreact(id, reply, 'dart');
  await practice.world.settle();
  const standing = async () =>
    (await practice.entries()).flatMap((entry) => entry.marks).filter((mark) => mark.on).length;
  expect(await standing()).toBe(1);
  slack.as(practice.ben).unreact(id, reply, 'dart');
  await practice.world.settle();
  expect(await standing()).toBe(0);
});

test('a correction holds when the message is edited later, and redacted words never come back', async () => {
  const { slack } = practice.world;
  const ts = await practice.post(practice.ben, id, 'call Jane Roe, she has the pasword');
  const told = await practice.say(practice.ana, id, 'timeline all');
  const code = /`([a-z0-9]{4})`[^\n]*Jane Roe|Jane Roe[^\n]*`([a-z0-9]{4})`/.exec(told);
  await practice.say(practice.ana, id, `redact ${code?.[1] ?? code?.[2]}`);
  slack.as(practice.ben).edit(id, ts, 'call Jane Roe, she has the password');
  slack.as(practice.ana).pin(id, ts);
  await practice.world.settle();
  await practice.say(practice.ana, id, 'resolve');

  expect(JSON.stringify(await practice.entries())).not.toContain('Jane Roe');
  expect(practice.incidentChannel().files.at(-1)?.content).not.toContain('Jane Roe');
});

test('redact rewrites what was posted: the update, the card, the draft and its file', async () => {
  await practice.say(practice.ana, id, 'update Jane Roe reports that it works');
  await practice.say(practice.ana, id, 'resolve');
  const entry = (await practice.entries()).find((candidate) => candidate.kind === 'update');
  const told = await practice.say(practice.ana, id, 'timeline all');
  expect(entry?.text).toContain('Jane Roe');
  const line = told.split('\n').find((candidate) => candidate.includes('Jane Roe')) ?? '';
  await practice.say(practice.ana, id, `redact ${/`([a-z0-9]{4})`/.exec(line)?.[1]}`);
  await practice.later(15);

  const shown = practice.world.slack
    .channels()
    .filter((channel) => channel.kind !== 'im')
    .flatMap((channel) => channel.messages)
    .filter((message) => message.ephemeralTo === null)
    .map((message) => JSON.stringify([message.text, message.blocks, message.files]));
  expect(shown.filter((message) => message.includes('Jane Roe'))).toEqual([]);
});

test('the merged incident’s record goes on in the other, later edits included', async () => {
  const { slack } = practice.world;
  const ts = await practice.post(practice.ben, id, 'proxy is at 10%');
  await practice.say(practice.ana, 'ops', 'declare Search is slow');
  await practice.say(practice.ana, id, 'merge INC-2 the same proxy');
  slack.as(practice.ben).edit(id, ts, 'proxy is at 100%');
  await practice.world.settle();
  const other = practice.incidentChannel(2).id;
  expect(await practice.say(practice.ana, other, 'timeline all')).toContain('proxy is at 100%');
  expect(practice.posts(id).at(-1)?.text).toContain('INC-2');

  expect(await practice.say(practice.ana, id, 'note said in the old channel')).toContain('INC-2');
  expect(await practice.say(practice.ana, other, 'timeline')).toContain('said in the old channel');
});

test('a redaction reaches every copy, also where several merges lead to the same incident', async () => {
  const { slack } = practice.world;
  await practice.say(practice.ana, 'ops', 'declare Search is slow');
  await practice.say(practice.ana, 'ops', 'declare Mail is late');
  await practice.post(practice.ana, id, 'TL: the key of Jane Roe');
  await practice.say(practice.ana, id, 'task write to Jane Roe');
  await practice.say(practice.ana, id, 'merge INC-2');
  await practice.say(practice.ana, practice.incidentChannel(2).id, 'merge INC-3');
  await practice.say(practice.ana, id, 'reopen');
  await practice.say(practice.ana, id, 'merge INC-3');

  const last = practice.incidentChannel(3).id;
  const told = await practice.say(practice.ana, last, 'timeline all');
  const codes = told.split('\n').flatMap((line) => /`(\w+)`.*Jane Roe/.exec(line)?.[1] ?? []);
  for (const code of codes) await practice.say(practice.ana, last, `redact ${code}`);
  for (const number of [1, 2, 3]) {
    const { id: channel } = practice.incidentChannel(number);
    const left = await practice.say(practice.ana, channel, 'timeline all');
    expect(left).toContain('redacted');
    expect(left).not.toContain('Jane Roe');
  }
  expect(codes.length).toBeGreaterThanOrEqual(2);
  expect(slack.channel(last).files).toEqual([]);
});

test('the bot’s own posts, edits, pins and topics never become lines, and never loop', async () => {
  const before = practice.world.slack.calls.length;
  await practice.say(practice.ana, id, 'severity 1');
  await practice.later(5);
  expect(await lines('message', 'alert', 'topic')).toEqual([]);
  expect(practice.world.slack.calls.length - before).toBeLessThan(8);
});

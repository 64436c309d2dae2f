import { type Practice, startPractice } from './practice.js';

let practice: Practice;
beforeEach(async () => {
  practice = await startPractice();
});
afterEach(() => practice.stop());

test('in a busy incident the bot posts at most one message for ten of people, cards edited in place aside', async () => {
  const { id } = await practice.declare('Checkout is slow sev 1');
  const { slack } = practice.world;
  slack.as(practice.ana).invite(id, practice.ben);
  let said = 0;
  for (let minute = 0; minute < 120; minute += 1) {
    const ts = slack.as(minute % 2 ? practice.ana : practice.ben).post(id, `line ${minute} of the night`);
    said += 1;
    if (minute % 7 === 0) slack.as(practice.ana).pin(id, ts);
    if (minute % 5 === 0) slack.as(practice.ben).react(id, ts, 'dart');
    if (minute % 10 === 0) await practice.say(practice.ana, id, `note step ${minute}`);
    if (minute % 25 === 0) await practice.say(practice.ben, id, `severity ${1 + (minute % 3)}`);
    if (minute === 30) await practice.say(practice.ana, id, 'lead me');
    if (minute === 50) await practice.say(practice.ana, id, 'update half of it is back');
    if (minute === 60) await practice.say(practice.ana, id, 'handoff @ben');
    if (minute === 70) await practice.say(practice.ben, id, 'task watch the queue');
    await practice.later(1);
  }
  await practice.say(practice.ana, id, 'resolve');
  await practice.later(60);

  const posts = practice.posts(id);
  expect(posts.length).toBeGreaterThan(0);
  expect(posts.length).toBeLessThanOrEqual(said / 10);
});

test('reminders are one message, however long nobody says anything, and quiet after an update', async () => {
  const { id } = await practice.declare('Checkout is slow sev 1');
  await practice.later(24 * 60);
  const reminders = () => practice.posts(id).filter((post) => /no update/i.test(post.text) && !post.isPinned);
  expect(reminders()).toHaveLength(1);

  const before = practice.posts(id).length;
  await practice.say(practice.ana, id, 'update we know the cause');
  await practice.later(20);
  expect(practice.posts(id)).toHaveLength(before + 1);
});

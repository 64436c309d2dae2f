import { type Practice, startPractice } from './practice.js';

let practice: Practice;
beforeEach(async () => {
  practice = await startPractice();
});
afterEach(() => practice.stop());

/** 9:00 of the practice is a Thursday. */
const minutesTo = (iso: string): number =>
  (new Date(iso).getTime() - practice.world.clock.now().getTime()) / 60_000;

test('a handoff changes hands when it is accepted, by whom it was offered to', async () => {
  const { id } = await practice.declare('Checkout is slow sev 2');
  await practice.say(practice.ana, id, 'lead me');
  await practice.say(practice.ana, id, 'handoff @ben the failover is half done');
  const brief = practice.toldAlone(practice.ben).at(-1);
  expect(brief?.text).toContain('the failover is half done');
  expect(practice.incidentChannel().members).toContain(practice.ben);

  practice.world.slack.as(practice.ana).invite(id, practice.eve);
  expect(await practice.say(practice.eve, id, 'handoff accept')).toContain(practice.ben);
  const direct = practice.world.slack.as(practice.ben).directChannel();
  await practice.press(practice.ben, direct, 'Accept the lead');
  expect((await practice.incident()).lead).toBe(practice.ben);
});

test('who joins late gets the brief once, who was there from the start does not', async () => {
  const { id } = await practice.declare('Checkout is slow sev 2');
  expect(practice.toldAlone(practice.ana).some((told) => /Not known/.test(told.text))).toBe(false);
  await practice.later(30);
  await practice.say(practice.ana, id, 'impact a third of orders fail');
  practice.world.slack.as(practice.ana).invite(id, practice.eve);
  await practice.world.settle();
  const told = practice.toldAlone(practice.eve);
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain('a third of orders fail');
  practice.world.slack.as(practice.eve).leave(id);
  practice.world.slack.as(practice.ana).invite(id, practice.eve);
  await practice.world.settle();
  expect(practice.toldAlone(practice.eve)).toHaveLength(1);
});

test('a reminder comes after the severity’s interval, to the lead, and can be snoozed and stopped', async () => {
  const { id } = await practice.declare('Checkout is slow sev 1');
  await practice.say(practice.ana, id, 'lead me');
  const before = practice.toldAlone(practice.ana).length;
  await practice.later(29);
  expect(practice.toldAlone(practice.ana)).toHaveLength(before);
  await practice.later(2);
  expect(practice.toldAlone(practice.ana)).toHaveLength(before + 1);

  await practice.say(practice.ana, id, 'snooze 3h');
  const snoozed = practice.toldAlone(practice.ana).length;
  await practice.later(170);
  expect(practice.toldAlone(practice.ana)).toHaveLength(snoozed);
  await practice.later(15);
  expect(practice.toldAlone(practice.ana)).toHaveLength(snoozed + 1);

  await practice.say(practice.ana, id, 'snooze off');
  const stopped = practice.toldAlone(practice.ana).length;
  await practice.later(24 * 60);
  expect(practice.toldAlone(practice.ana)).toHaveLength(stopped);
});

test('the owner of the postmortem is told next morning what is still open, once', async () => {
  const { id } = await practice.declare('Checkout is slow sev 2');
  await practice.say(practice.ana, id, 'task watch the queue');
  await practice.say(practice.ana, id, 'resolve');
  await practice.say(practice.ana, id, 'postmortem assign @ben');
  const before = practice.toldAlone(practice.ben).length;
  await practice.later(minutesTo('2026-03-13T08:59:00Z'));
  expect(practice.toldAlone(practice.ben)).toHaveLength(before);
  await practice.later(5);
  const told = practice.toldAlone(practice.ben);
  expect(told).toHaveLength(before + 1);
  expect(told.at(-1)?.text).toMatch(/INC-1/);
  await practice.later(3 * 24 * 60);
  expect(practice.toldAlone(practice.ben)).toHaveLength(before + 1);
});

test('a closed channel is archived a day later, unless somebody keeps it open', async () => {
  const { id } = await practice.declare('Checkout is slow');
  await practice.say(practice.ana, id, 'resolve');
  await practice.say(practice.ana, id, 'close');
  await practice.later(60);
  await practice.say(practice.ana, id, 'close cancel');
  await practice.later(48 * 60);
  expect(practice.world.slack.channel(id).isArchived).toBe(false);
  await practice.say(practice.ana, id, 'close');
  await practice.later(25 * 60);
  expect(practice.world.slack.channel(id).isArchived).toBe(true);
});

test('a drill runs by itself, can be joined in, is announced nowhere and counted nowhere', async () => {
  await practice.say(practice.ana, 'ops', 'drill');
  await practice.later(15);
  const drill = practice.world.slack.channels().find((channel) => channel.name.startsWith('drill-'));
  expect(practice.posts('incidents')).toEqual([]);
  await practice.say(practice.ana, drill?.id ?? '', 'note I would fail over now');
  await practice.say(practice.ana, drill?.id ?? '', 'resolve');
  const text = practice.world.slack.channel(drill?.id ?? '').files.at(-1)?.content ?? '';
  expect(text).toContain('I would fail over now');
  expect(text).toContain('(simulated)');
  // Invented people are read as people: what they say is proposed, and named.
  expect(text).toMatch(/Root cause\W+\(said by Noor \(simulated\) at/);
  expect(await practice.say(practice.ana, 'ops', 'stats')).toContain('none that has ended');
});

import { subcommandNamed } from '../../src/core/grammar/subcommands.js';
import { channelId, workspaceId } from '../../src/core/ids.js';
import type { TimelineEntry } from '../../src/core/timeline/entry.js';
import { NOT_KEPT } from '../../src/render/messages/not-saved.js';
import { type Practice, startPractice } from './practice.js';

// Defects that other incident bots have had, each by the name of what must be so here.

let practice: Practice;
beforeEach(async () => {
  practice = await startPractice();
});
afterEach(() => practice.stop());

const textsOf = async (kind: TimelineEntry['kind']) =>
  (await practice.entries()).filter((entry) => entry.kind === kind).map((entry) => entry.text);
const draft = () => practice.incidentChannel().files.at(-1)?.content ?? '';

test('a reaction on a thread reply is on that reply, and on no other message', async () => {
  const { id } = await practice.declare('Checkout is slow');
  const parent = await practice.post(practice.ana, id, 'what do we see');
  const reply = await practice.post(practice.ana, id, 'the index is corrupt', parent);
  await practice.post(practice.ana, id, 'something else');
  practice.world.slack.as(practice.ana).react(id, reply, 'dart');
  await practice.world.settle();

  const marked = (await practice.entries()).filter((entry) => entry.marks.some((mark) => mark.on));
  expect(marked.map((entry) => entry.text)).toEqual(['the index is corrupt']);
});

test('a reaction on a reply that was said before we came records what it says', async () => {
  const { slack } = practice.world;
  const channel = slack.addChannel({ name: 'war-room', members: [practice.ana, practice.ben] }).id;
  const parent = slack.as(practice.ben).post(channel, 'which db is it');
  const reply = slack.as(practice.ben).post(channel, 'the primary', { threadTs: parent });
  await practice.later(26 * 60);
  await practice.say(practice.ana, channel, 'adopt Checkout is slow since 5m ago');
  slack.as(practice.ana).react(channel, reply, 'dart');
  await practice.world.settle();

  const incident = await practice.world.bot.store.incidentInChannel(
    workspaceId(slack.team.id),
    channelId(channel),
  );
  const entries = incident ? await practice.world.bot.store.entries(incident.id) : [];
  expect(entries.filter((entry) => entry.marks.length > 0)).toEqual([
    expect.objectContaining({
      text: 'the primary',
      origin: expect.objectContaining({ threadTs: parent }),
    }),
  ]);
});

test('what could not be saved is never confirmed: its author is told so at once', async () => {
  const { id } = await practice.declare('Checkout is slow');
  await practice.world.bot.store.close();
  const { slack } = practice.world;
  const before = practice.toldAlone(practice.ana).length;
  slack.as(practice.ana).command(id, '/incident', 'note failed over');
  await slack.settled();
  const told = practice.toldAlone(practice.ana).slice(before);
  expect(told.map((message) => message.text)).toEqual([NOT_KEPT]);
});

test('a past of more than one page is taken in whole, its thread replies included', async () => {
  const { slack } = practice.world;
  const channel = slack.addChannel({ name: 'war-room', members: [practice.ana], hasApp: true }).id;
  slack.withhold();
  const parent = slack.as(practice.ana).post(channel, 'line 0');
  for (let line = 1; line < 450; line += 1) {
    slack.as(practice.ana).post(channel, `line ${line}`, line % 3 === 0 ? { threadTs: parent } : {});
  }
  slack.release();
  await practice.later(10);
  await practice.say(practice.ana, channel, 'adopt Checkout is slow since 1h ago');

  const incident = await practice.world.bot.store.incidentInChannel(
    workspaceId(slack.team.id),
    channelId(channel),
  );
  const entries = incident ? await practice.world.bot.store.entries(incident.id) : [];
  expect(entries.filter((entry) => entry.kind === 'message')).toHaveLength(450);
});

test('a deleted or unpinned message takes nothing else with it', async () => {
  const { id } = await practice.declare('Checkout is slow');
  const { slack } = practice.world;
  const kept = await practice.post(practice.ana, id, 'keep me');
  const gone = await practice.post(practice.ana, id, 'unpin me');
  slack.as(practice.ana).pin(id, kept);
  slack.as(practice.ana).pin(id, gone);
  await practice.world.settle();
  slack.as(practice.ana).unpin(id, gone);
  await practice.world.settle();

  const told = await practice.say(practice.ana, id, 'timeline key');
  expect(told).toContain('keep me');
  expect(told).not.toContain('unpin me');
});

test('every delivery twice: every line, card and draft once', async () => {
  practice.world.slack.deliveryMode({ duplicate: true });
  const { id } = await practice.declare('Checkout is slow');
  const ts = await practice.post(practice.ana, id, 'cpu is at 100%');
  practice.world.slack.as(practice.ana).pin(id, ts);
  await practice.say(practice.ana, id, 'note failed over');
  await practice.say(practice.ana, id, 'resolve');

  const texts = (await practice.entries()).map((entry) => entry.text).filter((text) => text !== '');
  expect(new Set(texts).size).toBe(texts.length);
  expect(practice.posts(id).filter((post) => post.text.includes('Postmortem draft'))).toHaveLength(1);
  expect(practice.incidentChannel().files).toHaveLength(1);
});

test('backdated lines stand in the draft where they happened, not where they were typed', async () => {
  const { id } = await practice.declare('Checkout is slow since 08:30');
  await practice.say(practice.ana, id, 'note the second thing, failed over to db-2');
  await practice.say(practice.ana, id, 'note 25m ago the first thing, alert on latency');
  await practice.say(practice.ana, id, 'resolve');

  const text = draft().split('## Timeline')[1] ?? '';
  expect(text.indexOf('the first thing')).toBeGreaterThan(-1);
  expect(text.indexOf('the first thing')).toBeLessThan(text.indexOf('the second thing'));
});

test('an incident of which nothing is known has a draft all the same, and says what is missing', async () => {
  const { id } = await practice.declare('Checkout is slow');
  await practice.say(practice.ana, id, 'resolve');
  expect(draft()).toMatch(/not recorded|open question/i);
});

test('a duration of days keeps its days', async () => {
  const { id } = await practice.declare('Checkout is slow');
  await practice.later(3 * 24 * 60 + 65);
  await practice.say(practice.ana, id, 'resolve');
  expect(draft()).toMatch(/3 d/);
});

test('text in a draft is text: markup, mentions and broadcasts stay dead', async () => {
  const { id } = await practice.declare('Checkout is slow');
  await practice.say(practice.ana, id, 'impact <b>all</b> of [x](http://evil.example) & `code` @channel');
  await practice.say(practice.ana, id, 'resolve');
  expect(draft()).not.toMatch(/(?<!\\)<b>|<!channel>|\]\(http:\/\/evil/);
  for (const post of practice.posts(id)) expect(JSON.stringify(post.blocks)).not.toContain('<!channel>');
});

test('a pinned image is never made public', async () => {
  const { id } = await practice.declare('Checkout is slow');
  const { slack } = practice.world;
  const ts = slack.as(practice.ana).post(id, '', { files: [{ name: 'graph.png', content: 'x' }] });
  await practice.world.settle();
  slack.as(practice.ana).pin(id, ts);
  await practice.world.settle();
  expect(slack.calls.map((call) => call.method)).not.toContain('files.sharedPublicURL');
});

test('a private incident whose channel cannot be made gets none: never a public one', async () => {
  const { slack } = practice.world;
  slack.fault({
    method: 'conversations.create',
    fault: { kind: 'refused', error: 'restricted_action' },
    times: 20,
  });
  await practice.say(practice.ana, 'ops', 'declare Keys leaked private');

  const creations = slack.calls.filter((call) => call.method === 'conversations.create');
  expect(creations.length).toBeGreaterThan(0);
  for (const { args } of creations) expect(String(args['is_private'])).toBe('true');
  expect(slack.channels().some((channel) => /inc-\d/.test(channel.name))).toBe(false);
  expect(practice.posts('incidents')).toEqual([]);
});

test('words of the trade in an ordinary message are an ordinary message', async () => {
  const { id } = await practice.declare('Checkout is slow');
  await practice.post(practice.ana, id, 'the handoff of the Incident Commander went fine, see the action');
  expect(await textsOf('message')).toEqual([
    'the handoff of the Incident Commander went fine, see the action',
  ]);
  expect(await textsOf('handoff')).toEqual([]);
  expect((await practice.incident()).lead).toBeNull();
});

test('an ended incident stays ended: a second resolve says so, and its duration stands', async () => {
  const { id } = await practice.declare('Checkout is slow');
  await practice.later(30);
  await practice.say(practice.ana, id, 'resolve');
  const { endedAt } = await practice.incident();
  await practice.later(90);
  expect(await practice.say(practice.ana, id, 'resolve')).toMatch(/already resolved/);
  expect((await practice.incident()).endedAt).toEqual(endedAt);
  expect(await practice.say(practice.ana, id, 'status')).toContain('30 min');
});

test('a title may hold what titles hold: signs, links, apostrophes', async () => {
  const title = 'API p99 > 5s & rising, see https://grafana.example/d/1, don’t restart "db-1"';
  await practice.declare(title);
  expect((await practice.incident()).title).toBe(title);
  const card = practice.posts(practice.incidentChannel().id)[0]?.text ?? '';
  expect(card).toContain('p99 &gt; 5s &amp; rising');
  expect(card).not.toContain('&#39;');
});

test('a person is understood in the form in which Slack sends mentions, of an enterprise too', async () => {
  const { id } = await practice.declare('Checkout is slow');
  const { slack } = practice.world;
  const gina = slack.addUser({ name: 'gina', id: 'W012A3CDE' }).id;
  slack.as(practice.ana).command(id, '/incident', `lead <@${gina}|gina>`, { raw: true });
  await practice.world.settle();
  expect((await practice.incident()).lead).toBe(gina);
  slack.as(practice.ana).command(id, '/incident', `handoff <@${practice.ben}|ben>`, { raw: true });
  await practice.world.settle();
  expect((await practice.incident()).handoffTo).toBe(practice.ben);
});

test('evidence outlives its message: the words are in the record, not only a link', async () => {
  const { id } = await practice.declare('Checkout is slow');
  const ts = await practice.post(practice.ana, id, 'the index is corrupt');
  practice.world.slack.as(practice.ana).delete(id, ts);
  await practice.world.settle();
  const [entry] = (await practice.entries()).filter(({ kind }) => kind === 'message');
  expect(entry).toMatchObject({ text: 'the index is corrupt', withdrawn: true });
});

test('the lead of the incident and its timeline are in the draft', async () => {
  const { id } = await practice.declare('Checkout is slow');
  await practice.say(practice.ana, id, 'lead me');
  await practice.say(practice.ana, id, 'note failed over to db-2');
  await practice.say(practice.ana, id, 'resolve');
  expect(draft()).toMatch(/Ana/);
  expect(draft()).toContain('failed over to db-2');
});

test('every command that a message tells people to use exists', async () => {
  const { id } = await practice.declare('Checkout is slow');
  for (const command of ['', 'help', 'help note', 'xyzzy', 'note', 'edit', 'close', 'task fix it', 'tasks']) {
    await practice.say(practice.ana, id, command);
  }
  await practice.say(practice.ana, id, 'resolve');
  for (const command of ['', 'resolve', 'answer', 'close', 'close cancel', 'undo', 'timeline'])
    await practice.say(practice.ana, id, command);

  const said = practice.world.slack
    .channels()
    .flatMap((channel) => channel.messages)
    .filter((message) => message.by.kind === 'tested-app')
    .map((message) => message.text)
    .join('\n');
  const verbs = [...said.matchAll(/`\/incident ([a-z-]+)/g)].map((match) => match[1] ?? '');
  expect(verbs.length).toBeGreaterThan(10);
  expect(verbs.filter((verb) => subcommandNamed(verb) === null)).toEqual([]);
});

test('two messages of one stamp in two channels are two: unpinning one leaves the other pinned', async () => {
  const one = (await practice.declare('Checkout is slow')).id;
  await practice.say(practice.ana, 'ops', 'declare Search is slow');
  const other = practice.incidentChannel(2).id;
  const { slack } = practice.world;
  await practice.later(1);
  const first = slack.as(practice.ana).post(one, 'here');
  const second = slack.as(practice.ana).post(other, 'there');
  expect(second).toBe(first);
  slack.as(practice.ana).pin(one, first);
  slack.as(practice.ana).pin(other, second);
  await practice.world.settle();
  slack.as(practice.ana).unpin(other, second);
  await practice.world.settle();

  expect(await practice.say(practice.ana, one, 'timeline key')).toContain('here');
  expect(await practice.say(practice.ana, other, 'timeline key')).not.toContain('there');
});

test('a draft has no sentence to be filled in later: what is missing is a question', async () => {
  const { id } = await practice.declare('Checkout is slow');
  await practice.say(practice.ana, id, 'resolve');
  expect(draft()).not.toMatch(
    /\b(?:TBD|TODO|lorem|placeholder|to be (?:completed|filled|determined)|N\/A)\b/i,
  );
  expect(draft()).toContain('**Q1**');
});

test('a draft follows what is said after it was made', async () => {
  const { id } = await practice.declare('Checkout is slow');
  await practice.say(practice.ana, id, 'resolve');
  await practice.say(practice.ana, id, 'cause the index was corrupt');
  await practice.later(15);
  expect(draft()).toContain('the index was corrupt');
});

test('a follow-up can be ticked off where it is listed', async () => {
  const { id } = await practice.declare('Checkout is slow');
  await practice.say(practice.ana, id, 'task alert on lag');
  await practice.say(practice.ana, id, 'tasks');
  await practice.press(practice.ana, id, 'Done');
  expect(await practice.say(practice.ana, id, 'tasks')).not.toContain('alert on lag');
});

test('the channel stays after resolve: nobody is thrown out of it', async () => {
  const { id } = await practice.declare('Checkout is slow');
  await practice.say(practice.ana, id, 'resolve');
  await practice.later(48 * 60);
  expect(practice.world.slack.channel(id).isArchived).toBe(false);
});

test('asking for the postmortem does not resolve the incident', async () => {
  const { id } = await practice.declare('Checkout is slow');
  await practice.say(practice.ana, id, 'postmortem');
  expect((await practice.incident()).status).toBe('investigating');
});

test('a pin by somebody we know nothing of is recorded', async () => {
  const { id } = await practice.declare('Checkout is slow');
  const { slack } = practice.world;
  slack.fault({ method: 'users.info', fault: { kind: 'refused', error: 'user_not_found' }, times: 50 });
  const ts = await practice.post(practice.ana, id, 'cpu is at 100%');
  slack.as(practice.ana).invite(id, practice.eve);
  slack.as(practice.eve).pin(id, ts);
  await practice.world.settle();
  expect(await practice.say(practice.ana, id, 'timeline key')).toContain('cpu is at 100%');
});

import { NINE, type Practice, startPractice } from './practice.js';

let practice: Practice;
beforeEach(async () => {
  practice = await startPractice();
});
afterEach(() => practice.stop());

const texts = async () =>
  (await practice.entries())
    .filter((entry) => !entry.withdrawn)
    .map((entry) => `${entry.kind}: ${entry.text}`);

test('a declaration opens the channel, invites its author, sets the topic, pins one card and announces it once', async () => {
  const channel = await practice.declare('Checkout is slow sev 2');

  expect(channel.name).toBe('inc-1-checkout-is-slow');
  expect(channel.members).toContain(practice.ana);
  expect(channel.topic).toMatch(/SEV2.*Checkout is slow/);
  expect(channel.pins).toHaveLength(1);
  expect(practice.posts(channel.id)).toHaveLength(1);
  expect(practice.posts('incidents')).toHaveLength(1);
});

test('card and announcement are edited in place, however often things change', async () => {
  const { id } = await practice.declare('Checkout is slow');
  for (const text of [
    'severity 1',
    'lead me',
    'role comms @ben',
    'status identified bad index',
    'status mitigated',
  ]) {
    await practice.say(practice.ana, id, text);
  }

  expect(practice.posts(id)).toHaveLength(1);
  expect(practice.posts(id)[0]?.text).toMatch(/SEV1 · Mitigated[\s\S]*@Ana[\s\S]*comms @Ben/);
  expect(practice.posts('incidents')).toHaveLength(1);
  expect(practice.posts('incidents')[0]?.text).toMatch(/SEV1 · Mitigated/);
  expect(practice.incidentChannel().topic).toMatch(/SEV1.*Mitigated.*Ana/);
});

test('an update is public in the channel and in the thread of the announcement', async () => {
  const { id } = await practice.declare('Checkout is slow');
  await practice.say(practice.ana, id, 'update we roll back');

  expect(practice.posts(id).at(-1)?.text).toContain('we roll back');
  const [announcement, update] = practice.posts('incidents');
  expect(update?.text).toContain('we roll back');
  expect(update?.threadTs).toBe(announcement?.ts);
});

test('messages, threads, edits, deletions, pins and reactions become the record, each once', async () => {
  const { id } = await practice.declare('Checkout is slow');
  const { slack } = practice.world;
  const first = await practice.post(practice.ana, id, 'db cpu is at 10%');
  const reply = await practice.post(practice.ana, id, 'replica too', first);
  const wrong = await practice.post(practice.ana, id, 'wrong channel, sorry');
  slack.as(practice.ana).edit(id, first, 'db cpu is at 100%');
  slack.as(practice.ana).delete(id, wrong);
  slack.as(practice.ana).pin(id, reply);
  slack.as(practice.ana).react(id, first, 'dart');
  slack.asBot('Grafana').post(id, '', {
    attachments: [{ title: 'p95 9s', text: 'checkout-service', fields: [{ title: 'env', value: 'prod' }] }],
  });
  await practice.world.settle();

  expect(await texts()).toEqual([
    'declared: Checkout is slow',
    'joined: ',
    'message: db cpu is at 100%',
    'message: replica too',
    'alert: p95 9s\ncheckout-service\nenv: prod',
  ]);
  const [edited, pinned] = (await practice.entries()).filter((entry) => entry.kind === 'message');
  expect(edited?.revisions.map((revision) => revision.text)).toEqual([
    'db cpu is at 10%',
    'db cpu is at 100%',
  ]);
  expect(edited?.marks).toEqual([expect.objectContaining({ sign: 'dart', on: true, by: practice.ana })]);
  expect(pinned?.origin).toMatchObject({ kind: 'message', threadTs: first });
  expect(pinned?.marks).toEqual([expect.objectContaining({ sign: 'pin', on: true })]);

  slack.as(practice.ana).unpin(id, reply);
  slack.as(practice.ana).unreact(id, first, 'dart');
  await practice.world.settle();
  const marks = (await practice.entries()).flatMap((entry) => entry.marks);
  expect(marks.filter((mark) => mark.on && mark.sign !== 'pin:all')).toEqual([]);
});

test('a file is kept by name, type and link, never by content', async () => {
  const { id } = await practice.declare('Checkout is slow');
  practice.world.slack
    .as(practice.ana)
    .post(id, 'the graph', { files: [{ name: 'graph.png', content: 'PIXELS' }] });
  await practice.world.settle();

  const entry = (await practice.entries()).find((candidate) => candidate.files.length > 0);
  expect(entry?.files).toEqual([{ name: 'graph.png', type: 'png', link: expect.stringContaining('http') }]);
  expect(JSON.stringify(entry)).not.toContain('PIXELS');
});

test('a backdated note stands where it happened, in the zone of its author', async () => {
  const { id } = await practice.declare('Checkout is slow');
  const answer = await practice.say(practice.ana, id, 'note 9:40 failed over to the replica');

  // 9:40 in Berlin is 8:40 UTC.
  expect(answer).toMatch(/<!date\^1773304800\^/);
  const note = (await practice.entries()).find((entry) => entry.kind === 'note');
  expect(note).toMatchObject({
    text: 'failed over to the replica',
    backdated: true,
    occurredAt: new Date('2026-03-12T08:40:00Z'),
  });
});

test('what was said shortly before, where it was declared, is in the record; what was said long before is not', async () => {
  const { slack } = practice.world;
  slack.asBot('Grafana').post('ops', 'old news');
  await practice.later(45);
  slack.asBot('Grafana').post('ops', 'error rate 30%');
  const said = await practice.post(practice.ben, 'ops', 'is checkout down?');
  await practice.later(2);
  await practice.declare('Checkout is down');

  expect(await texts()).toEqual(
    expect.arrayContaining(['alert: error rate 30%', 'message: is checkout down?']),
  );
  expect(await texts()).not.toContain('alert: old news');

  slack.as(practice.ben).edit('ops', said, 'is checkout down for everybody?');
  await practice.world.settle();
  expect(await texts()).toContain('message: is checkout down for everybody?');
});

test('a private incident is told nowhere outside its channel', async () => {
  await practice.declare('Payroll leak private');
  const channel = practice.incidentChannel();

  expect(channel.kind).toBe('private');
  expect(practice.posts('incidents')).toEqual([]);
  expect(await practice.say(practice.ben, 'ops', 'list')).not.toMatch(/Payroll|INC-1/);
  expect(await practice.say(practice.ana, 'ops', 'list')).toMatch(/Payroll/);
});

test('what was said in a private channel is not carried into a public incident', async () => {
  const { slack } = practice.world;
  slack.addChannel({ name: 'board', isPrivate: true, members: [practice.ana], hasApp: true });
  await practice.post(practice.ana, 'board', 'the deal is off');
  await practice.declare('Site is down', 'board');

  expect((await texts()).join('\n')).not.toContain('the deal is off');
});

test('a mistyped command comes back as a button that runs the right one', async () => {
  const { id } = await practice.declare('Checkout is slow');
  await practice.say(practice.ana, id, 'resovle all good');
  const { slack } = practice.world;
  const offer = practice
    .incidentChannel()
    .messages.findLast((message) => message.ephemeralTo === practice.ana);
  const button = offer?.blocks
    .flatMap((block) => ('elements' in block && Array.isArray(block.elements) ? block.elements : []))
    .find((element) => /resolve/.test(element.value));

  slack.as(practice.ana).click(id, offer?.ts ?? '', button?.action_id);
  await practice.world.settle();

  expect((await practice.incident()).status).toBe('resolved');
});

test('a mention in a thread is a command as well, and its answer stays in the thread', async () => {
  const { id } = await practice.declare('Checkout is slow');
  const { slack } = practice.world;
  const parent = await practice.post(practice.ana, id, 'look at the index');
  await practice.post(practice.ana, id, `<@${slack.app.botUser}> cause the new index on orders`, parent);

  expect(await texts()).toContain('cause: the new index on orders');
  const answer = practice
    .incidentChannel()
    .messages.findLast((message) => message.ephemeralTo === practice.ana);
  expect(answer).toMatchObject({ threadTs: parent, text: expect.stringContaining('Cause saved') });
});

test('resolve posts a draft; what is filled in afterwards makes one more, not one each', async () => {
  const { id } = await practice.declare('Checkout is slow sev 2');
  await practice.say(practice.ana, id, 'resolve index dropped');
  const drafts = () => practice.incidentChannel().files.map((file) => file.name);
  expect(drafts()).toEqual(['inc-1-postmortem-v1.md']);

  for (const text of [
    'impact 20% of orders failed',
    'cause the new index on orders',
    'fix dropped the index',
    'task review indexes @ben by 2026-04-01',
  ]) {
    await practice.later(2);
    await practice.say(practice.ana, id, text);
  }
  expect(drafts()).toHaveLength(1);
  await practice.later(15);

  expect(drafts()).toEqual(['inc-1-postmortem-v1.md', 'inc-1-postmortem-v2.md']);
  const cards = practice.posts(id).filter((post) => post.text.includes('Postmortem draft'));
  expect(cards).toHaveLength(1);
  expect(JSON.stringify(cards[0]?.blocks)).toContain('the new index on orders');
  const newest = practice.incidentChannel().files.at(-1)?.content ?? '';
  for (const said of [
    '20% of orders failed',
    'the new index on orders',
    'dropped the index',
    'review indexes',
    '@Ben',
    '2026-04-01',
  ]) {
    expect(newest).toContain(said);
  }
  await practice.later(60);
  expect(drafts()).toHaveLength(2);
});

test('postmortem makes the draft again at once', async () => {
  const { id } = await practice.declare('Checkout is slow');
  await practice.say(practice.ana, id, 'resolve');
  await practice.say(practice.ana, id, 'cause a full disk');
  await practice.say(practice.ana, id, 'postmortem');

  expect(practice.incidentChannel().files.at(-1)).toMatchObject({
    name: 'inc-1-postmortem-v2.md',
    content: expect.stringContaining('a full disk'),
  });
});

test('a deleted message leaves no trace in the next draft', async () => {
  const { id } = await practice.declare('Checkout is slow');
  const ts = await practice.post(practice.ana, id, 'root cause: the intern pulled the plug');
  practice.world.slack.as(practice.ana).pin(id, ts);
  await practice.say(practice.ana, id, 'resolve');
  expect(practice.incidentChannel().files.at(-1)?.content).toContain('pulled the plug');

  practice.world.slack.as(practice.ana).delete(id, ts);
  await practice.world.settle();
  await practice.later(15);

  expect(practice.incidentChannel().files.at(-1)?.content).not.toContain('pulled the plug');
});

test('reopen goes on in the same document, cancel says so', async () => {
  const { id } = await practice.declare('Checkout is slow');
  await practice.say(practice.ana, id, 'resolve fixed it');
  expect(await practice.say(practice.ana, id, 'resolve again')).toMatch(/already/i);
  await practice.say(practice.ana, id, 'reopen it is back');
  expect((await practice.incident()).status).toBe('investigating');
  await practice.later(30);
  await practice.say(practice.ana, id, 'cancel the graph was wrong');

  const incident = await practice.incident();
  expect(incident).toMatchObject({ status: 'cancelled', endedAt: new Date(NINE.getTime() + 30 * 60_000) });
  expect(practice.incidentChannel().files.at(-1)?.content).toMatch(/cancelled/);
  expect(practice.posts(id).filter((post) => post.text.includes('INC-1') && post.isPinned)).toHaveLength(1);
});

test('status, timeline, panel, list and help answer their author alone', async () => {
  const { id } = await practice.declare('Checkout is slow sev 2');
  await practice.say(practice.ana, id, 'note tried the replica');
  const before = practice.posts(id).length;

  expect(await practice.say(practice.ana, id, 'status')).toMatch(/SEV2/);
  expect(await practice.say(practice.ana, id, 'timeline')).toMatch(/tried the replica/);
  expect(await practice.say(practice.ana, id, '')).toMatch(/INC-1/);
  expect(await practice.say(practice.ben, 'ops', '')).toMatch(/INC-1/);
  expect(await practice.say(practice.ben, 'ops', 'help note')).toMatch(/10m ago/);
  expect(practice.posts(id)).toHaveLength(before);
});

test('two incidents at once keep their records apart', async () => {
  const first = await practice.declare('Checkout is slow');
  practice.world.slack.as(practice.ben).command('ops', '/incident', 'declare Mail is late');
  await practice.world.settle();
  const second = practice.incidentChannel(2);
  await practice.say(practice.ana, first.id, 'note about checkout');
  await practice.say(practice.ben, second.id, 'note about mail');

  expect((await texts()).filter((text) => text.startsWith('note'))).toEqual(['note: about checkout']);
});

test('a thank-you to the bot is a message, not a command', async () => {
  const { id } = await practice.declare('Checkout is slow');
  await practice.post(practice.ana, id, `thanks <@${practice.world.slack.app.botUser}>`);

  expect((await texts()).at(-1)).toMatch(/^message: thanks/);
  expect(practice.incidentChannel().messages.filter((message) => message.ephemeralTo)).toEqual([]);
});

test('a reaction on what the bot posted makes no entry', async () => {
  const { id } = await practice.declare('Checkout is slow');
  const before = await texts();
  practice.world.slack.as(practice.ana).react(id, practice.posts(id)[0]?.ts ?? '', 'tada');
  await practice.world.settle();

  expect(await texts()).toEqual(before);
});

test('what is said to the bot but is no command is in the record as what it is', async () => {
  const { id } = await practice.declare('Checkout is slow');
  await practice.post(
    practice.ana,
    id,
    `<@${practice.world.slack.app.botUser}> the failover is through, all good now`,
  );

  expect((await texts()).at(-1)).toMatch(/^message: .*the failover is through, all good now$/);
});

test('small talk after the end makes no new draft', async () => {
  const { id } = await practice.declare('Checkout is slow');
  await practice.say(practice.ana, id, 'resolve index dropped');
  await practice.post(practice.ana, id, 'thanks all');
  await practice.later(60);

  expect(practice.incidentChannel().files.map((file) => file.name)).toEqual(['inc-1-postmortem-v1.md']);
});

test('the bot itself takes no part: it cannot lead, be called or own a follow-up', async () => {
  const { id } = await practice.declare('Checkout is slow');
  const bot = `<@${practice.world.slack.app.botUser}>`;
  for (const command of [`lead ${bot}`, `handoff ${bot}`, `escalate ${bot} help`, `task watch it ${bot}`]) {
    expect(await practice.say(practice.ana, id, command)).toContain('Name a person');
  }
  expect((await practice.incident()).lead).toBeNull();
});

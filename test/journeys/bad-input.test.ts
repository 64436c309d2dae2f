import { type Rehearsal, startRehearsal } from '../../src/replay/rehearsal.js';
import { preparedDatabase, silentLog } from '../open-test-store.js';

const prepared = preparedDatabase === null ? {} : { preparedDatabase };
const START = new Date('2026-03-12T09:00:00Z');

let world: Rehearsal;
let ana: string;

beforeEach(async () => {
  world = await startRehearsal({
    mode: 'http',
    start: START,
    zone: 'UTC',
    log: silentLog,
    databaseUrl: 'memory:',
    announceChannel: 'incidents',
    ...prepared,
  });
  ana = world.slack.addUser({ name: 'ana' }).id;
  world.slack.addChannel({ name: 'ops', members: [ana], hasApp: true });
});
afterEach(() => world.stop());

/** What the bot said itself; Slack's own notices about it are left out. */
const botMessages = () =>
  world.slack
    .channels()
    .flatMap((channel) => channel.messages)
    .filter((message) => message.by.kind === 'tested-app' && message.subtype === null);
const incidentChannel = () => world.slack.channels().find((channel) => channel.name.startsWith('inc-'));

async function say(channel: string, text: string): Promise<string> {
  world.slack.as(ana).command(channel, '/incident', text);
  await world.settle();
  return botMessages().findLast((message) => message.ephemeralTo === ana)?.text ?? '';
}

test.each([
  ['without a signature', { signature: 'none' }],
  ['with a wrong signature', { signature: 'wrong' }],
  ['six minutes old', { signature: 'right', ageSeconds: 361 }],
] as const)('a request %s gets 401 and changes nothing', async (_, how) => {
  const body = new URLSearchParams({
    command: '/incident',
    text: 'declare forged',
    team_id: world.slack.team.id,
    channel_id: 'C1',
    user_id: ana,
    trigger_id: '1.2',
    response_url: 'http://127.0.0.1:9/x',
  }).toString();

  const answer = await world.slack.sendRaw({
    body,
    contentType: 'application/x-www-form-urlencoded',
    ...how,
  });
  await world.settle();

  expect(answer.status).toBe(401);
  expect(incidentChannel()).toBeUndefined();
});

test.each([
  ['JSON that breaks off', '{"type":"event_callback","event":{', 400],
  ['an event without its event', '{"type":"event_callback","team_id":"T1","event_id":"Ev1"}', 200],
  [
    'an event of an unknown type',
    '{"type":"event_callback","team_id":"T1","event_id":"Ev2","event":{"type":"moon_landing"}}',
    200,
  ],
  [
    'a message whose fields have the wrong types',
    '{"type":"event_callback","team_id":"T1","event_id":"Ev3","event":{"type":"message","channel":5,"ts":{},"text":[]}}',
    200,
  ],
  ['a body of an unknown type', '{"type":"something_new"}', 200],
  ['a list', '[1,2,3]', 200],
  [
    'a notice that Slack limits our events',
    '{"type":"app_rate_limited","team_id":"T1","minute_rate_limited":1518467820,"api_app_id":"A1"}',
    200,
  ],
])('%s gets a quick answer', async (_, body, status) => {
  const answer = await world.slack.sendRaw({ body });

  expect(answer.status).toBe(status);
  expect(await say('ops', 'help')).toContain('/incident');
});

test('an unknown command gets a suggestion, free text a way to keep it', async () => {
  expect(await say('ops', 'resovle')).toMatch(/resolve/);
  expect(await say('ops', 'checkout is broken since noon')).toMatch(/no command/);
  expect(JSON.stringify(botMessages().at(-1)?.blocks)).toContain(
    '"value":"declare checkout is broken since noon"',
  );
});

test('a title of markup, other scripts and emoji opens a channel, survives unchanged and pings nobody', async () => {
  const title = '<!channel> *x* & 日本語 🔥';
  world.slack.as(ana).command('ops', '/incident', `declare ${title}`, { raw: false });
  await world.settle();

  const channel = incidentChannel();
  expect(channel?.name).toMatch(/^inc-1[a-z0-9-]*$/);
  const card = channel?.messages.find((message) => message.isPinned);
  expect(JSON.stringify(card?.blocks)).toContain('日本語 🔥');
  const everything = botMessages()
    .map((message) => message.text + JSON.stringify(message.blocks))
    .join('\n');
  expect(everything).not.toMatch(/<!(channel|here|everyone|subteam)|<@[UW]/);
  expect(channel?.topic).toContain('日本語');
});

test('a note of 40,000 characters is kept whole and answered within Slack’s limits', async () => {
  await say('ops', 'declare Long texts');
  const channel = incidentChannel()?.id ?? '';
  const long = 'ein sehr langer Satz 🔥 '.repeat(1740).trim();

  const answer = await say(channel, `note ${long}`);

  expect(answer).toMatch(/^Noted in \*INC-1\*/);
  expect(answer.length).toBeLessThan(5000);
  const shown = await say(channel, 'timeline all');
  expect(shown.length).toBeGreaterThan(0);
});

test('a command elsewhere is refused with what to do next, and nothing is saved', async () => {
  expect(await say('ops', 'note lost?')).toMatch(/Nothing was saved.*declare/s);
});

test('an archived channel, a lost scope and a taken name end in a sentence, never in silence', async () => {
  world.slack.as(ana).createChannel('inc-1-disk-full');
  await say('ops', 'declare Disk full');
  const channel = incidentChannel();
  const opened = world.slack.channels().filter((other) => other.name.startsWith('inc-1-disk-full'));
  expect(opened.map((other) => other.name)).toEqual([
    'inc-1-disk-full',
    expect.stringMatching(/^inc-1-disk-full-2/),
  ]);
  expect(channel).toBeDefined();

  world.slack.fault({
    method: 'conversations.create',
    fault: { kind: 'refused', error: 'restricted_action' },
    times: 5,
  });
  expect(await say('ops', 'declare Nobody may open channels')).toMatch(
    /INC-2\* is saved[\s\S]*could not be opened/,
  );
});

test('slow limits and passing trouble of Slack delay, and double nothing', async () => {
  world.slack.fault({ method: 'chat.postMessage', fault: { kind: 'rate-limited', retryAfter: 7 }, times: 2 });
  world.slack.fault({ method: 'conversations.create', fault: { kind: 'server-error' } });
  world.slack.fault({ method: 'pins.add', fault: { kind: 'reset' } });
  await say('ops', 'declare Everything limps');
  await world.waitUntil(new Date(START.getTime() + 10 * 60_000));
  await world.settle();

  const channel = incidentChannel();
  expect(world.slack.channels().filter((other) => other.name.startsWith('inc-'))).toHaveLength(1);
  const cards = channel?.messages.filter(
    (message) => message.by.kind === 'tested-app' && message.subtype === null && !message.ephemeralTo,
  );
  expect(cards).toHaveLength(1);
  expect(cards?.[0]?.isPinned).toBe(true);
  const announced = world.slack
    .channel('incidents')
    .messages.filter((message) => message.by.kind === 'tested-app' && message.subtype === null);
  expect(announced).toHaveLength(1);
});

test('a pin that is refused for good leaves one card, however often it changes', async () => {
  world.slack.fault({ method: 'pins.add', fault: { kind: 'refused', error: 'too_many_pins' }, times: 99 });
  await say('ops', 'declare Pins are full');
  const channel = incidentChannel()?.id ?? '';
  for (const text of ['severity 2', 'status identified', 'status mitigated']) await say(channel, text);

  expect(
    botMessages().filter((message) => /^\*INC-1\*/.test(message.text) && !message.ephemeralTo),
  ).toHaveLength(2);
});

test('an unknown fate is remembered through failing looks: the post stands once', async () => {
  await say('ops', 'declare Answers get lost');
  const channel = incidentChannel()?.id ?? '';
  world.slack.fault({ method: 'chat.postMessage', fault: { kind: 'lost-answer' } });
  world.slack.fault({
    method: 'conversations.history',
    fault: { kind: 'rate-limited', retryAfter: 3 },
    times: 2,
  });
  await say(channel, 'update we are on it');
  await world.waitUntil(new Date(START.getTime() + 5 * 60_000));
  await world.settle();

  const updates = botMessages().filter(
    (message) => message.text.includes('we are on it') && !message.ephemeralTo,
  );
  expect(updates.filter((message) => !message.isReply && message.text.startsWith('*Update'))).toHaveLength(1);
});

test('a topic that cannot be set and a person who cannot be invited hold nothing up', async () => {
  for (const method of ['conversations.setTopic', 'conversations.invite', 'pins.add']) {
    world.slack.fault({ method, fault: { kind: 'server-error' }, times: 999 });
  }
  await say('ops', 'declare Everything else works');
  const channel = incidentChannel()?.id ?? '';
  await world.slack.as(ana).join(channel);
  await world.settle();
  await say(channel, 'resolve');

  const texts = botMessages()
    .filter((message) => !message.ephemeralTo)
    .map((message) => message.text);
  expect(texts.filter((text) => text.includes('Postmortem draft'))).toHaveLength(1);
  expect(texts.filter((text) => text.includes('Resolved')).length).toBeGreaterThan(0);
  expect(incidentChannel()?.files.map((file) => file.name)).toEqual(['inc-1-postmortem-v1.md']);
});

test('a title that begins with "private:" is meant so', async () => {
  await say('ops', 'declare private: keys leaked');

  expect(incidentChannel()).toMatchObject({ kind: 'private', name: 'inc-1-keys-leaked' });
  expect(
    botMessages().filter((message) => !message.ephemeralTo && message.text.includes('keys leaked')),
  ).toHaveLength(1);
});

import { openedForm } from '../../src/render/forms/form-view.js';
import { homeView } from '../../src/render/home/home-view.js';
import { readDelivery } from '../../src/slack/read-delivery.js';
import { anIncident } from '../builders.js';
import { ABSURD } from '../render/absurd.js';
import { sentOff } from './sent-off.js';

const NOW = new Date('2024-06-08T14:30:00Z');

const read = (body: unknown) => readDelivery(body, NOW);

const person = { id: 'U0MAYA', username: 'maya', name: 'maya', team_id: 'T1' };
const press = (about: object = {}, action: object = {}) => ({
  type: 'block_actions',
  team: { id: 'T1', domain: 'acme' },
  user: person,
  api_app_id: 'A1',
  container: { type: 'message', message_ts: '1717857003.000100', channel_id: 'C1', is_ephemeral: false },
  trigger_id: '1.2.abc',
  channel: { id: 'C1', name: 'inc-4' },
  response_url: 'https://hooks.slack.com/actions/1',
  actions: [
    {
      type: 'button',
      action_id: 'run-command:1',
      block_id: 'drawn:investigating/2/U0MAYA/open',
      text: { type: 'plain_text', text: 'Resolve' },
      value: 'resolve',
      action_ts: '1717857600.000200',
      ...action,
    },
  ],
  ...about,
});
const inView = {
  container: { type: 'view', view_id: 'V1' },
  channel: undefined,
  response_url: undefined,
  view: { id: 'V1', team_id: 'T1', app_installed_team_id: 'T1', type: 'home', callback_id: '' },
};

test('a button in a message is its command, with the ticket for a form and the state it was drawn for', () => {
  expect(read(press())).toEqual({
    kind: 'keep',
    received: {
      workspace: 'T1',
      key: 'action:U0MAYA:run-command:1:1717857600.000200',
      delivery: {
        kind: 'command',
        via: 'button',
        text: 'resolve',
        user: 'U0MAYA',
        channel: 'C1',
        threadTs: null,
        message: null,
        replyTo: {
          kind: 'response-url',
          url: 'https://hooks.slack.com/actions/1',
          channel: 'C1',
          user: 'U0MAYA',
        },
        masked: 0,
        trigger: '1.2.abc',
        drawnFor: 'investigating/2/U0MAYA/open',
      },
    },
  });
});

test('a button whose block is not ours to name carries no state', () => {
  expect(read(press({}, { block_id: 'Xk2' }))).toMatchObject({ received: { delivery: { drawnFor: null } } });
  expect(read(press({}, { block_id: 'drawn:' }))).toMatchObject({
    received: { delivery: { drawnFor: null } },
  });
});

test('a button in a thread is answered in the thread', () => {
  const container = { type: 'message', channel_id: 'C1', thread_ts: '1717850000.000100' };

  expect(read(press({ container, response_url: null }))).toMatchObject({
    received: {
      delivery: {
        threadTs: '1717850000.000100',
        replyTo: { kind: 'ephemeral', threadTs: '1717850000.000100' },
      },
    },
  });
});

test('a button in the App Home has no channel and is answered in a direct message', () => {
  expect(read(press(inView, { value: 'INC-4 join' }))).toMatchObject({
    kind: 'keep',
    received: {
      workspace: 'T1',
      delivery: {
        kind: 'command',
        text: 'INC-4 join',
        channel: null,
        replyTo: { kind: 'direct', user: 'U0MAYA' },
        trigger: '1.2.abc',
      },
    },
  });
});

test('what is chosen from a menu is a command too', () => {
  const menu = { value: undefined, type: 'overflow', selected_option: { value: 'timeline all' } };

  expect(read(press({}, menu))).toMatchObject({ received: { delivery: { text: 'timeline all' } } });
});

test('a page of the App Home is turned', () => {
  expect(read(press(inView, { action_id: 'home-page:3', value: '3' }))).toMatchObject({
    kind: 'keep',
    received: { workspace: 'T1', delivery: { kind: 'home', user: 'U0MAYA', page: 3 } },
  });
});

test.each([
  'home-page:0',
  'home-page:-1',
  'home-page:1e9',
  'home-page:',
  'home-page:999999',
  'somebody-elses',
])('an action %s is none of ours', (action_id) => {
  expect(read(press(inView, { action_id }))).toEqual({ kind: 'bolt' });
});

const opened = (event: object) => ({
  type: 'event_callback',
  team_id: 'T1',
  api_app_id: 'A1',
  event_id: 'Ev77',
  authorizations: [{ team_id: 'T1', user_id: 'U0BOT', is_bot: true }],
  event: { type: 'app_home_opened', user: 'U0MAYA', channel: 'D1', event_ts: '1717857600.1', ...event },
});

test('the App Home is drawn when it is opened, not when its messages are', () => {
  expect(read(opened({ tab: 'home' }))).toEqual({
    kind: 'keep',
    received: { workspace: 'T1', key: 'event:Ev77', delivery: { kind: 'home', user: 'U0MAYA', page: 1 } },
  });
  expect(read(opened({ tab: 'messages' }))).toMatchObject({ kind: 'none' });
  expect(read(opened({}))).toMatchObject({ kind: 'none' });
});

const shortcut = {
  type: 'shortcut',
  token: 'verification-token',
  team: { id: 'T1', domain: 'acme' },
  user: { id: 'U0MAYA', username: 'maya', team_id: 'T1' },
  callback_id: 'declare-incident',
  trigger_id: '1.2.abc',
  action_ts: '1717857600.000200',
};

test('the shortcut "Declare incident" is the command without words', () => {
  expect(read(shortcut)).toEqual({
    kind: 'keep',
    received: {
      workspace: 'T1',
      key: 'shortcut:1.2.abc',
      delivery: {
        kind: 'command',
        via: 'shortcut',
        text: 'declare',
        user: 'U0MAYA',
        channel: null,
        threadTs: null,
        message: null,
        replyTo: { kind: 'direct', user: 'U0MAYA' },
        masked: 0,
        trigger: '1.2.abc',
        drawnFor: null,
      },
    },
  });
});

const messageShortcut = (message: unknown, about: object = {}) => ({
  ...shortcut,
  type: 'message_action',
  callback_id: 'add-to-timeline',
  channel: { id: 'C1', name: 'inc-4' },
  message_ts: '1717857003.000100',
  response_url: 'https://hooks.slack.com/app/1',
  message,
  ...about,
});

test('"Add to timeline" brings the message: plain, masked, with its place', () => {
  const message = {
    type: 'message',
    user: 'U0CORA',
    ts: '1717857003.000100',
    text: '&lt;b&gt; <https://x.example|x.example> password: Surf-99-Leaky',
  };

  expect(read(messageShortcut(message))).toEqual({
    kind: 'keep',
    received: {
      workspace: 'T1',
      key: 'shortcut:1.2.abc',
      delivery: {
        kind: 'message-shortcut',
        user: 'U0MAYA',
        channel: 'C1',
        ts: '1717857003.000100',
        threadTs: null,
        text: expect.stringMatching(/^<b> x\.example password: \[masked\]$/),
        replyTo: {
          kind: 'response-url',
          url: 'https://hooks.slack.com/app/1',
          channel: 'C1',
          user: 'U0MAYA',
        },
        trigger: '1.2.abc',
      },
    },
  });
});

test.each([
  ['a thread reply', '1717850000.000100', '1717850000.000100'],
  ['the parent of a thread', '1717857003.000100', null],
])('"Add to timeline" on %s knows the thread', (_, thread_ts, expected) => {
  const message = { type: 'message', user: 'U0CORA', ts: '1717857003.000100', text: 'x', thread_ts };

  expect(read(messageShortcut(message))).toMatchObject({ received: { delivery: { threadTs: expected } } });
});

test('"Add to timeline" on an alert takes its blocks and attachments', () => {
  const message = {
    subtype: 'bot_message',
    bot_id: 'B1',
    ts: '1717857003.000100',
    text: '',
    attachments: [{ title: 'checkout', text: 'p95 is 9s' }],
  };

  expect(read(messageShortcut(message))).toMatchObject({
    received: { delivery: { text: expect.stringMatching(/checkout[\s\S]*p95 is 9s/) } },
  });
});

test('a form that was sent off is kept under the key of its view', () => {
  const body = sentOff(openedForm({ name: 'task', incident: anIncident() }), { text: 'x' });

  expect(read(body)).toMatchObject({
    kind: 'keep',
    received: { key: 'view:V1', delivery: { kind: 'form' } },
  });
});

test('a form that was closed leaves nothing behind', () => {
  expect(read({ type: 'view_closed', user: person, view: {}, is_cleared: false })).toMatchObject({
    kind: 'none',
  });
});

test('a slash command brings the ticket for a form, a mention has none', () => {
  const command = {
    command: '/incident',
    text: 'update',
    team_id: 'T1',
    channel_id: 'C1',
    user_id: 'U0MAYA',
    trigger_id: '1.2.abc',
    response_url: 'https://hooks.slack.com/commands/1',
  };
  const mention = opened({
    type: 'app_mention',
    channel: 'C1',
    ts: '1717857003.000100',
    text: '<@U0BOT> update',
  });

  expect(read(command)).toMatchObject({ received: { delivery: { trigger: '1.2.abc', drawnFor: null } } });
  expect(read(mention)).toMatchObject({ received: { delivery: { trigger: null, drawnFor: null } } });
});

test.each([
  ['a shortcut of another name', { ...shortcut, callback_id: 'x' }],
  ['a shortcut without a ticket', { ...shortcut, trigger_id: undefined }],
  ['a message shortcut of another name', messageShortcut({}, { callback_id: 'x' })],
  ['a message shortcut without a channel', messageShortcut({}, { channel: null })],
  ['a message shortcut with an impossible stamp', messageShortcut({}, { message_ts: 'never' })],
  ['a button without an action', press({ actions: [] })],
  ['a button without a value', press({}, { value: null })],
  ['a button without a person', press({ user: null })],
  ['a button of no workspace', press({ team: null })],
  ['a picker', press({}, { value: undefined, selected_user: 'U1' })],
  ['a suggestion', { type: 'block_suggestion', action_id: 'x', value: 'y' }],
])('%s is acknowledged and changes nothing', (_, body) => {
  expect(['bolt', 'none']).toContain(read(body).kind);
});

const JUNK: readonly unknown[] = [
  null,
  5,
  'x',
  [],
  {},
  { id: {} },
  [[]],
  'x'.repeat(100_000),
  Number.NaN,
  '\ud800',
];
const BODIES: readonly Readonly<Record<string, unknown>>[] = [
  press(),
  press(inView),
  shortcut,
  messageShortcut({ ts: '1.1', text: 'x' }),
  opened({ tab: 'home' }),
  sentOff(openedForm({ name: 'declare', title: 'x' })),
];

test.each(BODIES.map((body) => [String(body['type']), body] as const))(
  'a %s with junk in any of its fields never throws',
  (_, body) => {
    for (const key of Object.keys(body).filter((name) => name !== 'type')) {
      for (const junk of JUNK) {
        expect(() => read({ ...body, [key]: junk })).not.toThrow();
        const inner = body[key];
        if (typeof inner !== 'object' || inner === null) continue;
        for (const deep of Object.keys(inner)) {
          expect(() => read({ ...body, [key]: { ...inner, [deep]: junk } })).not.toThrow();
        }
      }
    }
  },
);

test.each(ABSURD.map((text) => [text.slice(0, 30), text]))('a message like %j never throws', (_, text) => {
  expect(read(messageShortcut({ ts: '1717857003.000100', user: 'U1', text })).kind).toBe('keep');
  expect(() => read(press({}, { value: text, block_id: text }))).not.toThrow();
});

test('every button of the App Home is one that we read', () => {
  const incident = anIncident({ number: 4, status: 'investigating', endedAt: null });
  const view = homeView({
    open: { items: [incident], total: 30 },
    tasks: { items: [], total: 0 },
    questions: [],
    postmortems: [],
    page: 2,
    user: incident.declaredBy,
    people: new Map(),
    today: '2024-06-08',
  });
  const pressed = [...JSON.stringify(view).matchAll(/"action_id":"([^"]+)"/g)].map(([, id]) =>
    read(press(inView, { action_id: id })),
  );

  expect(pressed.map(({ kind }) => kind)).toEqual(['keep', 'keep', 'keep', 'keep']);
});

import type { WebClient } from '@slack/web-api';
import type { StandIn } from '../../src/stand-in/start.js';
import { aBoltApp, aClient, aWorkspace } from './small-app.js';
import type { TestClock } from './test-clock.js';

let slack: StandIn;
let clock: TestClock;
let client: WebClient;
let ops: string;

beforeEach(async () => {
  ({ slack, clock } = await aWorkspace());
  client = aClient(slack);
  ops = slack.channel('ops').id;
});
afterEach(() => slack.close());

const eventOf = (type: string) =>
  slack.deliveries.findLast((delivery) => delivery.type === type)?.payload['event'];
const plain = (text: string) => ({ type: 'plain_text' as const, text });

describe('what people type', () => {
  it.each([
    ['a < b && c > d', 'a &lt; b &amp;&amp; c &gt; d'],
    ['<!channel> *x*', '&lt;!channel&gt; *x*'],
    ['@channel and @here', '<!channel> and <!here>'],
    ['see https://x.example/a?b=1&c=2, ok', 'see <https://x.example/a?b=1&amp;c=2>, ok'],
    ['mail a.b@x.example', 'mail <mailto:a.b@x.example|a.b@x.example>'],
    ['postgres://u:p@db.example/x', 'postgres://u:p@db.example/x'],
    ['in #nowhere', 'in #nowhere'],
    ['ask @nobody', 'ask @nobody'],
    ['障害 🔥 "quoted"', '障害 🔥 "quoted"'],
  ])('%s arrives as %s', (typed, delivered) => {
    slack.as('ana').post('ops', typed);

    expect(eventOf('message')).toMatchObject({ text: delivered });
  });

  it('keeps mentions that were picked, and names them in commands', () => {
    const ben = slack.as('ben').id;
    slack.as('ana').post('ops', `<@${ben}> look at #ops`);
    slack.as('ana').command('ops', '/incident', `lead <@${ben}> in #ops & <x>`);

    expect(eventOf('message')).toMatchObject({ text: `<@${ben}> look at <#${ops}>` });
    expect(slack.deliveries.at(-1)?.payload).toMatchObject({
      text: `lead <@${ben}|ben> in <#${ops}|ops> &amp; &lt;x&gt;`,
    });
  });

  it('is delivered as it is when it is raw', () => {
    slack.as('ana').post('ops', '<https://x.example|x> &amp;', { raw: true });

    expect(eventOf('message')).toMatchObject({ text: '<https://x.example|x> &amp;' });
    expect(eventOf('message')).not.toHaveProperty('blocks');
  });
});

describe('groups of people', () => {
  it('are called by their handle, as Slack writes it in messages and commands', () => {
    const { id } = slack.addGroup({ handle: 'oncall', members: ['ana'] });
    slack.as('ana').post('ops', 'ask @oncall or @offcall');
    slack.as('ana').command('ops', '/incident', 'escalate @oncall now');
    slack.as('ana').command('ops', '/incident', `escalate <!subteam^${id}>`);

    expect(eventOf('message')).toMatchObject({ text: `ask <!subteam^${id}|@oncall> or @offcall` });
    expect(slack.deliveries.slice(-2).map(({ payload }) => payload['text'])).toEqual([
      `escalate <!subteam^${id}|@oncall> now`,
      `escalate <!subteam^${id}|@oncall>`,
    ]);
  });
});

describe('forwarded messages', () => {
  it('travel as an attachment that names author and channel', () => {
    const ts = slack.as('ben').post('ops', 'Disk full');
    slack.addChannel({ name: 'inc-1', hasApp: true });

    slack.as('ana').share('ops', ts, 'inc-1', { text: 'see @ben' });

    expect(eventOf('message')).toMatchObject({
      user: slack.as('ana').id,
      text: `see <@${slack.as('ben').id}>`,
      attachments: [
        {
          is_share: true,
          is_msg_unfurl: true,
          author_id: slack.as('ben').id,
          channel_id: ops,
          text: 'Disk full',
          footer: 'Posted in #ops',
        },
      ],
    });
  });

  it('can be shared only from and to where one is', () => {
    const ts = slack.as('ben').post('ops', 'Disk full');
    const elsewhere = slack.addChannel({ name: 'x', members: ['ben'] }).id;

    expect(() => slack.as('ana').share('ops', ts, elsewhere)).toThrow();
  });
});

describe('direct messages of the app', () => {
  it('are seen and pressed by the person they are for', async () => {
    const ana = slack.as('ana');
    const blocks = [{ type: 'actions', elements: [{ type: 'button', action_id: 'ok', text: plain('OK') }] }];
    await client.chat.postMessage({ channel: ana.id, text: 'Your turn', blocks });

    const [message] = slack.directMessages('ana');
    ana.click(ana.directChannel(), message?.ts ?? '', 'ok');

    expect(message).toMatchObject({ text: 'Your turn', ephemeralTo: null });
    expect(slack.directMessages('ben')).toEqual([]);
    expect(slack.deliveries.at(-1)?.payload).toMatchObject({
      container: { type: 'message', channel_id: ana.directChannel() },
    });
  });
});

describe('message shortcuts', () => {
  it('on a reply say which thread it stands in', () => {
    const parent = slack.as('ben').post('ops', 'It is down');
    const reply = slack.as('ben').post('ops', 'Disk full', { threadTs: parent });

    slack.as('ana').messageShortcut('ops', reply, 'add-to-timeline');

    expect(slack.deliveries.at(-1)?.payload).toMatchObject({
      type: 'message_action',
      callback_id: 'add-to-timeline',
      channel: { id: ops },
      message_ts: reply,
      message: { text: 'Disk full', thread_ts: parent, user: slack.as('ben').id },
      trigger_id: expect.any(String),
      response_url: expect.stringContaining('http'),
    });
  });
});

describe('threads and deletions', () => {
  it('turns the parent of a thread into a tombstone', () => {
    const ana = slack.as('ana');
    const parent = ana.post('ops', 'wrong figure');
    ana.post('ops', 'really?', { threadTs: parent });

    ana.delete('ops', parent);

    expect(eventOf('message')).toMatchObject({
      subtype: 'message_changed',
      message: { subtype: 'tombstone', ts: parent, reply_count: 1 },
      previous_message: { text: 'wrong figure' },
    });
  });

  it('tells of other deletions by message_deleted', () => {
    const ts = slack.as('ana').post('ops', 'oops');

    slack.as('ana').delete('ops', ts);

    expect(eventOf('message')).toMatchObject({
      subtype: 'message_deleted',
      deleted_ts: ts,
      previous_message: { text: 'oops' },
    });
    expect(slack.channel('ops').messages).toEqual([]);
  });
});

describe('what Slack would not let them do', () => {
  it.each<[string, () => unknown]>([
    [
      'speak where they are not',
      () => slack.as('ana').post(slack.addChannel({ name: 'x', members: [] }).id, 'hi'),
    ],
    [
      'edit what others said',
      () => slack.as('ana').edit('ops', slack.as('ben').post('ops', 'mine'), 'yours'),
    ],
    [
      'join a private channel',
      () => slack.as('ana').join(slack.addChannel({ name: 'y', isPrivate: true, members: [] }).id),
    ],
    [
      'press a button that is not there',
      () => slack.as('ana').click('ops', slack.as('ben').post('ops', 'x'), 'lead'),
    ],
    ['submit a view that is not open', () => slack.as('ana').submitView({})],
  ])('they cannot %s', (_what, deed) => {
    expect(deed).toThrow();
  });
});

describe('triggers', () => {
  const view = { type: 'modal' as const, title: plain('T'), blocks: [] };

  it('work once', async () => {
    const { triggerId } = slack.as('ana').command('ops', '/incident', '');

    await client.views.open({ trigger_id: triggerId, view });

    const again = client.views.open({ trigger_id: triggerId, view });
    await expect(again).rejects.toMatchObject({ data: { error: 'exchanged_trigger_id' } });
  });

  it('expire after three seconds', async () => {
    const { triggerId } = slack.as('ana').command('ops', '/incident', '');
    clock.pass(3_001);

    const late = client.views.open({ trigger_id: triggerId, view });

    await expect(late).rejects.toMatchObject({ data: { error: 'expired_trigger_id' } });
  });
});

describe('response_url', () => {
  const send = async (url: string, body: object) =>
    (
      await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).status;

  it('takes five answers', async () => {
    const { responseUrl } = slack.as('ana').command('ops', '/incident', '');

    const statuses: number[] = [];
    for (const text of ['1', '2', '3', '4', '5', '6']) statuses.push(await send(responseUrl, { text }));

    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
    expect(slack.channel('ops').messages.every((message) => message.ephemeralTo === slack.as('ana').id)).toBe(
      true,
    );
  });

  it('ends after thirty minutes', async () => {
    const { responseUrl } = slack.as('ana').command('ops', '/incident', '');
    clock.pass(30 * 60_000 + 1);

    expect(await send(responseUrl, { text: 'late' })).toBe(404);
  });

  it('speaks to everyone when asked to', async () => {
    const { responseUrl } = slack.as('ana').command('ops', '/incident', '');

    await send(responseUrl, { text: 'hello all', response_type: 'in_channel' });

    expect(slack.channel('ops').messages).toMatchObject([{ text: 'hello all', ephemeralTo: null }]);
  });

  it('replaces and deletes the message of a button, also an ephemeral one', async () => {
    const ana = slack.as('ana');
    const blocks = [{ type: 'actions', elements: [{ type: 'button', action_id: 'ok', text: plain('OK') }] }];
    const { message_ts = '' } = await client.chat.postEphemeral({
      channel: ops,
      user: ana.id,
      text: 'Sure?',
      blocks,
    });
    ana.click('ops', message_ts, 'ok');
    const url = String(slack.deliveries.at(-1)?.payload['response_url']);

    await send(url, { text: 'Done', replace_original: true, response_type: 'in_channel' });
    const replaced = slack.channel('ops').messages;
    await send(url, { delete_original: true });

    expect(replaced).toMatchObject([{ text: 'Done', blocks: [], ephemeralTo: ana.id }]);
    expect(slack.channel('ops').messages).toEqual([]);
    expect(() => slack.as('ben').click('ops', message_ts, 'ok')).toThrow();
  });
});

describe.each(['http', 'socket'] as const)('modals by %s', (mode) => {
  it('open, show errors, change, stack and close', async () => {
    const field = (id: string) => ({
      type: 'input' as const,
      block_id: id,
      label: plain(id),
      element: { type: 'plain_text_input' as const, action_id: 'typed' },
    });
    const modal = (callback_id: string) => ({
      type: 'modal' as const,
      callback_id,
      title: plain(callback_id),
      submit: plain('Go'),
      notify_on_close: true,
      blocks: [field('title')],
    });
    const heard: string[] = [];
    const { stop } = await aBoltApp(slack, mode, (app) => {
      app.shortcut('new', async ({ ack, shortcut, client: web }) => {
        await ack();
        await web.views.open({ trigger_id: shortcut.trigger_id, view: modal('first') });
      });
      app.view('first', async ({ ack, view }) => {
        const title = view.state.values['title']?.['typed']?.value ?? '';
        heard.push(`first: ${title}`);
        if (title === 'bad') await ack({ response_action: 'errors', errors: { title: 'Not that one' } });
        else await ack({ response_action: 'push', view: modal('second') });
      });
      app.view('second', async ({ ack }) => {
        heard.push('second');
        await ack({ response_action: 'clear' });
      });
      app.view({ callback_id: 'second', type: 'view_closed' }, async ({ ack }) => {
        heard.push('second closed');
        await ack();
      });
    });
    const ana = slack.as('ana');
    const open = () => slack.views().filter((view) => view.isOpen);

    ana.shortcut('new');
    await slack.until(() => open().length === 1);
    expect(() => ana.submitView({})).toThrow('required');
    ana.submitView({ title: 'bad' });
    await slack.until(() => open()[0]?.errors['title'] === 'Not that one');
    ana.submitView({ title: 'Disk full' });
    await slack.until(() => open().length === 2);
    ana.closeView();
    await slack.settled();
    ana.submitView({ title: 'Disk full' });
    await slack.until(() => open().length === 2);
    ana.submitView({ title: 'more' });
    await slack.until(() => open().length === 0);
    await slack.settled();
    await stop();

    expect(heard).toEqual(['first: bad', 'first: Disk full', 'second closed', 'first: Disk full', 'second']);
  });
});

describe('membership', () => {
  it('is told to the app from its own joining on, and its leaving too', async () => {
    const room = slack.as('ana').createChannel('room');
    slack.as('ben').join('room');
    slack.as('ana').invite('room', slack.app.botUser);
    slack.as('chi').join('room');
    slack.as('ana').kick('room', slack.app.botUser);
    slack.as('ana').post('room', 'gone');

    const told = slack.deliveries.map(({ payload }) => payload['event']);

    expect(told).toMatchObject([
      { type: 'channel_created', channel: { id: room } },
      { type: 'message', subtype: 'channel_join', inviter: slack.as('ana').id },
      { type: 'member_joined_channel', user: slack.app.botUser },
      { type: 'message', subtype: 'channel_join' },
      { type: 'member_joined_channel', user: slack.as('chi').id, channel_type: 'C' },
      { type: 'message', subtype: 'channel_leave' },
      { type: 'channel_left', channel: room },
    ]);
  });

  it('is told only as far as the app subscribed', async () => {
    const { slack: other } = await aWorkspace({ app: { events: ['message.channels'] } });
    const ts = other.as('ana').post('ops', 'hello');
    other.as('ana').pin('ops', ts);
    await other.close();

    expect(other.deliveries.map((delivery) => delivery.type)).toEqual(['message']);
  });
});

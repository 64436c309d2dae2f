import type { WebClient } from '@slack/web-api';
import type { StandIn } from '../../src/stand-in/start.js';
import { aClient, aWorkspace } from './small-app.js';
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

const card = [{ type: 'section', block_id: 'c', text: { type: 'mrkdwn', text: '*Card*' } }];

describe('messages of the app', () => {
  it('lose their blocks by an update with text alone, and keep them by none', async () => {
    const { ts = '' } = await client.chat.postMessage({ channel: ops, text: 'Card', blocks: card });

    await client.chat.update({ channel: ops, ts, blocks: card });
    const withBlocks = slack.channel('ops').messages[0];
    await client.chat.update({ channel: ops, ts, text: 'Only text' });

    expect(withBlocks).toMatchObject({ text: 'Card', blocks: card });
    expect(slack.channel('ops').messages[0]).toMatchObject({ text: 'Only text', blocks: [] });
  });

  it('are cut at 40,000 characters', async () => {
    await client.chat.postMessage({ channel: ops, text: 'x'.repeat(40_001) });

    expect(slack.channel('ops').messages[0]?.text).toHaveLength(40_000);
  });

  it('give their metadata to who asks for it', async () => {
    const metadata = { event_type: 'debt', event_payload: { key: 'card:1' } };
    await client.chat.postMessage({ channel: ops, text: 'Card', metadata });

    const plain = await client.conversations.history({ channel: ops });
    const whole = await client.conversations.history({ channel: ops, include_all_metadata: true });

    expect(plain.messages?.[0]).not.toHaveProperty('metadata');
    expect(whole.messages?.[0]).toMatchObject({ metadata });
  });

  it('are seen by one person alone when they are ephemeral', async () => {
    const ana = slack.as('ana').id;
    await client.chat.postEphemeral({ channel: ops, user: ana, text: 'psst' });

    const history = await client.conversations.history({ channel: ops });

    expect(history.messages).toEqual([]);
    expect(slack.channel('ops').messages).toMatchObject([{ text: 'psst', ephemeralTo: ana }]);
    expect(slack.deliveries).toEqual([]);
  });
});

describe('history', () => {
  it('comes newest first, in pages, without replies that were not broadcast', async () => {
    const ana = slack.as('ana');
    const first = ana.post('ops', '1');
    ana.post('ops', 'reply', { threadTs: first });
    ana.post('ops', '2');
    ana.post('ops', 'for all', { threadTs: first, broadcast: true });
    ana.post('ops', '3');

    const one = await client.conversations.history({ channel: ops, limit: 3 });
    const two = await client.conversations.history({
      channel: ops,
      limit: 3,
      cursor: one.response_metadata?.next_cursor ?? '',
    });

    expect([one.has_more, two.has_more]).toEqual([true, false]);
    expect([...(one.messages ?? []), ...(two.messages ?? [])].map((message) => message.text)).toEqual([
      '3',
      'for all',
      '2',
      '1',
    ]);
    expect(two.messages?.[0]).toMatchObject({ ts: first, thread_ts: first, reply_count: 2 });
  });

  it('keeps to its bounds, which count only when inclusive', async () => {
    const ana = slack.as('ana');
    const [a, , c] = ['a', 'b', 'c'].map((text) => ana.post('ops', text));
    const bounds = { channel: ops, oldest: a ?? '', latest: c ?? '' };

    const between = await client.conversations.history(bounds);
    const all = await client.conversations.history({ ...bounds, inclusive: true });

    expect(between.messages?.map((message) => message.text)).toEqual(['b']);
    expect(all.messages?.map((message) => message.text)).toEqual(['c', 'b', 'a']);
  });

  it('gives a thread oldest first, its parent on every page', async () => {
    const ana = slack.as('ana');
    const parent = ana.post('ops', 'parent');
    for (const text of ['1', '2', '3']) ana.post('ops', text, { threadTs: parent });

    const one = await client.conversations.replies({ channel: ops, ts: parent, limit: 2 });
    const two = await client.conversations.replies({
      channel: ops,
      ts: parent,
      limit: 2,
      cursor: one.response_metadata?.next_cursor ?? '',
    });

    expect(one.messages?.map((message) => message.text)).toEqual(['parent', '1', '2']);
    expect(two.messages?.map((message) => message.text)).toEqual(['parent', '3']);
    expect(one.messages?.[1]).toMatchObject({ parent_user_id: ana.id });
  });
});

describe('pins', () => {
  it('are told with the messages of a history and of a thread, replies too', async () => {
    const [ana, ben] = [slack.as('ana'), slack.as('ben')];
    const parent = ana.post('ops', 'parent');
    const reply = ana.post('ops', 'reply', { threadTs: parent });
    ana.pin('ops', parent);
    ben.pin('ops', reply);

    const history = await client.conversations.history({ channel: ops });
    const replies = await client.conversations.replies({ channel: ops, ts: parent });

    const pinned = (pinned_by: string) => ({
      pinned_to: [ops],
      pinned_info: { channel: ops, pinned_by, pinned_ts: 1614826200 },
    });
    expect(history.messages).toMatchObject([pinned(ana.id)]);
    expect(replies.messages).toMatchObject([pinned(ana.id), pinned(ben.id)]);
  });
});

describe('every answer', () => {
  it('names the scopes of the token, and the time', async () => {
    const answer = await client.auth.test();
    const url = `${slack.apiUrl}api.test`;
    const now = (await fetch(url)).headers.get('date');
    slack.clockAhead(60_000);
    const ahead = (await fetch(url)).headers.get('date');

    expect(answer.response_metadata).toMatchObject({ scopes: slack.app.scopes });
    expect([now, ahead]).toEqual(['Thu, 04 Mar 2021 02:50:00 GMT', 'Thu, 04 Mar 2021 02:51:00 GMT']);
  });
});

describe('stamps and ids', () => {
  it('differ within one millisecond and grow in each channel', () => {
    const ana = slack.as('ana');

    const stamps = [ana.post('ops', '1'), ana.post('ops', '2'), ana.post('general', '1')];
    clock.pass(1_000);
    stamps.push(ana.post('ops', '3'));

    expect(stamps).toEqual([
      '1614826200.000000',
      '1614826200.000001',
      '1614826200.000000',
      '1614826201.000000',
    ]);
  });

  it('are the same in every run of the same script', async () => {
    const run = async () => {
      const { slack: other } = await aWorkspace();
      const ana = other.as('ana');
      const ts = ana.post('ops', 'hello');
      ana.pin('ops', ts);
      const { triggerId } = ana.command('ops', '/incident', 'status');
      await aClient(other).conversations.create({ name: 'inc-1' });
      await other.settled();
      await other.close();
      const told = other.deliveries.map(({ payload }) => JSON.stringify(payload).replaceAll(other.url, '/'));
      return { triggerId, told, channels: other.channels().map((channel) => channel.id) };
    };

    expect(await run()).toEqual(await run());
  });
});

describe('files', () => {
  it('are uploaded in three steps and seen after the last', async () => {
    const { upload_url = '', file_id = '' } = await client.files.getUploadURLExternal({
      filename: 'postmortem.md',
      length: 5,
    });
    const wrong = await fetch(upload_url, { method: 'POST', body: 'four' });
    const right = await fetch(upload_url, { method: 'POST', body: 'seven'.slice(0, 5) });
    const before = slack.channel('ops').files;
    await client.files.completeUploadExternal({ files: [{ id: file_id, title: 'Draft' }], channel_id: ops });

    expect([wrong.status, right.status, before]).toEqual([400, 200, []]);
    expect(slack.channel('ops').files).toEqual([
      { id: file_id, name: 'postmortem.md', title: 'Draft', content: 'seven' },
    ]);
    const { file } = await client.files.info({ file: file_id });
    const headers = { authorization: `Bearer ${slack.app.botToken}` };
    expect(await (await fetch(file?.url_private ?? '', { headers })).text()).toBe('seven');
    expect((await fetch(file?.url_private ?? '')).status).toBe(403);
  });
});

describe('deleted files', () => {
  it('leave a tombstone in their message, and are the business of who uploaded them', async () => {
    const ts = slack.as('ana').post('ops', 'log', { files: [{ name: 'app.log', content: 'x' }] });
    const [theirs] = slack.channel('ops').files;
    await client.filesUploadV2({ channel_id: ops, filename: 'draft.md', file: Buffer.from('x') });
    const ours = slack.channel('ops').files.find((file) => file.name === 'draft.md')?.id ?? '';

    await client.files.delete({ file: ours });
    const forbidden = client.files.delete({ file: theirs?.id ?? '' });

    await expect(forbidden).rejects.toMatchObject({ data: { error: 'cant_delete_file' } });
    await expect(client.files.info({ file: ours })).rejects.toMatchObject({
      data: { error: 'file_deleted' },
    });
    const { messages } = await client.conversations.history({ channel: ops });
    expect(messages).toMatchObject([{ files: [{ id: ours, mode: 'tombstone' }] }, { ts }]);
    expect(slack.channel('ops').files.map((file) => file.name)).toEqual(['app.log']);
  });
});

describe('people', () => {
  it('have a zone whose offset is that of the day', async () => {
    const winter = await client.users.info({ user: slack.as('ben').id });
    clock.pass(90 * 24 * 3600 * 1000);
    const summer = await client.users.info({ user: slack.as('ben').id });

    expect([winter.user?.tz, winter.user?.tz_offset, summer.user?.tz_offset]).toEqual([
      'America/New_York',
      -5 * 3600,
      -4 * 3600,
    ]);
  });
});

describe('what goes wrong when it is told to', () => {
  const post = (text: string) => client.chat.postMessage({ channel: ops, text });

  it('answers 429 with the seconds to wait, and does nothing', async () => {
    slack.fault({ method: 'chat.postMessage', fault: { kind: 'rate-limited', retryAfter: 7 } });

    await expect(post('one')).rejects.toMatchObject({ retryAfter: 7 });
    await post('two');

    expect(slack.channel('ops').messages.map((message) => message.text)).toEqual(['two']);
  });

  it('answers 500, and does nothing', async () => {
    slack.fault({ method: '*', fault: { kind: 'server-error' } });

    await expect(post('one')).rejects.toMatchObject({ statusCode: 500 });

    expect(slack.channel('ops').messages).toEqual([]);
  });

  it.each([
    ['reset', []],
    ['lost-answer', ['one']],
  ] as const)('ends the connection by %s, with %j done', async (kind, done) => {
    slack.fault({ method: 'chat.postMessage', fault: { kind } });

    await expect(post('one')).rejects.toMatchObject({ code: 'slack_webapi_request_error' });

    expect(slack.channel('ops').messages.map((message) => message.text)).toEqual(done);
  });

  it('goes wrong only for the calls that were meant, as often as was said', async () => {
    const cancel = slack.fault({
      method: 'chat.postMessage',
      fault: { kind: 'refused', error: 'restricted_action' },
      times: 5,
      when: (args) => args['text'] === 'bad',
    });

    await post('good');
    await expect(post('bad')).rejects.toMatchObject({ data: { error: 'restricted_action' } });
    cancel();
    await post('bad');

    expect(slack.calls.map((call) => call.fault?.kind ?? 'none')).toEqual(['none', 'refused', 'none']);
  });
});

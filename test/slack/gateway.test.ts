import { channelId, groupId, messageTs, userId } from '../../src/core/ids.js';
import { slackGateway } from '../../src/slack/gateway.js';
import type { StandIn } from '../../src/stand-in/start.js';
import type { Answer, Slack } from '../../src/usecases/ports.js';
import { aClient, aWorkspace } from '../stand-in/small-app.js';
import type { TestClock } from '../stand-in/test-clock.js';

let slack: StandIn;
let clock: TestClock;
let gateway: Slack;

beforeEach(async () => {
  ({ slack, clock } = await aWorkspace());
  gateway = aGateway(slack, clock);
});
afterEach(() => slack.close());

function aGateway(workspace: StandIn, at: TestClock): Slack {
  const client = aClient(workspace);
  const self = () => ({ appId: workspace.app.id, botUser: workspace.app.botUser });
  return slackGateway(client, { clock: at, self, fetch, profiles: client });
}

async function valueIn<T>(answer: Promise<Answer<T>>): Promise<T> {
  const given = await answer;
  if (!given.ok) throw new Error(given.reason);
  return given.value;
}

const channel = (name: string) => channelId(slack.channel(name).id);
const ana = () => userId(slack.as('ana').id);
const home = { type: 'home', blocks: [{ type: 'divider' }] };
const modal = { type: 'modal', title: { type: 'plain_text', text: 'T' }, blocks: [{ type: 'divider' }] };
const DONE = { ok: true, value: null };

describe('one person', () => {
  test('is told by a direct message, also as the answer to a command', async () => {
    const told = await gateway.tell(ana(), { text: 'Your turn' });
    const replied = await gateway.reply({ kind: 'direct', user: ana() }, { text: 'Noted' });

    expect([told, replied]).toEqual([DONE, DONE]);
    expect(slack.directMessages('ana').map((message) => message.text)).toEqual(['Your turn', 'Noted']);
    expect(slack.calls.every((call) => call.method === 'chat.postMessage')).toBe(true);
  });

  test('who is limited does not hold up another', async () => {
    slack.fault({ method: 'chat.postMessage', fault: { kind: 'rate-limited', retryAfter: 9 } });

    const first = await gateway.tell(ana(), { text: 'a' });
    const again = await gateway.tell(ana(), { text: 'a' });
    const other = await gateway.tell(userId(slack.as('ben').id), { text: 'b' });

    expect([first, again]).toMatchObject([
      { verdict: 'later', retryAfter: 9 },
      { verdict: 'later', retryAfter: 9 },
    ]);
    expect(other).toEqual(DONE);
    expect(slack.calls).toHaveLength(2);
  });
});

describe('forms and the App Home', () => {
  test('open with a ticket that is no older than three seconds', async () => {
    const { triggerId } = slack.as('ana').command('ops', '/incident', 'declare');
    const late = slack.as('ana').command('ops', '/incident', 'declare').triggerId;

    const opened = await gateway.openView(triggerId, modal);
    clock.pass(3_001);

    expect(opened).toEqual(DONE);
    expect(slack.modal('ana')).toMatchObject({ kind: 'modal', isOpen: true });
    expect(await gateway.openView(late, modal)).toEqual({
      ok: false,
      verdict: 'never',
      reason: 'expired_trigger_id',
    });
  });

  test('are published for one person', async () => {
    expect(await gateway.publishHome(ana(), home)).toEqual(DONE);

    expect(slack.home('ana')?.view['blocks']).toMatchObject([{ type: 'divider' }]);
    expect(slack.home('ben')).toBeNull();
  });
});

describe('a channel', () => {
  test('is told by its kind, its name and whether we are in it', async () => {
    const secret = slack.addChannel({ name: 'secret', isPrivate: true, hasApp: true });
    slack.addChannel({ name: 'hidden', isPrivate: true });
    slack.as('ana').archive(secret.id);
    const direct = channelId(slack.as('ana').directChannel());

    expect(await valueIn(gateway.channelInfo(channel('general')))).toEqual({
      name: 'general',
      kind: 'public',
      isArchived: false,
      isMember: false,
    });
    expect(await valueIn(gateway.channelInfo(channelId(secret.id)))).toEqual({
      name: 'secret',
      kind: 'private',
      isArchived: true,
      isMember: true,
    });
    expect(await valueIn(gateway.channelInfo(direct))).toMatchObject({ kind: 'direct', isMember: true });
    expect(await gateway.channelInfo(channel('hidden'))).toMatchObject({
      verdict: 'never',
      reason: 'channel_not_found',
    });
  });

  test('that is a direct message is known for one without a scope for it', async () => {
    const { slack: other, clock: at } = await aWorkspace({ app: { scopes: ['channels:read'] } });
    const direct = channelId(other.as('ana').directChannel());
    const secret = channelId(other.addChannel({ name: 'secret', isPrivate: true, hasApp: true }).id);

    const answers = [
      await aGateway(other, at).channelInfo(direct),
      await aGateway(other, at).channelInfo(secret),
    ];
    await other.close();

    expect(answers).toMatchObject([
      { ok: true, value: { kind: 'direct' } },
      { ok: false, verdict: 'never', reason: 'missing_scope' },
    ]);
  });

  test('of ours is renamed, and archived as often as asked', async () => {
    const made = await valueIn(gateway.createChannel('inc-1-disk', false));

    expect(await gateway.renameChannel(made.id, 'inc-1-network')).toEqual({
      ok: true,
      value: { name: 'inc-1-network' },
    });
    expect([await gateway.archive(made.id), await gateway.archive(made.id)]).toEqual([DONE, DONE]);
    expect(slack.channel('inc-1-network').isArchived).toBe(true);
    expect(await gateway.renameChannel(channel('ops'), 'other')).toMatchObject({ verdict: 'never' });
  });

  test('names all its members, over many pages', async () => {
    const names = Array.from({ length: 1201 }, (_, index) => `p${index}`);
    for (const name of names) slack.addUser({ name });
    slack.addChannel({ name: 'crowd', hasApp: true, members: names });

    const members = await valueIn(gateway.members(channel('crowd')));

    expect(new Set(members).size).toBe(1202);
    expect(slack.calls).toHaveLength(2);
  });

  test('a group names its people', async () => {
    const group = slack.addGroup({ handle: 'oncall', members: ['ana', 'ben'] });

    expect(await valueIn(gateway.groupMembers(groupId(group.id)))).toEqual([
      slack.as('ana').id,
      slack.as('ben').id,
    ]);
    expect(await gateway.groupMembers(groupId('S404'))).toMatchObject({ reason: 'no_such_subteam' });
  });
});

describe('one message that we never heard', () => {
  test('in a thread comes with its thread, files, reactions and pin', async () => {
    const [a, ben] = [slack.as('ana'), slack.as('ben')];
    const parent = a.post('ops', 'It is down');
    const reply = ben.post('ops', 'Disk full', {
      threadTs: parent,
      files: [{ name: 'df.txt', content: '100%' }],
    });
    a.react('ops', reply, 'dart');
    ben.react('ops', reply, 'dart');
    ben.pin('ops', reply);

    const facts = await valueIn(gateway.message(channel('ops'), messageTs(reply)));

    const about = { channel: channel('ops'), ts: reply };
    expect(facts).toEqual([
      {
        kind: 'message-posted',
        ...about,
        message: {
          author: { kind: 'person', user: ben.id },
          text: 'Disk full',
          threadTs: parent,
          files: [{ name: 'df.txt', type: 'text', link: expect.stringContaining('df.txt') }],
          masked: 0,
        },
      },
      { kind: 'reaction-added', ...about, by: a.id, at: reply, emoji: 'dart' },
      { kind: 'reaction-added', ...about, by: ben.id, at: reply, emoji: 'dart' },
      { kind: 'pin-added', ...about, by: ben.id, at: '1614826200.000000', message: null },
    ]);
  });

  test('comes as of its last edit, and its bot by name', async () => {
    const ts = slack.as('ana').post('ops', 'Disk full');
    clock.pass(5_000);
    slack.as('ana').edit('ops', ts, 'Disk nearly full');
    const alert = slack.asBot('alertmanager').post('ops', '', { attachments: [{ title: 'FIRING' }] });

    const [edited] = await valueIn(gateway.message(channel('ops'), messageTs(ts)));
    const [alerted] = await valueIn(gateway.message(channel('ops'), messageTs(alert)));

    expect(edited).toMatchObject({
      kind: 'message-edited',
      at: '1614826205.999999',
      message: { text: 'Disk nearly full' },
    });
    expect(alerted).toMatchObject({
      message: { author: { kind: 'bot', name: 'alertmanager' }, text: 'FIRING' },
    });
  });

  test('is nothing when it is gone, or ours', async () => {
    const { ts } = await valueIn(
      gateway.post(channel('ops'), { text: 'Card' }, { key: 'card:1', threadTs: null }),
    );

    expect(await valueIn(gateway.message(channel('ops'), messageTs('1.000001')))).toEqual([]);
    expect(await valueIn(gateway.message(channel('ops'), ts))).toEqual([]);
  });
});

describe('what was said earlier', () => {
  const minutes = (from: number, to: number): [Date, Date] => {
    const start = new Date('2021-03-04T02:50:00Z').getTime();
    return [new Date(start + from * 60_000), new Date(start + to * 60_000)];
  };

  test('comes oldest first, with replies, reactions and pins, each message once', async () => {
    const [a, ben] = [slack.as('ana'), slack.as('ben')];
    const first = a.post('ops', 'one');
    a.post('ops', 'two', { threadTs: first });
    clock.pass(1_000);
    const third = ben.post('ops', 'three', { threadTs: first, broadcast: true });
    a.react('ops', third, 'eyes');
    a.pin('ops', third);

    const facts = await valueIn(gateway.history(channel('ops'), ...minutes(-1, 1)));

    expect(
      facts.map((fact) =>
        fact.kind === 'message-posted' ? fact.message.text : `${fact.kind} on ${fact.ts}`,
      ),
    ).toEqual(['one', 'two', 'three', `reaction-added on ${third}`, `pin-added on ${third}`]);
  });

  test('includes replies in threads that began earlier, and nothing else from before or after', async () => {
    const a = slack.as('ana');
    const old = a.post('ops', 'long ago');
    a.post('ops', 'an old reply', { threadTs: old });
    const quiet = a.post('ops', 'a quiet thread');
    a.post('ops', 'also old', { threadTs: quiet });
    clock.pass(60 * 60_000);
    a.post('ops', 'a new reply', { threadTs: old });
    a.post('ops', 'new');
    clock.pass(60 * 60_000);
    a.post('ops', 'too late', { threadTs: old });
    a.post('ops', 'later');

    const facts = await valueIn(gateway.history(channel('ops'), ...minutes(30, 90)));

    expect(facts.map((fact) => 'message' in fact && fact.message?.text)).toEqual(['a new reply', 'new']);
    expect(facts[0]).toMatchObject({ message: { threadTs: old } });
  });

  test('of a long thread comes whole', async () => {
    const a = slack.as('ana');
    const parent = a.post('ops', 'parent');
    for (let count = 0; count < 450; count++) a.post('ops', `reply ${count}`, { threadTs: parent });

    const facts = await valueIn(gateway.history(channel('ops'), ...minutes(-1, 1)));

    expect(facts).toHaveLength(451);
  });

  test('is read on from where Slack asked us to wait', async () => {
    const a = slack.as('ana');
    for (const text of ['a', 'b', 'c']) a.post('ops', `re ${text}`, { threadTs: a.post('ops', text) });
    const calls = () => slack.calls.filter((call) => call.method === 'conversations.replies').length;
    let count = 0;
    slack.fault({
      method: 'conversations.replies',
      fault: { kind: 'rate-limited', retryAfter: 30 },
      when: () => ++count === 3,
    });

    const first = await gateway.history(channel('ops'), ...minutes(-1, 1));
    clock.pass(30_000);
    const second = await valueIn(gateway.history(channel('ops'), ...minutes(-1, 1)));

    expect(first).toMatchObject({ verdict: 'later', retryAfter: 30 });
    expect(second).toHaveLength(6);
    expect(calls()).toBe(4);
    expect(slack.calls.filter((call) => call.method === 'conversations.history')).toHaveLength(2);
  });
});

describe('files of ours', () => {
  const upload = (threadTs: string | null, name: string) =>
    gateway.uploadFile(channel('ops'), threadTs === null ? null : messageTs(threadTs), {
      name,
      title: name,
      content: 'x',
    });

  test('are deleted in their thread by the beginning of their name, those of others are not', async () => {
    const a = slack.as('ana');
    const parent = a.post('ops', 'thread');
    await upload(parent, 'postmortem-inc-1-v1.md');
    await upload(parent, 'postmortem-inc-1-v2.md');
    await upload(parent, 'other.md');
    await upload(null, 'postmortem-inc-1-v3.md');
    a.post('ops', 'mine', { threadTs: parent, files: [{ name: 'postmortem-inc-1-mine.md', content: 'x' }] });

    const first = await gateway.deleteFiles(channel('ops'), messageTs(parent), 'postmortem-inc-1-');
    const again = await gateway.deleteFiles(channel('ops'), messageTs(parent), 'postmortem-inc-1-');

    expect([first, again]).toEqual([DONE, DONE]);
    expect(slack.channel('ops').files.map((file) => file.name)).toEqual([
      'other.md',
      'postmortem-inc-1-v3.md',
      'postmortem-inc-1-mine.md',
    ]);
    expect(slack.calls.filter((call) => call.method === 'files.delete')).toHaveLength(2);
  });

  test.each(['file_deleted', 'file_not_found'])(
    'that are gone already (%s) count as deleted',
    async (error) => {
      await upload(null, 'draft.md');
      slack.fault({ method: 'files.delete', fault: { kind: 'refused', error } });

      expect(await gateway.deleteFiles(channel('ops'), null, 'draft')).toEqual(DONE);
    },
  );

  test('of a thread that is gone are gone', async () => {
    expect(await gateway.deleteFiles(channel('ops'), messageTs('1.000001'), 'draft')).toEqual(DONE);
  });
});

describe('health', () => {
  test('names the scopes that were granted, and no skew where there is none', async () => {
    expect(await valueIn(gateway.health())).toEqual({ scopes: slack.app.scopes, clockAheadMs: 0 });
  });

  test.each([90_000, -90_000])('tells how far the clock of Slack is ahead: %i ms', async (ahead) => {
    slack.clockAhead(ahead);

    const { clockAheadMs } = await valueIn(gateway.health());

    expect(Math.abs(clockAheadMs - ahead)).toBeLessThanOrEqual(1000);
  });

  test('passes on that the token is refused', async () => {
    slack.fault({ method: 'auth.test', fault: { kind: 'refused', error: 'token_revoked' } });

    expect(await gateway.health()).toMatchObject({ verdict: 'later', reason: 'token_revoked' });
  });

  test.each([
    ['server-error', 'unknown'],
    ['reset', 'unknown'],
  ] as const)('%s is %s', async (kind, verdict) => {
    slack.fault({ method: 'api.test', fault: { kind } });

    expect(await gateway.health()).toMatchObject({ ok: false, verdict });
  });
});

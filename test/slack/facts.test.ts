import { incidentId } from '../../src/core/ids.js';
import { isMessageFact, observe } from '../../src/core/timeline/observe.js';
import { factFromEvent, factsFromHistory } from '../../src/slack/facts.js';
import type { StandIn } from '../../src/stand-in/start.js';
import { aClient, aWorkspace } from '../stand-in/small-app.js';

const SELF = { appId: 'A1', botUser: 'UBOT' };
const EVENT = { type: 'message', channel: 'C1', ts: '10.000001', event_ts: '10.000001', user: 'U1' };

describe('what Slack really tells of a workspace', () => {
  let slack: StandIn;
  let ops: string;
  beforeEach(async () => {
    ({ slack } = await aWorkspace());
    ops = slack.channel('ops').id;
  });
  afterEach(() => slack.close());

  const facts = () =>
    slack.deliveries.flatMap(({ payload }) => {
      const self = { appId: slack.app.id, botUser: slack.app.botUser };
      return factFromEvent(payload['event'], self) ?? [];
    });

  test('a reply that was also sent to the channel keeps its thread', () => {
    const ana = slack.as('ana');
    const parent = ana.post('ops', 'one');
    ana.post('ops', 'two', { threadTs: parent, broadcast: true });

    expect(facts()[1]).toMatchObject({
      kind: 'message-posted',
      message: { text: 'two', threadTs: parent },
    });
  });

  test('a /me message is what its author says', () => {
    slack.as('ana').post('ops', 'looks at the disk', { me: true });

    expect(facts()).toMatchObject([
      { message: { author: { kind: 'person', user: slack.as('ana').id }, text: 'looks at the disk' } },
    ]);
  });

  test('a forwarded message is told with its author, its channel and its files', () => {
    slack.addChannel({ name: 'inc-1', hasApp: true });
    const original = slack.as('ben').post('ops', 'Disk *full* & broken', {
      files: [{ name: 'df.txt', content: 'x' }],
    });
    slack.as('ana').share('ops', original, 'inc-1', { text: 'see' });
    slack.as('ana').share('ops', original, 'inc-1');

    expect(facts().slice(-2)).toMatchObject([
      { message: { text: 'see\nforwarded from ben in #ops: Disk *full* & broken' } },
      { message: { text: 'forwarded from ben in #ops: Disk *full* & broken' } },
    ]);
  });

  test('who changes the channel is told, with the new topic or name', () => {
    const ana = slack.as('ana');
    ana.setTopic('ops', 'SEV1 & rising, password: Surf-99-Leaky');
    ana.rename('ops', 'ops-two');
    ana.archive(ops);
    ana.unarchive(ops);

    const about = { kind: 'channel-changed', channel: ops, user: ana.id };
    expect(facts()).toMatchObject([
      { ...about, what: 'topic', text: expect.stringMatching(/^SEV1 & rising, password: \[?/) },
      { ...about, what: 'renamed', text: 'ops-two' },
      { ...about, what: 'archived', text: '' },
      { ...about, what: 'unarchived', text: '' },
    ]);
    expect(JSON.stringify(facts())).not.toContain('Surf-99');
  });

  test('who comes and goes is told once', () => {
    slack.addUser({ name: 'dov' });
    slack.as('dov').join('ops');
    slack.as('dov').leave('ops');

    expect(facts().map((fact) => fact.kind)).toEqual(['member-joined', 'member-left']);
  });

  test('nothing that we do ourselves comes back to us', async () => {
    const client = aClient(slack);
    const { channel } = await client.conversations.create({ name: 'inc-1' });
    const place = { channel: channel?.id ?? '' };
    const { ts = '' } = await client.chat.postMessage({ ...place, text: 'Card' });
    await client.chat.update({ ...place, ts, text: 'Card 2' });
    await client.chat.postMessage({ ...place, text: 'reply', thread_ts: ts, reply_broadcast: true });
    await client.pins.add({ ...place, timestamp: ts });
    await client.reactions.add({ ...place, timestamp: ts, name: 'eyes' });
    await client.conversations.setTopic({ ...place, topic: 'SEV1' });
    await client.conversations.rename({ ...place, name: 'inc-1-disk' });
    await client.filesUploadV2({ channel_id: place.channel, filename: 'draft.md', file: Buffer.from('x') });
    await client.pins.remove({ ...place, timestamp: ts });
    await client.chat.delete({ ...place, ts });
    await client.conversations.archive(place);

    expect(slack.deliveries.length).toBeGreaterThan(10);
    expect(facts()).toEqual([]);
  });

  test('reactions of people on our card are not recorded, nor is it pinned by anybody', async () => {
    const { ts = '' } = await aClient(slack).chat.postMessage({ channel: ops, text: 'Card' });
    slack.as('ana').react('ops', ts, 'eyes');
    slack.as('ana').pin('ops', ts);

    expect(facts()).toEqual([]);
  });
});

describe('a message as histories give it', () => {
  const history = (message: object) => factsFromHistory('C1', { ...EVENT, text: 'x', ...message }, SELF);

  test('has the reactions of people, not ours, and the pin of a person, not ours', () => {
    const reactions = [{ name: 'dart', users: ['U1', 'UBOT', 'U2'], count: 3 }];
    const pinned_info = { channel: 'C1', pinned_by: 'U2', pinned_ts: 12 };

    expect(history({ reactions, pinned_to: ['C1'], pinned_info }).slice(1)).toEqual([
      { kind: 'reaction-added', channel: 'C1', ts: EVENT.ts, by: 'U1', at: EVENT.ts, emoji: 'dart' },
      { kind: 'reaction-added', channel: 'C1', ts: EVENT.ts, by: 'U2', at: EVENT.ts, emoji: 'dart' },
      { kind: 'pin-added', channel: 'C1', ts: EVENT.ts, by: 'U2', at: '12.000000', message: null },
    ]);
    expect(history({ pinned_info: { ...pinned_info, pinned_by: 'UBOT' } })).toHaveLength(1);
    expect(history({ pinned_info: { ...pinned_info, channel: 'C2' } })).toHaveLength(1);
  });

  test('that was corrected within its own second is newer than its first telling', () => {
    const posted = factFromEvent({ ...EVENT, ts: '10.500000', event_ts: '10.500000', text: 'wrong' }, SELF);
    const [edited] = history({ ts: '10.500000', text: 'right', edited: { user: 'U1', ts: '10.000000' } });
    const about = { incident: incidentId('1'), recordedAt: new Date(20_000), beforeDeclaration: false };
    if (!posted || !isMessageFact(posted) || !edited) throw new Error('not read');

    expect(observe(observe(null, posted, about), edited, about).text).toBe('right');
    expect(observe(observe(null, edited, about), posted, about).text).toBe('right');
  });

  test.each([
    ['reactions that are no list', { reactions: 'eyes' }],
    ['a reaction without people', { reactions: [{ name: 'eyes', users: null }, null, 7] }],
    ['a pin of nobody', { pinned_info: { channel: 'C1', pinned_by: null, pinned_ts: 12 } }],
    ['a pin at no time', { pinned_info: { channel: 'C1', pinned_by: 'U2', pinned_ts: 1e300 } }],
  ])('with %s is read all the same', (_what, message) => {
    expect(history(message)).toHaveLength(1);
  });

  test('with thousands of reactions gives hundreds', () => {
    const users = Array.from({ length: 50_000 }, (_, index) => `U${index}`);

    expect(history({ reactions: [{ name: 'eyes', users }] }).length).toBeLessThan(500);
  });

  test.each(['channel_join', 'channel_topic', 'tombstone', 'huddle_thread'])(
    '%s is nothing said',
    (subtype) => {
      expect(history({ subtype })).toEqual([]);
    },
  );
});

describe('payloads that Slack would not send', () => {
  const nested = (depth: number): object =>
    depth === 0 ? { type: 'text', text: 'x' } : { type: 'rich_text_section', elements: [nested(depth - 1)] };
  const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

  test.each<[string, unknown]>([
    ['null', null],
    ['a text', 'message'],
    ['a list', [EVENT]],
    ['an unknown type', { type: 'moon_rising' }],
    ['a stamp that is none', { ...EVENT, ts: 'yesterday' }],
    ['no stamp', { ...EVENT, ts: undefined }],
    ['a text that is a number', { ...EVENT, text: 7 }],
    ['an edit of nothing', { ...EVENT, subtype: 'message_changed', message: null }],
    ['an edit of a number', { ...EVENT, subtype: 'message_changed', message: 7 }],
    ['a deletion at no time', { ...EVENT, subtype: 'message_deleted', deleted_ts: 'x' }],
    ['a topic by nobody', { ...EVENT, user: null, subtype: 'channel_topic', topic: 'x' }],
    ['a reaction at no time', reaction({ event_ts: 'soon' })],
    ['a reaction on a file', reaction({ item: { type: 'file', file: 'F1' } })],
    ['a reaction on no stamp', reaction({ item: { type: 'message', channel: 'C1', ts: 'x' } })],
    ['a pin on nothing', { type: 'pin_added', user: 'U1', channel_id: 'C1', item: null, event_ts: '1.1' }],
    ['a member of no channel', { type: 'member_joined_channel', user: 'U1', event_ts: '1.1' }],
    ['a member at no time', { type: 'member_joined_channel', user: 'U1', channel: 'C1', event_ts: 7 }],
  ])('%s is none of our business', (_what, event) => {
    expect(factFromEvent(event, SELF)).toBeNull();
  });

  test.each<[string, object]>([
    ['wrong edits, profiles and threads', { edited: 7, bot_profile: 'x', thread_ts: {}, username: [] }],
    ['lists that are none', { blocks: 'x', attachments: {}, files: 7 }],
    ['lists of nothing', { blocks: [null, 7, 'x', []], attachments: [null, 7], files: [null, 7] }],
    ['blocks within blocks', { text: '', blocks: [{ type: 'rich_text', elements: [nested(5_000)] }] }],
    ['a thousand blocks', { text: '', blocks: many(1_000, { type: 'section', text: 'x'.repeat(3_000) }) }],
    ['a thousand files', { files: many(1_000, { name: 'x' }) }],
    [
      'ten thousand fields',
      { bot_id: 'B1', attachments: [{ fields: many(10_000, { title: 'a', value: 'b' }) }] },
    ],
    ['a broken address', { files: [{ name: 'x', permalink: 'https://x.example/%ff%E0%A4%A' }] }],
    ['a topic that is a number', { subtype: 'channel_topic', topic: 7 }],
  ])('%s are read as far as they go', (_what, message) => {
    const fact = factFromEvent({ ...EVENT, text: 'said', ...message }, SELF);

    expect(fact).not.toBeNull();
    expect(JSON.stringify(fact).length).toBeLessThan(60_000);
  });
});

function reaction(more: object): object {
  const item = { type: 'message', channel: 'C1', ts: '1.000001' };
  return { type: 'reaction_added', user: 'U1', reaction: 'eyes', item, event_ts: '1.000002', ...more };
}

import type { WebClient } from '@slack/web-api';
import type { StandIn } from '../../src/stand-in/start.js';

/** What stands in the workspace when a refused call is made. */
export interface Scene {
  readonly slack: StandIn;
  readonly client: WebClient;
  /** `ops`, where the app is; `general`, where it is not; a private one of others; an archived one. */
  readonly ops: string;
  readonly general: string;
  readonly hidden: string;
  readonly archived: string;
  readonly ana: string;
  readonly bot: string;
  /** A message by ana and one by the app, both in `ops`; a reply of ana's. */
  readonly said: string;
  readonly own: string;
  readonly reply: string;
  readonly ownArchived: string;
}

export type Refused = readonly [
  method: string,
  error: string,
  why: string,
  args: (scene: Scene) => Record<string, unknown>,
];

const text = (length: number) => 'x'.repeat(length);
const plain = (words: string) => ({ type: 'plain_text', text: words });
const section = (words: string) => ({ type: 'section', text: { type: 'mrkdwn', text: words } });
const button = (more: object = {}) => ({ type: 'button', action_id: 'a', text: plain('Press'), ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const blocks =
  (...list: object[]) =>
  ({ ops }: Scene) => ({ channel: ops, text: 'x', blocks: list });
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const modal = (more: object = {}) => ({
  type: 'modal',
  title: plain('Title'),
  blocks: [section('x')],
  ...more,
});

export const refused: readonly Refused[] = [
  ['chat.postMessage', 'channel_not_found', 'no such channel', () => ({ channel: 'C404', text: 'x' })],
  [
    'chat.postMessage',
    'channel_not_found',
    'a private channel of others',
    (s) => ({ channel: s.hidden, text: 'x' }),
  ],
  [
    'chat.postMessage',
    'not_in_channel',
    'a public channel of others',
    (s) => ({ channel: s.general, text: 'x' }),
  ],
  ['chat.postMessage', 'is_archived', 'an archived channel', (s) => ({ channel: s.archived, text: 'x' })],
  ['chat.postMessage', 'no_text', 'nothing to say', (s) => ({ channel: s.ops })],
  [
    'chat.postMessage',
    'markdown_text_conflict',
    'two texts',
    (s) => ({ channel: s.ops, text: 'x', markdown_text: 'y' }),
  ],
  [
    'chat.postMessage',
    'invalid_blocks_format',
    'blocks that are no list',
    (s) => ({ channel: s.ops, text: 'x', blocks: 'no' }),
  ],
  [
    'chat.postMessage',
    'invalid_blocks',
    '51 blocks',
    (s) => blocks(...times(51, () => ({ type: 'divider' })))(s),
  ],
  ['chat.postMessage', 'invalid_blocks', 'an unknown block', blocks({ type: 'banner' })],
  ['chat.postMessage', 'invalid_blocks', 'an unknown key', blocks({ ...section('x'), colour: 'red' })],
  [
    'chat.postMessage',
    'invalid_blocks',
    'emoji in mrkdwn',
    blocks({ type: 'section', text: { type: 'mrkdwn', text: 'x', emoji: true } }),
  ],
  ['chat.postMessage', 'invalid_blocks', 'an empty section', blocks(section(''))],
  ['chat.postMessage', 'invalid_blocks', 'a section of 3001', blocks(section(text(3001)))],
  [
    'chat.postMessage',
    'invalid_blocks',
    'a field of 2001',
    blocks({ type: 'section', fields: [{ type: 'mrkdwn', text: text(2001) }] }),
  ],
  [
    'chat.postMessage',
    'invalid_blocks',
    'eleven fields',
    blocks({ type: 'section', fields: times(11, () => plain('x')) }),
  ],
  [
    'chat.postMessage',
    'invalid_blocks',
    'a header of 151',
    blocks({ type: 'header', text: plain(text(151)) }),
  ],
  [
    'chat.postMessage',
    'invalid_blocks',
    'a header in mrkdwn',
    blocks({ type: 'header', text: { type: 'mrkdwn', text: 'x' } }),
  ],
  [
    'chat.postMessage',
    'invalid_blocks',
    'eleven context elements',
    blocks({ type: 'context', elements: times(11, () => plain('x')) }),
  ],
  [
    'chat.postMessage',
    'invalid_blocks',
    '26 buttons',
    blocks(actions(...times(26, (i) => button({ action_id: `a${i}` })))),
  ],
  ['chat.postMessage', 'invalid_blocks', 'no button at all', blocks(actions())],
  [
    'chat.postMessage',
    'invalid_blocks',
    'a button text of 76',
    blocks(actions(button({ text: plain(text(76)) }))),
  ],
  [
    'chat.postMessage',
    'invalid_blocks',
    'a button value of 2001',
    blocks(actions(button({ value: text(2001) }))),
  ],
  [
    'chat.postMessage',
    'invalid_blocks',
    'an action_id of 256',
    blocks(actions(button({ action_id: text(256) }))),
  ],
  [
    'chat.postMessage',
    'invalid_blocks',
    'a block_id of 256',
    blocks({ ...section('x'), block_id: text(256) }),
  ],
  [
    'chat.postMessage',
    'invalid_blocks',
    'the same block_id twice',
    blocks({ ...section('x'), block_id: 'b' }, { ...section('y'), block_id: 'b' }),
  ],
  ['chat.postMessage', 'invalid_blocks', 'the same action_id twice', blocks(actions(button(), button()))],
  [
    'chat.postMessage',
    'invalid_blocks',
    'a text input among buttons',
    blocks(actions({ type: 'plain_text_input', action_id: 'x' })),
  ],
  [
    'chat.postMessage',
    'invalid_blocks',
    '101 options',
    blocks(
      actions({
        type: 'static_select',
        action_id: 's',
        options: times(101, (i) => ({ text: plain(`${i}`), value: `${i}` })),
      }),
    ),
  ],
  [
    'chat.postMessage',
    'invalid_blocks',
    'markdown of 12001',
    blocks({ type: 'markdown', text: text(12_001) }),
  ],
  ['chat.postMessage', 'invalid_blocks', 'an alert', blocks({ type: 'alert', text: plain('x') })],
  [
    'chat.postMessage',
    'msg_blocks_too_long',
    '13201 characters in all',
    blocks(...times(5, () => section(text(2641)))),
  ],
  [
    'chat.postMessage',
    'too_many_attachments',
    '101 attachments',
    (s) => ({ channel: s.ops, attachments: times(101, () => ({ text: 'x' })) }),
  ],
  [
    'chat.postMessage',
    'invalid_metadata_format',
    'metadata that is no JSON',
    (s) => ({ channel: s.ops, text: 'x', metadata: 'no' }),
  ],
  [
    'chat.postMessage',
    'invalid_metadata_schema',
    'metadata without a payload',
    (s) => ({ channel: s.ops, text: 'x', metadata: { event_type: 'a' } }),
  ],
  [
    'chat.postMessage',
    'cannot_reply_to_message',
    'no such thread',
    (s) => ({ channel: s.ops, text: 'x', thread_ts: '1.000000' }),
  ],
  [
    'chat.postMessage',
    'cannot_reply_to_message',
    'a reply to a reply',
    (s) => ({ channel: s.ops, text: 'x', thread_ts: s.reply }),
  ],
  ['chat.postMessage', 'invalid_arguments', 'no channel', () => ({ text: 'x' })],
  [
    'chat.update',
    'message_not_found',
    'no such message',
    (s) => ({ channel: s.ops, ts: '1.000000', text: 'x' }),
  ],
  [
    'chat.update',
    'cant_update_message',
    'a message of others',
    (s) => ({ channel: s.ops, ts: s.said, text: 'x' }),
  ],
  [
    'chat.update',
    'msg_too_long',
    '4001 characters',
    (s) => ({ channel: s.ops, ts: s.own, text: text(4001) }),
  ],
  ['chat.update', 'no_text', 'nothing to say', (s) => ({ channel: s.ops, ts: s.own, text: '' })],
  [
    'chat.update',
    'is_inactive',
    'an archived channel',
    (s) => ({ channel: s.archived, ts: s.ownArchived, text: 'x' }),
  ],
  ['chat.delete', 'message_not_found', 'no such message', (s) => ({ channel: s.ops, ts: '1.000000' })],
  ['chat.delete', 'cant_delete_message', 'a message of others', (s) => ({ channel: s.ops, ts: s.said })],
  [
    'chat.getPermalink',
    'message_not_found',
    'no such message',
    (s) => ({ channel: s.ops, message_ts: '1.000000' }),
  ],
  [
    'chat.postEphemeral',
    'user_not_in_channel',
    'to somebody elsewhere',
    (s) => ({ channel: s.ops, user: 'U404', text: 'x' }),
  ],
  [
    'chat.postEphemeral',
    'not_in_channel',
    'from outside',
    (s) => ({ channel: s.general, user: s.ana, text: 'x' }),
  ],
  ['conversations.create', 'invalid_name_required', 'no name', () => ({})],
  ['conversations.create', 'invalid_name_specials', 'capitals and blanks', () => ({ name: 'Bad Name' })],
  ['conversations.create', 'invalid_name_specials', 'another script', () => ({ name: '障害' })],
  ['conversations.create', 'invalid_name_punctuation', 'only hyphens', () => ({ name: '--' })],
  ['conversations.create', 'invalid_name_maxlength', '81 characters', () => ({ name: text(81) })],
  ['conversations.create', 'name_taken', 'a name in use', () => ({ name: 'general' })],
  ['conversations.rename', 'not_authorized', 'a channel of others', (s) => ({ channel: s.ops, name: 'new' })],
  ['conversations.invite', 'cant_invite_self', 'itself', (s) => ({ channel: s.ops, users: s.bot })],
  ['conversations.invite', 'already_in_channel', 'a member', (s) => ({ channel: s.ops, users: s.ana })],
  ['conversations.invite', 'user_not_found', 'nobody', (s) => ({ channel: s.ops, users: 'U404' })],
  ['conversations.invite', 'not_in_channel', 'from outside', (s) => ({ channel: s.general, users: s.ana })],
  [
    'conversations.invite',
    'is_archived',
    'into an archived channel',
    (s) => ({ channel: s.archived, users: s.ana }),
  ],
  ['conversations.kick', 'cant_kick_self', 'itself', (s) => ({ channel: s.ops, user: s.bot })],
  ['conversations.join', 'is_archived', 'an archived channel', (s) => ({ channel: s.archived })],
  ['conversations.join', 'channel_not_found', 'a private channel', (s) => ({ channel: s.hidden })],
  ['conversations.leave', 'channel_not_found', 'a private channel', (s) => ({ channel: s.hidden })],
  ['conversations.archive', 'already_archived', 'an archived channel', (s) => ({ channel: s.archived })],
  ['conversations.unarchive', 'not_archived', 'a living channel', (s) => ({ channel: s.ops })],
  ['conversations.setTopic', 'too_long', '251 characters', (s) => ({ channel: s.ops, topic: text(251) })],
  ['conversations.setTopic', 'not_in_channel', 'from outside', (s) => ({ channel: s.general, topic: 'x' })],
  [
    'conversations.setPurpose',
    'is_archived',
    'an archived channel',
    (s) => ({ channel: s.archived, purpose: 'x' }),
  ],
  ['conversations.info', 'channel_not_found', 'a private channel', (s) => ({ channel: s.hidden })],
  ['conversations.members', 'channel_not_found', 'a private channel', (s) => ({ channel: s.hidden })],
  ['conversations.list', 'invalid_types', 'an unknown type', () => ({ types: 'planets' })],
  ['conversations.list', 'invalid_cursor', 'an unknown cursor', () => ({ cursor: 'nowhere' })],
  ['conversations.open', 'users_list_not_supplied', 'nobody', () => ({})],
  ['conversations.history', 'not_in_channel', 'from outside', (s) => ({ channel: s.general })],
  ['conversations.history', 'channel_not_found', 'a private channel', (s) => ({ channel: s.hidden })],
  [
    'conversations.history',
    'invalid_ts_oldest',
    'no stamp',
    (s) => ({ channel: s.ops, oldest: 'yesterday' }),
  ],
  [
    'conversations.history',
    'invalid_cursor',
    'an unknown cursor',
    (s) => ({ channel: s.ops, cursor: 'nowhere' }),
  ],
  [
    'conversations.replies',
    'thread_not_found',
    'no such message',
    (s) => ({ channel: s.ops, ts: '1.000000' }),
  ],
  ['users.info', 'user_not_found', 'nobody', () => ({ user: 'U404' })],
  ['reactions.add', 'no_item_specified', 'to nothing', () => ({ name: 'eyes' })],
  [
    'reactions.add',
    'message_not_found',
    'no such message',
    (s) => ({ channel: s.ops, timestamp: '1.000000', name: 'eyes' }),
  ],
  ['reactions.add', 'bad_timestamp', 'no stamp', (s) => ({ channel: s.ops, timestamp: 'now', name: 'eyes' })],
  [
    'reactions.add',
    'invalid_name',
    'no emoji',
    (s) => ({ channel: s.ops, timestamp: s.said, name: 'e yes' }),
  ],
  [
    'reactions.remove',
    'no_reaction',
    'none there',
    (s) => ({ channel: s.ops, timestamp: s.said, name: 'eyes' }),
  ],
  ['pins.add', 'not_in_channel', 'from outside', (s) => ({ channel: s.general, timestamp: s.said })],
  ['pins.add', 'message_not_found', 'no such message', (s) => ({ channel: s.ops, timestamp: '1.000000' })],
  ['pins.remove', 'no_pin', 'none there', (s) => ({ channel: s.ops, timestamp: s.said })],
  [
    'bookmarks.add',
    'invalid_link',
    'no link',
    (s) => ({ channel_id: s.ops, title: 'x', type: 'link', link: 'nowhere' }),
  ],
  ['files.getUploadURLExternal', 'missing_argument', 'no name', () => ({ length: 3 })],
  [
    'files.completeUploadExternal',
    'file_not_found',
    'nothing uploaded',
    (s) => ({ files: [{ id: 'F404' }], channel_id: s.ops }),
  ],
  ['files.info', 'file_not_found', 'no such file', () => ({ file: 'F404' })],
  ['files.delete', 'file_not_found', 'no such file', () => ({ file: 'F404' })],
  ['usergroups.users.list', 'no_such_subteam', 'no such group', () => ({ usergroup: 'S404' })],
  ['views.open', 'invalid_trigger_id', 'no trigger', () => ({ trigger_id: '1.2.3', view: modal() })],
  [
    'views.open',
    'invalid_arguments',
    'a title of 25',
    () => ({ trigger_id: '1.2.3', view: modal({ title: plain(text(25)) }) }),
  ],
  [
    'views.open',
    'invalid_arguments',
    'metadata of 3001',
    () => ({ trigger_id: '1.2.3', view: modal({ private_metadata: text(3001) }) }),
  ],
  [
    'views.open',
    'invalid_arguments',
    '101 blocks',
    () => ({ trigger_id: '1.2.3', view: modal({ blocks: times(101, () => section('x')) }) }),
  ],
  [
    'views.open',
    'invalid_arguments',
    'an input without submit',
    () => ({
      trigger_id: '1.2.3',
      view: modal({
        blocks: [{ type: 'input', label: plain('x'), element: { type: 'plain_text_input', action_id: 'x' } }],
      }),
    }),
  ],
  [
    'views.open',
    'view_too_large',
    '250 kB',
    () => ({ trigger_id: '1.2.3', view: modal({ blocks: times(100, () => section(text(3000))) }) }),
  ],
  ['views.update', 'not_found', 'no such view', () => ({ view_id: 'V404', view: modal() })],
  [
    'views.publish',
    'hash_conflict',
    'an old hash',
    (s) => ({ user_id: s.ana, hash: 'old', view: { type: 'home', blocks: [section('x')] } }),
  ],
  ['team.info', 'team_not_found', 'another team', () => ({ team: 'T404' })],
  ['chat.dance', 'unknown_method', 'no such method', () => ({})],
];

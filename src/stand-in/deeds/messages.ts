import { channelType } from '../channel-shape.js';
import { findMessage, repliesTo } from '../lookups.js';
import { isReply, messageShape, shownUser, threadKeys } from '../message-shape.js';
import type { Author, Channel, Fields, Message, StoredFile, World } from '../world.js';

export interface Draft {
  readonly author: Author;
  readonly text: string;
  readonly subtype?: string;
  readonly blocks?: readonly Fields[];
  readonly attachments?: readonly Fields[];
  readonly files?: readonly StoredFile[];
  readonly metadata?: Fields | null;
  readonly threadTs?: string | null;
  readonly broadcast?: boolean;
  readonly ephemeralTo?: string;
  readonly extra?: Fields;
}

/** Puts a message into a channel and tells the app, unless only one person sees it. */
export function postMessage(
  world: World,
  channel: Channel,
  draft: Draft,
): { message: Message; event: string | null } {
  const subtype = draft.subtype ?? (draft.broadcast ? 'thread_broadcast' : null);
  const message: Message = {
    ts: world.stamps.next(channel.id),
    author: draft.author,
    subtype,
    text: draft.text,
    blocks: withBlockIds(world, draft.blocks ?? []),
    attachments: numbered(draft.attachments ?? []),
    files: draft.files ?? [],
    metadata: draft.metadata ?? null,
    threadTs: draft.threadTs ?? null,
    clientMsgId:
      draft.author.kind === 'person' && (subtype === null || subtype === 'thread_broadcast')
        ? world.ids.uuid('message')
        : null,
    edited: null,
    reactions: new Map(),
    ephemeralTo: draft.ephemeralTo ?? null,
    extra: draft.extra ?? {},
  };
  channel.messages.push(message);
  for (const file of message.files) {
    file.shares.push({ channel: channel.id, ts: message.ts, threadTs: message.threadTs });
  }
  world.notify({ kind: 'message-posted', channel: channel.id, ts: message.ts });
  if (message.ephemeralTo !== null) return { message, event: null };
  const event = world.deliverEvent(postedEvent(world, channel, message), channel);
  if (mentionsApp(world, message) && channel.kind !== 'im') {
    const { subtype: _, ...shape } = messageShape(world, message);
    world.deliverEvent({ ...shape, type: 'app_mention', channel: channel.id, event_ts: message.ts }, channel);
  }
  return { message, event };
}

function mentionsApp(world: World, message: Message): boolean {
  const said =
    message.subtype === null || ['thread_broadcast', 'file_share', 'bot_message'].includes(message.subtype);
  return said && message.author.kind !== 'tested-app' && message.text.includes(`<@${world.app.botUser}>`);
}

function postedEvent(world: World, channel: Channel, message: Message): Fields {
  const parent = message.threadTs ? findMessage(channel, message.threadTs) : null;
  const parentUser = parent && isReply(message) ? shownUser(world, parent) : null;
  return {
    ...messageShape(world, message),
    ...(parentUser && message.subtype === null && { parent_user_id: parentUser }),
    ...(parent &&
      message.subtype === 'thread_broadcast' && {
        root: { ...messageShape(world, parent), ...threadKeys(channel, parent) },
      }),
    channel: channel.id,
    channel_type: channelType(channel),
    event_ts: message.ts,
  };
}

export interface Rewrite {
  readonly text: string;
  readonly blocks: readonly Fields[];
  readonly attachments: readonly Fields[];
  readonly metadata?: Fields | null;
  /** Who edited it; null when Slack shows no "(edited)", as for messages of apps with blocks. */
  readonly editedBy: string | null;
}

/** Gives a message another content and tells the app by `message_changed`. */
export function rewriteMessage(
  world: World,
  channel: Channel,
  message: Message,
  rewrite: Rewrite,
): string | null {
  const before = { ...messageShape(world, message), ...threadKeys(channel, message) };
  const ts = world.stamps.next(channel.id);
  message.text = rewrite.text;
  message.blocks = withBlockIds(world, rewrite.blocks);
  message.attachments = numbered(rewrite.attachments);
  if (rewrite.metadata !== undefined) message.metadata = rewrite.metadata;
  // Slack cuts the stamp of an edit to whole seconds.
  if (rewrite.editedBy) message.edited = { user: rewrite.editedBy, ts: `${ts.split('.')[0]}.000000` };
  world.notify({ kind: 'message-edited', channel: channel.id, ts: message.ts });
  return tellChange(
    world,
    channel,
    ts,
    { ...messageShape(world, message), ...threadKeys(channel, message) },
    before,
  );
}

/**
 * Takes a message away. A parent whose thread has replies is not deleted: it becomes a tombstone, and the
 * app hears of it by `message_changed` with a message of subtype `tombstone`.
 */
export function deleteMessage(world: World, channel: Channel, message: Message): string | null {
  const ts = world.stamps.next(channel.id);
  const before = { ...messageShape(world, message), ...threadKeys(channel, message) };
  removePin(channel, message);
  world.notify({ kind: 'message-deleted', channel: channel.id, ts: message.ts });
  if (message.ephemeralTo !== null) {
    channel.messages.splice(channel.messages.indexOf(message), 1);
    return null;
  }
  if (!isReply(message) && repliesTo(channel, message.ts).length > 0) {
    bury(message);
    const after = { ...buriedShape(message), ...threadKeys(channel, message) };
    return tellChange(world, channel, ts, after, before);
  }
  channel.messages.splice(channel.messages.indexOf(message), 1);
  return world.deliverEvent(
    {
      type: 'message',
      subtype: 'message_deleted',
      channel: channel.id,
      channel_type: channelType(channel),
      hidden: true,
      deleted_ts: message.ts,
      previous_message: before,
      ts,
      event_ts: ts,
    },
    channel,
  );
}

function bury(message: Message): void {
  message.subtype = 'tombstone';
  message.text = 'This message was deleted.';
  message.blocks = [];
  message.attachments = [];
  message.metadata = null;
  message.reactions.clear();
}

const buriedShape = (message: Message): Fields => ({
  type: 'message',
  subtype: 'tombstone',
  text: message.text,
  user: 'USLACKBOT',
  hidden: true,
  ts: message.ts,
});

function removePin(channel: Channel, message: Message): void {
  const index = channel.pins.findIndex((pin) => pin.ts === message.ts);
  if (index >= 0) channel.pins.splice(index, 1);
}

function tellChange(
  world: World,
  channel: Channel,
  ts: string,
  after: Fields,
  before: Fields,
): string | null {
  return world.deliverEvent(
    {
      type: 'message',
      subtype: 'message_changed',
      channel: channel.id,
      channel_type: channelType(channel),
      hidden: true,
      message: after,
      previous_message: before,
      ts,
      event_ts: ts,
    },
    channel,
  );
}

/** Slack gives an id to every block that came without one. */
function withBlockIds(world: World, blocks: readonly Fields[]): readonly Fields[] {
  return blocks.map((block) =>
    typeof block['block_id'] === 'string' && block['block_id'] !== ''
      ? block
      : { ...block, block_id: world.ids.next('b').slice(-6) },
  );
}

const numbered = (attachments: readonly Fields[]): readonly Fields[] =>
  attachments.map((attachment, index) => ({ id: index + 1, ...attachment }));

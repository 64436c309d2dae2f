import { epochSeconds } from './clock.js';
import { fileShape } from './file-shape.js';
import { repliesTo } from './lookups.js';
import type { Channel, Fields, Message, World } from './world.js';

/** Who wrote it, in Slack's keys. */
function authorKeys(world: World, message: Message): Fields {
  const { author } = message;
  switch (author.kind) {
    case 'person':
      return {
        user: author.user,
        ...(message.clientMsgId && { client_msg_id: message.clientMsgId, team: world.team.id }),
      };
    case 'tested-app':
      if (message.subtype !== null && message.subtype !== 'thread_broadcast')
        return { user: world.app.botUser };
      return {
        user: world.app.botUser,
        bot_id: world.app.botId,
        app_id: world.app.id,
        team: world.team.id,
        bot_profile: botProfile(world),
      };
    case 'other-app':
      return { bot_id: author.botId, username: author.name };
  }
}

function botProfile(world: World): Fields {
  const icon = (size: number) => `https://a.slack-edge.com/80588/img/plugins/app/bot_${size}.png`;
  return {
    id: world.app.botId,
    app_id: world.app.id,
    name: world.app.name,
    deleted: false,
    updated: 0,
    team_id: world.team.id,
    icons: { image_36: icon(36), image_48: icon(48), image_72: icon(72) },
  };
}

/** The message alone, as it stands in events and answers alike. */
export function messageShape(world: World, message: Message): Fields {
  return {
    type: 'message',
    ...(message.subtype && { subtype: message.subtype }),
    ...authorKeys(world, message),
    text: message.text,
    ts: message.ts,
    ...(message.threadTs && { thread_ts: message.threadTs }),
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(message.attachments.length > 0 && { attachments: message.attachments }),
    ...(message.files.length > 0 && {
      files: message.files.map((file) => fileShape(world, file)),
      upload: false,
      display_as_bot: false,
    }),
    ...(message.edited && { edited: message.edited }),
    ...message.extra,
  };
}

/** With its thread and reactions, as `conversations.history` and `replies` show it. */
export function historyShape(
  world: World,
  channel: Channel,
  message: Message,
  withMetadata: boolean,
): Fields {
  const { client_msg_id: _, ...shape } = messageShape(world, message);
  return {
    ...shape,
    ...threadKeys(channel, message),
    ...(isReply(message) && { parent_user_id: parentUser(world, channel, message) }),
    ...(message.reactions.size > 0 && { reactions: reactionShapes(message) }),
    ...pinKeys(channel, message),
    ...(withMetadata && message.metadata && { metadata: message.metadata }),
  };
}

/** Who pinned it and when, in whole seconds. */
function pinKeys(channel: Channel, message: Message): Fields {
  const pin = channel.pins.find((candidate) => candidate.ts === message.ts);
  if (!pin) return {};
  const pinned_ts = epochSeconds(pin.at);
  return {
    pinned_to: [channel.id],
    pinned_info: { channel: channel.id, pinned_by: pin.by, pinned_ts },
  };
}

export const isReply = (message: Message): boolean =>
  message.threadTs !== null && message.threadTs !== message.ts;

/** What a parent knows of its thread; nothing for a message without one. */
export function threadKeys(channel: Channel, message: Message): Fields {
  const replies = isReply(message) ? [] : repliesTo(channel, message.ts);
  const last = replies.at(-1);
  if (!last) return {};
  const users = [...new Set(replies.map((reply) => authorId(reply)))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    latest_reply: last.ts,
    reply_users: users,
    is_locked: false,
    subscribed: false,
  };
}

function authorId(message: Message): string {
  const { author } = message;
  if (author.kind === 'person') return author.user;
  return author.kind === 'other-app' ? author.botId : 'app';
}

function parentUser(world: World, channel: Channel, reply: Message): string {
  const parent = channel.messages.find((message) => message.ts === reply.threadTs);
  if (parent?.author.kind === 'person') return parent.author.user;
  return parent?.author.kind === 'tested-app' ? world.app.botUser : '';
}

export function reactionShapes(message: Message): readonly Fields[] {
  return [...message.reactions].map(([name, users]) => ({ name, users: [...users], count: users.length }));
}

/** The user id under which Slack shows the message, or null for other apps. */
export function shownUser(world: World, message: Message): string | null {
  if (message.author.kind === 'person') return message.author.user;
  return message.author.kind === 'tested-app' ? world.app.botUser : null;
}

export function permalink(world: World, channel: Channel, message: Message): string {
  const base = `https://${world.team.domain}.slack.com/archives/${channel.id}/p${message.ts.replace('.', '')}`;
  return isReply(message) ? `${base}?thread_ts=${message.threadTs}&cid=${channel.id}` : base;
}

/** A pin as `pins.list` and the pin events show it. */
export function pinShape(world: World, channel: Channel, message: Message): Fields {
  const pin = channel.pins.find((candidate) => candidate.ts === message.ts);
  const { client_msg_id: _, blocks: __, edited: ___, ...shape } = messageShape(world, message);
  return {
    type: 'message',
    channel: channel.id,
    created: epochSeconds(pin?.at ?? world.clock.now()),
    created_by: pin?.by ?? world.app.botUser,
    message: {
      ...shape,
      ...(pin && { pinned_to: [channel.id] }),
      permalink: permalink(world, channel, message),
    },
  };
}

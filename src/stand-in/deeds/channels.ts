import { channelShape, membershipLetter } from '../channel-shape.js';
import { epochSeconds } from '../clock.js';
import type { Author, Channel, Fields, World } from '../world.js';
import { postMessage } from './messages.js';

/** The author of a system message about what a user did. */
function actor(world: World, user: string): Author {
  return user === world.app.botUser ? { kind: 'tested-app' } : { kind: 'person', user };
}

export function createChannel(
  world: World,
  asked: { readonly name: string; readonly isPrivate: boolean; readonly creator: string },
): Channel {
  const at = world.clock.now();
  const nothing = { value: '', by: '', at };
  const channel: Channel = {
    id: world.ids.next('C'),
    kind: asked.isPrivate ? 'private' : 'public',
    name: asked.name,
    creator: asked.creator,
    createdAt: at,
    members: new Set(),
    previousNames: [],
    topic: nothing,
    purpose: nothing,
    isArchived: false,
    messages: [],
    pins: [],
    bookmarks: [],
  };
  world.channels.set(channel.id, channel);
  world.notify({ kind: 'channel-created', channel: channel.id });
  if (channel.kind === 'public') {
    const event_ts = world.stamps.next(channel.id);
    world.deliverEvent({ type: 'channel_created', channel: channelShape(world, channel), event_ts }, null);
  }
  return channel;
}

export function openDirectChannel(world: World, user: string): Channel {
  const at = world.clock.now();
  const nothing = { value: '', by: '', at };
  const channel: Channel = {
    id: world.ids.next('D'),
    kind: 'im',
    name: 'directmessage',
    creator: user,
    createdAt: at,
    members: new Set([user, world.app.botUser]),
    previousNames: [],
    topic: nothing,
    purpose: nothing,
    isArchived: false,
    messages: [],
    pins: [],
    bookmarks: [],
  };
  world.channels.set(channel.id, channel);
  world.notify({ kind: 'channel-created', channel: channel.id });
  return channel;
}

export function joinChannel(
  world: World,
  channel: Channel,
  user: string,
  inviter: string | null,
): string | null {
  channel.members.add(user);
  world.notify({ kind: 'member-joined', channel: channel.id, user });
  const { message } = say(world, channel, user, 'channel_join', `<@${user}> has joined the channel`, {
    ...(inviter && { inviter }),
  });
  return world.deliverEvent(
    {
      type: 'member_joined_channel',
      user,
      channel: channel.id,
      channel_type: membershipLetter(channel),
      team: world.team.id,
      ...(inviter && { inviter }),
      event_ts: message.ts,
    },
    channel,
  );
}

/** The tested app hears of its own leaving by `channel_left`, as it is no member any more. */
export function leaveChannel(world: World, channel: Channel, user: string, by: string): string | null {
  const { message } = say(world, channel, user, 'channel_leave', `<@${user}> has left the channel`, {});
  channel.members.delete(user);
  world.notify({ kind: 'member-left', channel: channel.id, user });
  if (user === world.app.botUser) {
    const type = channel.kind === 'private' ? 'group_left' : 'channel_left';
    return world.deliverEvent({ type, channel: channel.id, actor_id: by, event_ts: message.ts }, null);
  }
  return world.deliverEvent(
    {
      type: 'member_left_channel',
      user,
      channel: channel.id,
      channel_type: membershipLetter(channel),
      team: world.team.id,
      event_ts: message.ts,
    },
    channel,
  );
}

export function setTopic(world: World, channel: Channel, user: string, value: string): string | null {
  channel.topic = { value, by: user, at: world.clock.now() };
  world.notify({ kind: 'channel-changed', channel: channel.id });
  const text =
    value === '' ? `<@${user}> cleared the channel topic` : `<@${user}> set the channel topic: ${value}`;
  return say(world, channel, user, 'channel_topic', text, { topic: value }).event;
}

export function setPurpose(world: World, channel: Channel, user: string, value: string): string | null {
  channel.purpose = { value, by: user, at: world.clock.now() };
  world.notify({ kind: 'channel-changed', channel: channel.id });
  const text =
    value === ''
      ? `<@${user}> cleared the channel description`
      : `<@${user}> set the channel description: ${value}`;
  return say(world, channel, user, 'channel_purpose', text, { purpose: value }).event;
}

export function renameChannel(world: World, channel: Channel, user: string, name: string): string | null {
  const old_name = channel.name;
  channel.previousNames.unshift(old_name);
  channel.name = name;
  world.notify({ kind: 'channel-changed', channel: channel.id });
  const text = `<@${user}> has renamed the channel from "${old_name}" to "${name}"`;
  const { message } = say(world, channel, user, 'channel_name', text, { old_name, name });
  return world.deliverEvent(
    {
      type: channel.kind === 'private' ? 'group_rename' : 'channel_rename',
      channel: {
        id: channel.id,
        is_channel: channel.kind === 'public',
        is_mpim: false,
        name,
        name_normalized: name,
        created: epochSeconds(channel.createdAt),
      },
      event_ts: message.ts,
    },
    channel,
  );
}

export function archiveChannel(world: World, channel: Channel, user: string): string | null {
  const { message } = say(world, channel, user, 'channel_archive', `<@${user}> archived the channel`, {});
  channel.isArchived = true;
  world.notify({ kind: 'channel-changed', channel: channel.id });
  const type = channel.kind === 'private' ? 'group_archive' : 'channel_archive';
  return world.deliverEvent({ type, channel: channel.id, user, is_moved: 0, event_ts: message.ts }, channel);
}

export function unarchiveChannel(world: World, channel: Channel, user: string): string | null {
  channel.isArchived = false;
  world.notify({ kind: 'channel-changed', channel: channel.id });
  const { message } = say(
    world,
    channel,
    user,
    'channel_unarchive',
    `<@${user}> un-archived the channel`,
    {},
  );
  const type = channel.kind === 'private' ? 'group_unarchive' : 'channel_unarchive';
  const by = channel.kind === 'private' ? {} : { user };
  return world.deliverEvent({ type, channel: channel.id, ...by, event_ts: message.ts }, channel);
}

function say(world: World, channel: Channel, user: string, subtype: string, text: string, extra: Fields) {
  return postMessage(world, channel, { author: actor(world, user), subtype, text, extra });
}

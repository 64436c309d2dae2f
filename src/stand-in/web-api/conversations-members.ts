import { ownChannelShape } from '../channel-shape.js';
import { joinChannel, leaveChannel, setPurpose, setTopic } from '../deeds/channels.js';
import { limits } from '../limits.js';
import { page } from './pages.js';
import {
  type Call,
  done,
  joinedChannel,
  type Route,
  refuse,
  scoped,
  scopedByChannel,
  visibleChannel,
} from './route.js';

/** Who is in a channel, and what stands above it. */
export const memberRoutes: readonly Route[] = [
  {
    method: 'conversations.members',
    token: 'bot',
    required: ['channel'],
    scopes: scopedByChannel('read'),
    handle(call) {
      const channel = visibleChannel(call);
      if ('refusal' in channel) return channel.refusal;
      const members = page(call.args, [...channel.is.members], 100, 1000, refuse('invalid_limit'));
      if ('refusal' in members) return members.refusal;
      return done({ members: members.is.items, response_metadata: { next_cursor: members.is.nextCursor } });
    },
  },
  {
    method: 'conversations.invite',
    token: 'bot',
    required: ['channel'],
    scopes: scopedByChannel('manage', 'write.invites'),
    handle: invite,
  },
  {
    method: 'conversations.kick',
    token: 'bot',
    required: ['channel', 'user'],
    scopes: scopedByChannel('manage'),
    handle(call) {
      const { world, args } = call;
      const channel = joinedChannel(call);
      if ('refusal' in channel) return channel.refusal;
      const user = args.text('user') ?? '';
      if (channel.is.kind === 'im') return refuse('method_not_supported_for_channel_type');
      if (!world.people.has(user)) return refuse('user_not_found');
      if (user === world.app.botUser) return refuse('cant_kick_self');
      if (channel.is.name === 'general') return refuse('cant_kick_from_general');
      if (!channel.is.members.has(user)) return refuse('not_in_channel');
      leaveChannel(world, channel.is, user, world.app.botUser);
      return done();
    },
  },
  {
    method: 'conversations.join',
    token: 'bot',
    required: ['channel'],
    scopes: scoped('channels:join'),
    handle(call) {
      const { world } = call;
      const channel = visibleChannel(call);
      if ('refusal' in channel) return channel.refusal;
      if (channel.is.kind !== 'public') return refuse('method_not_supported_for_channel_type');
      if (channel.is.isArchived) return refuse('is_archived');
      const wasIn = channel.is.members.has(world.app.botUser);
      if (!wasIn) joinChannel(world, channel.is, world.app.botUser, null);
      const shape = ownChannelShape(world, channel.is);
      if (!wasIn) return done({ channel: shape });
      return done({
        channel: shape,
        warning: 'already_in_channel',
        response_metadata: { warnings: ['already_in_channel'] },
      });
    },
  },
  {
    method: 'conversations.leave',
    token: 'bot',
    required: ['channel'],
    scopes: scopedByChannel('manage'),
    handle(call) {
      const { world } = call;
      const channel = visibleChannel(call);
      if ('refusal' in channel) return channel.refusal;
      if (channel.is.kind === 'im') return refuse('method_not_supported_for_channel_type');
      if (channel.is.isArchived) return refuse('is_archived');
      if (channel.is.name === 'general') return refuse('cant_leave_general');
      if (!channel.is.members.has(world.app.botUser)) return done();
      leaveChannel(world, channel.is, world.app.botUser, world.app.botUser);
      return done();
    },
  },
  {
    method: 'conversations.setTopic',
    token: 'bot',
    required: ['channel'],
    scopes: scopedByChannel('manage', 'write.topic'),
    handle: (call) => setHeading(call, 'topic'),
  },
  {
    method: 'conversations.setPurpose',
    token: 'bot',
    required: ['channel'],
    scopes: scopedByChannel('manage', 'write.topic'),
    handle: (call) => setHeading(call, 'purpose'),
  },
];

function setHeading(call: Call, which: 'topic' | 'purpose') {
  const { world, args } = call;
  const channel = joinedChannel(call);
  if ('refusal' in channel) return channel.refusal;
  if (channel.is.kind === 'im') return refuse('method_not_supported_for_channel_type');
  if (channel.is.isArchived) return refuse('is_archived');
  const text = args.text(which) ?? '';
  if (text.length > limits.topic) return refuse('too_long');
  if (which === 'topic') setTopic(world, channel.is, world.app.botUser, text);
  else setPurpose(world, channel.is, world.app.botUser, text);
  const { is_member: _, ...shape } = ownChannelShape(world, channel.is);
  return done({ channel: { ...shape, is_member: true } });
}

/** One user who cannot be invited fails them all, unless `force` is given. */
function invite(call: Call) {
  const { world, args } = call;
  const channel = joinedChannel(call);
  if ('refusal' in channel) return channel.refusal;
  if (channel.is.kind === 'im') return refuse('method_not_supported_for_channel_type');
  if (channel.is.isArchived) return refuse('is_archived');
  const users = (args.text('users') ?? '').split(',').map((user) => user.trim());
  if (users.length === 0 || users[0] === '' || users.length > limits.invitedUsers) return refuse('no_user');
  const errors: { user: string; ok: false; error: string }[] = [];
  for (const user of users) {
    const error = whyNot(user);
    if (error) errors.push({ user, ok: false, error });
  }
  const [first] = errors;
  if (first && (!args.flag('force') || errors.length === users.length))
    return refuse(first.error, { errors });
  const refused = new Set(errors.map((error) => error.user));
  for (const user of users) {
    if (!refused.has(user)) joinChannel(world, channel.is, user, world.app.botUser);
  }
  return done({ channel: ownChannelShape(world, channel.is), ...(errors.length > 0 && { errors }) });

  function whyNot(user: string): string | null {
    if (user === world.app.botUser) return 'cant_invite_self';
    if (!world.people.has(user)) return 'user_not_found';
    return 'is' in channel && channel.is.members.has(user) ? 'already_in_channel' : null;
  }
}

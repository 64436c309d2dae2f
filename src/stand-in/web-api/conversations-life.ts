import { refusalOfName } from '../channel-name.js';
import { channelShape, directChannelShape, ownChannelShape } from '../channel-shape.js';
import {
  archiveChannel,
  createChannel,
  joinChannel,
  openDirectChannel,
  renameChannel,
  unarchiveChannel,
} from '../deeds/channels.js';
import { findDirectChannel } from '../lookups.js';
import {
  done,
  joinedChannel,
  type Route,
  refuse,
  scopedByChannel,
  visibleChannel,
  wrongArguments,
} from './route.js';

/** How channels come, change their name and go. */
export const lifeRoutes: readonly Route[] = [
  {
    method: 'conversations.create',
    token: 'bot',
    required: [],
    scopes: ({ args }) => [
      args.flag('is_private') ? ['groups:write'] : ['channels:manage', 'channels:write'],
    ],
    handle({ world, args }) {
      const name = args.text('name') ?? '';
      const refusal = refusalOfName(world, name);
      if (refusal) return refuse(refusal);
      const creator = world.app.botUser;
      const channel = createChannel(world, { name, isPrivate: args.flag('is_private'), creator });
      joinChannel(world, channel, creator, null);
      return done({ channel: ownChannelShape(world, channel) });
    },
  },
  {
    method: 'conversations.rename',
    token: 'bot',
    required: ['channel'],
    scopes: scopedByChannel('manage'),
    handle(call) {
      const { world, args } = call;
      const channel = joinedChannel(call);
      if ('refusal' in channel) return channel.refusal;
      if (channel.is.kind === 'im') return refuse('method_not_supported_for_channel_type');
      if (channel.is.isArchived) return refuse('is_archived');
      const name = args.text('name') ?? '';
      const refusal = refusalOfName(world, name);
      if (refusal) return refuse(refusal);
      // Only who made a channel, or an administrator, may rename it.
      if (channel.is.creator !== world.app.botUser) return refuse('not_authorized');
      renameChannel(world, channel.is, world.app.botUser, name);
      return done({ channel: ownChannelShape(world, channel.is) });
    },
  },
  {
    method: 'conversations.archive',
    token: 'bot',
    required: ['channel'],
    scopes: scopedByChannel('manage'),
    handle(call) {
      const channel = joinedChannel(call);
      if ('refusal' in channel) return channel.refusal;
      if (channel.is.kind === 'im') return refuse('method_not_supported_for_channel_type');
      if (channel.is.isArchived) return refuse('already_archived');
      if (channel.is.name === 'general') return refuse('cant_archive_general');
      archiveChannel(call.world, channel.is, call.world.app.botUser);
      return done();
    },
  },
  {
    method: 'conversations.unarchive',
    token: 'bot',
    required: ['channel'],
    scopes: scopedByChannel('manage'),
    handle(call) {
      const channel = visibleChannel(call);
      if ('refusal' in channel) return channel.refusal;
      if (channel.is.kind === 'im') return refuse('method_not_supported_for_channel_type');
      if (!channel.is.isArchived) return refuse('not_archived');
      unarchiveChannel(call.world, channel.is, call.world.app.botUser);
      return done();
    },
  },
  {
    method: 'conversations.open',
    token: 'bot',
    required: [],
    scopes: () => [['im:write', 'mpim:write']],
    handle(call) {
      const { world, args } = call;
      if (args.has('channel')) {
        const channel = visibleChannel(call);
        if ('refusal' in channel) return channel.refusal;
        if (channel.is.kind !== 'im') return refuse('method_not_supported_for_channel_type');
        return done({ no_op: true, already_open: true, channel: { id: channel.is.id } });
      }
      const users = (args.text('users') ?? '').split(',').filter((user) => user !== '');
      const [user] = users;
      if (!user) return refuse('users_list_not_supplied');
      if (users.length > 1) return wrongArguments('group messages are not simulated');
      if (!world.people.has(user)) return refuse('user_not_found');
      const known = findDirectChannel(world, user);
      const channel = known ?? openDirectChannel(world, user);
      return done({
        ...(known && { no_op: true, already_open: true }),
        channel: args.flag('return_im') ? directChannelShape(world, channel) : { id: channel.id },
      });
    },
  },
  {
    method: 'conversations.info',
    token: 'bot',
    required: ['channel'],
    scopes: scopedByChannel('read'),
    handle(call) {
      const channel = visibleChannel(call);
      if ('refusal' in channel) return channel.refusal;
      if (channel.is.kind === 'im') return done({ channel: directChannelShape(call.world, channel.is) });
      return done({
        channel: {
          ...channelShape(call.world, channel.is),
          is_member: channel.is.members.has(call.world.app.botUser),
          ...(call.args.flag('include_num_members') && { num_members: channel.is.members.size }),
        },
      });
    },
  },
];

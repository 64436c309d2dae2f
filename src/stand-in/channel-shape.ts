import { epochSeconds } from './clock.js';
import type { Channel, Fields, World } from './world.js';

/** A channel as most answers and `channel_created` show it. */
export function channelShape(world: World, channel: Channel): Fields {
  const note = (value: Channel['topic']) => ({
    value: value.value,
    creator: value.by,
    last_set: value.value === '' && value.by === '' ? 0 : epochSeconds(value.at),
  });
  return {
    id: channel.id,
    created: epochSeconds(channel.createdAt),
    creator: channel.creator,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: false,
    is_mpim: false,
    is_private: channel.kind !== 'public',
    is_archived: channel.isArchived,
    is_general: channel.name === 'general',
    is_shared: false,
    is_org_shared: false,
    is_ext_shared: false,
    is_pending_ext_shared: false,
    unlinked: 0,
    pending_shared: [],
    previous_names: [...channel.previousNames],
    context_team_id: world.team.id,
    updated: channel.createdAt.getTime(),
    topic: note(channel.topic),
    purpose: note(channel.purpose),
  };
}

/** For the one who asks: whether they are in it. */
export function ownChannelShape(world: World, channel: Channel): Fields {
  return { ...channelShape(world, channel), is_member: channel.members.has(world.app.botUser) };
}

/** A direct channel has hardly anything of this. */
export function directChannelShape(world: World, channel: Channel): Fields {
  return {
    id: channel.id,
    created: epochSeconds(channel.createdAt),
    is_archived: false,
    is_im: true,
    is_org_shared: false,
    context_team_id: world.team.id,
    updated: channel.createdAt.getTime(),
    user: [...channel.members].find((member) => member !== world.app.botUser) ?? world.app.botUser,
  };
}

/** `C` or `G` in membership events. */
export const membershipLetter = (channel: Channel): string => (channel.kind === 'public' ? 'C' : 'G');

/** `channel_type` of message events. */
export function channelType(channel: Channel): 'channel' | 'group' | 'im' {
  switch (channel.kind) {
    case 'public':
      return 'channel';
    case 'private':
      return 'group';
    case 'im':
      return 'im';
  }
}

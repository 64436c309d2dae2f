import { addReaction, removeReaction } from '../deeds/reactions.js';
import { findMessage } from '../lookups.js';
import { messageShape, permalink, reactionShapes } from '../message-shape.js';
import type { Channel, Message } from '../world.js';
import { type Call, done, type Found, joinedChannel, type Route, refuse, scoped } from './route.js';

const EMOJI = /^[\p{L}\p{N}_+'-]+(::skin-tone-[2-6])?$/u;

export const reactionRoutes: readonly Route[] = [
  {
    method: 'reactions.add',
    token: 'bot',
    required: ['name'],
    scopes: scoped('reactions:write'),
    handle(call) {
      const item = itemOf(call, 'no_access');
      if ('refusal' in item) return item.refusal;
      const { channel, message, name } = item.is;
      if (channel.isArchived) return refuse('is_archived');
      if (!EMOJI.test(name)) return refuse('invalid_name');
      const { world } = call;
      return addReaction(world, channel, message, world.app.botUser, name)
        ? done()
        : refuse('already_reacted');
    },
  },
  {
    method: 'reactions.remove',
    token: 'bot',
    required: ['name'],
    scopes: scoped('reactions:write'),
    handle(call) {
      const item = itemOf(call, 'no_access');
      if ('refusal' in item) return item.refusal;
      const { channel, message, name } = item.is;
      const { world } = call;
      return removeReaction(world, channel, message, world.app.botUser, name)
        ? done()
        : refuse('no_reaction');
    },
  },
  {
    method: 'reactions.get',
    token: 'bot',
    required: [],
    scopes: scoped('reactions:read'),
    handle(call) {
      const item = itemOf(call, 'message_not_found');
      if ('refusal' in item) return item.refusal;
      const { channel, message } = item.is;
      const { type, user, bot_id, app_id, bot_profile, team, text, blocks, ts } = messageShape(
        call.world,
        message,
      );
      return done({
        type: 'message',
        channel: channel.id,
        message: {
          type,
          ...(user !== undefined && { user }),
          ...(bot_id !== undefined && { bot_id }),
          ...(app_id !== undefined && { app_id, bot_profile }),
          ...(team !== undefined && { team }),
          text,
          ...(blocks !== undefined && { blocks }),
          ts,
          ...(message.reactions.size > 0 && { reactions: reactionShapes(message) }),
          permalink: permalink(call.world, channel, message),
        },
      });
    },
  },
];

function itemOf(
  call: Call,
  outside: string,
): Found<{ readonly channel: Channel; readonly message: Message; readonly name: string }> {
  const { args } = call;
  if (!args.has('channel') || !args.has('timestamp')) return { refusal: refuse('no_item_specified') };
  const channel = joinedChannel(call, outside);
  if ('refusal' in channel) return channel;
  const timestamp = args.text('timestamp') ?? '';
  if (!/^\d+\.\d+$/.test(timestamp)) return { refusal: refuse('bad_timestamp') };
  const message = findMessage(channel.is, timestamp);
  if (!message) return { refusal: refuse('message_not_found') };
  return { is: { channel: channel.is, message, name: (args.text('name') ?? '').replaceAll(/^:|:$/g, '') } };
}

import { addPin, removePin } from '../deeds/pins.js';
import { limits } from '../limits.js';
import { findMessage } from '../lookups.js';
import { pinShape } from '../message-shape.js';
import { done, joinedChannel, type Route, refuse, scoped } from './route.js';

export const pinRoutes: readonly Route[] = [
  {
    method: 'pins.add',
    token: 'bot',
    required: ['channel'],
    scopes: scoped('pins:write'),
    handle(call) {
      const { world, args } = call;
      const channel = joinedChannel(call);
      if ('refusal' in channel) return channel.refusal;
      if (!args.has('timestamp')) return refuse('no_item_specified');
      const timestamp = args.text('timestamp') ?? '';
      if (!/^\d+\.\d+$/.test(timestamp)) return refuse('bad_timestamp');
      const message = findMessage(channel.is, timestamp);
      if (!message) return refuse('message_not_found');
      const isSystem = message.subtype === 'tombstone' || message.subtype?.startsWith('channel_');
      if (isSystem || channel.is.isArchived) return refuse('not_pinnable');
      if (channel.is.pins.length >= limits.pins) return refuse('too_many_pins');
      return addPin(world, channel.is, message, world.app.botUser) ? done() : refuse('already_pinned');
    },
  },
  {
    method: 'pins.remove',
    token: 'bot',
    required: ['channel'],
    scopes: scoped('pins:write'),
    handle(call) {
      const { world, args } = call;
      const channel = joinedChannel(call, 'channel_not_found');
      if ('refusal' in channel) return channel.refusal;
      if (!args.has('timestamp')) return refuse('no_item_specified');
      const message = findMessage(channel.is, args.text('timestamp') ?? '');
      if (!message) return refuse('message_not_found');
      return removePin(world, channel.is, message, world.app.botUser) ? done() : refuse('no_pin');
    },
  },
  {
    method: 'pins.list',
    token: 'bot',
    required: ['channel'],
    scopes: scoped('pins:read'),
    handle(call) {
      const channel = joinedChannel(call, 'channel_not_found');
      if ('refusal' in channel) return channel.refusal;
      const items = [...channel.is.pins].reverse().flatMap((pin) => {
        const message = findMessage(channel.is, pin.ts);
        return message ? [pinShape(call.world, channel.is, message)] : [];
      });
      return done({ items });
    },
  },
];

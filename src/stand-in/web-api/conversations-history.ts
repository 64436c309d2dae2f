import { findMessage, repliesTo } from '../lookups.js';
import { historyShape, isReply } from '../message-shape.js';
import type { Fields, Message } from '../world.js';
import { page } from './pages.js';
import {
  type Call,
  done,
  type Found,
  joinedChannel,
  type Route,
  refuse,
  scopedByChannel,
  wrongArguments,
} from './route.js';

export const historyRoutes: readonly Route[] = [
  {
    method: 'conversations.history',
    token: 'bot',
    required: ['channel'],
    scopes: scopedByChannel('history'),
    handle(call) {
      const { world, args } = call;
      const channel = joinedChannel(call);
      if ('refusal' in channel) return channel.refusal;
      const span = spanOf(call);
      if ('refusal' in span) return span.refusal;
      const standing = channel.is.messages.filter(
        (message) =>
          message.ephemeralTo === null &&
          (!isReply(message) || message.subtype === 'thread_broadcast') &&
          span.is(message),
      );
      const found = page(args, standing.reverse(), 100, 999, wrongArguments('limit is not a number'));
      if ('refusal' in found) return found.refusal;
      const shape = (message: Message) =>
        historyShape(world, channel.is, message, args.flag('include_all_metadata'));
      return done({
        messages: found.is.items.map(shape),
        has_more: found.is.nextCursor !== '',
        pin_count: channel.is.pins.length,
        channel_actions_ts: null,
        channel_actions_count: 0,
        ...cursorKeys(found.is.nextCursor),
      });
    },
  },
  {
    method: 'conversations.replies',
    token: 'bot',
    required: ['channel', 'ts'],
    scopes: scopedByChannel('history'),
    handle(call) {
      const { world, args } = call;
      const channel = joinedChannel(call, 'channel_not_found');
      if ('refusal' in channel) return channel.refusal;
      const span = spanOf(call);
      if ('refusal' in span) return span.refusal;
      const parent = findMessage(channel.is, args.text('ts') ?? '');
      if (!parent) return refuse('thread_not_found');
      // The stamp of a reply gives that reply alone.
      const replies = isReply(parent) ? [] : repliesTo(channel.is, parent.ts).filter(span.is);
      const found = page(args, replies, 1000, 1000, wrongArguments('limit is not a number'));
      if ('refusal' in found) return found.refusal;
      const shape = (message: Message) =>
        historyShape(world, channel.is, message, args.flag('include_all_metadata'));
      return done({
        messages: [parent, ...found.is.items].map(shape),
        has_more: found.is.nextCursor !== '',
        ...cursorKeys(found.is.nextCursor),
      });
    },
  },
];

const cursorKeys = (next_cursor: string): Fields =>
  next_cursor === '' ? {} : { response_metadata: { next_cursor } };

/** Whether a message stands between `oldest` and `latest`; the ends count only when `inclusive`. */
function spanOf({ args }: Call): Found<(message: Message) => boolean> {
  const oldest = args.has('oldest') ? Number(args.text('oldest')) : 0;
  const latest = args.has('latest') ? Number(args.text('latest')) : Number.POSITIVE_INFINITY;
  if (Number.isNaN(oldest)) return { refusal: refuse('invalid_ts_oldest') };
  if (Number.isNaN(latest)) return { refusal: refuse('invalid_ts_latest') };
  const inclusive = args.flag('inclusive');
  return {
    is({ ts }) {
      const at = Number(ts);
      return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
    },
  };
}

import { deleteMessage, rewriteMessage } from '../deeds/messages.js';
import { limits } from '../limits.js';
import { findMessage } from '../lookups.js';
import { messageShape, permalink } from '../message-shape.js';
import type { Channel, Message } from '../world.js';
import { readContent, readMetadata } from './content.js';
import {
  type Call,
  done,
  type Found,
  noScopes,
  type Route,
  refuse,
  scoped,
  visibleChannel,
} from './route.js';

export const changeRoutes: readonly Route[] = [
  {
    method: 'chat.update',
    token: 'bot',
    required: ['channel', 'ts'],
    scopes: scoped('chat:write'),
    handle(call) {
      const { world, args } = call;
      const place = messageAt(call, 'ts');
      if ('refusal' in place) return place.refusal;
      const { channel, message } = place.is;
      if (message.author.kind !== 'tested-app' || message.subtype?.startsWith('channel_')) {
        return refuse('cant_update_message');
      }
      if (channel.isArchived) return refuse('is_inactive');
      const content = readContent(args, {
        tooLongBlocks: 'msg_too_long',
        badAttachments: 'invalid_attachments',
      });
      if ('refusal' in content) return content.refusal;
      if (content.is.text.length > limits.updatedText) return refuse('msg_too_long');
      const metadata = readMetadata(args);
      if ('refusal' in metadata) return metadata.refusal;
      const given = content.is;
      rewriteMessage(world, channel, message, {
        text: given.hasText ? given.text : message.text,
        // Text alone takes the blocks away.
        blocks: given.hasBlocks ? given.blocks : given.hasText ? [] : message.blocks,
        attachments: given.hasAttachments ? given.attachments : message.attachments,
        ...(metadata.is && { metadata: metadata.is }),
        editedBy: given.blocks.length > 0 ? null : world.app.botUser,
      });
      const {
        ts: _,
        thread_ts: __,
        subtype: ___,
        attachments: ____,
        ...shape
      } = messageShape(world, message);
      return done({
        channel: channel.id,
        ts: message.ts,
        text: message.text,
        message: { ...shape, ...(message.metadata && { metadata: message.metadata }) },
      });
    },
  },
  {
    method: 'chat.delete',
    token: 'bot',
    required: ['channel', 'ts'],
    scopes: scoped('chat:write'),
    handle(call) {
      const place = messageAt(call, 'ts');
      if ('refusal' in place) return place.refusal;
      const { channel, message } = place.is;
      if (message.author.kind !== 'tested-app' || channel.isArchived) return refuse('cant_delete_message');
      deleteMessage(call.world, channel, message);
      return done({ channel: channel.id, ts: message.ts });
    },
  },
  {
    method: 'chat.getPermalink',
    token: 'bot',
    required: ['channel', 'message_ts'],
    scopes: noScopes,
    handle(call) {
      const place = messageAt(call, 'message_ts');
      if ('refusal' in place) return place.refusal;
      const { channel, message } = place.is;
      return done({ channel: channel.id, permalink: permalink(call.world, channel, message) });
    },
  },
];

function messageAt(
  call: Call,
  name: string,
): Found<{ readonly channel: Channel; readonly message: Message }> {
  const channel = visibleChannel(call);
  if ('refusal' in channel) return channel;
  const message = findMessage(channel.is, call.args.text(name) ?? '');
  return message ? { is: { channel: channel.is, message } } : { refusal: refuse('message_not_found') };
}

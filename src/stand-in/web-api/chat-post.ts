import { openDirectChannel } from '../deeds/channels.js';
import { postMessage } from '../deeds/messages.js';
import { limits } from '../limits.js';
import { findChannel, findDirectChannel, findMessage } from '../lookups.js';
import { isReply, messageShape } from '../message-shape.js';
import type { Channel } from '../world.js';
import { readContent, readMetadata } from './content.js';
import { type Call, done, type Found, type Route, refuse, scoped, visibleChannel } from './route.js';

export const postRoutes: readonly Route[] = [
  {
    method: 'chat.postMessage',
    token: 'bot',
    required: ['channel'],
    scopes: scoped('chat:write'),
    handle(call) {
      const { world, args } = call;
      const channel = postingPlace(call);
      if ('refusal' in channel) return channel.refusal;
      if (channel.is.isArchived) return refuse('is_archived');
      const content = readContent(args, {
        tooLongBlocks: 'msg_blocks_too_long',
        badAttachments: 'attachment_payload_limit_exceeded',
      });
      if ('refusal' in content) return content.refusal;
      const metadata = readMetadata(args);
      if ('refusal' in metadata) return metadata.refusal;
      const thread = threadOf(call, channel.is);
      if ('refusal' in thread) return thread.refusal;
      const { message } = postMessage(world, channel.is, {
        author: { kind: 'tested-app' },
        text: content.is.text.slice(0, limits.postedText),
        blocks: content.is.blocks,
        attachments: content.is.attachments,
        metadata: metadata.is ?? null,
        threadTs: thread.is,
        broadcast: thread.is !== null && args.flag('reply_broadcast'),
      });
      return done({
        channel: channel.is.id,
        ts: message.ts,
        message: {
          ...messageShape(world, message),
          ...(message.metadata && { metadata: message.metadata }),
        },
      });
    },
  },
  {
    method: 'chat.postEphemeral',
    token: 'bot',
    required: ['channel', 'user'],
    scopes: scoped('chat:write'),
    handle(call) {
      const { world, args } = call;
      const channel = visibleChannel(call);
      if ('refusal' in channel) return channel.refusal;
      if (!channel.is.members.has(world.app.botUser)) return refuse('not_in_channel');
      if (channel.is.isArchived) return refuse('is_archived');
      const user = args.text('user') ?? '';
      if (!channel.is.members.has(user)) return refuse('user_not_in_channel');
      const content = readContent(args, {
        tooLongBlocks: 'msg_too_long',
        badAttachments: 'invalid_attachments',
      });
      if ('refusal' in content) return content.refusal;
      if (content.is.text.length > limits.postedText) return refuse('msg_too_long');
      const thread = threadOf(call, channel.is);
      if ('refusal' in thread) return thread.refusal;
      const { message } = postMessage(world, channel.is, {
        author: { kind: 'tested-app' },
        text: content.is.text,
        blocks: content.is.blocks,
        attachments: content.is.attachments,
        threadTs: thread.is,
        ephemeralTo: user,
      });
      return done({ message_ts: message.ts });
    },
  },
];

/** `chat.postMessage` takes a channel's name and a person's id as well. */
function postingPlace(call: Call): Found<Channel> {
  const { world, args } = call;
  const given = args.text('channel') ?? '';
  const person = world.people.get(given);
  if (person && !person.bot)
    return { is: findDirectChannel(world, given) ?? openDirectChannel(world, given) };
  const channel = findChannel(world, given);
  if (!channel) return { refusal: refuse('channel_not_found') };
  if (channel.members.has(world.app.botUser)) return { is: channel };
  if (channel.kind !== 'public') return { refusal: refuse('channel_not_found') };
  const mayPostAnywhere = world.app.scopes.includes('chat:write.public');
  return mayPostAnywhere ? { is: channel } : { refusal: refuse('not_in_channel') };
}

function threadOf({ args }: Call, channel: Channel): Found<string | null> {
  if (!args.has('thread_ts')) return { is: null };
  const parent = findMessage(channel, args.text('thread_ts') ?? '');
  const canReply = parent && !isReply(parent) && !/^channel_/.test(parent.subtype ?? '');
  return canReply ? { is: parent.ts } : { refusal: refuse('cannot_reply_to_message') };
}

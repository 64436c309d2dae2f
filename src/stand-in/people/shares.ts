import { postMessage } from '../deeds/messages.js';
import { isReply, permalink } from '../message-shape.js';
import type { Channel, Fields, Message, Person, World } from '../world.js';

export interface Shared {
  readonly channel: Channel;
  readonly message: Message;
}

/** Forwards a message into another channel: it travels as an attachment, under words of one's own if there are any. */
export function share(
  world: World,
  person: Person,
  original: Shared,
  to: { readonly channel: Channel; readonly threadTs: string | null },
  words: Pick<Message, 'text' | 'blocks'>,
): string {
  if (to.channel.isArchived) throw new Error(`#${to.channel.name} is archived`);
  const { message } = postMessage(world, to.channel, {
    author: { kind: 'person', user: person.id },
    ...words,
    attachments: [attachmentOf(world, original)],
    threadTs: to.threadTs,
  });
  return message.ts;
}

function attachmentOf(world: World, { channel, message }: Shared): Fields {
  const link = permalink(world, channel, message);
  const place = channel.kind === 'public' ? `#${channel.name}` : 'a private conversation';
  const name = authorName(world, message);
  return {
    ts: message.ts,
    channel_id: channel.id,
    channel_team: world.team.id,
    ...(message.author.kind === 'person' && { author_id: message.author.user }),
    author_name: name,
    author_subname: name,
    is_msg_unfurl: true,
    is_share: true,
    ...(message.blocks.length > 0 && {
      message_blocks: [
        { team: world.team.id, channel: channel.id, ts: message.ts, message: { blocks: message.blocks } },
      ],
    }),
    text: message.text,
    fallback: `[${world.clock.now().toUTCString()}] ${name}: ${message.text}`,
    from_url: link,
    original_url: link,
    footer: isReply(message) ? `From a thread in ${place}` : `Posted in ${place}`,
    mrkdwn_in: ['text'],
    color: 'D0D0D0',
  };
}

function authorName(world: World, { author }: Message): string {
  switch (author.kind) {
    case 'person':
      return world.people.get(author.user)?.displayName ?? author.user;
    case 'tested-app':
      return world.app.name;
    case 'other-app':
      return author.name;
  }
}

import { MINUTE } from './clock.js';
import { deleteMessage, postMessage, rewriteMessage } from './deeds/messages.js';
import { limits } from './limits.js';
import type { Arguments } from './web-api/arguments.js';
import { readContent } from './web-api/content.js';
import type { Message, ResponseAddress, World } from './world.js';

export interface ResponseAnswer {
  readonly status: number;
  readonly body: string;
}

const no = (status: number, error: string): ResponseAnswer => ({
  status,
  body: JSON.stringify({ ok: false, error }),
});
const OK: ResponseAnswer = { status: 200, body: 'ok' };

/** What an app sends to a `response_url`: five times, within thirty minutes, seen only by its person by default. */
export function answerResponseUrl(world: World, secret: string, args: Arguments): ResponseAnswer {
  const address = world.responseAddresses.get(secret);
  if (!address) return no(404, 'invalid_url');
  const age = world.clock.now().getTime() - address.issuedAt.getTime();
  if (age > limits.responseMinutes * MINUTE) return no(404, 'expired_url');
  if (address.uses >= limits.responseUses) return no(404, 'used_url');
  if (args.flag('delete_original')) {
    if (Object.keys(args.given).length > 1) return no(400, 'invalid_payload');
    address.uses += 1;
    return removeOriginal(world, address);
  }
  const content = readContent(args, {
    tooLongBlocks: 'msg_blocks_too_long',
    badAttachments: 'invalid_attachments',
  });
  if ('refusal' in content) return no(400, String(content.refusal['error']));
  address.uses += 1;
  const channel = world.channels.get(address.channel);
  if (!channel) return no(404, 'channel_not_found');
  const original = originalOf(world, address);
  if (args.flag('replace_original') && original) {
    rewriteMessage(world, channel, original, { ...content.is, editedBy: null });
    return OK;
  }
  sayTo(world, address, args, content.is);
  return OK;
}

/** What an app said in the acknowledgement of a slash command, shown like an answer to its `response_url`. */
export function showCommandAnswer(world: World, address: ResponseAddress, args: Arguments): string | null {
  const content = readContent(args, {
    tooLongBlocks: 'msg_blocks_too_long',
    badAttachments: 'invalid_attachments',
  });
  if ('refusal' in content) return String(content.refusal['error']);
  sayTo(world, address, args, content.is);
  return null;
}

function sayTo(
  world: World,
  address: ResponseAddress,
  args: Arguments,
  content: Pick<Message, 'text' | 'blocks' | 'attachments'>,
): void {
  const channel = world.channels.get(address.channel);
  if (!channel) return;
  // An answer to something ephemeral never becomes public.
  const isPublic = args.text('response_type') === 'in_channel' && address.message?.ephemeralTo == null;
  const isInThread = args.has('thread_ts') ? args.text('thread_ts') : address.threadTs;
  postMessage(world, channel, {
    author: { kind: 'tested-app' },
    text: content.text.slice(0, limits.postedText),
    blocks: content.blocks,
    attachments: content.attachments,
    threadTs: isInThread ?? null,
    ...(!isPublic && { ephemeralTo: address.user }),
  });
}

function originalOf(world: World, address: ResponseAddress): Message | null {
  const { message } = address;
  const channel = world.channels.get(address.channel);
  if (!message || !channel) return null;
  return channel.messages.includes(message) ? message : null;
}

function removeOriginal(world: World, address: ResponseAddress): ResponseAnswer {
  const channel = world.channels.get(address.channel);
  const original = originalOf(world, address);
  if (channel && original) deleteMessage(world, channel, original);
  return OK;
}

import { z } from 'zod';
import { messageTs, userId } from '../core/ids.js';
import { maskSecrets } from '../core/masking/mask-secrets.js';
import { plainText } from '../core/slack-text.js';
import type { FileLink, MessageContent } from '../core/timeline/facts.js';
import { textOfAttachments, textOfBlocks } from './flatten.js';

const File = z
  .object({
    name: z.string().nullish(),
    title: z.string().nullish(),
    filetype: z.string().nullish(),
    mimetype: z.string().nullish(),
    permalink: z.string().nullish(),
  })
  .transform(
    (file): FileLink => ({
      name: maskSecrets(file.title || file.name || 'file').text,
      type: file.filetype || file.mimetype || 'unknown',
      link: file.permalink && maskSecrets(decodedUrl(file.permalink)).masked === 0 ? file.permalink : null,
    }),
  );

/** A link to a file ends in its name; one that gives a secret away is not kept. */
function decodedUrl(link: string): string {
  return URL.canParse(link)
    ? decodeURIComponent(new URL(link).pathname.replace(/%(?![0-9a-f]{2})/gi, ''))
    : link;
}

/** `seconds.micros`; anything else cannot be placed in time. */
const Stamp = z.string().regex(/^\d{1,12}\.\d{1,9}$/);

/** The part of a message that events, histories and pins have in common. */
export const SlackMessage = z.object({
  ts: Stamp,
  subtype: z.string().nullish(),
  user: z.string().nullish(),
  bot_id: z.string().nullish(),
  app_id: z.string().nullish(),
  username: z.string().nullish(),
  bot_profile: z.object({ name: z.string().nullish(), app_id: z.string().nullish() }).nullish(),
  text: z.string().nullish(),
  thread_ts: z.string().nullish(),
  edited: z.object({ ts: z.string() }).nullish(),
  files: z.array(File).nullish().catch(null),
  blocks: z.array(z.unknown()).nullish().catch(null),
  attachments: z.array(z.unknown()).nullish().catch(null),
});
export type SlackMessage = z.infer<typeof SlackMessage>;

/** Soft hyphens and zero-width spaces carry nothing, but hide a word such as "password" from the eye of a rule. */
export const withoutInvisible = (text: string): string => text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '');

/** Subtypes of messages that people or bots said; all others are Slack's own notices. */
const SAID = new Set([undefined, null, '', 'file_share', 'thread_broadcast', 'me_message', 'bot_message']);

export const wasSaid = (message: SlackMessage): boolean => SAID.has(message.subtype);

/** What the message says, flattened to plain text and masked. */
export function contentOf(message: SlackMessage): MessageContent {
  const { text, masked } = maskSecrets(withoutInvisible(flatText(message)));
  return {
    author: authorOf(message),
    text,
    threadTs: message.thread_ts && message.thread_ts !== message.ts ? messageTs(message.thread_ts) : null,
    files: message.files ?? [],
    masked,
  };
}

function authorOf(message: SlackMessage): MessageContent['author'] {
  const isBot = message.subtype === 'bot_message' || Boolean(message.bot_id);
  if (message.user && !isBot) return { kind: 'person', user: userId(message.user) };
  return { kind: 'bot', name: message.username || message.bot_profile?.name || message.bot_id || 'bot' };
}

/** Bots put half of an alert into blocks and attachments; people rarely do. What is already said is not repeated. */
function flatText(message: SlackMessage): string {
  const said = plainText(message.text ?? '').trim();
  const isBot = message.subtype === 'bot_message' || Boolean(message.bot_id);
  const parts = [said];
  const more = [
    ...(said === '' || isBot ? textOfBlocks(message.blocks ?? []) : []),
    ...textOfAttachments(message.attachments ?? []),
  ];
  for (const part of more.map((raw) => plainText(raw).trim())) {
    if (part !== '' && !parts.some((other) => other.includes(part))) parts.push(part);
  }
  return parts.filter((part) => part !== '').join('\n');
}

import { z } from 'zod';
import { messageTs, userId } from '../core/ids.js';
import { maskSecrets } from '../core/masking/mask-secrets.js';
import { plainText } from '../core/slack-text.js';
import type { MessageContent } from '../core/timeline/facts.js';
import { filesInside, isLinkPreview, textOfAttachments } from './attachments.js';
import { filesOf } from './files.js';
import { textOfBlocks } from './flatten.js';

/** `seconds.micros`; anything else cannot be placed in time. */
export const Stamp = z.string().regex(/^\d{1,12}\.\d{1,9}$/);

/** Slack cuts what people say at 40,000 characters; blocks and attachments together are cut there too. */
const MOST_TEXT = 40_000;
/** Pieces of blocks and attachments. */
const MOST_PARTS = 300;

/** The part of a message that events, histories and pins have in common. */
export const SlackMessage = z.object({
  ts: Stamp,
  subtype: z.string().nullish(),
  user: z.string().nullish(),
  bot_id: z.string().nullish(),
  app_id: z.string().nullish().catch(null),
  username: z.string().nullish().catch(null),
  bot_profile: z.object({ name: z.string().nullish(), app_id: z.string().nullish() }).nullish().catch(null),
  text: z.string().nullish(),
  thread_ts: Stamp.nullish().catch(null),
  edited: z.object({ ts: Stamp }).nullish().catch(null),
  files: z.array(z.unknown()).nullish().catch(null),
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
    files: filesOf([...(message.files ?? []), ...filesInside(message.attachments ?? [])]),
    masked,
  };
}

const isBot = (message: SlackMessage): boolean =>
  message.subtype === 'bot_message' || Boolean(message.bot_id);

function authorOf(message: SlackMessage): MessageContent['author'] {
  if (message.user && !isBot(message)) return { kind: 'person', user: userId(message.user) };
  return { kind: 'bot', name: message.username || message.bot_profile?.name || message.bot_id || 'bot' };
}

/**
 * Bots put half of an alert into blocks and attachments; people rarely do, and the previews that Slack hangs on
 * their links are not theirs. What is already said is not repeated.
 */
function flatText(message: SlackMessage): string {
  const said = plainText(message.text ?? '').trim();
  const attachments = message.attachments ?? [];
  const more = [
    ...(said === '' || isBot(message) ? textOfBlocks(message.blocks ?? []) : []),
    ...textOfAttachments(isBot(message) ? attachments : attachments.filter((one) => !isLinkPreview(one))),
  ];
  let text = said;
  for (const part of more.slice(0, MOST_PARTS).map((raw) => plainText(raw).trim())) {
    if (part === '' || text.includes(part)) continue;
    text = text === '' ? part : `${text}\n${part}`;
    if (text.length > MOST_TEXT) break;
  }
  return cut(text);
}

/** At a blank where there is one near, so that no half of a secret slips past its rule. */
function cut(text: string): string {
  if (text.length <= MOST_TEXT) return text;
  const end = text.slice(0, MOST_TEXT).search(/\s\S{0,2000}$/);
  return text.slice(0, end > 0 ? end : MOST_TEXT);
}

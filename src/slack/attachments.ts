import { z } from 'zod';
import { textOfBlocks } from './flatten.js';

/** Slack takes a hundred attachments. */
const MOST_ATTACHMENTS = 100;
const MOST_FIELDS = 50;
const Words = z.string().nullish().catch(null);
const Attachment = z.object({
  pretext: Words,
  title: Words,
  text: Words,
  fallback: Words,
  author_name: Words,
  author_id: Words,
  channel_name: Words,
  footer: Words,
  from_url: Words,
  original_url: Words,
  is_share: z.boolean().nullish().catch(null),
  is_msg_unfurl: z.boolean().nullish().catch(null),
  fields: z.array(z.unknown()).nullish().catch(null),
  blocks: z.array(z.unknown()).nullish().catch(null),
  message_blocks: z.array(z.unknown()).nullish().catch(null),
  files: z.array(z.unknown()).nullish().catch(null),
});
type Attachment = z.infer<typeof Attachment>;
const Field = z.object({ title: Words, value: Words });
/** Blocks of the message that was forwarded. */
const Original = z.object({ message: z.object({ blocks: z.array(z.unknown()) }) });

/** The readable text of attachments: alerts, most of which still use them, and messages forwarded from elsewhere. */
export function textOfAttachments(attachments: readonly unknown[]): readonly string[] {
  return readAll(attachments).flatMap((attachment) => {
    if (isForwarded(attachment)) return [forwarded(attachment)];
    const { pretext, title, text, fields, blocks, fallback } = attachment;
    const said = [
      pretext,
      title,
      text,
      ...(fields ?? []).slice(0, MOST_FIELDS).map(fieldText),
      ...textOfBlocks(blocks ?? []),
    ].flatMap((part) => part || []);
    return said.length > 0 ? said : fallback ? [fallback] : [];
  });
}

/** Files of forwarded messages. */
export function filesInside(attachments: readonly unknown[]): readonly unknown[] {
  return readAll(attachments).flatMap((attachment) =>
    isForwarded(attachment) ? (attachment.files ?? []) : [],
  );
}

/** What Slack hangs on a link by itself: the head of a web page, not words of the one who posted the link. */
export function isLinkPreview(raw: unknown): boolean {
  const parsed = Attachment.safeParse(raw);
  if (!parsed.success || isForwarded(parsed.data)) return false;
  return Boolean(parsed.data.from_url || parsed.data.original_url);
}

const readAll = (attachments: readonly unknown[]): readonly Attachment[] =>
  attachments.slice(0, MOST_ATTACHMENTS).flatMap((raw) => Attachment.safeParse(raw).data ?? []);

const isForwarded = (attachment: Attachment): boolean =>
  Boolean(attachment.is_share || attachment.is_msg_unfurl || attachment.message_blocks?.length);

/** "forwarded from Ana Ruiz in #ops: Disk full" */
function forwarded(attachment: Attachment): string {
  const { text, author_name, author_id, footer, channel_name, message_blocks, fallback } = attachment;
  const who =
    author_name || (author_id && /^[UW][A-Z0-9]+$/.test(author_id) ? `<@${author_id}>` : 'somebody');
  const channel = channel_name || /#([\p{L}\p{N}_-]+)/u.exec(footer ?? '')?.[1];
  const said = text || (message_blocks ?? []).flatMap(blocksOf).join('\n') || fallback || '';
  return `forwarded from ${who}${channel ? ` in #${channel}` : ''}: ${said}`;
}

function blocksOf(raw: unknown): readonly string[] {
  const parsed = Original.safeParse(raw);
  return parsed.success ? textOfBlocks(parsed.data.message.blocks) : [];
}

function fieldText(raw: unknown): string {
  const parsed = Field.safeParse(raw);
  return parsed.success ? [parsed.data.title, parsed.data.value].filter(Boolean).join(': ') : '';
}

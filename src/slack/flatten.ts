import { z } from 'zod';

const Text = z.union([z.string(), z.object({ text: z.string() }).transform((object) => object.text)]);
const Block = z.object({
  type: z.string(),
  text: Text.nullish().catch(null),
  fields: z.array(Text).nullish().catch(null),
  elements: z.array(z.unknown()).nullish().catch(null),
  alt_text: z.string().nullish().catch(null),
  title: Text.nullish().catch(null),
});
const Attachment = z.object({
  pretext: z.string().nullish().catch(null),
  title: z.string().nullish().catch(null),
  text: z.string().nullish().catch(null),
  fallback: z.string().nullish().catch(null),
  fields: z
    .array(z.object({ title: z.string().nullish(), value: z.string().nullish() }))
    .nullish()
    .catch(null),
  blocks: z.array(z.unknown()).nullish().catch(null),
});
/** Inside rich text: the leaves that carry words. */
const Leaf = z.object({
  type: z.string(),
  text: z.string().nullish().catch(null),
  user_id: z.string().nullish(),
  channel_id: z.string().nullish(),
  url: z.string().nullish(),
  name: z.string().nullish(),
  elements: z.array(z.unknown()).nullish().catch(null),
});

/** The readable text of Block Kit blocks, a line a piece, in mrkdwn. Unknown blocks say nothing. */
export function textOfBlocks(blocks: readonly unknown[]): readonly string[] {
  return blocks.flatMap((raw) => {
    const parsed = Block.safeParse(raw);
    if (!parsed.success) return [];
    const block = parsed.data;
    switch (block.type) {
      case 'rich_text':
        return (block.elements ?? []).map(richText);
      case 'context':
        return textOfBlocks((block.elements ?? []).map(asSection));
      default:
        return [block.title, block.text, ...(block.fields ?? []), block.alt_text].flatMap(
          (text) => text ?? [],
        );
    }
  });
}

/** The readable text of legacy attachments (most alerts still use them). */
export function textOfAttachments(attachments: readonly unknown[]): readonly string[] {
  return attachments.flatMap((raw) => {
    const parsed = Attachment.safeParse(raw);
    if (!parsed.success) return [];
    const { pretext, title, text, fields, blocks, fallback } = parsed.data;
    const said = [
      pretext,
      title,
      text,
      ...(fields ?? []).map((field) => [field.title, field.value].filter(Boolean).join(': ')),
      ...textOfBlocks(blocks ?? []),
    ].flatMap((part) => part || []);
    return said.length > 0 ? said : fallback ? [fallback] : [];
  });
}

function asSection(element: unknown): unknown {
  const text = z.object({ type: z.enum(['mrkdwn', 'plain_text']), text: z.string() }).safeParse(element);
  return text.success ? { type: 'section', text: text.data.text } : element;
}

function richText(raw: unknown): string {
  const parsed = Leaf.safeParse(raw);
  if (!parsed.success) return '';
  const leaf = parsed.data;
  switch (leaf.type) {
    case 'user':
      return leaf.user_id ? `<@${leaf.user_id}>` : '';
    case 'channel':
      return leaf.channel_id ? `<#${leaf.channel_id}>` : '';
    case 'emoji':
      return leaf.name ? `:${leaf.name}:` : '';
    case 'link':
      return leaf.text || leaf.url || '';
    case 'rich_text_list':
      return (leaf.elements ?? []).map((item) => `- ${richText(item)}`).join('\n');
    default:
      return leaf.text ?? (leaf.elements ?? []).map(richText).join('');
  }
}

import { z } from 'zod';
import { richText } from './rich-text.js';

/** Slack takes 50 blocks in a message and 100 rows in a table; what holds more did not come from there. */
const MOST = 100;
/** Blocks inside blocks. */
const DEEPEST = 3;

const Text = z.union([z.string(), z.object({ text: z.string() }).transform((object) => object.text)]);
const Words = Text.nullish().catch(null);
const Many = z.array(z.unknown()).nullish().catch(null);
const Block = z.object({
  type: z.string(),
  text: Words,
  title: Words,
  subtitle: Words,
  body: Words,
  description: Words,
  alt_text: Words,
  fields: Many,
  elements: Many,
  rows: Many,
  blocks: Many,
});

/**
 * The readable text of Block Kit blocks, a line a piece, in mrkdwn. Buttons and menus say nothing, nor do blocks that
 * are unknown and have no text.
 */
export function textOfBlocks(blocks: readonly unknown[], depth = 0): readonly string[] {
  if (depth > DEEPEST) return [];
  return blocks.slice(0, MOST).flatMap((raw) => {
    const parsed = Block.safeParse(raw);
    if (!parsed.success) return [];
    const block = parsed.data;
    const elements = (block.elements ?? []).slice(0, MOST);
    switch (block.type) {
      case 'rich_text':
        return elements.map((element) => richText(element));
      case 'context':
        return elements.flatMap(contextText);
      case 'actions':
      case 'context_actions':
        return [];
      case 'table':
      case 'data_table':
        return (block.rows ?? []).slice(0, MOST).map(rowText);
      case 'container':
        return [...said(block), ...textOfBlocks(block.blocks ?? elements, depth + 1)];
      default:
        return said(block);
    }
  });
}

function said(block: z.infer<typeof Block>): readonly string[] {
  const { title, subtitle, text, body, description, fields, alt_text } = block;
  const inFields = (fields ?? []).slice(0, MOST).map((field) => Text.safeParse(field).data);
  return [title, subtitle, text, body, description, ...inFields, alt_text].flatMap((part) => part || []);
}

/** Beside texts a context line has only small pictures: what they show has been said. */
function contextText(element: unknown): readonly string[] {
  const text = z.object({ type: z.enum(['mrkdwn', 'plain_text']), text: z.string() }).safeParse(element);
  return text.success ? [text.data.text] : [];
}

/** `service | p95 | limit` */
function rowText(row: unknown): string {
  const cells = z.array(z.unknown()).safeParse(row);
  return cells.success
    ? cells.data
        .slice(0, MOST)
        .map((cell) => richText(cell))
        .join(' | ')
    : '';
}

import { z } from 'zod';

/** Lists within quotes within sections: Slack itself goes no deeper. */
const DEEPEST = 8;
const MOST_ELEMENTS = 500;
const Words = z.string().nullish().catch(null);
const Leaf = z.object({
  type: z.string(),
  style: z.unknown().optional(),
  text: Words,
  user_id: Words,
  channel_id: Words,
  usergroup_id: Words,
  range: Words,
  fallback: Words,
  url: Words,
  name: Words,
  elements: z.array(z.unknown()).nullish().catch(null),
});

/** Rich text, and the cells of tables, as mrkdwn. Its words are plain, so they are escaped here. */
export function richText(raw: unknown, depth = 0): string {
  const parsed = Leaf.safeParse(raw);
  if (!parsed.success || depth > DEEPEST) return '';
  const leaf = parsed.data;
  const inside = (leaf.elements ?? []).slice(0, MOST_ELEMENTS);
  const next = depth + 1;
  switch (leaf.type) {
    case 'user':
      return leaf.user_id ? `<@${leaf.user_id}>` : '';
    case 'channel':
      return leaf.channel_id ? `<#${leaf.channel_id}>` : '';
    case 'usergroup':
      return leaf.usergroup_id ? `<!subteam^${leaf.usergroup_id}>` : '';
    case 'broadcast':
      return leaf.range ? `<!${leaf.range}>` : '';
    case 'date':
      return escaped(leaf.fallback ?? '');
    case 'emoji':
      return leaf.name ? `:${leaf.name}:` : '';
    case 'link':
      if (!leaf.url) return escaped(leaf.text ?? '');
      return leaf.text ? `<${escaped(leaf.url)}|${escaped(leaf.text)}>` : `<${escaped(leaf.url)}>`;
    case 'rich_text_list':
      return inside
        .map((item, index) => `${leaf.style === 'ordered' ? `${index + 1}.` : '-'} ${richText(item, next)}`)
        .join('\n');
    case 'rich_text_quote':
      return `> ${inside.map((item) => richText(item, next)).join('')}`;
    default:
      return leaf.text ? escaped(leaf.text) : inside.map((item) => richText(item, next)).join('');
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

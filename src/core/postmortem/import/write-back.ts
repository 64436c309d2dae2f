import type { WrittenBlock, WrittenPostmortem } from './written.js';

/** The document again, word for word, from its records; bold, bullets and indents are kept where they say something only. */
export function writeBack({ blocks }: WrittenPostmortem): string {
  return blocks.map(lineOf).join('\n');
}

function lineOf(block: WrittenBlock): string {
  switch (block.kind) {
    case 'title':
      return `${block.prefix} ${block.text}`.trim();
    case 'heading':
      return block.rest === '' ? block.text : `**${block.text}** ${block.rest}`;
    case 'list-heading':
    case 'step':
    case 'paragraph':
    case 'gap':
      return block.text;
    case 'field':
      return `${block.label}: ${block.text}`;
    case 'entry': {
      const words = block.label === null ? block.text : `${block.label}: ${block.text}`;
      const isApart = block.time !== null && block.time.asWritten !== block.text;
      return isApart ? `${block.time.asWritten}${block.separator}${words}` : words;
    }
    case 'measure': {
      const words = block.label === null ? block.text : `${block.label}: ${block.text}`;
      return block.marker === '' ? words : `${block.marker} ${words}`;
    }
    case 'image':
      return `![${block.alt}](${block.url})`;
  }
}

/** The words of a text, as a round trip compares them: without bold, bullets, rules, marks of headings and white space. */
export function plainWords(text: string): readonly string[] {
  return text
    .split(/\r\n?|\n/)
    .filter((line) => !/^\s*(?:[-*_]\s*){3,}$/.test(line))
    .map((line) => line.replace(/^\s*(?:[-*•]\s+)?(?:#{1,6}\s+)?/, '').replace(/\*\*|__/g, ''))
    .join(' ')
    .split(/\s+/)
    .filter((word) => word !== '');
}

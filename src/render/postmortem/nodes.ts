import type {
  BlockContent,
  Heading,
  List,
  ListItem,
  Literal,
  Paragraph,
  PhrasingContent,
  Strong,
  Table,
  TableCell,
} from 'mdast';

/** A reference to the list of sources, `[12]`. */
export interface Citation extends Literal {
  readonly type: 'citation';
}

declare module 'mdast' {
  interface PhrasingContentMap {
    citation: Citation;
  }
  interface RootContentMap {
    citation: Citation;
  }
}

/** A piece of a line: plain words, or a node. */
export type Piece = string | PhrasingContent;

const INVISIBLE = /[\p{Cc}\p{Cs}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Words as text that is alive nowhere: no mention of Slack, nothing invisible, one line. */
export function inert(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/<(?=[!@#])/g, '‹');
}

/** Text as nodes; what stands between backticks is code. */
function inline(words: string): PhrasingContent[] {
  return inert(words)
    .split(/((?<!`)`[^`]+`(?!`))/)
    .filter((part) => part !== '')
    .map((part) =>
      /^`[^`]+`$/.test(part)
        ? { type: 'inlineCode', value: part.slice(1, -1) }
        : { type: 'text', value: part },
    );
}

const phrasing = (pieces: readonly Piece[]): PhrasingContent[] =>
  pieces.flatMap((piece) => (typeof piece === 'string' ? inline(piece) : [piece]));

export const heading = (depth: Heading['depth'], words: string): Heading => ({
  type: 'heading',
  depth,
  children: inline(words),
});
export const paragraph = (...pieces: readonly Piece[]): Paragraph => ({
  type: 'paragraph',
  children: phrasing(pieces),
});
export const strong = (words: string): Strong => ({ type: 'strong', children: inline(words) });
export const emphasis = (words: string): PhrasingContent => ({ type: 'emphasis', children: inline(words) });
export const citation = (number: number): Citation => ({ type: 'citation', value: String(number) });

const item = (pieces: readonly Piece[]): ListItem => ({
  type: 'listItem',
  spread: false,
  children: [paragraph(...pieces)],
});

export const bullets = (items: readonly (readonly Piece[])[]): List => ({
  type: 'list',
  ordered: false,
  spread: false,
  children: items.map(item),
});
export const numbered = (items: readonly (readonly Piece[])[]): List => ({
  type: 'list',
  ordered: true,
  start: 1,
  spread: false,
  children: items.map(item),
});

const cell = (pieces: readonly Piece[]): TableCell => ({
  type: 'tableCell',
  children: phrasing(pieces[0] === ' ' ? pieces.slice(1) : pieces),
});

export function table(head: readonly string[], rows: readonly (readonly (readonly Piece[])[])[]): Table {
  const all = [head.map((words) => [words]), ...rows];
  return { type: 'table', children: all.map((row) => ({ type: 'tableRow', children: row.map(cell) })) };
}

export const quote = (...children: BlockContent[]): BlockContent => ({ type: 'blockquote', children });

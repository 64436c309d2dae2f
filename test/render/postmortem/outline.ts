import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** A block of a document: what it is, and its words; marks of emphasis aside. */
type Outline = readonly (string | Outline)[];

const flat = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** What the words of a node are once they are read: citations as `[3]`, code between bars. */
function wordsOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'inlineCode':
      return `‖${node.value}‖`;
    case 'citation':
      return `[${node.value}]`;
    case 'linkReference':
      return `[${node.label}]`;
    default:
      return 'children' in node
        ? node.children.map((child: Nodes) => wordsOf(child)).join('')
        : `⟦${node.type}⟧`;
  }
}

function outlineOf(node: Nodes): Outline {
  switch (node.type) {
    case 'heading':
      return [`heading ${node.depth}`, flat(wordsOf(node))];
    case 'paragraph':
    case 'tableCell':
      return [node.type, flat(wordsOf(node))];
    case 'list':
      return [node.ordered ? 'numbers' : 'bullets', ...node.children.map(outlineOf)];
    case 'definition':
      return ['definition', node.identifier, node.url];
    default:
      return 'children' in node
        ? [node.type, ...node.children.map((child: Nodes) => outlineOf(child))]
        : [node.type];
  }
}

export const outlineOfTree = (tree: Root): Outline => outlineOf(tree);

/** Tables are read by hand: the parser at hand knows none, and takes one for a paragraph. */
export const outlineOfMarkdown = (markdown: string): Outline => {
  const { children } = fromMarkdown(markdown);
  return [
    'root',
    ...children.map((node) => {
      const source = markdown.slice(node.position?.start.offset, node.position?.end.offset);
      return node.type === 'paragraph' && source.startsWith('|') ? tableIn(source) : outlineOf(node);
    }),
  ];
};

function tableIn(source: string): Outline {
  const [head, , ...rows] = source.split('\n').map((line) => cellsIn(line));
  return ['table', ...[head ?? [], ...rows].map((cells) => ['tableRow', ...cells.map(cellOutline)])];
}

/** GFM: a bar parts two cells unless a backslash stands right before it, also within code. */
const cellsIn = (line: string): readonly string[] =>
  line
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim());

/** A cell is never a list or a heading, whatever it begins with: it is read behind a word. */
function cellOutline(cell: string): Outline {
  const [block] = fromMarkdown(`cell ${cell}`).children;
  return ['tableCell', block === undefined ? '' : flat(wordsOf(block).replace('cell', ''))];
}

import type { Element, ElementContent } from 'hast';
import type { Html, Image, Link, Table, TableRow } from 'mdast';
import { defaultHandlers, type Handlers, type State } from 'mdast-util-to-hast';
import type { Citation } from '../nodes.js';
import { safeLink } from './safe-link.js';
import { tag } from './tags.js';

/** How the nodes of a document become HTML. What is not ours to trust becomes text: raw HTML, pictures, other schemes. */
export function handlersFor(sources: number): Handlers {
  return {
    citation: (_: State, node: Citation): ElementContent => {
      const number = Number(node.value);
      const shown = `[${number}]`;
      return number >= 1 && number <= sources
        ? tag('a', { className: ['cite'], href: `#${sourceAnchor(number)}` }, shown)
        : { type: 'text', value: shown };
    },
    html: (_: State, node: Html): ElementContent => ({ type: 'text', value: node.value }),
    image: (_: State, node: Image): ElementContent => ({ type: 'text', value: node.alt ?? '' }),
    imageReference: (): ElementContent => ({ type: 'text', value: '' }),
    link: (state: State, node: Link): ElementContent | ElementContent[] => {
      const href = safeLink(node.url);
      return href === null ? state.all(node) : tag('a', { href, rel: ['noreferrer'] }, ...state.all(node));
    },
    table: tableOf,
    definition: () => undefined,
    text: defaultHandlers.text,
  };
}

export const sourceAnchor = (number: number): string => `source-${number}`;

/** Each cell carries its column's name, which a narrow screen shows in front of it; roles, since it stops being a table there. */
function tableOf(state: State, node: Table): Element {
  const [head, ...rows] = node.children;
  const names = (head?.children ?? []).map((cell) => wordsOf(state.all(cell)));
  return tag(
    'table',
    { role: 'table' },
    tag(
      'thead',
      { role: 'rowgroup' },
      tag(
        'tr',
        { role: 'row' },
        ...names.map((name) => tag('th', { scope: 'col', role: 'columnheader' }, name)),
      ),
    ),
    tag('tbody', { role: 'rowgroup' }, ...rows.map((row) => rowOf(state, row, names))),
  );
}

function rowOf(state: State, row: TableRow, names: readonly string[]): Element {
  const cells = row.children.map((cell, i) => {
    const name = names[i] ?? '';
    const content = state.all(cell);
    return tag(
      'td',
      { role: 'cell', className: [`c-${slugOf(name.replace(/\(.*/, '')) ?? 'mark'}`], dataLabel: name },
      ...(name === 'Kind'
        ? [tag('span', { className: ['kind', `k-${slugOf(wordsOf(content)) ?? 'none'}`] }, ...content)]
        : content),
    );
  });
  return tag('tr', { role: 'row' }, ...cells);
}

/** The words of a heading as an anchor or a class; null where no Latin letter is left. */
export function slugOf(words: string): string | null {
  const slug = words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return slug === '' ? null : slug;
}

export const wordsOf = (nodes: readonly ElementContent[]): string =>
  nodes
    .map((node) =>
      node.type === 'text' ? node.value : node.type === 'element' ? wordsOf(node.children) : '',
    )
    .join('');

import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import type { Heading, List, Root, RootContent } from 'mdast';
import { type Handlers, toHast } from 'mdast-util-to-hast';
import { slugOf, sourceAnchor, wordsOf } from './handlers.js';
import { safeLink } from './safe-link.js';
import { tag } from './tags.js';

/** A heading of the second level and all below it. */
export interface Section {
  readonly anchor: string;
  readonly title: string;
  readonly element: Element;
}

export interface Parts {
  /** Title and facts. */
  readonly head: readonly ElementContent[];
  readonly sections: readonly Section[];
}

export function partsOf(tree: Root, handlers: Handlers): Parts {
  const starts = tree.children.flatMap((node, i) => (node.type === 'heading' && node.depth === 2 ? [i] : []));
  const links = linksIn(tree);
  const anchors = new Set<string>();
  const sections = starts.map((start, i): Section => {
    const [first, ...rest] = tree.children.slice(start, starts[i + 1]);
    const heading = first === undefined ? [] : asHtml([first], handlers);
    const title = wordsOf(heading);
    const wanted = slugOf(title) ?? `section-${i + 1}`;
    const anchor = anchors.has(wanted) ? `${wanted}-${i + 1}` : wanted;
    anchors.add(anchor);
    const children = rest.flatMap((node) =>
      isSourceList(node) ? [sourceList(node, links, handlers)] : asHtml([node], handlers),
    );
    return {
      anchor,
      title,
      element: tag('section', { ariaLabelledBy: [anchor] }, tag('h2', { id: anchor }, title), ...children),
    };
  });
  return { head: asHtml(tree.children.slice(0, starts[0]), handlers), sections };
}

function asHtml(children: readonly (RootContent | Heading)[], handlers: Handlers): readonly ElementContent[] {
  const html: HtmlRoot | ReturnType<typeof toHast> = toHast(
    { type: 'root', children: [...children] },
    { handlers },
  );
  return html.type === 'root' ? html.children.filter((node) => node.type !== 'doctype') : [];
}

/** Where the sources are, by number. */
function linksIn(tree: Root): ReadonlyMap<string, string> {
  return new Map(
    tree.children.flatMap((node): readonly (readonly [string, string])[] => {
      const href = node.type === 'definition' ? safeLink(node.url) : null;
      return node.type === 'definition' && href !== null ? [[node.identifier, href]] : [];
    }),
  );
}

const numberOf = (item: List['children'][number]): string | null => {
  const [paragraph] = item.children;
  const first = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  return first?.type === 'citation' ? first.value : null;
};

const isSourceList = (node: RootContent): node is List =>
  node.type === 'list' && node.children.length > 0 && node.children.every((item) => numberOf(item) !== null);

/** Each source with its anchor, its number and, where there is one, the way to the message. */
function sourceList(list: List, links: ReadonlyMap<string, string>, handlers: Handlers): Element {
  const items = list.children.map((item) => {
    const number = Number(numberOf(item));
    const href = links.get(String(number));
    const [paragraph] = item.children;
    const words = paragraph?.type === 'paragraph' ? paragraph.children.slice(1) : [];
    return tag(
      'li',
      { id: sourceAnchor(number) },
      tag('span', { className: ['number'] }, `[${number}]`),
      ...asHtml([{ type: 'paragraph', children: words }], handlers).flatMap((node) =>
        node.type === 'element' ? node.children : [],
      ),
      ...(href === undefined
        ? []
        : [
            ' ',
            tag(
              'a',
              { href, rel: ['noreferrer'] },
              'open',
              tag('span', { className: ['unseen'] }, ` source ${number}`),
              ' in Slack',
            ),
          ]),
    );
  });
  return tag('ol', { className: ['sources'] }, ...items);
}

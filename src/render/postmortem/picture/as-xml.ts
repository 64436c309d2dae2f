import type { Element, ElementContent } from 'hast';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (value: string): string => value.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');

/** SVG names that are camel-cased in SVG itself; all others have hyphens where the tree has capitals. */
const KEPT = new Set(['viewBox']);
const attributeName = (name: string): string =>
  KEPT.has(name) ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The element as a file of its own. HTML may leave `<` in attributes and `]]>` in text as they are, XML may not. */
export function asXml({ tagName, properties, children }: Element): string {
  const attributes = Object.entries(properties)
    .map(([name, value]) => ` ${attributeName(name)}="${escaped(String(value))}"`)
    .join('');
  return children.length === 0
    ? `<${tagName}${attributes}/>`
    : `<${tagName}${attributes}>${children.map(contentAsXml).join('')}</${tagName}>`;
}

/** Pictures are made of elements and text alone. */
function contentAsXml(node: ElementContent): string {
  if (node.type === 'element') return asXml(node);
  return node.type === 'text' ? escaped(node.value) : '';
}

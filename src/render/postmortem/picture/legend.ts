import type { Element } from 'hast';
import { widthOf } from './drawable.js';
import { DIM } from './looks.js';
import { diamond, dot, rect, ring, text } from './shapes.js';

export interface LegendEntry {
  readonly words: string;
  readonly className: string;
  readonly fill: string;
  readonly shape: 'block' | 'dot' | 'ring' | 'diamond' | 'none';
}

const SIZE = 12;
const ROW = 20;

/** The entries side by side, on as many lines as they need. */
export function legendOf(
  entries: readonly LegendEntry[],
  place: { readonly left: number; readonly right: number; readonly y: number },
): { readonly height: number; readonly elements: readonly Element[] } {
  let x = place.left;
  let row = 0;
  const elements = entries.flatMap((entry) => {
    const indent = entry.shape === 'none' ? 0 : 16;
    const width = indent + widthOf(entry.words, SIZE) + 16;
    if (x > place.left && x + width > place.right) {
      x = place.left;
      row += 1;
    }
    const y = place.y + row * ROW;
    const at = x;
    x += width;
    return [
      ...swatch(entry, at + 5, y - 4),
      text(at + indent, y, SIZE, entry.words, { class: 'dm-dim', fill: DIM }),
    ];
  });
  return { height: entries.length === 0 ? 0 : (row + 1) * ROW, elements };
}

function swatch({ shape, fill, className }: LegendEntry, x: number, y: number): readonly Element[] {
  const look = { class: shape === 'block' ? className : `${className} dm-rim`, fill };
  switch (shape) {
    case 'none':
      return [];
    case 'block':
      return [rect(x - 5, y - 5, 11, 10, look)];
    case 'dot':
      return [dot(x, y, look)];
    case 'ring':
      return [ring(x, y, className, fill)];
    case 'diamond':
      return [diamond(x, y, look)];
  }
}

import type { Element, ElementContent } from 'hast';
import { PAPER } from './looks.js';

/** Named as in SVG, hyphens as capitals: `strokeWidth`. */
export type Attributes = Readonly<Record<string, string | number>>;

/** Tenths of a pixel: enough for the eye, and the same digits everywhere. */
export const round = (value: number): number => Math.round(value * 10) / 10;

export const element = (
  tagName: string,
  properties: Attributes,
  ...children: readonly (ElementContent | string)[]
): Element => ({
  type: 'element',
  tagName,
  properties: { ...properties },
  children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
});

export const rect = (x: number, y: number, width: number, height: number, more: Attributes): Element =>
  element('rect', {
    x: round(x),
    y: round(y),
    width: round(Math.max(0, width)),
    height: round(height),
    ...more,
  });

export const line = (x1: number, y1: number, x2: number, y2: number, more: Attributes): Element =>
  element('line', { x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2), ...more });

export const text = (
  x: number,
  y: number,
  size: number,
  words: string | readonly ElementContent[],
  more: Attributes,
): Element =>
  element(
    'text',
    { x: round(x), y: round(y), fontSize: size, ...more },
    ...(typeof words === 'string' ? [words] : words),
  );

/** Part of a line of text. */
export const span = (words: string, more: Attributes): Element => element('tspan', more, words);

export const dot = (x: number, y: number, more: Attributes): Element =>
  element('circle', { cx: round(x), cy: round(y), r: 5, stroke: PAPER, ...more });

/** A hollow dot. */
export const ring = (x: number, y: number, className: string, stroke: string): Element =>
  element('circle', {
    cx: round(x),
    cy: round(y),
    r: 4,
    class: `dm-hollow ${className}-line`,
    fill: PAPER,
    stroke,
    strokeWidth: 2,
  });

const corner = (x: number, y: number): string => `${round(x)} ${round(y)}`;
export const diamond = (x: number, y: number, more: Attributes): Element =>
  element('path', {
    d: `M${corner(x, y - 6.5)}L${corner(x + 6.5, y)}L${corner(x, y + 6.5)}L${corner(x - 6.5, y)}Z`,
    stroke: PAPER,
    ...more,
  });

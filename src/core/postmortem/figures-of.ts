import { type Figure, figuresIn, hasExtent, isImpactFigure } from './figures.js';
import type { Reading } from './reading.js';

/** The figures of what somebody said. Read once: nearly every section asks for them. */
export function figuresOf(reading: Reading): readonly Figure[] {
  const known = FIGURES.get(reading);
  if (known !== undefined) return known;
  const figures = figuresIn(reading.text);
  FIGURES.set(reading, figures);
  return figures;
}

const FIGURES = new WeakMap<Reading, readonly Figure[]>();

/** Whether it says how many were hit, or how much was lost. */
export const tellsImpact = (reading: Reading): boolean =>
  isImpactFigure(reading.text, () => figuresOf(reading));

/** Whether it has any figure that may tell the extent. */
export const tellsAnyExtent = (reading: Reading): boolean =>
  hasExtent(reading.text, () => figuresOf(reading));

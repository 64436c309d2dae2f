import { inert } from '../nodes.js';
import { glyphWidth } from './glyph-widths.js';

/** Words in bold are wider by no more than this. */
const BOLD = 1.2;
const ELLIPSIS = '…';

/** Width in pixels, never less than what the font takes. */
export function widthOf(text: string, size: number, weight: 'normal' | 'bold' = 'normal'): number {
  let ems = 0;
  for (const character of text) ems += glyphWidth(character) ?? 1;
  return ems * size * (weight === 'bold' ? BOLD : 1);
}

/**
 * The text as the picture's font can draw it: symbols that it lacks are left out. Null where it lacks letters, since
 * half a sentence misleads: the reader is sent to the table then.
 */
export function drawable(text: string): string | null {
  const plain = inert(text).normalize('NFC');
  const kept = [...plain].filter((character) => glyphWidth(character) !== null || isWritten(character));
  if (kept.some((character) => glyphWidth(character) === null)) return null;
  const shown = kept.join('').replace(/ {2,}/g, ' ').trim();
  return /[\p{L}\p{N}]/u.test(shown) ? shown : null;
}

const isWritten = (character: string): boolean =>
  /[\p{L}\p{M}\p{N}]/u.test(character) && !/\p{Variation_Selector}/u.test(character);

/** As much of the text as `width` pixels hold, cut between words where that loses little, and marked as cut. */
export function fitted(
  text: string,
  width: number,
  size: number,
  weight: 'normal' | 'bold' = 'normal',
): string {
  if (widthOf(text, size, weight) <= width) return text;
  const room = width - widthOf(ELLIPSIS, size, weight);
  let used = 0;
  let cut = '';
  for (const character of text) {
    used += widthOf(character, size, weight);
    if (used > room) break;
    cut += character;
  }
  const word = cut.lastIndexOf(' ');
  return `${(word > cut.length * 0.6 ? cut.slice(0, word) : cut).replace(/[\s,;:.–—-]+$/, '')}${ELLIPSIS}`;
}

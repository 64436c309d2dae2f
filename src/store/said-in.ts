/** So many words in a row are no chance. */
const IN_A_ROW = 3;

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** True when `content` repeats three words in a row of `text`, or all of it where it is shorter. */
export function isSaidIn(content: string, text: string): boolean {
  const words = wordsIn(text);
  if (words.length === 0) return false;
  const said = ` ${wordsIn(content).join(' ')} `;
  if (words.length <= IN_A_ROW) return said.includes(` ${words.join(' ')} `);
  return words
    .slice(IN_A_ROW - 1)
    .some((_, nth) => said.includes(` ${words.slice(nth, nth + IN_A_ROW).join(' ')} `));
}

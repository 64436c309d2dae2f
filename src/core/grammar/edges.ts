/** Spaces, and invisible characters that phones and pasting leave at the edges of a text. */
const BLANK = /[\s\u200b\u2060\ufeff]/;

/** `text` without blanks at its edges. By hand, since `/\s+$/` takes quadratic time on long runs of blanks. */
export function trimmed(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && BLANK.test(text.charAt(from))) from += 1;
  while (to > from && BLANK.test(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

/** Options stand at the end: patterns for them need not look at more than this many characters. */
const TAIL = 200;

/** A text in two parts, the second one short enough for any pattern. */
export function splitTail(text: string): readonly [head: string, tail: string] {
  const at = Math.max(0, text.length - TAIL);
  return [text.slice(0, at), text.slice(at)];
}

import { trimmed } from './edges.js';

export interface FoundNumber {
  readonly number: number;
  readonly rest: string;
}

/** No list of ours grows as long as that. */
const LARGEST = 99_999;

const AT_START = /^(?:task\s+|no\.?\s*|number\s+|question\s+|q(?=\d))?#?(\d{1,6})(?:[.):,]*(?=\s|$))/i;
const AT_END = /(?:^|\s)(?:task\s+)?#?(\d{1,6})[.):,]*$/i;
const PAGE = /(?:^|[\s,]+)(?:page|p\.)\s*(\d{1,6})$/i;

const counted = (digits: string): number | null => {
  const number = Number(digits);
  return number >= 1 && number <= LARGEST ? number : null;
};

/** A number as the first word: `2`, `#2`, `2:`; and what follows it. */
export function numberAtStart(text: string): FoundNumber | null {
  const match = AT_START.exec(text);
  const number = counted(match?.[1] ?? '');
  return match && number !== null ? { number, rest: trimmed(text.slice(match[0].length)) } : null;
}

/** A number as the last word, and what stands before it. */
export function numberAtEnd(text: string): FoundNumber | null {
  if (text.length > 200) return null;
  const match = AT_END.exec(text);
  const number = counted(match?.[1] ?? '');
  return match && number !== null ? { number, rest: trimmed(text.slice(0, match.index)) } : null;
}

/** `page N` at the end, and the text without it; page 1 where nothing is said. Null for a page below 1. */
export function pageAtEnd(text: string): { readonly page: number; readonly rest: string } | null {
  const tail = Math.max(0, text.length - 40);
  const match = PAGE.exec(text.slice(tail));
  if (!match) return { page: 1, rest: text };
  const page = counted(match[1] ?? '');
  return page === null ? null : { page, rest: trimmed(text.slice(0, tail + match.index)) };
}

import { excerpt } from '../quote.js';

/** Longest quote in a finding, in characters: enough to recognise it, the source has the rest. */
const LIMIT = 60;

/** Words of the record, in quotation marks. */
export const quoted = (words: string): string =>
  `“${excerpt(words.trim().replace(/[\s.,;:]+$/, ''), LIMIT)}”`;

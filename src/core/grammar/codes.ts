import { isEntryCode } from '../timeline/entry-code.js';
import { trimmed } from './edges.js';

const FIRST_WORD = /^[`#*"'“”([]*([A-Za-z0-9]{1,12})[`*"'“”)\]:,.]*(?=\s|$)/;

export interface FoundCode {
  readonly code: string;
  readonly rest: string;
}

/** An entry's code as the first word, also as `#k3f9` or in backticks, and what follows it. */
export function codeAtStart(text: string): FoundCode | null {
  const match = FIRST_WORD.exec(text.slice(0, 60));
  const code = match?.[1]?.toLowerCase() ?? '';
  if (!match || !isEntryCode(code)) return null;
  return { code, rest: trimmed(text.slice(match[0].length)) };
}

/** A first word that was probably meant as a code and is none: one letter off, or one that no code has. */
export function nearCode(text: string): string | null {
  const word = FIRST_WORD.exec(text.slice(0, 60))?.[1] ?? '';
  return /^(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9]{3,9}$/.test(word) ? word.toLowerCase() : null;
}

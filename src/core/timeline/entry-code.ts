import { fingerprint } from '../fingerprint.js';
import type { EntryId } from '../ids.js';

/** Without letters and digits that look alike. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const LENGTH = 4;
/** As many letters as a fingerprint has bits for, less a margin. */
const LONGEST = 8;

/**
 * The short name by which people call an entry: `edit k3f9`. Made from its id, so that the same entry has the
 * same code whatever the order of arrival. Two of an incident's entries may share it: then more letters tell them apart.
 */
export function entryCode(id: EntryId, length = LENGTH): string {
  let rest = Number.parseInt(fingerprint(id), 36);
  let code = '';
  for (let place = 0; place < Math.min(length, LONGEST); place += 1) {
    code += ALPHABET.charAt(rest % ALPHABET.length);
    rest = Math.floor(rest / ALPHABET.length);
  }
  return code;
}

/** The entry's code in full, for those whose short one is shared. */
export const wholeEntryCode = (id: EntryId): string => entryCode(id, LONGEST);

/** The beginning of a whole code, as the timeline shows it. */
export const shortCode = (code: string): string => code.slice(0, LENGTH);

/** True where `code`, short or in full, names this entry. */
export const hasCode = (id: EntryId, code: string): boolean =>
  wholeEntryCode(id).startsWith(code.toLowerCase());

/** True for what could be an entry's code, whatever its case. */
export const isEntryCode = (text: string): boolean =>
  (text.length === LENGTH || text.length === LONGEST) &&
  [...text.toLowerCase()].every((letter) => ALPHABET.includes(letter));

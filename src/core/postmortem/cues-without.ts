import { type Cue, cuesIn } from './cues.js';
import { withoutAddresses } from './quote.js';
import type { Reading } from './reading.js';

/** The cues of what is left of a reading without these words; its own where it has none of them. */
export function cuesWithout(words: RegExp, { text, cues }: Reading): ReadonlySet<Cue> {
  const rest = text.replace(words, ' ');
  return rest === text && withoutAddresses(text) === text ? cues : cuesIn(rest);
}

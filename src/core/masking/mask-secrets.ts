import { ANY_COMMAND, COMMAND_LINES } from './command-lines.js';
import { ANY_ANNOUNCEMENT, CREDENTIALS } from './credentials.js';
import { ANY_FEW_DIGITS, IDENTITY_NUMBERS } from './identity-numbers.js';
import { ANY_AT_SIGN, ANY_LONG_NUMBER, LINKS, WITH_AT_SIGN, WITH_DIGITS } from './personal-data.js';
import { applyRule, type Masked, type MaskRule } from './rule.js';
import { ADDRESSES, ANY_ADDRESS } from './urls.js';
import { ANY_LONG_WORD, ANY_VENDOR_TOKEN, KEY_MATERIAL, VENDOR_TOKENS } from './vendor-tokens.js';

export type { Masked } from './rule.js';

/** A group of rules, and a quick look whether a text has anything for them. */
interface Group {
  readonly mayHave: (text: string) => boolean;
  readonly rules: readonly MaskRule[];
}

/** In this order: an address or a named value is masked whole before a part of it is taken for something else. */
const GROUPS: readonly Group[] = [
  { mayHave: (text) => ANY_LONG_WORD.test(text), rules: KEY_MATERIAL },
  { mayHave: (text) => text.includes(':') && /mailto|tel|sms|callto/i.test(text), rules: LINKS },
  { mayHave: (text) => ANY_ADDRESS.test(text), rules: ADDRESSES },
  { mayHave: (text) => ANY_COMMAND.test(text), rules: COMMAND_LINES },
  { mayHave: (text) => ANY_ANNOUNCEMENT.test(text), rules: CREDENTIALS },
  { mayHave: (text) => ANY_LONG_WORD.test(text) && ANY_VENDOR_TOKEN.test(text), rules: VENDOR_TOKENS },
  { mayHave: (text) => ANY_AT_SIGN.test(text), rules: WITH_AT_SIGN },
  { mayHave: (text) => ANY_FEW_DIGITS.test(text), rules: IDENTITY_NUMBERS },
  { mayHave: (text) => ANY_LONG_NUMBER.test(text), rules: WITH_DIGITS },
];

function maskOnce(text: string): Masked {
  let current = text;
  let masked = 0;
  for (const { mayHave, rules } of GROUPS) {
    if (!mayHave(current)) continue;
    for (const rule of rules) {
      const result = applyRule(rule, current);
      current = result.text;
      masked += result.masked;
    }
  }
  return { text: current, masked };
}

/** Each round masks something, so a text has few; the bound is for texts that were made to find one more. */
const MOST_ROUNDS = 8;

/**
 * `text` with keys, passwords, tokens, card numbers, e-mail addresses and telephone numbers replaced by
 * `[masked]`, and how many there were. In linear time; masking again changes nothing.
 */
export function maskSecrets(text: string): Masked {
  let result = maskOnce(text);
  let masked = result.masked;
  for (let round = 1; result.masked > 0 && round < MOST_ROUNDS; round += 1) {
    result = maskOnce(result.text);
    masked += result.masked;
  }
  return { text: result.text, masked };
}

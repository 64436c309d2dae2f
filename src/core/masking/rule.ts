/** What stands in the place of a secret. */
export const MASKED = '[masked]';

/** One way to know a secret. Every pattern has the flag `g` and bounded repeats, so that it reads in linear time. */
export interface MaskRule {
  readonly name: string;
  /** Its first group, where there is one, is the part before the secret; the rest of the match is the secret. */
  readonly pattern: RegExp;
  /** A quick look whether a text has anything for the pattern; without it, the pattern looks for itself. */
  readonly hint?: RegExp;
  /**
   * How many characters to mask from `from` on, where the secret would begin; 0 when it is none after all.
   * May look beyond the match. Without it, all of the match.
   */
  readonly judge?: (text: string, from: number, match: RegExpExecArray) => number;
}

export interface Masked {
  readonly text: string;
  /** How many secrets were masked. */
  readonly masked: number;
}

/** `text` with every secret masked that `rule` knows. */
export function applyRule(rule: MaskRule, text: string): Masked {
  const { pattern, hint, judge } = rule;
  if (hint !== undefined && !hint.test(text)) return { text, masked: 0 };
  let result = '';
  let done = 0;
  let masked = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const from = match.index + (match[1] ?? '').length;
    const size = judge === undefined ? match.index + match[0].length - from : judge(text, from, match);
    if (size <= 0) {
      // By whole characters: from the middle of a pair a pattern with the flag `u` steps back, for ever.
      pattern.lastIndex = match.index + ((text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1);
      continue;
    }
    result += text.slice(done, from) + MASKED;
    done = from + size;
    masked += 1;
    pattern.lastIndex = done;
  }
  return masked === 0 ? { text, masked } : { text: result + text.slice(done), masked };
}

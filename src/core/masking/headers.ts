import type { MaskRule } from './rule.js';
import { isHarmless, lengthOf, looksRandom, looksSecret, valueAt } from './secret-value.js';

/** `Authorization: Bearer …` and other schemes, also without one. */
export const AUTHORIZATION: MaskRule = {
  name: 'authorization-header',
  hint: /authoriz/i,
  pattern:
    /(authorization["'`]{0,2}\s?[:=]\s?["'`]?(?:(?:bearer|basic|token|digest|apikey|negotiate)\s{1,3})?)(?=[^\s[$<{])[^\n"'`]{3,2000}/gi,
  judge: (text, from, match) => {
    const value = valueAt(text, from, '', false);
    const hasScheme = /(?:bearer|basic|token|digest|apikey|negotiate)\s+$/i.test(match[1] ?? '');
    if (/^AWS4/i.test(value.text)) return match[0].length - (match[1] ?? '').length;
    return !isHarmless(value) && (hasScheme || looksSecret(value.text)) ? lengthOf(value, text, from) : 0;
  },
};

/** `Bearer …` or `Basic …` without the name of the header. */
export const BEARER: MaskRule = {
  name: 'bearer',
  hint: /bearer|basic/i,
  pattern: /((?<![\p{L}\p{N}])(?:bearer|basic)\s{1,3})[A-Za-z0-9._~+/=-]{8,}/giu,
  judge: (_text, from, match) => {
    const value = match[0].slice(from - match.index);
    return looksRandom(value) ||
      (looksSecret(value) && /[A-Z]/.test(value) && /[a-z]/.test(value)) ||
      /^[A-Za-z0-9+/]{8,}={1,2}$/.test(value)
      ? value.length
      : 0;
  },
};

/** All of a cookie header: which of its values is the session nobody can tell. */
export const COOKIE: MaskRule = {
  name: 'cookie',
  hint: /cookie/i,
  pattern: /((?:set-)?cookie["'`]?\s?[:=]\s?["'`]?)(?=[\w.-]{1,60}=)[^\n"'`]{4,4000}/gi,
  judge: (_text, _from, match) =>
    match[0].includes('[masked]') && /=\[masked\]$/.test(match[0])
      ? 0
      : match[0].length - (match[1] ?? '').length,
};

/** `<password>…</password>`, with Slack's own escapes or without. */
export const XML: MaskRule = {
  name: 'xml-element',
  hint: /<|&lt;/i,
  pattern:
    /((?:<|&lt;)[\w:.-]{0,30}(?:password|passwd|pwd|secret|token|apikey|api-key|passphrase)[\w.-]{0,20}(?:>|&gt;))(?!\[masked\]|\s|<|&lt;)[^<&\n]{1,400}(?=<\/|&lt;\/)/gi,
};

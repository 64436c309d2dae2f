import type { MaskRule } from './rule.js';
import {
  isHarmless,
  lengthOf,
  looksLikeAHost,
  looksMixed,
  looksRandom,
  looksSecret,
  UUID,
  valueAt,
} from './secret-value.js';
import { PASSWORD_WORDS, SHORT_PASSWORD_WORDS, UNSPACED_PASSWORD_WORDS } from './secret-words.js';

const PASSWORD = `(?:${PASSWORD_WORDS.join('|')}|(?<![\\p{L}\\p{N}])(?:${SHORT_PASSWORD_WORDS.join('|')})(?!\\p{L})|${UNSPACED_PASSWORD_WORDS.join('|')})`;
const NO_SECRET =
  /^(?:cache|partition|routing|sort|primary|foreign|idempotency|dedup\w*|group|public|surrogate|object|row|hash|shard\w*|translation|message|trace|correlation|request|index)[-_]/i;

/** Commits are said next to everything. */
const isHash = (text: string): boolean => /^[\da-f]{7,64}$/.test(text);

/** `Fastly-Key: …`, `X-Shop-Auth: …`: a name of a header, and what no person types. */
export const HEADER_KEY: MaskRule = {
  name: 'header-key',
  hint: /[-_](?:key|token|secret|auth)/i,
  pattern:
    /((?<![\w-])(?:[A-Za-z][A-Za-z0-9]{0,30}[-_]){1,4}(?:key|token|secret|auth)["'`]?\s?:\s{0,2}["'`]?)(?=[^\s[]{12})/gi,
  judge: (text, from, match) => {
    const value = valueAt(text, from, '', false);
    if (NO_SECRET.test(match[0]) || isHarmless(value)) return 0;
    const hasRun = /[A-Za-z\d+/=]{12}/.test(value.text) && looksRandom(value.text);
    return hasRun || UUID.test(value.text) || looksMixed(value.text) ? lengthOf(value, text, from) : 0;
  },
};

/** `password dello zip: …`: up to four words between the name and the sign. */
export const FAR_PASSWORD: MaskRule = {
  name: 'far-password',
  hint: /[:=：＝]\s|\s(?:is|ist|est|è|es|é)\s/i,
  pattern: new RegExp(
    `(${PASSWORD}(?:\\s{1,2}[^\\s:=：!?;.,]{1,24}){1,4}(?:\\s?[:=：＝]|\\s(?:is|ist|est|è|es|é|lautet|are|sind|sont|son))\\s{0,2}["'\`*]{0,2})(?=[^\\s[]{5})`,
    'giu',
  ),
  judge: (text, from) => {
    const value = valueAt(text, from, '', false);
    return !isHarmless(value) && looksMixed(value.text) && !isHash(value.text)
      ? lengthOf(value, text, from)
      : 0;
  },
};

/** The name on one line, the value alone on the next. */
export const LABEL_ABOVE: MaskRule = {
  name: 'label-above',
  hint: /\n/,
  pattern: new RegExp(
    `((?<=^|\\n)[^\\p{L}\\n]{0,6}(?:[\\p{L}-]{1,20}\\s){0,2}${PASSWORD}[^\\p{L}\\p{N}\\n]{0,6}\\n[\\s>*\`"'-]{0,6})(?=[^\\s[]{5})`,
    'giu',
  ),
  judge: (text, from) => {
    const value = valueAt(text, from, '', false);
    const isAlone = /^[\s*`"'.]*(?:\n|$)/.test(
      text.slice(from + value.text.length, from + value.text.length + 8),
    );
    return isAlone && !isHarmless(value) && looksSecret(value.text) && !looksLikeAHost(value.text)
      ? lengthOf(value, text, from)
      : 0;
  },
};

const NEXT = /^["'`*]{0,2}(?:\s?[,;、]\s?|\s(?:and|und|y|e|et|or|oder|ou|o|och|en)\s)["'`*]{0,2}/;
const ANNOUNCED_MANY =
  /(?:passw\w{2,6}s|passwörter|kennwörter|pws|pwds|contraseñas|senhas|claves|mots de passe|keys|tokens|secrets|codes|códigos)(?![\p{L}])[^\n]{0,60}$/iu;
const ANNOUNCED_ONE = new RegExp(`(?:${PASSWORD}|api key|token|secret)[^\\n]{0,60}$`, 'iu');

/** `passwords are [masked] and …`: what a masked value is listed with, to the end of the list. */
export const LISTED: MaskRule = {
  name: 'listed',
  hint: /\[masked\]/,
  pattern:
    /(\[masked\](?:["'`*]{0,2}(?:\s?[,;、]\s?|\s(?:and|und|y|e|et|or|oder|ou|o|och|en)\s)["'`*]{0,2}))(?=[^\s[]{5})/g,
  judge: (text, from, match) => {
    const before = text.slice(Math.max(0, match.index - 90), match.index);
    const isMany = ANNOUNCED_MANY.test(before);
    if (!isMany && !ANNOUNCED_ONE.test(before)) return 0;
    let size = 0;
    for (let at = from; ; ) {
      const value = valueAt(text, at, '', false);
      const isListed =
        looksMixed(value.text) || (isMany && looksSecret(value.text) && !looksLikeAHost(value.text));
      if (isHarmless(value) || !isListed || isHash(value.text) || value.text.includes('=')) return size;
      const end = at + lengthOf(value, text, at);
      size = end - from;
      const [gap = ''] = NEXT.exec(text.slice(end, end + 12)) ?? [];
      if (gap === '') return size;
      at = end + gap.length;
    }
  },
};

const CODE = /^(?=[A-Za-z-]{0,20}\d)[A-Za-z\d]{3,10}(?:-[A-Za-z\d]{2,10}){0,5}(?=[\s,;.)`'"]|$)/;
const DATE = /^(?:19|20)\d\d-[01]\d-[0-3]\d/;

/** `recovery codes: 1234-5678 2345-6789`, all of them. */
export const RECOVERY_CODES: MaskRule = {
  name: 'recovery-codes',
  hint: /cod|code|kod|コード|码|코드/i,
  pattern:
    /((?:(?<!\p{L})(?:recovery|backup|back-up|reset|rescue|emergency|scratch|2fa|mfa|one[ -]time|session)[ -]codes?|wiederherstellungscodes?|notfallcodes?|backup-codes?|codes? de (?:secours|récupération)|códigos? de (?:recuperación|recuperação|respaldo)|codici? di (?:recupero|backup)|リカバリーコード|バックアップコード|恢复码|备用码|복구 코드)(?!\p{Script=Latin})[^\p{L}\p{N}\n[]{0,4}(?:(?:are|is|sind|sont|son|sono|は)\s{1,2})?\s{0,2}(?:[`"'*]{0,3}\n?\s{0,2}))(?=[A-Za-z-]{0,20}\d)/giu,
  judge: (text, from) => {
    let size = 0;
    for (let at = from; ; ) {
      const [code = ''] = CODE.exec(text.slice(at, at + 70)) ?? [];
      if (code.replace('-', '').length < 6 || DATE.test(code)) return size;
      size = at + code.length - from;
      const [gap = ''] =
        /^(?:\s?[,;]\s?|\s{1,3})(?:(?:and|und|y|e|et)\s)?/.exec(
          text.slice(at + code.length, at + code.length + 10),
        ) ?? [];
      if (gap === '') return size;
      at += code.length + gap.length;
    }
  },
};

/** A session by its number, as machines make them. */
export const SESSION: MaskRule = {
  name: 'session',
  hint: /sess|セッション|会话/i,
  pattern:
    /((?:(?<![\p{L}])(?:session|sesión|sessão|sitzung|sess)(?:[ _-]?(?:id|key|token|cookie))?|セッション(?:ID)?|会话)(?:\s?[:=：]\s?|\s(?:is|was|ist|est|es)\s|\s{1,2})["'`*]{0,2})[A-Za-z\d_+/=.-]{20,300}/giu,
  judge: (_text, from, match) => {
    const value = match[0].slice(from - match.index).replace(/[.]+$/, '');
    return UUID.test(value) || (looksRandom(value) && /[A-Za-z\d]{16}/.test(value)) ? value.length : 0;
  },
};

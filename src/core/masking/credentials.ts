import { AUTHORIZATION, BEARER, COOKIE, XML } from './headers.js';
import { PAIR, USED_TO_LOG_IN } from './logins.js';
import { FAR_PASSWORD, HEADER_KEY, LABEL_ABOVE, LISTED, RECOVERY_CODES, SESSION } from './more-values.js';
import type { MaskRule } from './rule.js';
import {
  isCjk,
  isHarmless,
  lengthOf,
  looksLikeAHost,
  looksRandom,
  looksSecret,
  mayBeAPassword,
  startsAsProse,
  UUID,
  type Value,
  valueAt,
} from './secret-value.js';
import {
  ABOUT,
  CODE_WORDS,
  KEY_WORDS,
  PASSWORD_WORDS,
  SHORT_PASSWORD_WORDS,
  SHORT_TOKEN_WORDS,
  TOKEN_WORDS,
  UNSPACED_CODE_WORDS,
  UNSPACED_PASSWORD_WORDS,
} from './secret-words.js';

/** How name and value are tied: `name=value`, `name: value`, `name is value`, `name value`. */
type Tie = 'equals' | 'colon' | 'verb' | 'beside';

/** Whether a value is a secret, given how it is tied to its name. */
type Verdict = (value: Value, tie: Tie, isPlural: boolean) => boolean;

const either = (words: readonly string[]): string => words.join('|');

const SUFFIX =
  '(?<suffix>(?:_?(?:prod|dev|test|live|staging|admin|root|db|value|string|new|old))?(?:[_.-][\\w.-]{0,40}|\\d{1,4})?)';
const QUOTES_AFTER = '\\\\?["\'`*_\\])】」]{0,3}';
const PLACE =
  '(?:\\s?\\([^()\\n]{1,40}\\)|\\s{1,2}(?:for|of|on|to|in|at|from|is for|that|which|we|you|i|they|there|used|für|von|vom|zum|zur|auf|pour|de|du|des|del|para|do|da|di)(?:\\s{1,2}[^\\s!?;:=,]{1,40}){1,4}?)?';
const SIGN = `${QUOTES_AFTER}\\s{0,3}(?<sign>=>|:=|->|→|:|：|＝|=)(?![=~])[*_]{0,2}\\s{0,3}[*_]{0,2}`;
const VERB =
  `${QUOTES_AFTER}\\s{1,2}(?<verb>(?:(?:has been|was|is|got|have|i)\\s{1,2})?(?:changed|set|reset|updated|rotated)(?: back)?(?: to|(?=:))|is|was|are|were|will be|equals|be|to|as|ist|sind|war|sont|son|são|sono|lautet|heißt|auf|est|était|es|era|é|foi|è|jest|это)(?:\\s?:)?` +
  '(?:\\s{1,2}(?:now|still|again|just|set to|changed to|currently|jetzt|wieder|maintenant|ahora|agora)){0,2}\\s{1,2}[*_]{0,2}';
const UNSPACED_VERB = '\\s?(?<particle>は|が|是|为|為|는|은|이|가)\\s?[:：]?\\s?';
const BESIDE = '(?<beside>\\s{1,3}\\(?)[*_]{0,2}';
const OPEN = '(?<quote>\\\\?["\']|[“„«‘‚「『]|`{3}\\s{0,3}|`)?';

/** `words`, tied to something that begins right behind the match. */
function named(
  words: readonly string[],
  shortWords: readonly string[],
  unspaced: readonly string[] = [],
): RegExp {
  const spaced = `(?:${[...words, `(?<![\\p{L}\\p{N}])(?:${either(shortWords)})`].join('|')})${SUFFIX}(?!\\p{L})`;
  const tie = `(?:${PLACE}(?:${SIGN}|${VERB})|${BESIDE})`;
  const other =
    unspaced.length === 0
      ? ''
      : `|(?:${either(unspaced)})(?:${SIGN.replace('<sign>', '<sign2>')}|${UNSPACED_VERB}|\\s{0,2})`;
  return new RegExp(`((?:${spaced}${tie}${other})${OPEN})(?=[^\\s])`, 'giu');
}

function tieOf({ sign, sign2, verb, particle }: Record<string, string | undefined>): Tie {
  const mark = sign ?? sign2;
  if (mark !== undefined) return /[=＝]/.test(mark) ? 'equals' : 'colon';
  return verb !== undefined || particle !== undefined ? 'verb' : 'beside';
}

/** A rule for values that stand behind a name. */
function namedValue(name: string, hint: RegExp, pattern: RegExp, isSecret: Verdict): MaskRule {
  return {
    name,
    hint,
    pattern,
    judge: (text, from, match) => {
      const groups = match.groups ?? {};
      const quote = (groups['quote'] ?? '').replace('\\', '').trim();
      const isQuery =
        /[?&;]$|[?&][\w.-]{1,60}$/.test(text.slice(Math.max(0, match.index - 60), match.index)) &&
        groups['sign'] === '=';
      const value = valueAt(text, from, quote, isQuery);
      if (isHarmless(value) || isAssignment(text, match, value) || isClosingQuote(match, value)) return 0;
      if (ABOUT.test(groups['suffix'] ?? '') && !looksRandom(value.text)) return 0;
      const isPlural = /s$/i.test(match[0].slice(0, match[0].search(/[\s:=]|$/)));
      return isSecret(value, tieOf(groups), isPlural) ? lengthOf(value, text, from) : 0;
    },
  };
}

/** `password = input;`: one variable is given to another. */
function isAssignment(text: string, match: RegExpExecArray, value: Value): boolean {
  const isSpaced = /\s=\s+$/.test(match[0]);
  return (
    isSpaced &&
    /^[A-Za-z_]+$/.test(value.text) &&
    text.charAt(match.index + match[0].length + value.text.length) === ';'
  );
}

/** "`PGPASSWORD=`, for one": the quote behind the sign ends what began before the name. */
const isClosingQuote = (match: RegExpExecArray, value: Value): boolean =>
  value.quoted && /[=:]["'`]$/.test(match[0]) && /^[\s,.;:)\]]/.test(value.text);

const isNumber = (value: Value, digits: number): boolean =>
  /^\d+$/.test(value.text) && value.text.length >= digits;

const isPassword: Verdict = (value, tie, isPlural) => {
  if (UUID.test(value.text)) return true;
  switch (tie) {
    case 'equals':
      return true;
    case 'colon':
      return (
        !/^\d{1,3}$/.test(value.text) &&
        !isCjk(value.text) &&
        (!isPlural || value.quoted || looksSecret(value.text))
      );
    case 'verb':
      return (
        (value.quoted && !startsAsProse(value)) ||
        looksSecret(value.text) ||
        isNumber(value, 4) ||
        (!isPlural && mayBeAPassword(value))
      );
    case 'beside':
      return (
        (value.quoted && !value.text.includes(' ')) ||
        (looksSecret(value.text) && !looksLikeAHost(value.text)) ||
        isNumber(value, 6)
      );
  }
};

const isKey: Verdict = (value, tie, isPlural) => {
  if (UUID.test(value.text)) return true;
  switch (tie) {
    case 'equals':
      return true;
    case 'colon':
      return (
        looksSecret(value.text) ||
        isNumber(value, 6) ||
        (value.quoted && !isPlural) ||
        /^\p{L}{20,}$/u.test(value.text)
      );
    case 'verb':
      return looksSecret(value.text) || (value.quoted && !value.text.includes(' '));
    case 'beside':
      return value.text.length >= 8 && looksSecret(value.text);
  }
};

const isToken: Verdict = (value, tie, isPlural) => {
  if (UUID.test(value.text)) return true;
  if (tie !== 'equals' && looksLikeAHost(value.text)) return false;
  switch (tie) {
    case 'equals':
      return !(isPlural && isNumber(value, 1)) && value.text.length >= 3;
    case 'colon':
      return looksSecret(value.text) || (!isPlural && isNumber(value, 6)) || /^\p{L}{24,}$/u.test(value.text);
    case 'verb':
      return looksSecret(value.text);
    case 'beside':
      return (
        looksRandom(value.text) ||
        (value.text.length >= 10 && looksSecret(value.text) && /[!@#$%^&*]/.test(value.text))
      );
  }
};

const isCode: Verdict = (value, tie) => {
  if (/^\d{3,10}$/.test(value.text)) return value.text.length >= (tie === 'beside' ? 4 : 3);
  return /^(?=.*\d)(?=.*[A-Z])[A-Z\d-]{5,20}$/.test(value.text);
};

const PASSWORD = namedValue(
  'password',
  /pass|p(?:w|sw)|kenn|zugangsc|m(?:dp|ots? de)|contrase|clave|senha|palavr|wacht|senord|adgang|kodeord|salas|jelsz|parol|has[łl]o|heslo|ifre|geslo|lozin|kata s|m[\u1ead]t|[\u0370-\uffff]/i,
  named(PASSWORD_WORDS, SHORT_PASSWORD_WORDS, UNSPACED_PASSWORD_WORDS),
  isPassword,
);
const KEY = namedValue('key', /key|secret|api|sig|schl/i, named(KEY_WORDS, ['sig', 'signature']), isKey);
const TOKEN = namedValue(
  'token',
  /tok|secr|cred|pass|auth|sess|x-|jeton|geheim|zugang|identif|[\u3000-\uffff]/i,
  named(TOKEN_WORDS, SHORT_TOKEN_WORDS),
  isToken,
);
const CODE = namedValue(
  'code',
  /pin|otp|cv[vc]|code|código|geheimz|[\u3000-\uffff]/i,
  named([], CODE_WORDS, UNSPACED_CODE_WORDS),
  isCode,
);

/** `admin / hunter2`, `admin:hunter2` behind a word that announces both. */
const LOGIN: MaskRule = {
  name: 'login',
  hint: /cred|log[ -]?in|user|zugang|identif/i,
  pattern:
    /((?<![\p{L}\p{N}])(?:cred(?:ential)?s|log[ -]?in(?: with)?|user(?:name)?\s?\/\s?pass(?:word)?|zugangsdaten|identifiants|credenciales)(?:\s(?:are|is|sind|sont|son|for \S{1,40}))?\s?:?\s{1,2}["'`]?)(?=[^\s/:]{1,60}(?:\s?\/\s?|:)[^\s]{4,})(?!https?:)/giu,
  judge: (text, from) => {
    const pair = /^([^\s/:"'`]{1,60})(?:\s?\/\s?|:)/.exec(text.slice(from, from + 80));
    if (pair === null || /\[masked\]|=/.test(pair[0])) return 0;
    const value = valueAt(text, from + pair[0].length, '', false);
    return !isHarmless(value) && looksSecret(value.text)
      ? pair[0].length + lengthOf(value, text, from + pair[0].length)
      : 0;
  },
};

/** `passphrase: correct horse battery staple`, the one secret of several words that people do not quote. */
const PASSPHRASE: MaskRule = {
  name: 'passphrase',
  hint: /phrase/i,
  pattern: /(pass[ _-]?phrase["'`*_]{0,3}\s?[:=]\s{0,2}["'`*_]{0,2})(?:\p{L}{2,20}[ -]){2,11}\p{L}{2,20}/giu,
};

/** `hunter2! is the password`, `use hunter2 as password` */
const REVERSED: MaskRule = {
  name: 'value-first',
  hint: /(?:is|as|ist|war|als|est|comme|es|como|é)\s[^\n]{0,34}(?:pass|pw|mdp|kenn|mot|contra|palav|wacht|senord|adgang|salas|jelsz|key|secret|api|schl|[\u0370-\uffff])/i,
  pattern: new RegExp(
    `((?<=^|[\\s"'\`(])["'\`]?)[^\\s"'\`()]{5,80}(?=["'\`]?\\s(?:is|was|as|ist|war|als|est|comme|es|como|é)\\s(?:\\p{L}{1,10}\\s){0,3}(?:${either([...PASSWORD_WORDS, ...KEY_WORDS, 'pw', 'pwd', 'mdp'])})(?=\\s?(?:$|[.,;:!?)\\n]|\\s(?:for|to|of|on|in|at|now|there|here|and|but|für|de|do)(?!\\p{L}))))`,
    'giu',
  ),
  judge: (_text, from, match) => {
    const value = match[0].slice(from - match.index);
    return looksSecret(value) &&
      !looksLikeAHost(value) &&
      !isHarmless({ text: value, quoted: false, last: false, length: value.length })
      ? value.length
      : 0;
  },
};

/** Rules for secrets that are announced by a word; tried only where `ANY_ANNOUNCEMENT` finds one. */
export const CREDENTIALS: readonly MaskRule[] = [
  AUTHORIZATION,
  COOKIE,
  XML,
  HEADER_KEY,
  LOGIN,
  RECOVERY_CODES,
  PASSPHRASE,
  PASSWORD,
  FAR_PASSWORD,
  LABEL_ABOVE,
  PAIR,
  KEY,
  CODE,
  TOKEN,
  SESSION,
  BEARER,
  REVERSED,
  USED_TO_LOG_IN,
  LISTED,
];

/** True where a word may stand that announces a secret. Only the words' beginnings, to be quick. */
export const ANY_ANNOUNCEMENT =
  /pass|p(?:w|sw|in)|secr|tok|key|auth|bear|basic|cred|log[ -]?in|sign|unlock|decrypt|ssh|vpn|logg|acc|aces|cuenta|conta|compte|conne|user|usu|utente|util|benutz|konto|anmeld|einlogg|daten|cook|sess|code|kenn|kod|cv[vc]|m(?:dp|ot)|contrase|cla?v|cl[ée]|chav|senha|otp|sig|palavr|wacht|senord|adgang|salas|jelsz|parol|has[łl]o|heslo|ifre|geslo|lozin|kata|schl|jeton|geheim|zugang|identif|[\u0370-\uffff]/i;

import { MASKED } from './rule.js';
import { PROSE_WORDS } from './secret-words.js';

/** A value behind a name, as it stands in the text. */
export interface Value {
  readonly text: string;
  readonly quoted: boolean;
  /** Nothing of the sentence follows. */
  readonly last: boolean;
  /** How long it is in the text; `text` is cut where more of it would tell nothing new. */
  readonly length: number;
}

const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '‘': '’',
  '「': '」',
  '『': '』',
  '‚': '‘',
};
/** Where a value may end; what is no space and no quote has to be looked at. */
const MAY_END = /[\s"“”„`«»「」『』<>',;|\\&[]/g;
const CLOSERS = /[.,;:?)\]}*_~|\\。、，；）]/;
/** A comma or semicolon that ends a value: before a space, or before the next `name=` of a connection string. */
const NEXT_PAIR = /^[,;](?:\s|$|[A-Za-z_][\w .-]{0,40}=)/;
/** So much of a value is looked at; what is rejected over and over must not be read to its end each time. */
const LONG = 128;
/** A quote that goes on for longer is no quoted value. */
const LONGEST_QUOTE = 500;

/** Reads the value that begins at `from`, behind the opening quote `quote` if there is one. */
export function valueAt(text: string, from: number, quote: string, isQuery: boolean): Value {
  const quoted = quote === '' ? null : quotedAt(text, from, quote);
  if (quoted !== null) return { text: quoted, quoted: true, last: true, length: quoted.length };

  const stop = endOf(text, from, from + LONG, isQuery);
  let end = stop;
  while (end > from && CLOSERS.test(text.charAt(end - 1)) && !closesItself(text.slice(from, end))) end -= 1;
  const last = /^(?:$|[.,;:!?)\]}]|\s*(?:\n|$))/.test(text.slice(end, end + 3)) || stop === text.length;
  const isCut = stop === from + LONG && end === stop;
  return {
    text: text.slice(from, end),
    quoted: false,
    last,
    length: isCut ? Number.POSITIVE_INFINITY : end - from,
  };
}

/** How many characters of `text` a value takes; a long one is read to its end only here. */
export function lengthOf(value: Value, text: string, from: number): number {
  return Number.isFinite(value.length) ? value.length : endOf(text, from, text.length, false) - from;
}

function endOf(text: string, from: number, limit: number, isQuery: boolean): number {
  const part = text.slice(from, limit);
  MAY_END.lastIndex = 0;
  for (let match = MAY_END.exec(part); match !== null; match = MAY_END.exec(part)) {
    if (endsValue(text, from + match.index, isQuery)) return from + match.index;
  }
  return from + part.length;
}

function quotedAt(text: string, from: number, quote: string): string | null {
  const closers = CLOSING[quote] ?? quote;
  for (let end = from; end < Math.min(text.length, from + LONGEST_QUOTE); end += 1) {
    const char = text.charAt(end);
    if (char === '\n' && !quote.startsWith('`')) return null;
    if (quote.length > 1 ? text.startsWith(quote, end) : closers.includes(char)) {
      return text.slice(from, end).replace(/[\s\\]+$/, '');
    }
  }
  return null;
}

function endsValue(text: string, at: number, isQuery: boolean): boolean {
  const next = text.charAt(at + 1);
  switch (text.charAt(at)) {
    case "'":
      return !/[\p{L}\p{N}]/u.test(next);
    case ',':
    case ';':
      return NEXT_PAIR.test(text.slice(at, at + 50));
    case '|':
      return /^\s?$/.test(next);
    case '\\':
      return /["'nr]/.test(next);
    case '&':
      return isQuery || text.startsWith('&lt;', at) || text.startsWith('&gt;', at);
    case '[':
      return text.startsWith(MASKED, at);
    default:
      return true;
  }
}

const closesItself = (value: string): boolean =>
  (value.endsWith(')') && value.includes('(')) ||
  (value.endsWith(']') && value.includes('[')) ||
  (value.endsWith('}') && value.includes('{'));

/** Blanks, stars, references to where the secret is kept: `****`, `<your token>`, `$TOKEN`, `{{ token }}`, `%PW%`. */
const PLACEHOLDER =
  /^(?:[*•●x.…_#?-]{2,}|\$(?:[{(].*|[A-Za-z_]+(?:->.*|\[.*)?|[A-Z_][A-Z\d_]*)|%[A-Za-z_(].*|\{\{.*|\{[A-Za-z_]*\}?|\[(?:redacted|hidden|removed|filtered|masked|secret|password|token)\]?|(?:redacted|filtered)|your[-_ ].*|&lt;.*|#\{.*)$/i;
const CALL = /^[A-Za-z_$][A-Za-z_$.]*(?:[([]$|\([A-Za-z_$.]*$|\(.*\)|\[.*\])[;,)]*$/;
const PROPERTY =
  /^(?:process\.env|import\.meta|os\.environ|env|self|this|req|request|params|config|cfg|ctx|context|user|args|opts|options|settings|secrets|vault|data|body|props|state|res|response|event|payload|headers|session|auth|credentials|creds|row|result|var|local|module|each)(?:\??\.[A-Za-z_]+)+$/;

/** True where a value only stands for a secret, or says something about one. */
export function isHarmless(value: Value): boolean {
  const { text } = value;
  if (text === '' || text.startsWith(MASKED) || /^[\p{P}\p{S}]+$/u.test(text)) return true;
  const bare = text.toLowerCase().replace(/[!.?,;:]+$/, '');
  return (
    PROSE_WORDS.has(bare) ||
    PLACEHOLDER.test(text) ||
    CALL.test(text) ||
    PROPERTY.test(text) ||
    /^(?:https?|file):\/\//i.test(text) ||
    /^~?\.{0,2}\//.test(text)
  );
}

/** True for what is quoted because it was said or shown: "the password is 'too short'". */
export const startsAsProse = (value: Value): boolean =>
  PROSE_WORDS.has((value.text.split(' ')[0] ?? '').toLowerCase());

/** Things with digits or signs in them that people write all day: sizes, versions, hosts, tickets, dates, ids. */
const ORDINARY = new RegExp(
  [
    'v?\\d+(?:[.,]\\d+)*(?:[-+][\\w.]{1,20})?',
    '~?\\d+(?:[.,]\\d+)?(?:[a-zµ%]{1,5}|/\\w{1,4})',
    '[\\da-f]{8}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{12}',
    '(?:sha|md|aes|rsa|oauth|http|ipv|base|utf|x|s|ec|k|p|rfc|h|es|hs|rs|ed|argon|scrypt|bcrypt|python|java|node|php|web|log)-?\\d{1,5}(?:s|-\\w{1,8})?',
    '\\d{4}-\\d\\d-\\d\\d(?:[t ].{0,20})?',
    '\\d{1,2}:\\d\\d(?::\\d\\d)?(?:[ap]m|z)?',
    '\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d+)?(?:/\\d+)?',
    '\\d+(?:st|nd|rd|th|x|k|m)',
    '[\\w./-]{1,80}\\.(?:ya?ml|json|[jt]sx?|py|go|rb|rs|sh|env|conf|cfg|md|txt|log|tf|sql|html|com|net|org|io|dev|internal|local)(?::\\d+)?',
    "[^@\\s]{1,80}(?:&amp;|’|')[^\\s]{1,20}",
    '<.*',
  ]
    .map((source) => `(?:${source})`)
    .join('|')
    .replace(/^/, '^(?:')
    .replace(/$/, ')$'),
  'i',
);

export const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

const TICKET = /^[A-Z]{2,10}-\d{1,6}$/;

/** `db-1`, `inv-replica-02`, `eu-west-1`: as much a name as a password. */
export const looksLikeAHost = (text: string): boolean =>
  /^[a-z]+(?:[-.][a-z]+)*[-.]\d{1,3}[a-z]?$/.test(text);

/** True for what no ordinary word looks like: letters with digits, or a sign in the middle. */
export function looksSecret(text: string): boolean {
  const value = text.slice(0, LONG).replace(/[!?.]+$/, '');
  if (text.length < 5 || ORDINARY.test(value) || TICKET.test(value)) return false;
  if (!/\p{L}/u.test(value)) return false;
  return /\d/.test(value) || /[^\s][!@#$%^&*+=~?§€£](?=\S)/.test(value);
}

/** `web-1`, `Chrome-120`, `auth-service-v2`, `us_east_1`: words with a number behind them. */
const NAME_WITH_NUMBER = /^[a-z]+(?:[-._/][a-z]+)*(?:[-._/]v?\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?)?$/i;

/** `OAuth2.0`, `Tomcat9.0.1`, `user_id=42`: names with their version or value. */
const NAME_WITH_VERSION = /^[a-z]+\d*(?:\.\d+)+$|^[a-z_.-]+=[\w.-]*$/i;
/** Signs that are in no name of a machine, a file or a ticket. */
const RARE_SIGN = /[!@$^&*~?§€£](?=\S)|[#%](?=\p{L})/u;

/** True for what has four kinds of characters, three and a rare sign, or a word with a number of three digits. */
export function looksMixed(text: string): boolean {
  const value = text.slice(0, LONG);
  if (!looksSecret(value) || NAME_WITH_NUMBER.test(value) || NAME_WITH_VERSION.test(value)) return false;
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(value)).length;
  if (kinds === 4 || (kinds === 3 && RARE_SIGN.test(value))) return value.length >= 6;
  const isPlain = value.length >= 8 && !/[-_./:=]/.test(value) && !/^[\da-f]+$/.test(value);
  return isPlain && (/\d{3}/.test(value) || RARE_SIGN.test(value));
}

/** True for long strings as machines make them: letters and digits mixed, no words with hyphens. */
export function looksRandom(text: string): boolean {
  if (text.length < 16 || ORDINARY.test(text)) return false;
  const digits = (text.match(/\d/g) ?? []).length;
  return digits >= 2 && /\p{L}/u.test(text) && /^[\w+/=.~-]+$/.test(text);
}

/** Words of a script without spaces: what is said of a password, never one that can be typed. */
export const isCjk = (text: string): boolean =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+$/u.test(text);

/** A word at the end of a sentence that is no verb form and no adjective. */
export function mayBeAPassword(value: Value): boolean {
  if (!value.last || !/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{5,}!?$/u.test(value.text))
    return false;
  return !/(?:ed|ing|ly|able|ible|ous|ful|less|ive|ent|ant|ic|al|ary|ten|own|iert|isch|lich|bar|ée?|ido|ida|ado|ada)!?$/i.test(
    value.text,
  );
}

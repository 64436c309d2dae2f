import type { MaskRule } from './rule.js';

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** Slack's own links around addresses and numbers: `<mailto:a@b|a@b>`, `<tel:+353…|+353 …>`. */
const CONTACT_LINK: MaskRule = {
  name: 'contact-link',
  pattern: /(?:<|&lt;)(?:mailto|tel|sms|callto):[^>\s|]{1,320}(?:\|[^>\n]{0,320})?(?:>|&gt;)?/gi,
};

const IMAGE_SCALE = /@\dx\.\w+$/;

/** Not `git@github.com:org/repo`, which is an address of code. */
const EMAIL: MaskRule = {
  name: 'e-mail',
  pattern:
    /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}_][\p{L}\p{N}._%+'-]{0,126}(?:@|%40)(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}])/giu,
  judge: (text, from, match) => {
    const isRepository = match[0].startsWith('git@') && /[:/]/.test(text.charAt(from + match[0].length));
    return isRepository || IMAGE_SCALE.test(match[0]) ? 0 : match[0].length;
  },
};

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - index)) * (index % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** In one piece or in the groups that are printed on cards. */
const CARD: MaskRule = {
  name: 'card-number',
  pattern:
    /()(?<![\w.-])(?:[2-6]\d{3}([ -])\d{4}\2\d{4}\2\d{4}(?:\2\d{1,3})?|3[47]\d{2}[ -]\d{6}[ -]\d{5}|[2-6]\d{12,18})(?!\w|[.-]\d)/g,
  judge: (_text, _from, match) => (passesLuhn(digitsOf(match[0])) ? match[0].length : 0),
};

const IBAN_LENGTHS: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  AZ: 28,
  BA: 20,
  BE: 16,
  BG: 22,
  BH: 22,
  BR: 29,
  CH: 21,
  CR: 22,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  DO: 28,
  EE: 20,
  ES: 24,
  FI: 18,
  FO: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GL: 18,
  GR: 27,
  GT: 28,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IS: 26,
  IT: 27,
  JO: 30,
  KW: 30,
  KZ: 20,
  LB: 28,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MT: 31,
  MU: 30,
  NL: 18,
  NO: 15,
  PK: 24,
  PL: 28,
  PS: 29,
  PT: 25,
  QA: 29,
  RO: 24,
  RS: 22,
  SA: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  TN: 24,
  TR: 26,
  UA: 29,
  VG: 24,
  XK: 20,
};

/** ISO 7064, mod 97. */
function passesMod97(iban: string): boolean {
  let rest = 0;
  for (const char of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

const IBAN: MaskRule = {
  name: 'iban',
  pattern: /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]){11,30}/g,
  judge: (_text, _from, match) => {
    const wanted = IBAN_LENGTHS[match[0].slice(0, 2).toUpperCase()];
    if (wanted === undefined) return 0;
    let end = 0;
    let iban = '';
    while (end < match[0].length && iban.length < wanted) {
      const char = match[0].charAt(end);
      if (/[A-Za-z0-9]/.test(char)) iban += char.toUpperCase();
      end += 1;
    }
    return iban.length === wanted && passesMod97(iban) ? end : 0;
  },
};

const SOCIAL_SECURITY: MaskRule = {
  name: 'social-security-number',
  pattern:
    /((?<![\p{L}])(?:ssn|social security(?: number| no\.?| #)?|itin)[^\d\n]{0,20})\d{3}[- ]?\d{2}[- ]?\d{4}(?!\d)/giu,
};

/** Nothing that looks like a date, a clock time, a decimal or an address of a machine may be part of a number. */
const NO_PHONE =
  /^\+?(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.]|\d{1,3}(?:\.\d{1,3}){3}|^\d{1,2}[.:]\d{2}\s?[-–]/;
/** `1 200 000` */
const THOUSANDS = /^[1-9]\d?(?:[ .]\d{3})+$/;
const AFTER = '(?!\\d|[.:,]\\d|[\\p{L}_%])';

const phone = (name: string, source: string, min: number, max: number): MaskRule => ({
  name,
  pattern: new RegExp(source + AFTER, 'giu'),
  judge: (_text, from, match) => {
    const number = match[0].slice(from - match.index);
    const { length } = digitsOf(number);
    return length < min || length > max || NO_PHONE.test(number) || THOUSANDS.test(number)
      ? 0
      : number.length;
  },
});

/** `+353 1 555 0199`, `+49 (0)30 1234567`; ten digits where nothing divides them. */
const INTERNATIONAL = phone(
  'international-phone',
  '(?<![\\p{L}\\p{N}_.:/+-])(?:\\+(?=\\d{10}|[\\d()]{1,6}[ .()/-])|00(?=[1-9]\\d{0,2}[ ./-]))[1-9]?(?:[ .()/\\u00a0-]{0,2}\\d){7,15}',
  8,
  16,
);
/** `(212) 555-0187`, `212-555-0187`, `1-800-555-0199` */
const NORTH_AMERICAN = phone(
  'north-american-phone',
  '()(?<![\\p{L}\\p{N}_.:/+-])(?:1[ .-])?(?:\\([2-9]\\d{2}\\) ?[2-9]\\d{2}[ .-]\\d{4}|[2-9]\\d{2}([.-])[2-9]\\d{2}\\2\\d{4})',
  10,
  11,
);
/** `020 7946 0958`, `06 12 34 56 78`, `090-1234-5678`, `030/1234567` */
const NATIONAL = phone(
  'national-phone',
  '(?<![\\p{L}\\p{N}_.:/+-])(?:\\(0[1-9]\\d{1,4}\\) ?\\d{3,4} ?\\d{3,4}|0[1-9]\\d{0,3} \\d{3,4} \\d{3,4}|0[1-9]\\d{1,4}[ -]\\d{6,8}|0[1-9](?: \\d\\d){4}|0[1-9]\\d{0,3}-\\d{2,4}-\\d{4}|\\([1-9]\\d\\) ?\\d{4,5}-\\d{4}|0[1-9]\\d{1,4}/\\d{5,8})',
  9,
  12,
);

const PHONE_WORD =
  '(?:tele?(?:phone|fon|f[oò]no)?\\.?|phone|mobile?|cell(?:ular|phone)?|fax|hotline|whatsapp|signal|handy(?:nummer)?|rufnummer|telefonnummer|durchwahl|portable|téléphone|teléfono|móvil|celular|telefone|telemóvel|fixe|電話(?:番号)?|携帯|电话|手机|전화)';
const CALL_WORD =
  '(?:call(?:s|ed)?(?: (?:me|us|him|her|them|back))?|ring|dial|text|sms|reach(?:able)?|number|nummer|numéro|número|anrufen|ruf|appelez?|llam[ae]r?|ligu?[ea]r?|erreichbar)';
/** Up to three words, no digits, between the word and the number. */
const UP_TO = '(?:[^\\p{L}\\p{N}\\n+(]{1,3}\\p{L}{1,12}){0,3}[^\\p{L}\\p{N}\\n+(]{0,3}';

/** Any number of seven digits or more behind a word for a telephone. */
const NAMED = phone(
  'named-phone',
  `((?<!\\p{L})${PHONE_WORD}(?!\\p{L})${UP_TO})[+(]?\\d(?:[ .()/-]{0,2}\\d){6,14}`,
  7,
  15,
);
/** Behind a word for calling only what begins as numbers do. */
const CALLED = phone(
  'called-phone',
  `((?<!\\p{L})${CALL_WORD}(?!\\p{L})${UP_TO})(?:\\+?\\(?0|\\+|\\(\\d{2,5}\\)|(?=\\d{3}-\\d{4}(?!-?\\d)))\\d?(?:[ .()/-]{0,2}\\d){6,13}`,
  7,
  15,
);

const SURE_PHONE_WORD =
  /(?<!\p{L})(?:celular(?:es)?|móvil|telemóvel|telefone|tel[eé]fono|téléphone|tél|cellulare|telefono|handy(?:nummer)?|rufnummer|telefon(?:nummer)?|durchwahl|(?:my|his|her|their|personal|work|private|on-?call|mon|mein|meine|mio|meu|mi)\s(?:cell|mobile|phone|portable|(?:number|numéro|nummer|número|numero)(?=\s?:|\s(?:is|est|ist|es|è|é)\s))|(?:cell|mobile|phone|tel)(?:\s?(?:phone|number|no\.?|nr\.?))?\s?[:：]|phone number|whatsapp|(?:call|ring|reach|text) me)(?!\p{L})|电话|電話|手机|手機|携帯|전화|휴대폰|핸드폰/iu;

/** `mi celular por si falla algo: 55 5555 0182`: groups of digits, a word for a telephone not far away. */
const NEAR_A_WORD: MaskRule = {
  name: 'phone-near-a-word',
  pattern:
    /(?<![\p{N}_.:/+-]|[A-Za-z])\(?\d{1,5}(?:[ .()-]{1,2}\d{2,5}){1,5}(?!\d|[.:,]\d|[A-Za-z_%])|(?<![\p{N}_.:/+-]|[A-Za-z])\d{9,11}(?!\d|[.:,]\d|[A-Za-z_%])/gu,
  judge: (text, from, [number]) => {
    const { length } = digitsOf(number);
    if (length < 7 || length > 13 || NO_PHONE.test(number) || THOUSANDS.test(number)) return 0;
    const before = text.slice(Math.max(0, from - 60), from).replace(/^[\s\S]*\n/, '');
    const after = text.slice(from + number.length, from + number.length + 30).replace(/\n[\s\S]*$/, '');
    return SURE_PHONE_WORD.test(before) || SURE_PHONE_WORD.test(after) ? number.length : 0;
  },
};

export const WITH_AT_SIGN: readonly MaskRule[] = [EMAIL];
export const WITH_DIGITS: readonly MaskRule[] = [
  CARD,
  IBAN,
  SOCIAL_SECURITY,
  INTERNATIONAL,
  NORTH_AMERICAN,
  NATIONAL,
  NAMED,
  CALLED,
  NEAR_A_WORD,
];
export const LINKS: readonly MaskRule[] = [CONTACT_LINK];

/** Something before an at sign: a mention (`<@U…>`) has nothing there. */
export const ANY_AT_SIGN = /[^\s<](?:@|%40)\S/;

/** Seven digits with little between them, the least that a number of a person has. */
export const ANY_LONG_NUMBER = /(?:\d[^\d\n]{0,4}){6}\d/;

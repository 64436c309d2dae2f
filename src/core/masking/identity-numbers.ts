import type { MaskRule } from './rule.js';

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** Whether `word` stands on the same line, at most 40 characters before `at`. */
const isAfter = (text: string, at: number, word: RegExp): boolean =>
  word.test(text.slice(Math.max(0, at - 40), at).replace(/^[\s\S]*\n/, ''));

/** Italy: letters of the name, year, month, day (plus 40 for women), town, check letter. */
const CODICE_FISCALE: MaskRule = {
  name: 'codice-fiscale',
  pattern:
    /(?<![A-Za-z0-9])[A-Z]{6}[\dLMNPQRSTUV]{2}[ABCDEHLMPRST][\dLMNPQRSTUV]{2}[A-Z][\dLMNPQRSTUV]{3}[A-Z](?![A-Za-z0-9])/gi,
  judge: (_text, _from, [code]) => (digitsOf(code).length >= 4 ? code.length : 0),
};

/** Brazil, with its usual punctuation. */
const CPF: MaskRule = {
  name: 'cpf',
  pattern: /(?<![\w.-])\d{3}\.\d{3}\.\d{3}-\d{2}(?![\w-]|\.\d)/g,
};

/** GB 11643: the weights of the first 17 digits, and the check digit of each remainder. */
function passesGb11643(id: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(id.charAt(index)), 0);
  return '10X98765432'.charAt(sum % 11) === id.charAt(17).toUpperCase();
}

const CHINESE_ID: MaskRule = {
  name: 'chinese-resident-id',
  pattern: /(?<![\w.-])\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\w)/g,
  judge: (text, from, [id]) => (passesGb11643(id) || isAfter(text, from, /身份/) ? id.length : 0),
};

/** Spain: eight digits, or X, Y, Z and seven; the letter is the remainder by 23. */
const DNI: MaskRule = {
  name: 'dni-or-nie',
  pattern: /(?<![\w.-])(?:\d{8}|[XYZ]-?\d{7})-?[A-HJ-NP-TV-Z](?![\w-])/g,
  judge: (text, from, [id]) => {
    const number = Number(digitsOf(id.replace('X', '0').replace('Y', '1').replace('Z', '2')).slice(0, 8));
    const isRight = 'TRWAGMYFPDXBNJZSQVHLCKE'.charAt(number % 23) === id.slice(-1);
    return isRight || isAfter(text, from, /dni|nie|nif/i) ? id.length : 0;
  },
};

/** United Kingdom: by its spaces or behind a word. */
const NINO: MaskRule = {
  name: 'national-insurance-number',
  pattern: /(?<![\w-])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\w-])/g,
  judge: (text, from, [id]) =>
    /\d \d\d \d/.test(id) || isAfter(text, from, /\bnino\b|\bni\b|national insurance/i) ? id.length : 0,
};

/** France: the last two digits are 97 less the remainder of the others. */
const NIR: MaskRule = {
  name: 'numero-de-securite-sociale',
  pattern:
    /(?<![\w.-])[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3}(?: ?\d{2})?(?![\w-]|\.\d)/g,
  judge: (text, from, [id]) => {
    const digits = digitsOf(id.replace(/2A/, '19').replace(/2B/, '18'));
    let rest = 0;
    for (const digit of digits.slice(0, 13)) rest = (rest * 10 + Number(digit)) % 97;
    const isRight = digits.length === 15 && 97 - rest === Number(digits.slice(13)) && id.includes(' ');
    return isRight || isAfter(text, from, /\bnir\b|s[ée]cu|n° ?ss/i) ? id.length : 0;
  },
};

/** India: five letters, the fourth of them the kind of holder. */
const PAN: MaskRule = {
  name: 'pan',
  pattern: /(?<![\w-])[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z](?![\w-])/g,
  judge: (text, from, [id]) => (isAfter(text, from, /\bpan\b|income tax/i) ? id.length : 0),
};

const SOCIAL_SECURITY: MaskRule = {
  name: 'social-security-behind-a-word',
  pattern: /(?<![\w.-])\d{3}-\d{2}-\d{4}(?![\w-])/g,
  judge: (text, from, [id]) => (isAfter(text, from, /\bssn|\bsocial\b|\bitin\b/i) ? id.length : 0),
};

/** Any number behind the name of a document that only persons have. */
const NAMED_DOCUMENT: MaskRule = {
  name: 'named-document',
  hint: /cpf|aadha|dni|nif|passport|reisepass|pasaporte|passaporto|passeport|ausweis|steuer|pesel|bsn|curp|身份|護照|护照|マイナンバー|주민|आधार/i,
  pattern:
    /((?:(?<!\p{L})(?:cpf|aadhaa?r|uidai|dni|nif|passport|reisepass|pasaporte|passaporto|passeport|personalausweis|ausweisnummer|steuer-?id|pesel|bsn|curp)|身份证|身份證|護照|护照|マイナンバー|주민등록번호|आधार)(?!\p{Script=Latin})[^\d\n]{0,20}?(?<![A-Z\d]))[A-Z]{0,4}\d(?:[ .-]?[A-Z\d]){5,17}(?![\p{L}\p{N}])/giu,
  judge: (_text, from, match) => {
    const id = match[0].slice(from - match.index);
    const isDate = /^(?:19|20)\d\d[-.](?:0\d|1[0-2])[-.]/.test(id);
    // By the flag `i` words in small letters match too; a document has none.
    const [capital = ''] = /^[A-Z]{0,4}\d(?:[ .-]?[A-Z\d])*/.exec(id) ?? [];
    return !isDate && digitsOf(capital).length >= 6 ? capital.length : 0;
  },
};

export const IDENTITY_NUMBERS: readonly MaskRule[] = [
  CODICE_FISCALE,
  CPF,
  CHINESE_ID,
  DNI,
  NINO,
  NIR,
  PAN,
  SOCIAL_SECURITY,
  NAMED_DOCUMENT,
];

/** Four digits with little between them. */
export const ANY_FEW_DIGITS = /\d\D{0,3}\d\D{0,3}\d\D{0,3}\d/;

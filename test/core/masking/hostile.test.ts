import { maskSecrets } from '../../../src/core/masking/mask-secrets.js';

const SIZE = 40_000;
/** Milliseconds: many times what it takes, so that a busy machine does not matter, and far below what a square would take. */
const LIMIT = 1500;
const filled = (piece: string): string => piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE);

/** Milliseconds of the fastest of three runs. */
function timeOf(text: string): number {
  const runs = [1, 2, 3].map(() => {
    const start = performance.now();
    maskSecrets(text);
    return performance.now() - start;
  });
  return Math.min(...runs);
}

const PIECES = [
  'a',
  'A',
  '0',
  '1 ',
  '12 ',
  '+1',
  '(1',
  ' ',
  '.',
  '-',
  '@',
  ':',
  '/',
  '|',
  '"',
  "'",
  '`',
  '\\',
  '=',
  '&',
  '[',
  '<',
  '\n',
  'a.',
  'a-',
  'a@',
  'a@b.',
  'a:b@',
  '://',
  'a://',
  'a://b:',
  'https://a:b@',
  '--',
  ' -p',
  ' -p ',
  'mysql ',
  'mysql -',
  'curl -u ',
  'a:b:',
  'password',
  'password ',
  'password=',
  'password=$',
  'password: ',
  'password is ',
  'password for ',
  'password (',
  'password\n',
  'token ',
  'token=',
  'token=$',
  'key ',
  'api key ',
  'secret: ',
  'pin 1',
  'basic ',
  'bearer ',
  'bearer a',
  'authorization: ',
  'authorization: bearer ',
  'cookie: a=',
  'cookie',
  '<password>',
  '&lt;password&gt;',
  'creds ',
  'creds: a/',
  'login: ',
  'echo a ',
  'echo a|',
  'identified by ',
  'with password ',
  'x is password ',
  'is the password',
  'a1b2c3 as the password x ',
  'パスワード',
  'パスワードは',
  '密码是',
  'mot de passe est ',
  'eyJ',
  'eyJabcdefghij.',
  'xoxb-',
  'sk-',
  'AKIA',
  'A1b',
  '-----BEGIN PRIVATE KEY-----',
  '-----BEGIN ',
  '-----END PRIVATE KEY-----',
  'Private-Lines: 1\n',
  'hooks.slack.com/services/',
  'mailto:',
  '<mailto:',
  '<tel:1|',
  'call ',
  'call me on ',
  'phone 0',
  'ssn ',
  'DE89 ',
  'DE89 3704 ',
  '4111 ',
  '4111 1111 ',
  '0 0',
  '020 ',
  '(212) ',
  '555-',
  '5432:',
  'a:5432:b:c:',
  '?sig=',
  '&token=a',
  'jdbc:oracle:thin:',
  'a\u00f1',
  '🔥',
  '🔥🔥🔥 is the password ',
  '\ud83d',
  '[masked]',
  'password=[masked]',
  '&quot;',
  '&amp;',
  'pass:',
  'code 1',
  'code: ',
  'login a / ',
  'login a:b',
  'a / ',
  'x-key: ',
  'x-',
  'passwords are [masked] and A1!bcd and ',
  '[masked] and ',
  'A1!bcd, ',
  'recovery codes: ',
  'recovery codes: 1234-5678 ',
  'session ',
  'use A1!bcdef to log in ',
  'celular 55 ',
  '55 5555 ',
  'cpf ',
  'cpf a',
  'AB12',
  '*Password*\n',
  'ｐａｓｓｗｏｒｄ：',
] as const;

describe('forty thousand characters of anything take no time to speak of', () => {
  test.each(PIECES)('%j again and again', (piece) => {
    expect(timeOf(filled(piece))).toBeLessThan(LIMIT);
  });

  test('twice the text takes about twice the time', () => {
    const line =
      'the password is hunter2 and a.b@mailbox.example calls +353 1 555 0199, mysql -pS0mmer-44, token: 8f3kd92ks\n';
    const [half, whole] = [timeOf(filled(line).slice(0, SIZE / 2)), timeOf(filled(line))];

    expect(whole).toBeLessThan(Math.max(half * 5, LIMIT));
  });
});

/** A small generator with a fixed seed, so that every run sees the same texts. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    yield state / 2 ** 32;
  }
}

test('masking what is masked changes nothing', () => {
  const random = numbers(20240608);
  const next = () => random.next().value ?? 0;
  const words = [
    ...PIECES.filter((piece) => piece.length > 1),
    'hunter2',
    ' hunter2 ',
    'S0mmer-44',
    ' ',
    ' ',
    '=',
    ': ',
    '"',
    "'",
    '`',
    ',',
    ';',
    '\n',
    'the ',
    'a.b@mailbox.example',
    '+353 1 555 0199',
    'postgres://a:b@c/d',
    'ghp_a1b2c3d4e5f6g7h8',
    ' is ',
    ' to ',
    '4111 1111 1111 1111',
    '[',
    ']',
    '{',
    '}',
    '(',
    ')',
    'x',
    '9',
    '/',
    '?',
  ];

  for (let round = 0; round < 4000; round += 1) {
    const length = 1 + Math.floor(next() * 14);
    const text = Array.from({ length }, () => words[Math.floor(next() * words.length)] ?? '').join('');
    const once = maskSecrets(text);
    const twice = maskSecrets(once.text);

    if (twice.text !== once.text)
      throw new Error(`not the same: ${JSON.stringify([text, once.text, twice.text])}`);
    expect(twice.masked).toBe(0);
    expect(once.masked === 0).toBe(once.text === text);
  }
});

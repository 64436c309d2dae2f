import { readAddress } from '../../../src/core/grammar/address.js';
import { SUBCOMMANDS } from '../../../src/core/grammar/subcommands.js';
import { MAYA, NOW, said } from './saying.js';

/** The same numbers every time (mulberry32, public domain). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const NAMES = SUBCOMMANDS.flatMap((row) => [row.verb, ...row.aliases]);
const ZONES = ['Asia/Kathmandu', 'America/St_Johns', 'UTC', 'Europe/Berlin'] as const;
const PIECES = [
  ...NAMES,
  ...'0 1 2 5 14:05 14: :05 2:05 2x 10% -15m 10m ago yesterday since by due next in at page last all none me'.split(
    ' ',
  ),
  ...'sev 1 P1 private INC-4 inc #4 k3f9 `k3f9` 2024-06-08 7/8 June 8 Friday UTC EST +02:00 IST'.split(' '),
  ...['<@U0OMAR|omar>', '<@W1>', '<!subteam^S1|@oncall>', '<!subteam^S2>', '<!channel>', '<#C1|ops>'],
  ...['<https://a.example|a>', '<', '>', '|', '&amp;', '&lt;', '&', '"', '“', '”', "'", '`', '*', '_', '~'],
  ...[
    '\n',
    '\t',
    '\u0000',
    '\u200b',
    '\u202e',
    '\ud800',
    '🔥',
    '日本語',
    '14時05分',
    'مرحبا',
    'é',
    '—',
    '-',
    ':',
    ',',
    '.',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '\\',
    '/',
    '$',
    '^',
    '+',
    '?',
    '@',
    '@me',
    '=',
    ';',
  ],
];

it('no text of any kind throws, hangs, or lies in the future', () => {
  const random = chance(20240608);
  const pick = (): string => PIECES[Math.floor(random() * PIECES.length)] ?? '';
  const texts = Array.from({ length: 2_500 }, () => {
    const words = Array.from({ length: 1 + Math.floor(random() * 9) }, pick);
    return words.join(random() < 0.6 ? ' ' : '');
  });
  const started = performance.now();

  const requests = texts.map((text, index) =>
    said(readAddress(text).rest, {
      inIncident: index % 2 === 0,
      speakerZone: ZONES[index % ZONES.length] ?? 'UTC',
    }),
  );

  expect(performance.now() - started).toBeLessThan(4_000);
  const ahead = requests.filter(
    (request) =>
      request.kind === 'change' &&
      (request.command.kind === 'state' || request.command.kind === 'correct-entry') &&
      request.command.at !== null &&
      request.command.at > NOW,
  );
  expect(ahead).toEqual([]);
  // All kinds of answers, so that the texts are not all nonsense.
  expect(new Set(requests.map((request) => request.kind)).size).toBeGreaterThanOrEqual(6);
});

const absurd = [
  'a',
  ' ',
  '<',
  '&amp;',
  '@',
  'sev ',
  ' since ',
  ' by ',
  '<@U1> ',
  '🔥',
  '\n',
  ':',
  '-',
  'private ',
  '.',
  '"',
  '`',
  '2',
  '2 ',
  ', ',
  ' next in ',
  'page 2 ',
  'INC-4 ',
  '<!subteam^S1> ',
  'k3f9 ',
  'last 5 ',
  'to ',
];

it.each(SUBCOMMANDS.map((row) => row.verb))('%s understands 40,000 characters within a blink', (verb) => {
  const started = performance.now();

  for (const piece of absurd) {
    const text = `${verb} ${piece.repeat(40_000 / piece.length)}x`;
    said(readAddress(text).rest, { speaker: MAYA });
  }

  expect(performance.now() - started).toBeLessThan(absurd.length * 100);
});

/**
 * Text as `search` knows it: tokens with their places. A token is a word, one sign, or, in scripts that put no
 * spaces between words, a pair of letters. White space leaves a gap of one place, so that `50%` and `50 %` differ.
 */
interface Token {
  readonly text: string;
  readonly place: number;
  /** Only the beginning of what is looked for, or the last letter of a run without spaces. */
  readonly kind: 'word' | 'sign' | 'pair' | 'last-letter';
}

/** Scripts that put no spaces between words, or write much together as Korean does. */
const DENSE = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{Script=${script}}`)
  .join('');
const LETTERS = String.raw`\p{L}\p{N}\p{M}`;
/** The sound mark and the doubling mark belong to no one script. */
const DENSE_RUN = `(?:[${DENSE}ー々](?:\\p{M})*)+`;

/** Runs of letters and digits of one sort, white space, or a single other sign. */
const RUNS = new RegExp(
  `(?<dense>${DENSE_RUN})|(?<word>(?:(?![${DENSE}ー々])[${LETTERS}])+)|(?<space>[\\s\\p{Cc}]+)|(?<sign>.)`,
  'gsu',
);

/** PostgreSQL takes lexemes of up to 2046 bytes, and places of up to 16383. */
const LONGEST_WORD = 100;
const LAST_PLACE = 16_000;
/** A tsvector holds one megabyte. Slack's longest message has 40,000 characters. */
const LONGEST_TEXT = 100_000;

/** The same for what people take for the same: case, width, Slack's escapes, names in mentions. */
function folded(text: string): string {
  return text
    .replace(/<@(\w+)\|[^<>]{0,100}>/g, '<@$1>')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replaceAll('i\u0307', 'i')
    .slice(0, LONGEST_TEXT)
    .replace(/\p{Cf}|\p{Cs}|\uFE0E|\uFE0F/gu, '');
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let place = 1;
  for (const { groups } of folded(text).matchAll(RUNS)) {
    if (place >= LAST_PLACE) break;
    const { dense, word, sign } = groups ?? {};
    if (word !== undefined)
      tokens.push({ text: [...word].slice(0, LONGEST_WORD).join(''), place, kind: 'word' });
    if (sign !== undefined) tokens.push({ text: sign, place, kind: 'sign' });
    if (dense !== undefined) {
      const pairs = pairsOf(dense, place);
      tokens.push(...pairs);
      place += pairs.length - 1;
    }
    place += 1;
  }
  return tokens;
}

function pairsOf(run: string, place: number): readonly Token[] {
  const letters = [...run];
  return letters.map((letter, nth) => {
    const next = letters[nth + 1];
    return next === undefined
      ? { text: letter, place: place + nth, kind: 'last-letter' }
      : { text: letter + next, place: place + nth, kind: 'pair' };
  });
}

const quoted = (text: string): string => `'${text.replace(/['\\]/g, '$&$&')}'`;

/** As PostgreSQL writes a tsvector: `'50':1 '%':2`. */
export function searchWords(text: string): string {
  return tokensOf(text)
    .map(({ text: lexeme, place }) => `${quoted(lexeme)}:${place}`)
    .join(' ');
}

/**
 * As PostgreSQL writes a tsquery: all words must occur, each as the beginning of a word (in scripts without spaces,
 * anywhere), signs as they are. Null where nothing is looked for.
 */
export function searchQuery(text: string): string | null {
  const pieces = text.split(/\s+/).flatMap((piece) => {
    const tokens = tokensOf(piece);
    return tokens.length === 0 ? [] : [`(${phraseOf(tokens)})`];
  });
  return pieces.length === 0 ? null : [...new Set(pieces)].join(' & ');
}

/** Side by side; the last one may go on. */
function phraseOf(tokens: readonly Token[]): string {
  const beforeLast = tokens.at(-2);
  const needed =
    tokens.at(-1)?.kind === 'last-letter' && beforeLast?.kind === 'pair' ? tokens.slice(0, -1) : tokens;
  return needed
    .map(({ text, kind }, nth) => {
      const goesOn = nth === needed.length - 1 && (kind === 'word' || kind === 'last-letter');
      return goesOn ? `${quoted(text)}:*` : quoted(text);
    })
    .join(' <-> ');
}

import { SUBCOMMANDS } from './subcommands.js';

const NAMES: readonly string[] = SUBCOMMANDS.flatMap((row) => [row.verb, ...row.aliases]);

/** So much of a verb is enough to know it by. */
const BEGINNING = 4;

/**
 * The verb or alias that was probably meant by `said`, or null. One slip is forgiven in words of four or
 * five letters, two in longer ones; a swap of neighbours is one slip, and the only one in words of three letters.
 * The beginning of a single verb counts as that verb.
 */
export function suggestVerb(said: string): string | null {
  const word = said.toLowerCase();
  const near = closest(word, NAMES) ?? NAMES.find((name) => areSwapped(word, name));
  if (near !== undefined && near !== null) return near;
  const begun = word.length < BEGINNING ? [] : NAMES.filter((name) => name.startsWith(word));
  const [only, other] = begun;
  return only !== undefined && other === undefined ? only : null;
}

/** `fxi` and `fix`: the same three letters, two neighbours swapped. */
const areSwapped = (word: string, name: string): boolean =>
  word.length === 3 && name.length === 3 && editDistance(word, name) === 1 && sorted(word) === sorted(name);

const sorted = (word: string): string => [...word].sort().join('');

/**
 * The one of `names` that is closest to `word`, if it is close enough. Of equals the one with the same letters,
 * since fingers swap more often than they miss; or else the earlier one.
 */
export function closest<Name extends string>(word: string, names: readonly Name[]): Name | null {
  const allowed = word.length < 4 ? 0 : word.length < 6 ? 1 : 2;
  let best: Name | null = null;
  let bestRank = allowed + 1;
  for (const name of names) {
    // A short name is reached from too many words by two slips.
    const limit = Math.min(allowed, name.length < 4 ? 0 : name.length < 6 ? 1 : 2);
    if (Math.abs(name.length - word.length) > limit) continue;
    const distance = editDistance(word, name);
    if (distance > limit) continue;
    const rank = sorted(word) === sorted(name) ? distance - 0.5 : distance;
    if (rank < bestRank) {
      best = name;
      bestRank = rank;
    }
  }
  return best;
}

const FAR = Number.POSITIVE_INFINITY;

/** Insertions, deletions, replacements and swaps of neighbours that lead from `a` to `b`. */
export function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? FAR;
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (same ? 0 : 1),
        swapped ? at(i - 2, j - 2) + 1 : FAR,
      );
    }
  }
  return at(a.length, b.length);
}

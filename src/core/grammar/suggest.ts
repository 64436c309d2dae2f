import { SUBCOMMANDS } from './subcommands.js';

const NAMES: readonly string[] = SUBCOMMANDS.flatMap((row) => [row.verb, ...row.aliases]);

/**
 * The verb or alias that was probably meant by `said`, or null. One slip is forgiven in words of four or
 * five letters, two in longer ones; a swap of neighbours is one slip. Shorter words are too alike.
 */
export function suggestVerb(said: string): string | null {
  return closest(said.toLowerCase(), NAMES);
}

/** The one of `names` that is closest to `word`, if it is close enough; the earlier one of equals. */
export function closest<Name extends string>(word: string, names: readonly Name[]): Name | null {
  const allowed = word.length < 4 ? 0 : word.length < 6 ? 1 : 2;
  let best: Name | null = null;
  let bestDistance = allowed + 1;
  for (const name of names) {
    // A short name is reached from too many words by two slips.
    const limit = Math.min(allowed, name.length < 4 ? 0 : name.length < 6 ? 1 : 2);
    if (Math.abs(name.length - word.length) > limit) continue;
    const distance = editDistance(word, name);
    if (distance <= limit && distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

/** Insertions, deletions, replacements and swaps of neighbours that lead from `a` to `b`. */
export function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
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
        swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(a.length, b.length);
}

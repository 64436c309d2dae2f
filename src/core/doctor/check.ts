/** One thing that `doctor` has looked at. */
export interface Check {
  /** What was looked at, in a word or two: `Scopes`, `Database`. */
  readonly name: string;
  readonly verdict: 'ok' | 'warn' | 'bad';
  /** What was found, as one plain sentence. */
  readonly found: string;
  /** What to do about it; null where there is nothing to do. */
  readonly fix: string | null;
}

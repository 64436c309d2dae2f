/** A small generator of numbers that are always the same. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

/** What people and monitors say in incidents, and what nobody should. */
export const SAYINGS = [
  'rolling back the deploy',
  'still failing',
  "it's not the network",
  'maybe the cache?',
  'about 40% of users see errors',
  '🍕',
  '',
  'found it: the index is corrupted because of the upgrade',
  'escalating to <@UBEN>',
  'TODO: write a runbook by Friday',
  '1. add alerts 2. test backups',
  'ロールバックしました',
  '原因: キャッシュ',
  'Fehlerquote sinkt',
  'should be fixed now',
  'since 11:40 everything is slow',
  '<!channel> | *x* `y` [z](http://a.b)',
] as const;

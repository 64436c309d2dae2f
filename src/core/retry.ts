const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Waits between attempts: quick at first, since most trouble is short, then every five minutes. */
const WAITS = [
  1 * SECOND,
  2 * SECOND,
  5 * SECOND,
  10 * SECOND,
  30 * SECOND,
  1 * MINUTE,
  2 * MINUTE,
  5 * MINUTE,
];

/** When to try again after `attempts` failures, the last one at `now`. Slack's own `retryAfter` (seconds) wins. */
export function nextAttempt(now: Date, attempts: number, retryAfter: number | null): Date {
  const wait = WAITS[Math.min(attempts, WAITS.length - 1)] ?? 5 * MINUTE;
  return new Date(now.getTime() + (retryAfter === null ? wait : Math.max(retryAfter, 1) * SECOND));
}

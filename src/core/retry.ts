import { addSeconds } from 'date-fns';

const MINUTE = 60;

/** Seconds between attempts: quick at first, since most trouble is short, then every five minutes. */
const WAITS = [1, 2, 5, 10, 30, 1 * MINUTE, 2 * MINUTE];
const LONGEST_WAIT = 5 * MINUTE;

/** When to try again after `attempts` failures, the last one at `now`. Slack's own `retryAfter` (seconds) wins. */
export function nextAttempt(now: Date, attempts: number, retryAfter: number | null): Date {
  if (retryAfter !== null) return addSeconds(now, Math.max(retryAfter, 1));
  return addSeconds(now, WAITS[attempts] ?? LONGEST_WAIT);
}

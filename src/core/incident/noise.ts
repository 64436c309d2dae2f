import { isAfter } from 'date-fns';
import type { LoggedEvent } from './events.js';

/** Posts in an incident's channel per hour, above which the bot keeps to what people ask for. */
export const POSTS_PER_HOUR = 6;

/** Whether the bot may speak of its own accord. What people ask for counts, and is never asked this. */
export function mayPost(postsInLastHour: number, postsPerHour: number): boolean {
  return postsInLastHour < postsPerHour;
}

/** Later drafts asked for since then, each with a file of its own; `except` the version that is asking. */
export function redraftsSince(log: readonly LoggedEvent[], since: Date, except: number | null): number {
  return log.filter(
    ({ event }) =>
      event.kind === 'draft-requested' &&
      event.version > 1 &&
      event.version !== except &&
      isAfter(event.at, since),
  ).length;
}

/** Whether somebody waits for the draft of that version. */
export const isAskedFor = (log: readonly LoggedEvent[], version: number): boolean =>
  log.some(
    ({ event }) => event.kind === 'draft-requested' && event.version === version && event.asked === true,
  );

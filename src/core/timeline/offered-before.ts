import type { TimelineEntry } from './entry.js';

/** Said before the declaration and in the record still, so that somebody can choose whether it stays. */
export const isOfferedBefore = (entry: TimelineEntry): boolean =>
  entry.beforeDeclaration && !entry.withdrawn && !entry.redacted && entry.author !== null;

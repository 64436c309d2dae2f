import { type Case, MINUTE } from './case.js';
import { figuresIn } from './figures.js';
import type { Reading } from './reading.js';
import { likeness, shared } from './topic.js';

/**
 * Somebody said afterwards that it was wrong: a reply to it, its author soon after, or a message that shares its
 * words. A typed fact is taken back only by another of its kind.
 */
export function isTakenBack(now: Case, reading: Reading): boolean {
  if (reading.trust === 'command' && reading.entry.kind !== 'note') return false;
  return now.corrections.some((later) => {
    if (later.at <= reading.at || later === reading) return false;
    if (later.threadTs !== null && later.threadTs === reading.ts) return true;
    const words = shared(later.topic, reading.topic);
    if (later.speaker !== null && later.speaker === reading.speaker && later.at - reading.at <= 60 * MINUTE) {
      return words >= 1 || isQuickWord(later, reading);
    }
    return words >= 2 && (likeness(later.topic, reading.topic) >= 0.5 || sharesNumber(later, reading));
  });
}

/** "Sorry, wrong dashboard", right after a figure; an edit has put it right already. */
const isQuickWord = (later: Reading, reading: Reading): boolean =>
  later.at - reading.at <= 20 * MINUTE &&
  figuresIn(reading.text).length > 0 &&
  reading.entry.revisions.length <= 1;

const sharesNumber = (later: Reading, reading: Reading): boolean =>
  [...later.topic].some((word) => /^\d+$/.test(word) && reading.topic.has(word));

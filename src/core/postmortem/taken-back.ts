import { type Case, MINUTE } from './case.js';
import { figuresIn } from './figures.js';
import type { Reading } from './reading.js';
import { shared } from './topic.js';

/**
 * Somebody said afterwards that it was wrong: a reply to it, its author soon after, or a message that shares its
 * words. A command is taken back only by another command.
 */
export function isTakenBack(now: Case, reading: Reading): boolean {
  if (reading.trust === 'command') return false;
  return now.corrections.some((later) => {
    if (later.at <= reading.at || later === reading) return false;
    if (later.threadTs !== null && later.threadTs === reading.ts) return true;
    const words = shared(later.topic, reading.topic);
    const isQuick = later.at - reading.at <= 20 * MINUTE;
    const isOwn = later.speaker !== null && later.speaker === reading.speaker;
    return (
      words >= 2 ||
      (isOwn &&
        (words >= 1 || (isQuick && figuresIn(reading.text).length > 0 && editedAfter(reading) === false)))
    );
  });
}

/** An edit put it right already: the correction that was announced is in the text. */
const editedAfter = (reading: Reading): boolean => reading.entry.revisions.length > 1;

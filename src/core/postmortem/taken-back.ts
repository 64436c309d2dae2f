import { between, type Case, MINUTE } from './case.js';
import { figuresOf } from './figures-of.js';
import { denies } from './negation.js';
import type { Reading } from './reading.js';
import { likeness, shared } from './topic.js';

/**
 * Somebody said afterwards that it was wrong: a reply to it, its author soon after, or a message that shares its
 * words. A typed fact is taken back only by another of its kind.
 */
export function isTakenBack(now: Case, reading: Reading): boolean {
  if (reading.trust === 'command' && reading.entry.kind !== 'note') return false;
  if (hasDenyingReply(now, reading) || isShoutedDown(now, reading)) return true;
  return now.corrections.some((later) => {
    if (later.at <= lastWordOn(reading) || later === reading) return false;
    if (later.threadTs !== null && later.threadTs === reading.ts) return true;
    const words = shared(later.topic, reading.topic);
    if (later.speaker !== null && later.speaker === reading.speaker && later.at - reading.at <= 60 * MINUTE) {
      return words >= 1 || isQuickWord(later, reading);
    }
    return words >= 2 && (likeness(later.topic, reading.topic) >= 0.5 || sharesNumber(later, reading));
  });
}

/** When its text was last changed; an objection from before has been heard. */
const lastWordOn = (reading: Reading): number =>
  reading.entry.revisions.length > 1
    ? Math.max(reading.at, Number(reading.entry.revisions.at(-1)?.at ?? 0) * 1000)
    : reading.at;

/** A reply in its thread that says no, or gives another number for the same thing: whatever the language, it is in doubt. */
function hasDenyingReply(now: Case, reading: Reading): boolean {
  const all = reading.ts === null ? [] : (now.repliesTo.get(reading.ts) ?? []);
  const replies = all.filter((reply) => reply.at > lastWordOn(reading));
  if (replies.length === 0) return false;
  const figures = figuresOf(reading);
  if (figures.length === 0) return replies.some((reply) => OPENS_WITH_NO.test(reply.text));
  return replies.some(
    (reply) =>
      denies(reply.text) ||
      figuresOf(reply).some((own) =>
        figures.some((figure) => figure.unit === own.unit && figure.number !== own.number),
      ),
  );
}

/** "Wrong, …" among the next few words after a figure that nobody vouched for, by whomever and in whatever words. */
function isShoutedDown(now: Case, reading: Reading): boolean {
  if (reading.trust !== 'message' || figuresOf(reading).length === 0) return false;
  const from = lastWordOn(reading);
  return between(now.readings, from + 1, from + 10 * MINUTE)
    .slice(0, 5)
    .some((next) => next.entry.kind === 'message' && JUST_NO.test(next.text));
}

/** Stands alone or before a comma: "no customer names here" denies nothing. */
const JUST_NO =
  /^\W*(?:(?:no|nope|nah|wrong|nein|falsch|non|faux|não|nao|nel|errado|falso)\s*(?:[,.!:;…–—-]|$)|不是|不对|违|違|いや|いえ|아니)/iu;

const OPENS_WITH_NO =
  /^\W*(?:no|nope|nah|wrong|not (?:quite|really|true)|nein|falsch|stimmt nicht|non|faux|não|nao|nel|errado|falso|不是|不对|没有|违|違|いや|いえ|아니)(?!\p{L})/iu;

/** "Sorry, wrong dashboard", right after a figure; an edit has put it right already. */
const isQuickWord = (later: Reading, reading: Reading): boolean =>
  later.at - reading.at <= 20 * MINUTE &&
  figuresOf(reading).length > 0 &&
  reading.entry.revisions.length <= 1;

const sharesNumber = (later: Reading, reading: Reading): boolean =>
  [...later.topic].some((word) => /^\d+$/.test(word) && reading.topic.has(word));

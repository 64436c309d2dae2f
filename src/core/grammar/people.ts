import { type UserId, userId } from '../ids.js';
import { splitTail, trimmed } from './edges.js';

/** A mention as our plain text keeps it, or `@me` for the speaker. */
const PERSON = '<@([UW][A-Z0-9]+)>|@me(?![\\p{L}\\p{N}_-])';
const ANYWHERE = new RegExp(PERSON, 'iu');
const AT_START = new RegExp(`^(?:${PERSON})(?:[\\s:,;]+|[‐-―-]+(?=\\s|$))*`, 'iu');
const AT_END = new RegExp(
  `(?:^|[\\s,;:(‐-―-]+)(?:(?:owner|assignee)[:=]?\\s*)?(?:${PERSON})[\\s.,;:)!]*$`,
  'iu',
);

export interface FoundPerson {
  readonly user: UserId;
  /** What is left when the mention is taken out. */
  readonly rest: string;
}

/** The first person mentioned; the word `me` counts where nobody is. */
export function personIn(text: string, speaker: UserId): FoundPerson | null {
  const mention = ANYWHERE.exec(text);
  const match = mention ?? /^me(?=[\s.!,]|$)/i.exec(text) ?? /\sme[.!]?$/i.exec(text);
  if (!match) return null;
  const before = trimmed(text.slice(0, match.index));
  const after = trimmed(text.slice(match.index + match[0].length));
  return { user: personOf(match, speaker), rest: trimmed(`${before} ${after}`) };
}

/** A person mentioned as the very first thing. */
export function personAtStart(text: string, speaker: UserId): FoundPerson | null {
  const match = AT_START.exec(text);
  return match && { user: personOf(match, speaker), rest: text.slice(match[0].length) };
}

/** A person mentioned as the very last thing; of several, the last. */
export function personAtEnd(text: string, speaker: UserId): FoundPerson | null {
  const [head, tail] = splitTail(text);
  const match = AT_END.exec(tail);
  return match && { user: personOf(match, speaker), rest: head + tail.slice(0, match.index) };
}

/** Everybody mentioned, each once. */
export function peopleIn(text: string, speaker: UserId): readonly UserId[] {
  const mentions = text.matchAll(new RegExp(PERSON, 'giu'));
  return [...new Set([...mentions].map((match) => (match[1] === undefined ? speaker : userId(match[1]))))];
}

const personOf = (match: RegExpExecArray, speaker: UserId): UserId =>
  match[1] === undefined ? speaker : userId(match[1]);

import { isSimulatedPerson } from '../drill/simulated.js';
import { type IncidentId, type MessageTs, messageEntryId } from '../ids.js';
import { compareStamps, instantOf } from '../time/stamp.js';
import { type EntryKind, type Mark, type Origin, type TimelineEntry, UNTOUCHED } from './entry.js';
import type { Author, MessageContent, SlackFact } from './facts.js';
import { withMark } from './marks.js';
import { lastTold, withTelling } from './revisions.js';
import { ALL_PINS, PIN, signOfReaction } from './signs.js';

/** A fact about one message; the others are about the channel. */
export type MessageFact = Extract<SlackFact, { readonly ts: MessageTs }>;

export const isMessageFact = (fact: SlackFact): fact is MessageFact => 'ts' in fact;

/** What the caller knows besides the fact. */
export interface Observation {
  readonly incident: IncidentId;
  readonly recordedAt: Date;
  readonly beforeDeclaration: boolean;
}

/**
 * The entry of a message after one more fact about it. A join: whatever the order of arrival, and however
 * often a fact arrives, the same facts end in the same entry, recorded when the first of them came.
 * Returns `entry` itself when the fact tells nothing new.
 */
export function observe(entry: TimelineEntry | null, fact: MessageFact, about: Observation): TimelineEntry {
  const before = entry ?? unheardOf(fact, about);
  const after = learn(before, fact);
  const isEarlier = about.recordedAt < after.recordedAt;
  const beforeDeclaration = after.beforeDeclaration || about.beforeDeclaration;
  if (!isEarlier && beforeDeclaration === after.beforeDeclaration) return after;
  return { ...after, recordedAt: isEarlier ? about.recordedAt : after.recordedAt, beforeDeclaration };
}

/** The entry of a message of which nothing is known but its stamp. */
function unheardOf(fact: MessageFact, about: Observation): TimelineEntry {
  return {
    id: messageEntryId(fact.channel, fact.ts),
    incident: about.incident,
    kind: 'message',
    origin: { kind: 'message', channel: fact.channel, ts: fact.ts, threadTs: null },
    author: null,
    text: '',
    occurredAt: instantOf(fact.ts),
    recordedAt: about.recordedAt,
    backdated: false,
    revisions: [],
    ...UNTOUCHED,
    files: [],
    masked: 0,
    beforeDeclaration: about.beforeDeclaration,
    detail: {},
  };
}

function learn(entry: TimelineEntry, fact: MessageFact): TimelineEntry {
  switch (fact.kind) {
    case 'message-posted':
      return tell(entry, fact.ts, fact.message);
    case 'message-edited':
      return tell(entry, fact.at, fact.message);
    case 'message-deleted':
      return entry.withdrawn ? entry : { ...entry, withdrawn: true };
    case 'pin-added': {
      const told = fact.message === null ? entry : tell(entry, fact.at, fact.message);
      return mark(told, { sign: PIN, by: fact.by, on: true, at: fact.at });
    }
    case 'pin-removed':
      return mark(entry, { sign: fact.stillPinned ? PIN : ALL_PINS, by: fact.by, on: false, at: fact.at });
    case 'reaction-added':
    case 'reaction-removed':
      return mark(entry, {
        sign: signOfReaction(fact.emoji),
        by: fact.by,
        on: fact.kind === 'reaction-added',
        at: fact.at,
      });
  }
}

function mark(entry: TimelineEntry, next: Mark): TimelineEntry {
  const marks = withMark(entry.marks, next);
  return marks === entry.marks ? entry : { ...entry, marks };
}

/** Adds what a message said at `at`. The newest telling gives author, text and files. */
function tell(entry: TimelineEntry, at: MessageTs, message: MessageContent): TimelineEntry {
  const origin = withThread(entry.origin, message.threadTs);
  // Its words are gone for good: only who said it may still be news, where nothing but a mark was known.
  if (entry.redacted) {
    const author = entry.author ?? message.author;
    if (origin === entry.origin && author === entry.author) return entry;
    return { ...entry, origin, author, kind: kindHeard(entry.kind, author) };
  }
  const revisions = withTelling(entry.revisions, { at, text: message.text });
  const placed =
    origin === entry.origin && revisions === entry.revisions ? entry : { ...entry, origin, revisions };
  return isNewest(entry, at, message) ? { ...placed, ...shown(entry, message) } : placed;
}

/** What an entry shows of its newest telling; what a person put right holds against it. */
function shown(
  { kind, corrected }: TimelineEntry,
  message: MessageContent,
): Pick<TimelineEntry, 'kind' | 'author' | 'text' | 'files' | 'masked'> {
  const { author, files, masked } = message;
  const text = corrected?.text ?? message.text;
  return { kind: kindHeard(kind, author), author, text, files, masked };
}

function kindHeard(kind: EntryKind, author: Author): EntryKind {
  if (kind !== 'message' && kind !== 'alert') return kind;
  return author.kind === 'bot' && !isSimulatedPerson(author) ? 'alert' : 'message';
}

/** Whether this telling is newer than all before it; a tie under one stamp is settled by its content. */
function isNewest(entry: TimelineEntry, at: MessageTs, message: MessageContent): boolean {
  const last = lastTold(entry.revisions);
  if (last === null) return true;
  const order = compareStamps(at, last);
  if (order !== 0) return order > 0;
  const told = entry.revisions.at(-1)?.text ?? '';
  if (message.text !== told) return message.text > told;
  return weight(message) > weight(entry);
}

/** Content beyond the text, in a fixed order, to compare two tellings of one stamp. */
function weight({ author, files, masked }: Pick<TimelineEntry, 'author' | 'files' | 'masked'>): string {
  const who = author === null ? [] : [author.kind, author.kind === 'bot' ? author.name : author.user];
  return JSON.stringify([who, files.map((file) => [file.name, file.type, file.link]), masked]);
}

/** Slack names a thread's first message as its own thread once it has replies: that makes it no reply. */
function withThread(origin: Origin, threadTs: MessageTs | null): Origin {
  if (origin.kind !== 'message' || threadTs === null || threadTs === origin.ts) return origin;
  if (origin.threadTs !== null && origin.threadTs >= threadTs) return origin;
  return { ...origin, threadTs };
}

import type { UserId } from '../ids.js';
import type { EntryKind, TimelineEntry } from '../timeline/entry.js';
import { isPinned, type Sign, signsOn } from '../timeline/signs.js';
import { type Cue, cuesIn } from './cues.js';
import { type Label, labelOf } from './label.js';
import type { Claim, ClaimStatus, Hedge, Source } from './model.js';
import { beginningOf, excerpt, type NameOf, quotable, withoutAddresses } from './quote.js';
import { topicOf } from './topic.js';

/** Why an entry is trusted, strongest first. */
export type Trust = 'command' | 'alert' | 'pin' | 'reaction' | 'message';

/** An entry of the record, read once: what it says, how far it is trusted, what it may be about. */
export interface Reading {
  readonly entry: TimelineEntry;
  readonly id: string;
  readonly at: number;
  readonly text: string;
  readonly trust: Trust;
  /** Meanings of its pins and agreed reactions. */
  readonly signs: ReadonlySet<Sign>;
  readonly cues: ReadonlySet<Cue>;
  readonly topic: ReadonlySet<string>;
  readonly speaker: UserId | null;
  /** What its first words say that it is. */
  readonly label: Label | null;
  /** Ends as a question. */
  readonly asks: boolean;
  readonly threadTs: string | null;
  readonly ts: string | null;
}

/** So much of a text is read, in characters: a pasted log of a hundred pages tells no more than its beginning. */
const RAW_LIMIT = 8000;
const READ_LIMIT = 3000;

function trustOf(entry: TimelineEntry, signs: ReadonlySet<Sign>): Trust {
  if (entry.kind !== 'message' && entry.kind !== 'alert') return 'command';
  if (isPinned(entry)) return 'pin';
  if (signs.size > 0) return 'reaction';
  return entry.kind === 'alert' ? 'alert' : 'message';
}

/** Names and topics of a channel are set for other ends than to tell what happened. */
const MACHINERY: ReadonlySet<EntryKind> = new Set(['renamed', 'topic', 'archived', 'unarchived']);

export function readEntry(entry: TimelineEntry, nameOf: NameOf): Reading {
  const said = MACHINERY.has(entry.kind) ? '' : entry.text;
  const text = beginningOf(quotable(beginningOf(said, RAW_LIMIT), nameOf), READ_LIMIT);
  const words = withoutAddresses(text);
  const signs = signsOn(entry);
  return {
    entry,
    id: entry.id,
    at: entry.occurredAt.getTime(),
    text,
    trust: trustOf(entry, signs),
    signs,
    cues: cuesIn(words),
    topic: topicOf(words),
    label: labelOf(words),
    speaker: entry.author?.kind === 'person' ? entry.author.user : null,
    asks: /[?？]\s*(?:\p{P}|\p{Extended_Pictographic}|\s)*$/u.test(words),
    threadTs: entry.origin.kind === 'message' ? entry.origin.threadTs : null,
    ts: entry.origin.kind === 'message' ? entry.origin.ts : null,
  };
}

export const has = (reading: Reading, ...cues: readonly Cue[]): boolean =>
  cues.some((cue) => reading.cues.has(cue));

/** Whether a person vouched for it. An alert speaks for itself in the timeline, but vouches for no cause. */
export const isVouched = (reading: Reading): boolean =>
  reading.trust === 'command' || reading.trust === 'pin' || reading.trust === 'reaction';

export const statusOf = (reading: Reading): ClaimStatus => (isVouched(reading) ? 'stated' : 'proposed');

export const sourceOf = (reading: Reading): Source => ({ kind: reading.trust, record: reading.id });

function hedgeOf(text: string): Hedge {
  const cues = cuesIn(text);
  if (!cues.has('hedge')) return 'plain';
  return /suspect|guess|maybe|might|could be|perhaps/i.test(text) ? 'suspected' : 'likely';
}

/** Longest quote in a section, in characters. */
export const QUOTE_LIMIT = 320;

/** A claim that quotes one reading, whole or the given part of it. */
export function claimFrom(section: string, reading: Reading, part: string = reading.text): Claim {
  const text = excerpt(part, QUOTE_LIMIT);
  return {
    id: `${section}:${reading.id}`,
    text,
    status: statusOf(reading),
    sources: [sourceOf(reading)],
    hedge: hedgeOf(text),
    by: reading.speaker,
    at: new Date(reading.at).toISOString(),
  };
}

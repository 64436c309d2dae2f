import { type ChannelId, type EntryId, entryId, type MessageTs, type UserId } from '../ids.js';
import { instantOf } from '../time/stamp.js';
import { readWhen } from './backdate.js';
import { type Origin, type TimelineEntry, UNTOUCHED } from './entry.js';
import type { SlackFact } from './facts.js';
import { type LineSlot, lineSlots } from './line-slots.js';
import { markersIn } from './markers.js';
import { isMessageFact } from './observe.js';
import { spokenTask } from './spoken-task.js';

/** Set on a derived entry whose line is gone from the message, so that it comes back with the line. */
const GONE = 'gone';

/** What is known besides the message and its derived entries. */
export interface MarkedContext {
  /** IANA zone of the message's author, in which its clock times are read. */
  readonly authorZone: string;
  /** IANA zone in which due dates are read. */
  readonly incidentZone: string;
  readonly recordedAt: Date;
}

/** A message in which a person may mark lines. */
export type Markable = TimelineEntry & {
  readonly author: { readonly kind: 'person'; readonly user: UserId };
  readonly origin: Extract<Origin, { kind: 'message' }>;
};

/** Bots mark nothing, nor does what was said before the declaration. */
export const isMarkable = (entry: TimelineEntry): entry is Markable =>
  entry.kind === 'message' &&
  entry.author?.kind === 'person' &&
  entry.origin.kind === 'message' &&
  !entry.beforeDeclaration &&
  !entry.redacted;

const PREFIX = 'marked:';

/** The id of the entry of marked line `n` of a message, counted from 0 in the order in which they came into it. */
export const markedEntryId = (channel: ChannelId, ts: MessageTs, n: number): EntryId =>
  entryId(`${PREFIX}${channel}:${ts}:${n}`);

export const isMarkedEntry = ({ id }: Pick<TimelineEntry, 'id'>): boolean => id.startsWith(PREFIX);

/** The ids of all entries that a message's marked lines have, or ever had. Empty for nearly every message. */
export const markedEntryIds = ({ origin, revisions }: Markable): readonly EntryId[] =>
  lineSlots(revisions).map((_, n) => markedEntryId(origin.channel, origin.ts, n));

/** The person whose zone should be known before this fact is recorded: they marked a line, which may begin with a time. */
export function authorToKnow(fact: SlackFact): UserId | null {
  if (!isMessageFact(fact) || !('message' in fact) || fact.message === null) return null;
  const { author, text } = fact.message;
  return author.kind === 'person' && markersIn(text).length > 0 ? author.user : null;
}

/**
 * The entries of a message's marked lines that are new or have changed; `known` are those that there are. They
 * follow the message: its edits, and its deletion. What people did to them (corrections, hiding, undo) holds.
 */
export function markedEntries(
  entry: Markable,
  known: readonly TimelineEntry[],
  about: MarkedContext,
): readonly TimelineEntry[] {
  const { channel, ts } = entry.origin;
  return lineSlots(entry.revisions).flatMap((slot, n) => {
    const id = markedEntryId(channel, ts, n);
    const before = known.find((other) => other.id === id) ?? null;
    if (before?.redacted) return [];
    if (!slot.isThere || entry.withdrawn) return before === null || before.withdrawn ? [] : [gone(before)];
    const next = merged(before, fresh(entry, id, slot, about));
    return before !== null && isSame(before, next) ? [] : [next];
  });
}

const gone = (entry: TimelineEntry): TimelineEntry => ({
  ...entry,
  withdrawn: true,
  detail: { ...entry.detail, [GONE]: 'yes' },
});

/** Whether the line's absence took it back, and no person. */
const isGone = (entry: TimelineEntry): boolean => entry.detail[GONE] === 'yes';

/** The entry as the line now has it, with what people have done to the one before. */
function merged(before: TimelineEntry | null, line: TimelineEntry): TimelineEntry {
  if (before === null) return line;
  const { corrected, hidden, marks, recordedAt } = before;
  const followUp = before.detail['followUp'];
  return {
    ...line,
    text: corrected?.text ?? line.text,
    occurredAt: corrected?.occurredAt ?? line.occurredAt,
    backdated: line.backdated || (corrected?.occurredAt ?? null) !== null,
    withdrawn: before.withdrawn && !isGone(before),
    corrected,
    hidden,
    marks,
    recordedAt,
    detail: followUp === undefined ? line.detail : { ...line.detail, followUp },
  };
}

/** The entry of a line, made of nothing but the message: the same tellings give the same entry in any order. */
function fresh(entry: Markable, id: EntryId, line: LineSlot, about: MarkedContext): TimelineEntry {
  const { kind, text: written } = line.marker;
  const at = instantOf(line.revisions.at(-1)?.at ?? entry.origin.ts);
  const speaker = entry.author.user;
  const task = kind === 'task' ? spokenTask(written, { at, speaker, zone: about.incidentZone }) : null;
  const when = kind === 'task' ? null : timeIn(written, kind, { at, zone: about.authorZone });
  return {
    id,
    incident: entry.incident,
    kind,
    origin: entry.origin,
    author: entry.author,
    text: task?.text ?? when?.rest ?? written,
    occurredAt: when?.at ?? entry.occurredAt,
    recordedAt: about.recordedAt,
    backdated: when !== null,
    revisions: line.revisions,
    ...UNTOUCHED,
    files: [],
    masked: 0,
    beforeDeclaration: false,
    detail: {
      ...(task?.owner ? { owner: task.owner } : {}),
      ...(task?.due ? { due: task.due } : {}),
    },
  };
}

/** Kinds that say something by their time alone. */
const WORDLESS = new Set(['started', 'detected']);

/** The time at the line's start; one that is unclear or to come stays part of the text, since nobody is there to ask. */
function timeIn(
  text: string,
  kind: string,
  { at, zone }: { readonly at: Date; readonly zone: string },
): { readonly at: Date; readonly rest: string } | null {
  const when = readWhen(text, { now: at, speakerZone: zone });
  if (when.kind !== 'at' || (when.rest === '' && !WORDLESS.has(kind))) return null;
  return { at: when.at, rest: when.rest };
}

const isSame = (one: TimelineEntry, other: TimelineEntry): boolean => canonical(one) === canonical(other);

/** What the line gives; the rest is taken over from the entry before. Detail is sorted: the store keeps no order. */
const canonical = (entry: TimelineEntry): string =>
  JSON.stringify([
    entry.kind,
    entry.text,
    entry.occurredAt.getTime(),
    entry.backdated,
    entry.withdrawn,
    entry.author?.kind === 'person' ? entry.author.user : null,
    entry.origin.kind === 'message' ? entry.origin.threadTs : null,
    entry.revisions.map(({ at, text }) => [at, text]),
    Object.entries(entry.detail).sort(([one], [other]) => (one < other ? -1 : 1)),
  ]);

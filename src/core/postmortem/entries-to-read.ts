import type { EntryId } from '../ids.js';
import type { TimelineEntry } from '../timeline/entry.js';
import { isMarkedEntry } from '../timeline/marked-lines.js';
import { unmarkedIn } from '../timeline/markers.js';

/** Neither taken back nor put aside nor emptied. */
const stands = (entry: TimelineEntry): boolean => !entry.withdrawn && !entry.hidden && !entry.redacted;

const isTalk = (entry: TimelineEntry): boolean => entry.kind === 'message' || entry.kind === 'alert';

/** The message that an entry is, or was made from. */
const messageOf = ({ origin }: TimelineEntry): string | null =>
  origin.kind === 'message' ? `${origin.channel} ${origin.ts}` : null;

/** Typed entries by the message from which they were made. */
interface Made {
  /** By its marked lines, whatever became of them. */
  readonly marked: readonly EntryId[];
  /** The one that stands for all of it ("Add to timeline"). */
  readonly whole: TimelineEntry | null;
}

/**
 * The entries that a draft is made of. What was lifted out of a message is told by its typed entries, and not read
 * a second time as talk: marked lines leave the message, and what was made from all of it takes its place, with
 * its pins and reactions.
 */
export function entriesToRead(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const made = madeFrom(entries);
  const standsFor = new Map<EntryId, TimelineEntry>();
  const read: TimelineEntry[] = [];
  for (const entry of entries.filter(stands)) {
    const place = isTalk(entry) ? messageOf(entry) : null;
    const from = place === null ? undefined : made.get(place);
    if (from === undefined) {
      read.push(entry);
      continue;
    }
    if (from.whole !== null) {
      standsFor.set(from.whole.id, entry);
      continue;
    }
    const rest = unmarkedIn(entry.text);
    if (rest !== '' || entry.files.length > 0) read.push({ ...entry, text: rest });
    else for (const id of from.marked) standsFor.set(id, entry);
  }
  return read.map((entry) => {
    const message = standsFor.get(entry.id);
    return message === undefined ? entry : { ...entry, marks: message.marks };
  });
}

/** Of several, always the same one takes the message's place. */
const first = (one: TimelineEntry | null, other: TimelineEntry): TimelineEntry =>
  one !== null && one.id < other.id ? one : other;

function madeFrom(entries: readonly TimelineEntry[]): ReadonlyMap<string, Made> {
  const made = new Map<string, Made>();
  for (const entry of entries) {
    const place = isTalk(entry) ? null : messageOf(entry);
    if (place === null) continue;
    const known = made.get(place) ?? { marked: [], whole: null };
    if (isMarkedEntry(entry)) made.set(place, { ...known, marked: [...known.marked, entry.id] });
    else if (stands(entry)) made.set(place, { ...known, whole: first(known.whole, entry) });
  }
  return made;
}

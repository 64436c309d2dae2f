import type { Revision } from './entry.js';
import { type Marker, markersIn } from './markers.js';
import { withTelling } from './revisions.js';

/** One marked line of a message through all of the message's edits. */
export interface LineSlot {
  /** The line as it was last seen. */
  readonly marker: Marker;
  /** False while the newest text of the message lacks it. */
  readonly isThere: boolean;
  /** What the line has said so far, as written. */
  readonly revisions: readonly Revision[];
}

const isSame = (one: Marker, other: Marker): boolean => one.kind === other.kind && one.text === other.text;

/**
 * The marked lines of a message, in the order in which they came into it. A line keeps its place whatever is
 * inserted above it; one that is written otherwise stays the same line. Made of the message's texts alone.
 */
export function lineSlots(revisions: readonly Revision[]): readonly LineSlot[] {
  let slots: readonly LineSlot[] = [];
  for (const { at, text } of revisions) {
    const lines = markersIn(text);
    if (lines.length > 0 || slots.length > 0) slots = placed(slots, lines, at);
  }
  return slots;
}

function placed(
  slots: readonly LineSlot[],
  lines: readonly Marker[],
  at: Revision['at'],
): readonly LineSlot[] {
  const next = new Map<number, Marker>();
  const edited: Marker[] = [];
  for (const line of lines) {
    const same = slots.findIndex((slot, n) => !next.has(n) && isSame(slot.marker, line));
    if (same < 0) edited.push(line);
    else next.set(same, line);
  }
  let count = slots.length;
  for (const line of edited) {
    const open = slots.findIndex((slot, n) => !next.has(n) && slot.isThere);
    next.set(open < 0 ? count++ : open, line);
  }
  return Array.from({ length: count }, (_, n) => slotAfter(slots[n], next.get(n), at)).flatMap(
    (slot) => slot ?? [],
  );
}

function slotAfter(
  slot: LineSlot | undefined,
  line: Marker | undefined,
  at: Revision['at'],
): LineSlot | undefined {
  if (line === undefined) return slot && { ...slot, isThere: false };
  const told = withTelling(slot?.revisions ?? [], { at, text: line.text });
  // Told again it is no news, since the message keeps those stamps.
  return { marker: line, isThere: true, revisions: told.map(({ at, text }) => ({ at, text })) };
}

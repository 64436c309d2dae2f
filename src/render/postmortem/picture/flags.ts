/** A label above the axis: it begins at the event's place and runs to the right. */
export interface Flag {
  readonly x: number;
  readonly width: number;
  /** Place in time among those that begin together. */
  readonly order: number;
}

const APART = 10;

/**
 * The lane of each flag, 0 nearest to the axis. Flags are in order of time. A flag stands above all those that begin
 * below it, so that none overlaps another, no stem crosses a label, and a group reads from top to bottom.
 */
export function lanesOf(flags: readonly Flag[]): readonly number[] {
  const lanes: number[] = [];
  for (let i = flags.length - 1; i >= 0; i--) {
    const flag = flags[i];
    if (flag === undefined) continue;
    let lane = 0;
    for (let j = i + 1; j < flags.length; j++) {
      const other = flags[j];
      if (other !== undefined && other.x <= flag.x + flag.width + APART)
        lane = Math.max(lane, (lanes[j] ?? 0) + 1);
    }
    lanes[i] = lane;
  }
  return lanes;
}

/** Adds flags, the most important first, as long as they need no more than `most` lanes; answers them in order of time. */
export function chooseFlags<T extends Flag>(byImportance: readonly T[], most: number): readonly T[] {
  let chosen: readonly T[] = [];
  for (const flag of byImportance) {
    const more = [...chosen, flag].toSorted((a, b) => a.x - b.x || a.order - b.order);
    if (lanesOf(more).every((lane) => lane < most)) chosen = more;
  }
  return chosen;
}

/** How wide each flag could be: up to the next flag or stem in its lane, or to the edge of the picture. */
export function roomsOf(flags: readonly Flag[], lanes: readonly number[], edge: number): readonly number[] {
  return flags.map((flag, i) => {
    const next = flags.find((_, j) => j > i && (lanes[j] ?? 0) >= (lanes[i] ?? 0));
    return next === undefined ? edge - flag.x : next.x - flag.x - APART;
  });
}

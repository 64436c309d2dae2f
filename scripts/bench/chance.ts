/** Chance that is the same in every run. */
export interface Chance {
  /** 0 up to, not including, 1. */
  next(): number;
  /** True so often out of one. */
  happens(share: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
}

/** Mulberry32: small, and even enough for texts and times. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    happens: (share) => next() < share,
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
  };
}

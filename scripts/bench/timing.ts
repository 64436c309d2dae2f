/** What the rounds of one work took, in ms. */
export interface Took {
  /** By the clock: the least is what this machine can do, the median what it did. */
  readonly least: number;
  readonly median: number;
  /** On all processors together, the least: what one core would take for everything, collecting garbage included. */
  readonly cpu: number;
}

/** Times works in turn, round by round, so that a slow moment of the machine falls on all of them. */
export function timeInTurn(
  works: ReadonlyMap<string, () => unknown>,
  rounds: number,
): ReadonlyMap<string, Took> {
  const took = new Map([...works.keys()].map((name): [string, Round[]] => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, work] of works) {
      const measured = measure(work);
      // The first round warms up.
      if (round >= 0) took.get(name)?.push(measured);
    }
  }
  return new Map([...took].map(([name, measured]) => [name, summed(measured)]));
}

interface Round {
  readonly clock: number;
  readonly cpu: number;
}

function measure(work: () => unknown): Round {
  const before = process.cpuUsage();
  const began = performance.now();
  work();
  const clock = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  return { clock, cpu: (user + system) / 1000 };
}

function summed(rounds: readonly Round[]): Took {
  const clock = rounds.map((round) => round.clock).toSorted((a, b) => a - b);
  return {
    least: clock[0] ?? Number.NaN,
    median: clock[clock.length >> 1] ?? Number.NaN,
    cpu: Math.min(...rounds.map((round) => round.cpu)),
  };
}

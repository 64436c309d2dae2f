import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { SPOKEN_TIMES } from './spoken-times.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Of a child process: Jest does not let a test change the zone of its own. */
function readIn(processZone: string): { readonly hour: number; readonly read: readonly string[][] } {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', './test/run-typescript.mjs', 'test/core/time/read-spoken-times.ts'],
    { cwd: ROOT, env: { ...process.env, TZ: processZone }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

const zones = new Set(SPOKEN_TIMES.map(({ zone }) => zone));
const inputs = SPOKEN_TIMES.flatMap(({ said }) => said);

it('the table has its 150 inputs in eight zones and more', () => {
  expect(inputs.length).toBeGreaterThanOrEqual(150);
  expect(zones.size).toBeGreaterThanOrEqual(8);
});

describe.each([
  ['UTC', 12],
  ['America/St_Johns', 15],
  ['Australia/Lord_Howe', 1],
])('in a process whose zone is %s', (processZone, noonInUtc) => {
  it('every time means what a person there means by it', () => {
    const { hour, read } = readIn(processZone);
    const asRead = SPOKEN_TIMES.map(({ zone, now, wall, said }, index) => ({
      zone,
      now,
      wall,
      said: said.map(([words], place) => [words, read[index]?.[place]]),
    }));

    expect(hour).toBe(noonInUtc);
    expect(asRead).toEqual(SPOKEN_TIMES);
  });
});

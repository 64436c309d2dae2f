import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openStore } from '../../src/store/open.js';
import { preparedDatabase, silentLog } from '../open-test-store.js';
import { at, inc1 } from './values.js';

const here = path.dirname(fileURLToPath(import.meta.url));
const runTypescript = pathToFileURL(path.join(here, '..', 'run-typescript.mjs')).href;

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'debrief crash '));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** What the writer had been promised before it died. */
interface Promised {
  readonly kept: readonly string[];
  readonly done: readonly string[];
  readonly sending: readonly string[];
}

/** Runs the writer until it kills itself, or until it has said `lines` lines and is killed. */
async function runUntilKilled(where: string, after: number, lines: number | null): Promise<Promised> {
  const program = [path.join(here, 'crashing-writer.ts'), dir, preparedDatabase ?? '', where, String(after)];
  const writer = spawn(process.execPath, ['--import', runTypescript, ...program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: Record<string, string[]> = {};
  let left = lines ?? Number.POSITIVE_INFINITY;
  for await (const line of createInterface({ input: writer.stdout })) {
    const [verb = '', key = ''] = line.split(' ');
    said[verb] = [...(said[verb] ?? []), key];
    left -= 1;
    if (left === 0) writer.kill('SIGKILL');
  }
  return { kept: said['kept'] ?? [], done: said['done'] ?? [], sending: said['sending'] ?? [] };
}

/** Where the writer kills itself, after how many deliveries; or after how many lines it is killed. */
const ROUNDS: readonly [string, number, number | null][] = [
  ['kept', 1, null],
  ['inside', 10, null],
  ['never', 0, 30],
  ['sending', 20, null],
  ['inside', 40, null],
  ['never', 0, 101],
];

describe('a process that is killed', () => {
  const kept = new Set<string>();
  const done = new Set<string>();

  it.each(ROUNDS)(
    'at "%s" after %i deliveries has lost nothing and done nothing twice',
    async (where, after, lines) => {
      const promised = await runUntilKilled(where, after, lines);
      for (const key of promised.kept) kept.add(key);
      for (const key of promised.done) done.add(key);

      const store = await openStore(`file:${dir}`, { log: silentLog });
      const waiting = (await store.waitingDeliveries(at(0), 10_000)).map(({ key }) => String(key));
      const entries = (await store.entries(inc1)).map(({ id }) => id.replace('delivery:', ''));
      const calls = await store.dueCalls(at(0), 10_000, []);
      const incident = await store.incident(inc1);
      await store.close();

      // Everything that was acknowledged is there: in the record, or still waiting for it, and never both.
      expect(promised.kept.length).toBeGreaterThan(0);
      expect(promised.sending.length > 0).toBe(where === 'sending');
      expect([...kept].filter((key) => !waiting.includes(key) && !entries.includes(key))).toEqual([]);
      expect(entries.filter((key) => waiting.includes(key))).toEqual([]);
      expect([...done].filter((key) => !entries.includes(key))).toEqual([]);
      // The entry, the debt and the incident's own row came together or not at all.
      expect(incident?.lastSeq).toBe(entries.length);
      expect(calls.map(({ key }) => key.replace('card:', '')).sort()).toEqual([...entries].sort());
      // What may have been sent is marked as such, and nothing else is.
      const interrupted = calls.filter((call) => call.interrupted).map(({ key }) => key);
      expect(interrupted).toEqual(expect.arrayContaining([...promised.sending]));
    },
    60_000,
  );
});

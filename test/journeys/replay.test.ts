import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoIncident } from '../../src/replay/demo-incident.js';
import { type Replay, type ReplayOptions, replayScenario } from '../../src/replay/replay-scenario.js';
import type { Scenario } from '../../src/replay/scenario.js';
import { openLog } from '../../src/telemetry/log.js';
import { preparedDatabase } from '../open-test-store.js';
import { chooseServer, startServer } from '../store/throw-away-server.js';

const choice = chooseServer();
const lines: string[] = [];
const log = openLog('debug', { write: (line: string) => void lines.push(line) });
const replay = (scenario: Scenario, options: Partial<ReplayOptions> = {}) =>
  replayScenario(scenario, {
    mode: 'http',
    log,
    ...(preparedDatabase !== null && { preparedDatabase }),
    ...options,
  });

/** An incident in which people paste what they should not. */
const SECRETS = [
  'Qu1et-Harbour-77',
  'mara.lind@mailbox.example',
  '+353 1 555 0142',
  'AKIAQ3EGZXCVBN4T5YHU',
  'hunter2-staging',
];
const careless: Scenario = {
  ...demoIncident,
  events: [
    ...demoIncident.events.slice(0, 9),
    {
      at: '2026-03-12T09:20:00Z',
      by: 'tom',
      do: 'message',
      ref: 's1',
      text: `ask ${SECRETS[1]} or call ${SECRETS[2]}`,
    },
    {
      at: '2026-03-12T09:20:10Z',
      by: 'tom',
      do: 'command',
      text: `/incident note key ${SECRETS[3]} is in the runbook`,
    },
    {
      at: '2026-03-12T09:20:20Z',
      by: 'tom',
      do: 'file',
      ref: 's2',
      name: 'notes.txt',
      text: `postgres://shop:${SECRETS[4]}@db.internal/shop`,
    },
    { at: '2026-03-12T09:20:30Z', by: 'ines', do: 'pin', target: 's1' },
    ...demoIncident.events.slice(9),
  ],
};

let calm: Replay;
beforeAll(async () => {
  calm = await replay(demoIncident);
});

test('the built-in incident ends with a posted draft whose every statement cites its source', () => {
  const claims = [
    ...calm.evaluation.timeline,
    ...calm.evaluation.impact,
    ...calm.evaluation.causes,
    ...calm.evaluation.resolution,
    ...calm.evaluation.actions,
  ];

  expect(claims.length).toBeGreaterThan(15);
  expect(claims.filter((claim) => claim.from.length === 0)).toEqual([]);
  expect(calm.markdown).toContain('# Postmortem: Photo uploads fail');
  expect(calm.evaluation.window).toEqual({
    start: expect.stringContaining('2026-03-12T09:1'),
    end: expect.stringContaining('2026-03-12T10:05:00'),
  });
});

test.each([
  ['over Socket Mode', { mode: 'socket' }],
  ['with each delivery sent twice', { duplicate: true }],
  ['with neighbours swapped', { swapNeighbours: true }],
  ['with both, over Socket Mode', { mode: 'socket', duplicate: true, swapNeighbours: true }],
] as const)('%s the draft is the same', async (_, options) => {
  const other = await replay(demoIncident, options);

  expect(other.evaluation).toEqual(calm.evaluation);
});

(choice.kind === 'none' ? test.skip : test)('on a PostgreSQL server the draft is the same', async () => {
  const server = await startServer(choice);
  try {
    const other = await replay(demoIncident, { databaseUrl: await server.createDatabase() });

    expect(other.evaluation).toEqual(calm.evaluation);
  } finally {
    await server.stop();
  }
});

test('what people should not have pasted is nowhere: database files, log, messages, files', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'debrief-secrets-'));
  try {
    const result = await replay(careless, { databaseUrl: `file:${join(folder, 'data')}` });

    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const bytes = Buffer.concat(files.map((entry) => readFileSync(join(entry.parentPath, entry.name))));
    const botSaid = [result.markdown, JSON.stringify(result.evaluation), ...lines].join('\n');
    expect(bytes.includes('is in the runbook')).toBe(true);
    for (const secret of SECRETS) {
      expect([secret, bytes.includes(secret)]).toEqual([secret, false]);
      expect(botSaid).not.toContain(secret);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the log holds no message text and no names', () => {
  const said = demoIncident.events.flatMap((event) =>
    event.text && event.text.length > 20 ? [event.text.slice(-20)] : [],
  );

  expect(lines.length).toBeGreaterThan(0);
  for (const text of said) expect(lines.join('\n')).not.toContain(text);
});

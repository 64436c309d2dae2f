import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { replayScenario } from '../src/replay/replay-scenario.js';
import { readScenario } from '../src/replay/scenario.js';
import { openLog } from '../src/telemetry/log.js';

const USAGE = `usage: npm run replay -- SCENARIO.json [--mode http|socket] [--out DIR] [--duplicate] [--swap]

Plays an incident through the running bot, in virtual time, against a simulated Slack on this machine.
Writes postmortem.md, postmortem.json, record.json, transcript.md, evaluation.json and stats.json into DIR (default: out/SCENARIO).
  --duplicate  every delivery comes twice
  --swap       neighbouring events change places`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mode: { type: 'string', default: 'http' },
    out: { type: 'string' },
    duplicate: { type: 'boolean', default: false },
    swap: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const [file] = positionals;
const { mode } = values;
if (values.help || !file || (mode !== 'http' && mode !== 'socket')) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(values.help ? 0 : 2);
}

const began = performance.now();
const scenario = readScenario(readFileSync(file, 'utf8'));
const out = values.out ?? path.join('out', scenario.id);
mkdirSync(out, { recursive: true });
const replay = await replayScenario(scenario, {
  mode,
  log: openLog('warn'),
  duplicate: values.duplicate,
  swapNeighbours: values.swap,
});
const seconds = Math.round((performance.now() - began) / 100) / 10;
const write = (name: string, content: string): void => writeFileSync(path.join(out, name), content);
write('postmortem.md', replay.markdown);
write('postmortem.json', `${JSON.stringify(replay.document, null, 2)}\n`);
write('record.json', `${JSON.stringify(replay.record, null, 1)}\n`);
write('transcript.md', replay.transcript);
write('evaluation.json', `${JSON.stringify(replay.evaluation, null, 1)}\n`);
write('stats.json', `${JSON.stringify({ ...replay.stats, mode, seconds }, null, 1)}\n`);
process.stdout.write(
  `${scenario.id} by ${mode}: ${replay.stats.events} events in ${seconds} s, written to ${out}\n`,
);
process.exit(0);

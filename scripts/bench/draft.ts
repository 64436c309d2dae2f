// How the draft and its Markdown file grow with the incident: time against a floor of the same run, and memory
// against the record.
//
//   npm run bench -- draft [--rounds N]

import { parseArgs } from 'node:util';
import { openCase } from '../../src/core/postmortem/case.js';
import { draftPostmortem } from '../../src/core/postmortem/draft.js';
import type { IncidentRecord } from '../../src/core/record.js';
import { renderMarkdown } from '../../src/render/postmortem/render-markdown.js';
import { ABSURD_INCIDENTS } from './absurd-incidents.js';
import { bigIncident } from './big-incident.js';
import { growthOf } from './growth.js';
import { allocatedBy, keptBy } from './heap.js';
import { printTable } from './print-table.js';
import { type Took, timeInTurn } from './timing.js';

const SIZES = [100, 300, 1000, 3000, 10_000] as const;
/** One in fifteen seconds for days, and all within six hours. */
const SHAPES = [
  { name: 'one entry every 15 s', msPerEntry: () => 15_000 },
  { name: 'all within 6 hours', msPerEntry: (entries: number) => (6 * 3_600_000) / entries },
] as const;

const { values } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '7' } },
});
const rounds = Math.max(1, Number(values.rounds));

const draft = (record: IncidentRecord) => draftPostmortem(record, { version: 1 });
/** The least that anything could do that reads the record and writes something as long. */
const floor = (record: IncidentRecord): unknown => JSON.parse(JSON.stringify(record.entries));
const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 0);
const ratio = (value: number): string => value.toFixed(1);
const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(0);
const ZERO: Took = { least: 0, median: 0, cpu: 0 };

interface Timed {
  readonly name: string;
  readonly size: number;
  readonly floor: Took;
  readonly draft: Took;
  readonly render: Took;
}

function timesOf(records: ReadonlyMap<string, IncidentRecord>): readonly Timed[] {
  const works = [...records].flatMap(([name, record]): [string, () => unknown][] => {
    const document = draft(record);
    return [
      [`floor ${name}`, () => floor(record)],
      [`draft ${name}`, () => draft(record)],
      [`render ${name}`, () => renderMarkdown(document)],
    ];
  });
  const took = timeInTurn(new Map(works), rounds);
  return [...records].map(([name, record]) => ({
    name,
    size: record.entries.length,
    floor: took.get(`floor ${name}`) ?? ZERO,
    draft: took.get(`draft ${name}`) ?? ZERO,
    render: took.get(`render ${name}`) ?? ZERO,
  }));
}

function printTimes(title: string, times: readonly Timed[]): void {
  printTable(
    `${title}, ms (processor time, least of ${rounds} rounds; the floor copies the entries through JSON)`,
    ['', 'floor', 'draft', 'render', 'draft/floor', 'draft per entry, µs', 'draft by the clock', 'median'],
    times.map((timed) => [
      timed.name,
      ms(timed.floor.cpu),
      ms(timed.draft.cpu),
      ms(timed.render.cpu),
      ratio(timed.draft.cpu / timed.floor.cpu),
      ms((timed.draft.cpu / timed.size) * 1000),
      ms(timed.draft.least),
      ms(timed.draft.median),
    ]),
  );
}

const exponent = (times: readonly Timed[], part: 'floor' | 'draft' | 'render'): string =>
  growthOf(times.map((timed) => ({ size: timed.size, cost: timed[part].cpu }))).toFixed(2);

for (const { name, msPerEntry } of SHAPES) {
  const records = new Map(
    SIZES.map((entries) => [`${entries} entries`, bigIncident({ entries, msPerEntry: msPerEntry(entries) })]),
  );
  const times = timesOf(records);
  printTimes(name, times);
  process.stdout.write(
    `grows with the entries to the power of: floor ${exponent(times, 'floor')}, draft ${exponent(times, 'draft')}, render ${exponent(times, 'render')}\n\n`,
  );
}

printTimes(
  'absurd records',
  timesOf(new Map(Object.entries(ABSURD_INCIDENTS).map(([name, make]) => [name, make()]))),
);
process.stdout.write('\n');

const memory = SIZES.map((entries) => {
  const record = keptBy(() => bigIncident({ entries, msPerEntry: 15_000 }));
  // What is compiled on the way is not the document's.
  draft(record.value);
  const open = keptBy(() => openCase(record.value));
  const document = keptBy(() => draft(record.value));
  return {
    size: record.value.entries.length,
    record: record.bytes,
    open: open.bytes,
    document: document.bytes,
    allocated: allocatedBy(() => draft(record.value)),
  };
});
printTable(
  'memory, KiB (kept: alive after collecting garbage; allocated: in all, most of it for a moment)',
  ['', 'record', 'read record, kept', 'document, kept', 'allocated', 'read/record', 'allocated/record'],
  memory.map((used) => [
    `${used.size} entries`,
    kilobytes(used.record),
    kilobytes(used.open),
    kilobytes(used.document),
    kilobytes(used.allocated),
    ratio(used.open / used.record),
    ratio(used.allocated / used.record),
  ]),
);
const grows = (part: 'open' | 'allocated'): string =>
  growthOf(memory.map((used) => ({ size: used.record, cost: used[part] }))).toFixed(2);
process.stdout.write(
  `grows with the record to the power of: read record ${grows('open')}, allocated ${grows('allocated')}\n`,
);

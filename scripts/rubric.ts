import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Postmortem } from '../src/core/postmortem/model.js';
import { type Grade, gradePostmortem, MOST_POINTS, pointsOf } from '../src/core/postmortem/rubric/rubric.js';
import { postmortemSchema } from '../src/render/postmortem/json/postmortem-schema.js';
import { renderMarkdown } from '../src/render/postmortem/render-markdown.js';

const USAGE = `usage: npm run rubric -- postmortem.json [--record record.json] [--scenario SCENARIO.json]

Scores a drafted postmortem (\`postmortem export json\`, or what \`npm run replay\` writes) by the thirty items of the rubric.
  --record    what the entries say, as \`npm run replay\` writes it: for the item on numbers
  --scenario  the scenario it was played from: for the item on what was agreed to be done`;

const RecordFile = z.array(z.object({ id: z.string(), text: z.string() }));
const ScenarioFile = z.object({ truth: z.object({ actions: z.array(z.object({ text: z.string() })) }) });

function read<T>(file: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    const reason =
      cause instanceof z.ZodError
        ? wrongPart(cause)
        : cause instanceof SyntaxError
          ? 'it is not JSON'
          : 'there is no such file, or it may not be read';
    throw new Error(`${file} cannot be read: ${reason}.`, { cause });
  }
}

/** The first thing that is wrong, in a sentence; the rest follows from it as a rule. */
function wrongPart({ issues: [first] }: z.ZodError): string {
  const where = first === undefined || first.path.length === 0 ? 'the whole' : `\`${first.path.join('.')}\``;
  return `it is not what this program writes; ${where} does not fit (${first?.message ?? 'unknown'})`;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    record: { type: 'string' },
    scenario: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const [file] = positionals;
if (values.help || file === undefined) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(values.help ? 0 : 2);
}

function gradesOf(path: string): readonly Grade[] {
  const document = read(path, postmortemSchema);
  const entries = values.record === undefined ? null : read(values.record, RecordFile);
  const scenario = values.scenario === undefined ? null : read(values.scenario, ScenarioFile);
  const record = entries && new Map(entries.map(({ id, text }): [string, string] => [id, text]));
  const agreed = scenario?.truth.actions.map(({ text }) => text) ?? null;
  return gradePostmortem({ document, markdown: markdownOf(path, document), record, agreed });
}

function markdownOf(path: string, document: Postmortem): string {
  try {
    return renderMarkdown(document);
  } catch (cause) {
    throw new Error(`${path} cannot be read: parts of the document are missing.`, { cause });
  }
}

function line({ number, name, points, reason, toRead }: Grade): string {
  const mark = points === null ? '-' : String(points);
  const answer = points === null ? '     ' : points === 2 ? 'yes  ' : points === 1 ? 'half ' : 'no   ';
  const reading = toRead === null ? '' : ` To be read: ${toRead}.`;
  return `${String(number).padStart(2)}  ${mark}  ${answer}${name}\n           ${reason}${reading}`;
}

try {
  const grades = gradesOf(file);
  const scored = grades.filter(({ points }) => points !== null);
  const rest = grades.filter(({ points }) => points === null).map(({ number }) => number);
  process.stdout.write(
    [
      ...grades.map(line),
      '',
      `${pointsOf(grades)} of ${MOST_POINTS} points (${scored.length} of ${grades.length} items scored${rest.length === 0 ? '' : `; not scored: ${rest.join(', ')}`}).`,
      '',
    ].join('\n'),
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

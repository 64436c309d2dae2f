import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkWritten } from '../src/core/postmortem/import/check-written.js';
import { readWritten } from '../src/core/postmortem/import/read-written.js';
import { plainWords, writeBack } from '../src/core/postmortem/import/write-back.js';
import { entriesOf, measuresIn, type WrittenTime } from '../src/core/postmortem/import/written.js';

const USAGE = `usage: npm run import-postmortem -- FILE [--back]

Reads a postmortem that somebody wrote, and prints what it found: title, window, sections, timeline, measures, and what
does not agree with itself.
  --back  prints the text again, made from what was read`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { back: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});
const [file] = positionals;
if (values.help || file === undefined) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(values.help ? 0 : 2);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Error(`${path} cannot be read: there is no such file, or it may not be read.`, { cause });
  }
}

const moment = (time: WrittenTime | null): string =>
  time === null ? 'no time' : `${time.asWritten}${time.at === null ? '' : ` = ${time.at.slice(0, 16)}Z`}`;

function report(text: string): string {
  const document = readWritten(text);
  const { title, window, blocks } = document;
  const sections = blocks.flatMap((block) =>
    block.kind === 'heading' ? [`${block.text} (${block.section})`] : [],
  );
  const fields = blocks.flatMap((block) =>
    block.kind === 'field' ? [`${block.section}: ${block.label}`] : [],
  );
  const entries = entriesOf(document);
  const measures = measuresIn(document);
  const findings = checkWritten(document);
  const kept = plainWords(text).join(' ') === plainWords(writeBack(document)).join(' ');
  return [
    `Title: ${title ?? 'none'}`,
    `Window: ${window === null ? 'not found' : `${moment(window.start)} to ${moment(window.end)}`}`,
    `Sections: ${sections.join('; ')}`,
    `Fields: ${fields.join('; ') || 'none'}`,
    `Word for word: ${kept ? 'yes' : 'no'}`,
    '',
    `Timeline (${entries.length}, ${entries.filter(({ time }) => time === null).length} without time)`,
    ...entries.map(
      ({ line, time, label, text: words }) =>
        `  ${line}: ${moment(time)} | ${label === null ? '' : `[${label}] `}${words}`,
    ),
    '',
    `Measures (${measures.length}, ${measures.filter(({ due }) => due !== null).length} with a day)`,
    ...measures.map(
      ({ line, list, label, text: words, due }) =>
        `  ${line}: ${list} | ${label === null ? '' : `[${label}] `}${words}${due === null ? '' : ` | due ${due}`}`,
    ),
    '',
    `Findings (${findings.length})`,
    ...findings.map(
      ({ rule, text: words, lines }) =>
        `  ${rule} (line ${lines.slice(0, 4).join(', ')}${lines.length > 4 ? ', …' : ''}): ${words}`,
    ),
    '',
  ].join('\n');
}

try {
  const text = textOf(file);
  process.stdout.write(values.back ? `${writeBack(readWritten(text))}\n` : report(text));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

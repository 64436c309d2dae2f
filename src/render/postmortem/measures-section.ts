import type { RootContent } from 'mdast';
import { MEASURE_NAMES, type MeasureName } from '../../core/postmortem/model.js';
import { durationInWords, MINUTE } from '../../core/time/duration.js';
import { heading, table } from './nodes.js';
import type { Page } from './page.js';

const DEFINITIONS: Readonly<Record<MeasureName, readonly [string, string]>> = {
  detect: ['Time to detect', 'start to first alert or report'],
  declare: ['Time to declare', 'start to declaration'],
  escalate: ['Time to escalate', 'start to first escalation'],
  cause: ['Time to cause', 'start to the statement of the cause'],
  mitigate: ['Time to mitigate', 'start to the status that says so'],
  resolve: ['Time to resolve', 'start to the last resolve'],
};

/** Those that every incident has: where one is not on record, that is said. */
const EXPECTED: ReadonlySet<MeasureName> = new Set(['detect', 'mitigate', 'resolve']);

export function measuresSection(page: Page): readonly RootContent[] {
  const { measures, ended } = page.document;
  if (measures.length === 0) return [];
  const names = MEASURE_NAMES.filter(
    (name) => measures.some((measure) => measure.name === name) || (ended && EXPECTED.has(name)),
  );
  const rows = names.map((name) => {
    const [label, definition] = DEFINITIONS[name];
    const measure = measures.find((one) => one.name === name);
    if (measure === undefined) return [[label], ['not recorded'], [definition], []];
    return [
      [label],
      [measure.minutes === 0 ? '0 min' : durationInWords(measure.minutes * MINUTE)],
      [definition],
      page.cite([measure.from, measure.to]),
    ];
  });
  return [heading(2, 'Measures'), table(['Measure', 'Duration', 'From … to', 'Source'], rows)];
}

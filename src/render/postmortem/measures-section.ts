import type { RootContent } from 'mdast';
import type { MeasureName } from '../../core/postmortem/model.js';
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

export function measuresSection(page: Page): readonly RootContent[] {
  const { measures } = page.document;
  if (measures.length === 0) return [];
  const rows = measures.map((measure) => {
    const [label, definition] = DEFINITIONS[measure.name];
    return [
      [label],
      [measure.minutes === 0 ? '0 min' : durationInWords(measure.minutes * MINUTE)],
      [definition],
      page.cite([measure.from, measure.to]),
    ];
  });
  return [heading(2, 'Measures'), table(['Measure', 'Duration', 'From … to', 'Source'], rows)];
}

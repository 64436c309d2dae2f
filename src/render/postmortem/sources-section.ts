import type { Definition, RootContent } from 'mdast';
import { bullets, citation, heading } from './nodes.js';
import type { Page } from './page.js';

/** Each citation: when, who, what kind; its number links to the message where there is one. */
export function sourcesSection(page: Page): readonly RootContent[] {
  const { records } = page.document;
  if (records.length === 0) return [];
  const several = page.severalDays;
  const items = records.map((record, i) => [
    citation(i + 1),
    ` ${several ? `${page.day(record.at)}, ` : ''}${page.clock(record.at)}, ${record.who}, ${record.kind}`,
  ]);
  const links = records.flatMap((record, i): Definition[] =>
    record.link === null
      ? []
      : [{ type: 'definition', identifier: String(i + 1), label: String(i + 1), url: record.link }],
  );
  return [heading(2, 'Sources'), bullets(items), ...links];
}

import type { RootContent } from 'mdast';
import type { RowKind, TimelineRow } from '../../core/postmortem/model.js';
import { durationInWords } from '../../core/time/duration.js';
import { zoneLabel } from '../../core/time/zone.js';
import { heading, paragraph, table } from './nodes.js';
import type { Page } from './page.js';

export const ROW_LABELS: Readonly<Record<RowKind, string>> = {
  alert: 'alert',
  recovered: 'alert cleared',
  symptom: 'noticed',
  declared: 'declared',
  reopened: 'reopened',
  resolved: 'resolved',
  cancelled: 'cancelled',
  status: 'status',
  severity: 'severity',
  investigating: 'investigating',
  suspected: 'suspected',
  'ruled-out': 'ruled out',
  found: 'found',
  cause: 'cause',
  escalated: 'escalated',
  decided: 'decided',
  acting: 'action',
  outcome: 'outcome',
  recovering: 'recovering',
  impact: 'impact',
  update: 'update',
  note: 'note',
};

/** The curated timeline: one table for each day. */
export function timelineSection(page: Page): readonly RootContent[] {
  const rows = page.document.timeline;
  const first = rows[0];
  if (first === undefined) return [heading(2, 'Timeline'), paragraph('Nothing was recorded.')];
  const days = [...new Set(rows.map((row) => page.day(row.at)))];
  const zones = [...new Set(rows.map((row) => zoneLabel(page.document.zone, new Date(row.at))))];
  const byDay = days.flatMap((day): RootContent[] => {
    const those = rows.filter((row) => page.day(row.at) === day);
    const head = table(
      [`Time (${zones.join(', ')})`, 'What happened', 'Kind', 'Source'],
      those.flatMap((row) => [...silenceBefore(page, row), cells(page, row)]),
    );
    return page.severalDays ? [heading(3, day), head] : [head];
  });
  const date = page.severalDays ? '' : `${page.day(first.at)}. `;
  return [
    heading(2, 'Timeline'),
    paragraph(
      `${date}Times are in ${zoneWords(page, zones)}. Rows from a message were chosen by the bot and are proposed; the others were recorded by a person or a monitor.`,
    ),
    ...byDay,
  ];
}

const zoneWords = (page: Page, zones: readonly string[]): string =>
  zones.length === 1 && zones[0] === page.document.zone
    ? page.document.zone
    : `${zones.join(' and ')} (${page.document.zone})`;

function cells(page: Page, row: TimelineRow) {
  const source = row.claim.sources[0];
  return [
    [page.clock(row.at)],
    [row.claim.text],
    [ROW_LABELS[row.kind]],
    [source.kind, ...page.citeSources(row.claim.sources)],
  ];
}

/** A row that marks how long nothing was recorded before the next one; none where that was half an hour or less. */
function silenceBefore({ document }: Page, row: TimelineRow) {
  const before = document.timeline[document.timeline.indexOf(row) - 1];
  if (before === undefined) return [];
  const lengths = document.silences
    .filter(({ from, to }) => from >= before.at && to <= row.at)
    .map(({ from, to }) => Date.parse(to) - Date.parse(from));
  if (lengths.length === 0) return [];
  const longest = durationInWords(Math.max(...lengths));
  const text =
    lengths.length === 1 ? `No entry for ${longest}` : `${lengths.length} silences, the longest ${longest}`;
  return [[[''], [text], ['silence'], []]];
}

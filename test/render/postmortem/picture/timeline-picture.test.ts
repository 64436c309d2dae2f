import fc from 'fast-check';
import { draftPostmortem } from '../../../../src/core/postmortem/draft.js';
import type { Postmortem } from '../../../../src/core/postmortem/model.js';
import type { IncidentRecord } from '../../../../src/core/record.js';
import { pictureToPng } from '../../../../src/picture/png.js';
import { phasesOf, severityOver } from '../../../../src/render/postmortem/picture/phases.js';
import { timelinePicture } from '../../../../src/render/postmortem/picture/timeline-picture.js';
import { aCommand, anAlert, anIncident, aRecord, at } from '../../../builders.js';
import { someRecord } from '../../../core/postmortem/some-record.js';

const draft = (record: IncidentRecord): Postmortem => draftPostmortem(record, { version: 1 });
const declared = (clock: string, severity = '2') =>
  aCommand(clock, 'declared', 'Exports late', { over: { detail: { severity } } });
const status = (clock: string, to: string) =>
  aCommand(clock, 'status', '', { over: { detail: { from: 'investigating', to } } });
const severity = (clock: string, to: string) => aCommand(clock, 'severity', '', { over: { detail: { to } } });

const THREE_DAYS = draft(
  aRecord(
    [
      anAlert('10:05', 'FIRING: order-export lag above 2 h'),
      declared('10:20'),
      severity('13:00', '1'),
      aCommand('17:30', 'fix', 'moved exports to the standby cluster'),
      status('18:00', 'mitigated'),
      aCommand('20:00', 'resolved', 'exports on time'),
      aCommand('+1 09:30', 'reopened', 'lag again'),
      aCommand('+1 10:15', 'cause', 'a cron job compacts the table every night'),
      aCommand('+2 16:00', 'resolved', 'two nights without lag'),
    ],
    { incident: anIncident({ zone: 'America/New_York', endedAt: at('+2 16:00'), title: 'Exports late' }) },
  ),
);

const textsIn = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map((match) => (match[1] ?? '').replace(/<[^>]+>/g, ''));
const span = (from: string, to: string) => ({ from: at(from).getTime(), to: at(to).getTime() });

test('phases follow from start, detection, commands and cause, act by act', () => {
  expect(phasesOf(THREE_DAYS, 0)).toEqual([
    { name: 'noticed', ...span('10:05', '10:20') },
    { name: 'investigating', ...span('10:20', '18:00') },
    { name: 'mitigated', ...span('18:00', '20:00') },
    { name: 'over', ...span('20:00', '+1 09:30') },
    { name: 'investigating', ...span('+1 09:30', '+1 10:15') },
    { name: 'identified', ...span('+1 10:15', '+2 16:00') },
  ]);
});

test('severity is shown from the first time that it was set', () => {
  expect(severityOver(THREE_DAYS, 0)).toEqual([
    { severity: 'SEV2', ...span('10:20', '13:00') },
    { severity: 'SEV1', ...span('13:00', '+2 16:00') },
  ]);
});

test('three days have their dates, in the zone of the incident, and tell how long nobody wrote', () => {
  const texts = textsIn(timelinePicture(THREE_DAYS));

  expect(texts).toEqual(expect.arrayContaining(['Jun 8', 'Jun 9', 'Jun 10', 'EDT', 'Jun 10, 12:00']));
  expect(texts).toContain('no entry for 2 days 5 h 45 min'.replace('2 days 5 h 45 min', '1 day 5 h 45 min'));
});

test('thirteen minutes have a clock and no dates', () => {
  const record = aRecord(
    [anAlert('12:01', 'FIRING: api'), declared('12:03'), aCommand('12:14', 'resolved')],
    {
      incident: anIncident({ endedAt: at('12:14') }),
    },
  );
  const texts = textsIn(timelinePicture(draft(record)));

  expect(texts).toEqual(expect.arrayContaining(['12:02', '12:04', '12:14', 'UTC', 'after 13 min']));
  expect(texts.filter((text) => /^Jun/.test(text))).toEqual([]);
});

test('each label cites its source by the number that the document has', () => {
  const { records, timeline } = THREE_DAYS;
  const row = timeline.find(({ kind }) => kind === 'cause');
  const [source] = row?.claim.sources ?? [];
  const number = records.findIndex(({ id }) => source?.kind !== 'computed' && id === source?.record) + 1;

  expect(textsIn(timelinePicture(THREE_DAYS))).toContain(
    `06:15 a cron job compacts the table every night [${number}]`,
  );
});

test('a moment that nobody recorded is said to be so', () => {
  const texts = textsIn(timelinePicture(draft(aRecord([]))));

  expect(texts.slice(texts.indexOf('Mitigated'))).toContain('not recorded');
});

test('what the font cannot draw is named by its kind and number', () => {
  const svg = timelinePicture(
    draft(
      aRecord([aCommand('12:30', 'note', '原因: キャッシュ')], {
        incident: anIncident({ title: '停止 🔥' }),
      }),
    ),
  );

  expect(textsIn(svg)[0]).toBe('INC-1');
  expect(svg).not.toMatch(/[^ -\u024f\u2010-\u2026]/);
});

test('hostile text stays text', () => {
  const hostile = ']]> </svg><script>alert(1)</script> & "x" onload=\'y\'';
  const record = aRecord([aCommand('12:30', 'note', hostile)], { incident: anIncident({ title: hostile }) });
  const svg = timelinePicture(draft(record));

  expect(svg).not.toContain('<script');
  expect(svg).toContain('&lt;script&gt;');
  expect(svg.match(/<\/svg>/g)).toHaveLength(1);
  expect(() => pictureToPng(svg)).not.toThrow();
});

test('any record has a picture, of the same bytes each time, whose text stays within it', () => {
  fc.assert(
    fc.property(someRecord(), (record) => {
      const document = draft(record);
      const svg = timelinePicture(document);

      expect(timelinePicture(document)).toBe(svg);
      expect(svg).not.toMatch(/="[^"]*(?:NaN|Infinity|undefined)/);
      expect(
        [...svg.matchAll(/ x="(-?[\d.]+)"/g)].filter(([, x]) => Number(x) < 0 || Number(x) > 1200),
      ).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

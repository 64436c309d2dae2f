import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkWritten } from '../../../../src/core/postmortem/import/check-written.js';
import { readWritten } from '../../../../src/core/postmortem/import/read-written.js';
import { plainWords, writeBack } from '../../../../src/core/postmortem/import/write-back.js';
import { entriesOf, measuresIn } from '../../../../src/core/postmortem/import/written.js';

const sample = (name: string): string =>
  readFileSync(path.resolve('test/core/postmortem/import/samples', `${name}.txt`), 'utf8');

describe('a written postmortem', () => {
  test.each(['prose', 'markdown', 'labels'])('%s comes back word for word', (name) => {
    const text = sample(name);

    const back = writeBack(readWritten(text));

    expect(plainWords(back)).toEqual(plainWords(text));
  });

  test.each(['prose', 'markdown', 'labels'])('%s reads the same after a round trip', (name) => {
    const once = readWritten(sample(name));
    const twice = readWritten(writeBack(once));

    expect(entriesOf(twice).map(({ time, text }) => [time?.at, text])).toEqual(
      entriesOf(once).map(({ time, text }) => [time?.at, text]),
    );
  });

  test.each([
    ['prose', null, '2022-07-12T17:00:00.000Z', '2022-07-12T19:40:00.000Z', 7, 0, 3],
    ['markdown', 'tickets gone', '2021-03-03T23:05:00.000Z', '2021-03-04T00:20:00.000Z', 5, 0, 5],
    ['labels', 'Parcel tracking', '2021-10-04T22:00:00.000Z', '2021-10-05T06:30:00.000Z', 5, 1, 3],
  ])('%s: title, window, entries and measures', (name, title, start, end, entries, untimed, measures) => {
    const read = readWritten(sample(name));

    expect(read.title).toBe(title);
    expect([read.window?.start.at, read.window?.end?.at]).toEqual([start, end]);
    expect(entriesOf(read)).toHaveLength(entries);
    expect(entriesOf(read).filter(({ time }) => time === null)).toHaveLength(untimed);
    expect(measuresIn(read)).toHaveLength(measures);
  });

  test('a timeline that passes midnight goes on the next day', () => {
    const times = entriesOf(readWritten(sample('labels'))).map(({ time }) => time?.at ?? null);

    expect(times).toEqual([
      '2021-10-04T22:00:00.000Z',
      null,
      '2021-10-04T23:30:00.000Z',
      '2021-10-05T01:15:00.000Z',
      '2021-10-05T06:30:00.000Z',
    ]);
  });

  test('measures keep their list, label, number and day', () => {
    const measures = [
      ...measuresIn(readWritten(sample('markdown'))),
      ...measuresIn(readWritten(sample('labels'))),
    ];

    expect(measures.map(({ list, label, marker, due }) => [list, label, marker, due])).toEqual([
      ['improvement', 'Price Table Checks', '1.', null],
      ['improvement', 'Rehearsals', '2.', null],
      ['task', null, '', null],
      ['task', null, '', null],
      ['task', null, '', null],
      ['improvement', null, '', null],
      ['task', 'Schema steps', '', '2021-11-30'],
      ['task', 'Runbook', '', '2021-11-15'],
    ]);
  });

  test.each(['', '\n\n', 'Timeline', 'Issue Summary:\nDuration: 25:99 PM', '**', '- **', '![', ':::\n---'])(
    'odd text %j is read, kept and checked without a fault',
    (text) => {
      const read = readWritten(text);

      expect(plainWords(writeBack(read))).toEqual(plainWords(text));
      expect(() => checkWritten(read)).not.toThrow();
    },
  );
});

describe('findings', () => {
  test.each([
    [
      'prose',
      [
        'restored-without-data',
        'entries-without-zone',
        'failed-step-again',
        'length-against-window',
        'no-owner',
        'long-silence',
        'long-silence',
        'full-while-recovering',
        'total-against-share',
        'unfinished-sentence',
        'row-outside-window',
        'unsourced-verdict',
        'impossible-zone-label',
      ],
    ],
    [
      'markdown',
      [
        'garbled-text',
        'restored-without-data',
        'done-and-to-do',
        'entries-without-zone',
        'implied-base',
        'improvement-without-task',
        'never-undone',
        'no-owner',
        'long-silence',
        'onset-is-detection',
        'task-without-improvement',
        'task-without-improvement',
        'full-while-recovering',
        'total-against-share',
        'impossible-zone-label',
      ],
    ],
    [
      'labels',
      [
        'due-out-of-order',
        'entries-without-time',
        'unquantified-loss',
        'no-owner',
        'picture-out-of-reach',
        'unsourced-promise',
        'recurring-and-due',
        'long-silence',
        'long-silence',
        'long-silence',
        'onset-is-detection',
        'task-without-improvement',
      ],
    ],
  ])('%s: what does not agree is found', (name, rules) => {
    const findings = checkWritten(readWritten(sample(name)));

    expect(findings.map(({ rule }) => rule).toSorted()).toEqual(rules.toSorted());
  });

  test('a page that agrees with itself is left alone', () => {
    const page = `Issue Summary
On May 3, 2022, from 1:00 PM to 1:25 PM UTC, 12% of users saw slow pages for 25 minutes.
Timeline
1:00 PM UTC: A release went out.
1:10 PM UTC: The latency alert fired.
1:25 PM UTC: The release was replaced, pages were fast.
Corrective and Preventative Measures
Add a latency gate to releases, @Mia, by June 1, 2022`;

    expect(checkWritten(readWritten(page))).toEqual([]);
  });
});

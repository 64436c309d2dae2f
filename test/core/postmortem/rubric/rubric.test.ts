import { draftPostmortem } from '../../../../src/core/postmortem/draft.js';
import type { Postmortem } from '../../../../src/core/postmortem/model.js';
import { gradePostmortem, MOST_POINTS, pointsOf } from '../../../../src/core/postmortem/rubric/rubric.js';
import type { Graded } from '../../../../src/core/postmortem/rubric/verdict.js';
import { renderMarkdown } from '../../../../src/render/postmortem/render-markdown.js';
import { aCommand, aFollowUp, aMessage, anAlert, aPin, aRecord, BEN } from '../../../builders.js';

const task = aCommand('14:05', 'task', 'add a check of the orders index every week');
const record = aRecord(
  [
    anAlert('12:05', 'error rate 40%'),
    aMessage('12:20', 'maybe the load balancer?'),
    aMessage('12:30', 'the load balancer is fine, so not that'),
    aPin('13:00', "found it: the orders index is corrupted, that's why writes hang"),
    aCommand('13:20', 'fix', 'rebuilt the orders index'),
    aMessage('13:40', 'orders are recovering'),
    aCommand('14:01', 'impact', '80% of users could not place orders, 40 support tickets'),
    task,
  ],
  { followUps: [aFollowUp(task, { owner: BEN, due: '2024-06-30' })] },
);
const DOCUMENT = draftPostmortem(record, { version: 1 });
const TEXTS = new Map(record.entries.map(({ id, text }): [string, string] => [id, text]));

const graded = (document: Postmortem, over: Partial<Graded> = {}): Graded => ({
  document,
  markdown: renderMarkdown(document),
  record: TEXTS,
  agreed: ['Weekly check of the orders index'],
  ...over,
});
const pointsFor = (number: number, input: Graded): number | null =>
  gradePostmortem(input).find((grade) => grade.number === number)?.points ?? null;

describe('a well recorded incident', () => {
  const grades = gradePostmortem(graded(DOCUMENT));

  it('is graded by thirty items of two points', () => {
    expect(grades.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    expect(MOST_POINTS).toBe(60);
  });

  it('scores at least fifty', () => {
    expect(grades.filter(({ points }) => points !== null && points < 2)).toEqual([]);
    expect(pointsOf(grades)).toBeGreaterThanOrEqual(50);
  });

  it('leaves to a reader what only a reader can say', () => {
    expect(grades.filter(({ points }) => points === null).map(({ number }) => number)).toEqual([14]);
  });

  it('gives a reason for every grade', () => {
    expect(grades.filter(({ reason }) => !/^[\p{Lu}“].*\.$/u.test(reason))).toEqual([]);
  });
});

const { impact, resolution } = DOCUMENT;
const without = (...slots: readonly string[]): Postmortem['questions'] =>
  DOCUMENT.questions.filter(({ slot }) => !slots.includes(slot));
const said = (text: string): Postmortem['impact'] => ({
  ...impact,
  claims: impact.claims.map((claim) => ({ ...claim, text })),
});

test.each<[number, number, string, Partial<Postmortem>]>([
  [1, 1, 'no severity', { severity: null }],
  [2, 1, 'no fix', { resolution: { ...resolution, claims: [] } }],
  [3, 1, 'a row far before the start that no finding names', { timeline: early(DOCUMENT), findings: [] }],
  [4, 1, 'no declaration', { timeline: DOCUMENT.timeline.filter(({ kind }) => kind !== 'declared') }],
  [5, 1, 'a share of nothing', { impact: said('80% affected') }],
  [6, 0, 'everybody, and 80 %', { impact: said('checkout completely down for 80% of users'), findings: [] }],
  [7, 1, 'nobody asks what it cost', { impact: said('80% of users'), questions: without('cost') }],
  [8, 0, 'no detection, nobody asked', { detection: [], questions: without('detected_at', 'started_at') }],
  [9, 1, 'rows out of order', { timeline: DOCUMENT.timeline.toReversed() }],
  [12, 1, 'contributing factors not asked', { questions: without('contributing') }],
  [16, 1, 'lessons not asked', { questions: without('lessons') }],
  [18, 0, 'no action, nobody asked', { actions: [], questions: without('actions') }],
  [19, 0, 'no owner, nobody asked', { actions: ownerless(DOCUMENT), questions: without('owner') }],
  [23, 0, 'a source that is not in the list', { records: DOCUMENT.records.slice(1) }],
  [24, 0, 'a number that nobody said', { impact: said('81% of users') }],
  [26, 1, 'a question to nobody', { questions: DOCUMENT.questions.map((q) => ({ ...q, to: null })) }],
  [27, 0, 'a name in the cause', { causes: blaming(DOCUMENT), findings: [] }],
])('item %i gives %i for %s', (number, points, _, change) => {
  expect(pointsFor(number, graded({ ...DOCUMENT, ...change }))).toBe(points);
});

test.each([
  [28, 0, 'a live mention', 'ask <!channel>'],
  [28, 0, 'a secret', 'password: hunter2hunter2'],
  [29, 1, 'broken characters', 'voilÃ©'],
  [29, 1, 'a picture on a disk', '![x](../x.png)'],
])('item %i gives %i for %s', (number, points, _, text) => {
  const markdown = `${renderMarkdown(DOCUMENT)}\n${text}\n`;

  expect(pointsFor(number, graded(DOCUMENT, { markdown }))).toBe(points);
});

test('what was agreed and is not listed is named', () => {
  const grade = gradePostmortem(graded(DOCUMENT, { agreed: ['Train everybody on backups'] }))[21];

  expect(grade).toMatchObject({ points: 1, reason: 'Not listed: Train everybody on backups.' });
});

test('without the record, numbers are not scored', () => {
  expect(pointsFor(24, graded(DOCUMENT, { record: null }))).toBeNull();
});

function early({ timeline }: Postmortem): Postmortem['timeline'] {
  const [first] = timeline;
  return first === undefined ? [] : [{ ...first, at: '2024-06-08T10:00:00.000Z' }, ...timeline];
}

function ownerless({ actions }: Postmortem): Postmortem['actions'] {
  return actions.map((action) => ({ ...action, owner: { kind: 'asked', question: 'owner' } }));
}

function blaming({ causes }: Postmortem): Postmortem['causes'] {
  return causes.map((cause) => ({ ...cause, claim: { ...cause.claim, text: 'Ben should have checked' } }));
}

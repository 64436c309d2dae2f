import fc from 'fast-check';
import { named } from '../../../src/core/postmortem/case.js';
import { draftPostmortem } from '../../../src/core/postmortem/draft.js';
import type { Claim, Postmortem } from '../../../src/core/postmortem/model.js';
import { saysTheSame } from '../../../src/core/postmortem/says-the-same.js';
import { sourcesIn } from '../../../src/core/postmortem/sources-in.js';
import type { IncidentRecord } from '../../../src/core/record.js';
import { isWhole } from '../../render/whole.js';
import { someRecord, someTurnedRecord } from './some-record.js';

const draft = (record: IncidentRecord): Postmortem => draftPostmortem(record, { version: 1 });

function claimsOf(document: Postmortem): readonly Claim[] {
  return [
    ...document.impact.claims,
    ...document.detection,
    ...document.timeline.map((row) => row.claim),
    ...document.hypotheses.map((hypothesis) => hypothesis.claim),
    ...document.escalations,
    ...document.causes.map((cause) => cause.claim),
    ...document.resolution.claims,
    ...document.resolution.leftOvers,
    ...document.actions.map((action) => action.claim),
  ];
}

/** Every record that the document names, wherever it does. */
function citedIn(document: Postmortem): readonly string[] {
  const { window, questions, findings, acts, measures, course } = document;
  const moments = [window.end, window.start.kind === 'known' ? window.start.value : null];
  return [
    ...claimsOf(document).flatMap(sourcesIn),
    ...moments.flatMap((moment) => (moment === null ? [] : sourcesIn(moment))),
    ...[...questions, ...findings, ...acts].flatMap((item) => item.about),
    ...measures.flatMap((measure) => [measure.from, measure.to]),
    ...course.map((turn) => turn.record),
  ];
}

const liveIn = (record: IncidentRecord): ReadonlySet<string> =>
  new Set(record.entries.filter((e) => !e.withdrawn && !e.hidden && !e.redacted).map((e) => e.id));

const isInOrder = (moments: readonly string[]): boolean =>
  moments.every((at, i) => i === 0 || (moments[i - 1] ?? at) <= at);

/** The same records in every run, and no more of them than there is time for. */
const check = (property: fc.IProperty<[IncidentRecord]>, runs = 120) =>
  fc.assert(property, { seed: 4, numRuns: runs, interruptAfterTimeLimit: 10_000 });
const forAny = (holds: (document: Postmortem, record: IncidentRecord) => void) =>
  check(fc.property(someRecord(), (record) => holds(draft(record), record)));

describe('any record', () => {
  it('gives no claim without a source', () => {
    forAny((document) => {
      expect(claimsOf(document).filter((claim) => sourcesIn(claim).length === 0)).toEqual([]);
    });
  });

  it('is cited only where it stands, and every citation is in the list of sources', () => {
    forAny((document, record) => {
      const live = liveIn(record);
      const listed = new Set(document.records.map(({ id }) => id));
      const cited = citedIn(document);
      expect(cited.filter((id) => !live.has(id))).toEqual([]);
      expect(cited.filter((id) => !listed.has(id))).toEqual([]);
      expect(document.records.filter(({ id }) => !live.has(id))).toEqual([]);
    });
  });

  it('gives the same bytes in whatever order its entries come', () => {
    fc.assert(
      fc.property(someTurnedRecord, ([record, turned]) => {
        expect(JSON.stringify(draft(turned))).toBe(JSON.stringify(draft(record)));
      }),
      { seed: 4, numRuns: 120, interruptAfterTimeLimit: 10_000 },
    );
  });

  it('says the same as itself, also after it was stored as JSON', () => {
    forAny((document) => {
      const stored: Postmortem = JSON.parse(JSON.stringify(document));
      expect(stored).toEqual(document);
      expect(saysTheSame(document, stored)).toBe(true);
    });
  });

  it('states nothing that only an ordinary message says', () => {
    forAny((document) => {
      const facts = [
        ...document.impact.claims,
        ...document.resolution.claims,
        ...document.causes.map((cause) => cause.claim),
      ];
      const bold = facts.filter(
        ({ status, sources }) => status === 'stated' && sources.every(({ kind }) => kind === 'message'),
      );
      expect(bold).toEqual([]);
    });
  });

  it('asks each question once, and every empty slot is asked', () => {
    forAny(({ status, questions, window, owner, actions }) => {
      const ids = questions.map(({ id }) => id);
      const slots = [window.start, owner, ...actions.flatMap((a) => (a.done ? [] : [a.owner, a.due]))];
      expect(new Set(ids).size).toBe(ids.length);
      // The note on a cancelled incident leaves most of them alone.
      if (status === 'draft')
        expect(slots.filter((slot) => slot.kind === 'asked' && !ids.includes(slot.question))).toEqual([]);
    });
  });

  it('is told in order of time', () => {
    forAny(({ timeline, records, hypotheses }) => {
      expect(isInOrder(timeline.map(({ at }) => at))).toBe(true);
      expect(isInOrder(records.map(({ at }) => at))).toBe(true);
      expect(isInOrder(hypotheses.map(({ raisedAt }) => raisedAt))).toBe(true);
    });
  });

  it('names people only as their profiles do', () => {
    forAny(({ names, participants }, { people }) => {
      const profiles = new Set(['somebody', ...[...people.values()].map(({ name }) => named(name))]);
      const shown = [...Object.values(names), ...participants.map(({ name }) => name)];
      expect(shown.filter((name) => !profiles.has(name))).toEqual([]);
    });
  });

  it('is quoted without pings, half characters or what cannot be seen', () => {
    forAny((document) => {
      const texts = [document.title, ...claimsOf(document).map(({ text }) => text)];
      expect(texts.filter((text) => /<[!@#]\w|[\p{Cc}\u200b\u202a-\u202e\u2066-\u2069]/u.test(text))).toEqual(
        [],
      );
      expect(texts.filter((text) => !isWhole(text))).toEqual([]);
    });
  });

  it('may hold the longest texts that Slack takes', () => {
    check(
      fc.property(someRecord({ long: true }), (record) => {
        const document = draft(record);
        expect(claimsOf(document).filter(({ text }) => text.length > 1000)).toEqual([]);
        expect(JSON.stringify(document).length).toBeLessThan(300_000);
      }),
      30,
    );
  });
});

import { zoneLabel } from '../../time/zone.js';
import type { Postmortem } from '../model.js';
import { isMeasured } from './frame-items.js';
import { sectionOf } from './sections.js';
import { asked, count, type Graded, isAsked, type Verdict, verdictOf } from './verdict.js';

/** 9. In order, dated where it runs over a day, zone in the header, each row linked. */
export function timeline({ document, markdown }: Graded): Verdict {
  const rows = document.timeline;
  const records = new Map(document.records.map((record) => [record.id, record]));
  const cited = rows.map((row) =>
    row.claim.sources.flatMap((s) => (s.kind === 'computed' ? [...s.from] : [s.record])),
  );
  const unknown = cited.filter((ids) => ids.every((id) => !records.has(id))).length;
  const unlinked = cited.filter((ids) =>
    ids.every((id) => {
      const record = records.get(id);
      return record === undefined || (record.link === null && record.kind !== 'command');
    }),
  ).length;
  const lines = sectionOf(markdown, /timeline/i);
  const labels = rows.map((row) => zoneLabel(document.zone, new Date(row.at)));
  const days = new Set(rows.map((row) => row.at.slice(0, 10)));
  return verdictOf(
    [
      ['in order', rows.every((row, i) => i === 0 || row.at >= (rows[i - 1]?.at ?? ''))],
      ['date', days.size <= 1 || lines.filter((line) => /\b\d{4}\b/.test(line)).length >= 1],
      [
        'zone in the header',
        lines.some((line) => labels.some((label) => /^\|.*\bTime\b/.test(line) && line.includes(label))),
      ],
      [
        unknown === 0 ? 'every row cites the record' : `source of ${count(unknown, 'row')}`,
        rows.length > 0 && unknown === 0,
      ],
      [unlinked === 0 ? 'every message is linked' : `link of ${count(unlinked, 'message')}`, unlinked === 0],
    ],
    3,
  );
}

/** 10. Wrong paths and fixes with their outcome, and a check that it recovered. Whether all are there is to be read. */
export function paths({ document }: Graded): Verdict {
  const rows = document.timeline;
  const after = ['outcome', 'recovering', 'recovered', 'ruled-out', 'resolved', 'found', 'cause'];
  const deeds = rows.filter((row) => row.kind === 'acting');
  const ended = deeds.every((deed) => rows.some((row) => row.at >= deed.at && after.includes(row.kind)));
  const open = document.hypotheses.filter((hypothesis) => hypothesis.outcome === 'open');
  return verdictOf([
    [
      'every suspicion has an outcome or a question',
      open.every((h) =>
        document.questions.some((q) =>
          q.about.some((id) => h.claim.sources.some((s) => 'record' in s && s.record === id)),
        ),
      ),
    ],
    ['every step is followed by an outcome', ended],
    [
      'a check that it recovered, or a question',
      rows.some((row) => row.kind === 'recovering' || row.kind === 'recovered') ||
        asked(document, /recover|verif/i) !== undefined,
    ],
  ]);
}

const MOST_ROWS = 30;

/** 11. Curated: no chatter, about thirty rows, silences over thirty minutes marked. */
export function curation({ document, markdown }: Graded): Verdict {
  const rows = document.timeline;
  const silent = rows.filter((row, i) => {
    const before = rows[i - 1];
    return (
      before !== undefined && document.silences.some(({ from, to }) => from >= before.at && to <= row.at)
    );
  });
  const empty = rows.filter((row) => row.kind === 'note' && row.claim.text.split(/\s+/).length < 3);
  const marks = sectionOf(markdown, /timeline/i).filter((line) =>
    /\b(?:no entr|silen|nothing (?:was )?recorded|quiet|no record)/i.test(line),
  );
  return verdictOf([
    [`at most ${MOST_ROWS} rows (${rows.length})`, rows.length > 0 && rows.length <= MOST_ROWS],
    ['no chatter', empty.length === 0],
    [`silences marked (${marks.length} of ${silent.length})`, marks.length >= silent.length],
  ]);
}

/** 12. Root cause, trigger and contributing factors are kept apart; those that are missing are asked. */
export function causes({ document }: Graded): Verdict {
  const has = (role: Postmortem['causes'][number]['role']): boolean =>
    document.causes.some((cause) => cause.role === role);
  return verdictOf([
    ['root cause', has('root') || isAsked(document, 'root-cause')],
    ['trigger', has('trigger') || asked(document, /trigger|set it off/i) !== undefined],
    [
      'contributing factors, or a question for them',
      has('contributing') || asked(document, /contribut|made it (?:worse|possible)/i) !== undefined,
    ],
  ]);
}

const HEDGED =
  /\b(?:likely|probably|maybe|perhaps|possibly|suspect\w*|presumably|might|seems?|apparently)\b/i;

/** 13. The cause is what a person said, with the name, and as sure as they were. */
export function statement({ document }: Graded): Verdict {
  if (document.causes.length === 0)
    return isAsked(document, 'root-cause')
      ? { points: 2, reason: 'Nobody stated a cause, none is given, and it is asked.' }
      : { points: 0, reason: 'There is no cause, and nobody is asked.' };
  return verdictOf([
    ['said by a person', document.causes.every(({ claim }) => claim.by !== null)],
    ['not computed', document.causes.every(({ claim }) => claim.status !== 'computed')],
    [
      'hedges kept',
      document.causes.every(({ claim }) => !HEDGED.test(claim.text) || claim.hedge !== 'plain'),
    ],
  ]);
}

const CHANGED =
  /\b(?:roll(?:ed|ing)? ?back|revert(?:ed|ing)?|disabl(?:ed|ing)|turn(?:ed|ing) off|switch(?:ed|ing) off|mut(?:ed|ing)|silenc(?:ed|ing)|temporarily|workaround)\b/i;
const PUT_RIGHT = /\b(?:forward|re-?deploy\w*|re-?enabl\w*|back on|turned on|re-?appl\w*|unmuted|again)\b/i;

/** 15. The fix apart from the cause, recovery seen, and what was left over listed. */
export function ending({ document }: Graded): Verdict {
  const rows = document.timeline;
  const fix = new Set(document.resolution.claims.map((claim) => claim.text));
  const changed = rows.filter(
    (row) => row.kind === 'acting' && CHANGED.test(row.claim.text) && !fix.has(row.claim.text),
  );
  const ruledOut = changed.filter((row) =>
    rows.some((later) => later.at > row.at && later.kind === 'ruled-out'),
  );
  const stillOpen = ruledOut.filter(
    (row) =>
      !rows.some((later) => later.at > row.at && PUT_RIGHT.test(later.claim.text)) &&
      !document.resolution.leftOvers.some(
        (left) => left.text.includes(row.claim.text) || row.claim.text.includes(left.text),
      ),
  );
  return verdictOf([
    ['what ended it', document.resolution.claims.length > 0 || isAsked(document, 'resolution')],
    [
      'recovery seen, or a question for it',
      rows.some((row) => row.kind === 'recovering' || row.kind === 'recovered') ||
        asked(document, /recover|verif/i) !== undefined,
    ],
    [
      stillOpen.length === 0 ? 'no left-over is missing' : `left-over “${stillOpen[0]?.claim.text ?? ''}”`,
      stillOpen.length === 0,
    ],
  ]);
}

/** 16. What went well, badly or luckily comes from people only. */
export function lessons({ document, markdown }: Graded): Verdict {
  if (asked(document, /went well|lesson|lucky|learn/i) !== undefined)
    return { points: 2, reason: 'Nothing is made up; the people are asked.' };
  if (sectionOf(markdown, /lesson|went well/i).length > 0)
    return { points: 1, reason: 'There are lessons; whether people said them is to be read.' };
  return { points: 1, reason: 'Nothing is made up, but nobody is asked either.' };
}

/** 17. Times to detect, escalate, mitigate, resolve, minutes on each wrong path, definitions; unknown stays unknown. */
export function measures(graded: Graded): Verdict {
  const { document, markdown } = graded;
  const wrong = document.hypotheses.filter((h) => h.outcome === 'ruled_out');
  const timed = wrong.filter((h) => h.endedAt !== null);
  return verdictOf(
    [
      ['time to detect', isMeasured(graded, 'detect')],
      ['time to mitigate, or that it is not known', isMeasured(graded, 'mitigate')],
      ['time to resolve', isMeasured(graded, 'resolve')],
      [`minutes on each wrong path (${timed.length} of ${wrong.length})`, timed.length === wrong.length],
      ['definitions', sectionOf(markdown, /^## measures/i).some((line) => /start to/.test(line))],
    ],
    3,
  );
}

import { completeness, dueDates, links, owners, wordingOfActions } from './action-items.js';
import {
  consequences,
  detection,
  head,
  impact,
  moments,
  summary,
  windowItem,
  wording,
} from './frame-items.js';
import {
  blame,
  citations,
  contradictions,
  numbers,
  questions,
  readability,
  safety,
} from './honesty-items.js';
import { causes, curation, ending, lessons, measures, paths, statement, timeline } from './story-items.js';
import { type Graded, type Verdict, verdictOf } from './verdict.js';

/** One line of the rubric: what a first-class postmortem has. */
interface Item {
  readonly name: string;
  /** Null where only a reader can say, or where what is needed for it is not at hand. */
  readonly grade: ((graded: Graded) => Verdict | null) | null;
  /** What a reader has to judge beside it, or instead. */
  readonly toRead: string | null;
}

const item = (name: string, grade: Item['grade'], toRead: string | null = null): Item => ({
  name,
  grade,
  toRead,
});

/** Thirty items of two points each, by number. */
const ITEMS: readonly Item[] = [
  item('title, date, severity, status, owner, people', head),
  item('summary: what, when, who, cause, fix', summary, 'whether it reads well'),
  item('window with date and zone, equal to the timeline or flagged', windowItem),
  item('onset, detection, declaration, mitigation, resolution apart', moments),
  item('impact as a figure of something, with its source', impact),
  item('words agree with numbers', wording),
  item('data loss, business, support contacts: stated or asked', consequences),
  item('detection: by whom, when, and the gap', detection, 'whether the comment on the gap is right'),
  item('timeline in order, dated, with zone, linked', timeline),
  item('wrong paths, fixes and recovery with their outcome', paths, 'whether all are there'),
  item('curated: few rows, no chatter, silences marked', curation),
  item('trigger, root and contributing factors apart', causes),
  item('the cause is what a person said, hedge kept', statement),
  item(
    'beyond the nearest cause: why possible, why unseen, why slow',
    null,
    'why it was possible, unseen and slow',
  ),
  item('resolution, recovery, left-overs', ending, 'whether the fix lasts'),
  item('lessons from people only', lessons),
  item('times to detect, mitigate, resolve; minutes on wrong paths', measures),
  item('actions with a verb and a done-when', wordingOfActions),
  item('one owner each, or asked', owners),
  item('due date with its year, or asked; kind', dueDates),
  item('every action answers something, every cause has an action', links),
  item('every follow-up listed, none invented', completeness),
  item('every sentence cites its record', citations),
  item('numbers stand in the cited entries', numbers),
  item('contradictions are listed', contradictions),
  item('gaps are questions to somebody', questions),
  item('blameless', blame),
  item('no secrets, no live mentions', safety),
  item('two or three pages, nothing broken', readability, 'whether it reads well'),
  item('versioned; human edits are kept', versions),
];

export const MOST_POINTS = 2 * ITEMS.length;

export interface Grade {
  readonly number: number;
  readonly name: string;
  /** Null where it was not scored. */
  readonly points: 0 | 1 | 2 | null;
  readonly reason: string;
  readonly toRead: string | null;
}

/** The rubric's thirty items for a document; what only a reader can judge is listed and not scored. */
export function gradePostmortem(graded: Graded): readonly Grade[] {
  return ITEMS.map(({ name, grade, toRead }, index) => {
    const verdict = grade === null ? null : grade(graded);
    return {
      number: index + 1,
      name,
      points: verdict?.points ?? null,
      reason: verdict?.reason ?? (grade === null ? 'To be read.' : 'Needs the text of the record.'),
      toRead,
    };
  });
}

export const pointsOf = (grades: readonly Grade[]): number =>
  grades.reduce((sum, { points }) => sum + (points ?? 0), 0);

/** 30. A version of its own, and what changed since the last one. That edits are kept is shown by tests. */
function versions({ document, markdown }: Graded): Verdict {
  return verdictOf(
    [
      ['a version', document.version >= 1 && /\bversion\b/i.test(markdown)],
      [
        'what changed since the last version',
        document.version === 1 || /\b(?:changed since|changes since|since version)\b/i.test(markdown),
      ],
    ],
    1,
  );
}

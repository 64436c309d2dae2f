import { kin, topicOf } from '../topic.js';
import { quoted, type WrittenFinding } from './finding.js';
import { entriesOf, measuresIn, type WrittenMeasure, type WrittenPostmortem, wordsOf } from './written.js';

/** What the measures say against the story, against each other, or leave open. */
export function checkMeasures(document: WrittenPostmortem): readonly WrittenFinding[] {
  return [
    ...failedStepAgain(document),
    ...doneAndToDo(document),
    ...recurringAndDue(document),
    ...dueOutOfOrder(document),
    ...coverage(document),
    ...ownerless(document),
  ];
}

const common = (one: string, other: string): readonly string[] => {
  const words = topicOf(other);
  return [...topicOf(one)].filter((word) => words.has(word));
};

const TRIED = /\b(?:attempt\w*|tr(?:y|ied|ies)\b|restart\w*|initially)\b/i;
const FAILED =
  /\b(?:after failing|fail(?:ed|ing|s) to|no improvement|no effect|without success|did not (?:help|work|resolve)|remains? \w+|still)\b/i;

function failedStepAgain(document: WrittenPostmortem): readonly WrittenFinding[] {
  const entries = entriesOf(document);
  const failed = entries.filter(
    (entry, i) =>
      TRIED.test(entry.text) && (FAILED.test(entry.text) || FAILED.test(entries[i + 1]?.text ?? '')),
  );
  return failed.flatMap((entry) =>
    measuresIn(document)
      .filter((measure) => common(measure.text, entry.text).length >= 3)
      .map((measure) => ({
        rule: 'failed-step-again',
        text: `${quoted(measure.text)} is a measure, and did not help at ${entry.time?.asWritten ?? `line ${entry.line}`}.`,
        lines: [entry.line, measure.line],
      })),
  );
}

const DONE =
  /(?:^|[.;,]\s+(?:and\s+)?|\bwere\s+|\bwas\s+|\bwe\s+)(?:implemented|conducted|reviewed|added|enhanced|updated|introduced)\b/i;

function doneAndToDo(document: WrittenPostmortem): readonly WrittenFinding[] {
  const sentences = document.blocks
    .filter((block) => block.section === 'cause')
    .flatMap((block) =>
      wordsOf(block)
        .split(/(?<=[.!?])\s+/)
        .map((text) => ({ text, line: block.line })),
    )
    .flatMap(({ text, line }) => text.split(/,\s+and\s+(?=\w+ \w+)/).map((part) => ({ text: part, line })))
    .filter(({ text }) => DONE.test(text));
  return sentences.flatMap(({ text, line }) =>
    measuresIn(document)
      .filter((measure) => measure.list !== 'improvement' && common(wordsOf(measure), text).length >= 2)
      .toSorted((a, b) => common(wordsOf(b), text).length - common(wordsOf(a), text).length)
      .slice(0, 1)
      .map((measure) => ({
        rule: 'done-and-to-do',
        text: `${quoted(text)} is told as done, and ${quoted(wordsOf(measure))} is still to do.`,
        lines: [line, measure.line],
      })),
  );
}

const RECURRING =
  /\b(?:daily|weekly|bi-?weekly|monthly|quarterly|yearly|every (?:day|week|month|quarter)|regular(?:ly)?)\b/i;

function recurringAndDue(document: WrittenPostmortem): readonly WrittenFinding[] {
  return measuresIn(document)
    .filter((measure) => measure.due !== null && RECURRING.test(measure.text))
    .map((measure) => ({
      rule: 'recurring-and-due',
      text: `${quoted(RECURRING.exec(measure.text)?.[0] ?? '')} and by ${measure.due ?? ''} at once: the first time, or all of it?`,
      lines: [measure.line],
    }));
}

function dueOutOfOrder(document: WrittenPostmortem): readonly WrittenFinding[] {
  const dated = measuresIn(document).filter((measure) => measure.due !== null);
  const early = dated.find((measure, i) => (measure.due ?? '') < (dated[i - 1]?.due ?? ''));
  if (early === undefined) return [];
  return [
    {
      rule: 'due-out-of-order',
      text: `The due dates are not in order: ${dated.map(({ due }) => due).join(', ')}.`,
      lines: dated.map(({ line }) => line),
    },
  ];
}

type Words = ReadonlySet<string>;

/** Says nothing about what is to be done. */
const GENERAL = topicOf('review enhance enhanced improve improved conduct implement develop team regular');

/**
 * Whether two measures are about one thing: what the label of one says stands in the other, or, without labels, they
 * share a word that few measures have. Two words of a label are enough, however common.
 */
function kinship(
  measures: readonly WrittenMeasure[],
): (one: WrittenMeasure, other: WrittenMeasure) => boolean {
  const topics = new Map(measures.map((measure) => [measure, topicOf(wordsOf(measure))] as const));
  const topic = (measure: WrittenMeasure): Words => topics.get(measure) ?? new Set();
  const seen = new Map<string, number>();
  for (const words of topics.values()) for (const word of words) seen.set(word, (seen.get(word) ?? 0) + 1);
  const isTelling = (word: string, most: number): boolean =>
    (seen.get(word) ?? 0) < most && !GENERAL.has(word);
  return (one, other) => {
    const [labelled, plain] = one.label !== null ? [one, other] : [other, one];
    const words = labelled.label === null ? topic(labelled) : topicOf(labelled.label);
    const most =
      labelled.label === null ? Math.max(3, measures.length / 3) : Math.max(3, measures.length / 2);
    const telling = [...words].some((word) => topic(plain).has(word) && isTelling(word, most));
    return telling || (labelled.label !== null && kin(words, topic(plain)) >= 2);
  };
}

function coverage(document: WrittenPostmortem): readonly WrittenFinding[] {
  const measures = measuresIn(document);
  const improvements = measures.filter(({ list }) => list === 'improvement');
  const tasks = measures.filter(({ list }) => list === 'task');
  if (improvements.length === 0 || tasks.length === 0) return [];
  const areKin = kinship(measures);
  return [
    ...improvements
      .filter((improvement) => !tasks.some((task) => areKin(improvement, task)))
      .map((improvement) => ({
        rule: 'improvement-without-task',
        text: `No task does this: ${quoted(wordsOf(improvement))}.`,
        lines: [improvement.line],
      })),
    ...tasks
      .filter((task) => !improvements.some((improvement) => areKin(improvement, task)))
      .map((task) => ({
        rule: 'task-without-improvement',
        text: `It serves none of the improvements: ${quoted(wordsOf(task))}.`,
        lines: [task.line],
      })),
  ];
}

function ownerless(document: WrittenPostmortem): readonly WrittenFinding[] {
  const measures = measuresIn(document);
  const without = measures.filter(({ text }) => !/@\w|\bowner\b|\((?:[A-Z][a-z]+)\)/.test(text));
  if (without.length === 0) return [];
  return [
    {
      rule: 'no-owner',
      text: `${without.length} of ${measures.length} measures name no owner; ${measures.filter(({ due }) => due === null).length} name no day.`,
      lines: without.map(({ line }) => line),
    },
  ];
}

import type { Finding, Postmortem, Question, RecordId } from '../model.js';

/** What is graded: the document, its Markdown, and, where they are at hand, what the cited entries say and what was agreed. */
export interface Graded {
  readonly document: Postmortem;
  readonly markdown: string;
  /** Text of each entry of the record; null where only the document is known. */
  readonly record: ReadonlyMap<RecordId, string> | null;
  /** What was really agreed to be done, from a scenario; null where nobody wrote that down. */
  readonly agreed: readonly string[] | null;
}

export interface Verdict {
  readonly points: 0 | 1 | 2;
  /** Why, in a sentence. */
  readonly reason: string;
}

/** One thing that an item wants, and whether it is there. */
export type Part = readonly [name: string, isThere: boolean];

/** 2 where all is there, 1 where at least `enough` is, else 0; the reason names what is missing. */
export function verdictOf(parts: readonly Part[], enough = Math.ceil(parts.length / 2)): Verdict {
  const missing = parts.filter(([, isThere]) => !isThere).map(([name]) => name);
  const there = parts.filter(([, isThere]) => isThere).map(([name]) => name);
  if (missing.length === 0) return { points: 2, reason: `There: ${there.join('; ')}.` };
  return { points: there.length >= enough ? 1 : 0, reason: `Missing: ${missing.join('; ')}.` };
}

/** The first question whose slot or words match. */
export const asked = ({ questions }: Postmortem, about: RegExp): Question | undefined =>
  questions.find(({ slot, ask }) => about.test(slot.replaceAll('_', ' ')) || about.test(ask));

/** The first finding whose rule or words match. */
export const found = ({ findings }: Postmortem, about: RegExp): Finding | undefined =>
  findings.find(({ rule, text }) => about.test(rule.replaceAll('-', ' ')) || about.test(text));

export const isAsked = ({ questions }: Postmortem, id: string): boolean =>
  questions.some((question) => question.id === id);

/** `1 row`, `3 rows`. */
export const count = (amount: number, noun: string): string => `${amount} ${noun}${amount === 1 ? '' : 's'}`;

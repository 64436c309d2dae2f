import { clockIn, dayIn, dayInWords } from '../../time/calendar.js';
import type { Case } from '../case.js';
import type { Claim, Finding, Postmortem } from '../model.js';
import { sourcesIn } from '../sources-in.js';
import { speaksEnglish } from './speaks-english.js';

/** The parts of a draft that rules look at. */
export type Drafted = Pick<
  Postmortem,
  | 'title'
  | 'window'
  | 'acts'
  | 'silences'
  | 'impact'
  | 'detection'
  | 'timeline'
  | 'hypotheses'
  | 'escalations'
  | 'causes'
  | 'resolution'
  | 'actions'
  | 'questions'
  | 'measures'
>;

/** What every rule is given: the record, and what was drafted from it. Instants in ms. */
export interface Matter {
  readonly now: Case;
  readonly drafted: Drafted;
  /** Null where it is asked. */
  readonly start: number | null;
  readonly end: number | null;
  /** Most of it is in English: only then does the absence of a word say anything. */
  readonly isEnglish: boolean;
  /** Clock time in the incident's zone, with the day where the incident runs over more than one. */
  moment(at: number): string;
}

/** What a rule found; the table adds its name, its severity and where to answer. */
export type Found = Pick<Finding, 'text' | 'about'>;

export function matterOf(now: Case, drafted: Drafted): Matter {
  const start = drafted.window.start.kind === 'known' ? Date.parse(drafted.window.start.value.at) : null;
  const end = drafted.window.end === null ? null : Date.parse(drafted.window.end.at);
  const { zone } = now;
  const first = dayIn(zone, new Date(start ?? now.declaredAt));
  const isOneDay = first === dayIn(zone, new Date(end ?? now.readings.at(-1)?.at ?? now.declaredAt));
  const moment = (at: number): string => {
    const clock = clockIn(zone, new Date(at));
    return isOneDay && dayIn(zone, new Date(at)) === first
      ? clock
      : `${clock} on ${dayInWords(zone, new Date(at))}`;
  };
  return { now, drafted, start, end, isEnglish: speaksEnglish(now.readings.map((r) => r.text)), moment };
}

/** The records that these claims rest on, each once. */
export const aboutOf = (...claims: readonly Pick<Claim, 'sources'>[]): readonly string[] => [
  ...new Set(claims.flatMap((claim) => sourcesIn(claim))),
];

/** Statements about the incident as a whole: impact, causes and what ended it. */
export const headStatements = ({ drafted }: Matter): readonly Claim[] => [
  ...drafted.impact.claims,
  ...drafted.causes.map((cause) => cause.claim),
  ...drafted.resolution.claims,
];

/** Every claim of the draft, each text once. */
export function allStatements({ drafted }: Matter): readonly Claim[] {
  const claims = [
    ...drafted.impact.claims,
    ...drafted.causes.map((cause) => cause.claim),
    ...drafted.resolution.claims,
    ...drafted.resolution.leftOvers,
    ...drafted.actions.map((action) => action.claim),
    ...drafted.detection,
    ...drafted.timeline.map((row) => row.claim),
    ...drafted.hypotheses.map((hypothesis) => hypothesis.claim),
    ...drafted.escalations,
  ];
  return [...new Map(claims.map((claim) => [`${sourcesIn(claim).join(' ')} ${claim.text}`, claim])).values()];
}

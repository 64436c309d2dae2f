import type { UserId } from '../ids.js';
import type { FollowUp, Incident } from '../incident/incident.js';
import type { Postmortem, Question } from './model.js';

/** What a postmortem still wants from people. A section in which nothing stands is one of the questions. */
export interface StillOpen {
  readonly questions: readonly Question[];
  /** Follow-ups that nobody owns or that have no date. */
  readonly followUps: readonly FollowUp[];
}

export function stillOpen(
  postmortem: Pick<Postmortem, 'questions'> | null,
  followUps: readonly FollowUp[],
): StillOpen {
  return {
    questions: postmortem?.questions ?? [],
    followUps: followUps.filter(
      ({ done, withdrawn, owner, due }) => !done && !withdrawn && (owner === null || due === null),
    ),
  };
}

export const isNothingOpen = ({ questions, followUps }: StillOpen): boolean =>
  questions.length === 0 && followUps.length === 0;

/** Who is asked about a postmortem, the first choice first. */
export function askedAbout(incident: Incident): readonly UserId[] {
  const { postmortemOwner, lead, declaredBy } = incident;
  return [...new Set([postmortemOwner, lead, declaredBy].filter((user) => user !== null))];
}

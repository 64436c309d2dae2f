import { aboutOf, type Found, type Matter } from './matter.js';
import { quoted } from './quoted.js';

const ACTIVITY =
  '(?:tests?|testing|drills?|reviews?|checks?|audits?|sessions?|exercises?|meetings?|trainings?|rehearsals?|restores?|game ?days?|reports?|syncs?)';
const RECURS = new RegExp(
  `\\b(?:daily|weekly|bi-?weekly|fortnightly|monthly|quarterly|yearly|annual|regular|recurring) (?:[\\w-]+ ){0,4}${ACTIVITY}\\b|\\b(?:regularly|periodically)\\b|\\b(?:every|each|once a|twice a) (?:\\w+ )?(?:day|week|month|quarter|year|sprint)s?\\b`,
  'i',
);

/** Something to be done again and again, and by one day. */
export function recurringAndDue({ drafted }: Matter): readonly Found[] {
  return drafted.actions.flatMap((action, i): Found[] => {
    const words = RECURS.exec(action.claim.text)?.[0];
    if (words === undefined || action.done || action.due.kind === 'asked') return [];
    const text = `A${i + 1} is ${quoted(words)} and due on ${action.due.value}. Is that the first time, or the day by which it is set up?`;
    return [{ text, about: aboutOf(action.claim) }];
  });
}

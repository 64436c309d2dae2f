import { shared } from '../topic.js';
import { aboutOf, type Found, type Matter } from './matter.js';
import { ownWords } from './own-words.js';
import { quoted } from './quoted.js';

const CLAUSES = /[.;,]\s|\s(?:and|then)\s|->|→/;
const DONE =
  /^\W*(?:we |the team |also |have |has )*(?:\w+ )?(?:were |was |been )?(?:\w+ed|built|rebuilt|ran|wrote|set up|put in)\b|\b(?:added|implemented|conducted|introduced|installed|created|completed|built|ran|updated|enabled)\b/i;
/** To practise or look over what was done is another thing. */
const ACTIVITY =
  /\b(?:drills?|reviews?|train\w*|exercis\w*|rehears\w*|document\w*|runbooks?|investigat\w*)\b/i;
const MORE = /\b(?:more|better|other|all|further|regular\w*|automat\w*|every|monthly|weekly|extend\w*)\b/i;

/** The resolution says it was done, an open action says it is to be done. */
export function doneAndToDo({ drafted }: Matter): readonly Found[] {
  const done = drafted.resolution.claims.flatMap((claim) =>
    claim.text.split(CLAUSES).flatMap((clause) => (DONE.test(clause) ? [{ claim, clause }] : [])),
  );
  return drafted.actions.flatMap((action, i): Found[] => {
    if (action.done || MORE.test(action.claim.text) || ACTIVITY.test(action.claim.text)) return [];
    const words = ownWords(action.claim.text);
    const same = done.find(({ clause }) => {
      const common = shared(ownWords(clause), words);
      return common >= 2 && common >= 0.5 * words.size;
    });
    if (same === undefined) return [];
    const text = `The resolution says ${quoted(same.clause)}, and A${i + 1} ${quoted(action.claim.text)} is still to do. Is it done, or what is left?`;
    return [{ text, about: aboutOf(same.claim, action.claim) }];
  });
}

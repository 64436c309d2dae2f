import type { Case } from './case.js';
import type { Action, Cause, Impact, Question } from './model.js';
import { sourcesIn } from './sources-in.js';

const COST = /\b(?:revenue|sales|money|orders?|refunds?|support|tickets?|complaints?|contacts?)\b|[$€£]/i;
const DONE_WHEN =
  /\b(?:until|so that|done when|at least|at most|under|below|above|every|each|daily|weekly|bi-?weekly|monthly|quarterly|within)\b|[<>≤≥]\s?\d|\d\s?%/i;

/** What every review asks when it is over, whatever the record says, unless it says it already. */
export function standingQuestions(
  now: Case,
  drafted: {
    readonly impact: Impact;
    readonly causes: readonly Cause[];
    readonly actions: readonly Action[];
  },
): readonly Question[] {
  const { incident } = now;
  if (now.endedAt === null || now.cancelled) return [];
  const { impact, causes, actions } = drafted;
  const lead = incident.lead ?? incident.declaredBy;
  const root = causes.find(({ role }) => role === 'root')?.claim;
  const questions: Question[] = [];
  if (!incident.drill && !impact.claims.some(({ text }) => COST.test(text)))
    questions.push({
      id: 'cost',
      slot: 'cost',
      ask: 'What did it cost: orders or revenue, contacts to support?',
      to: lead,
      about: [],
    });
  if (root !== undefined && !causes.some(({ role }) => role === 'contributing'))
    questions.push({
      id: 'contributing',
      slot: 'contributing',
      ask: 'What else contributed: what made it possible, kept it unseen, or made it last longer?',
      to: root.by ?? lead,
      about: sourcesIn(root),
    });
  const endless = actions.filter(({ claim, done }) => !done && !DONE_WHEN.test(claim.text));
  if (endless.length > 0)
    questions.push({
      id: 'done-when',
      slot: 'done_when',
      ask: `How will one see that ${endless.map((action) => `A${actions.indexOf(action) + 1}`).join(', ')} ${endless.length === 1 ? 'is' : 'are'} done?`,
      to: lead,
      about: [...new Set(endless.flatMap(({ claim }) => sourcesIn(claim)))],
    });
  questions.push({
    id: 'lessons',
    slot: 'lessons',
    ask: 'What went well, what made it harder, and where were you lucky?',
    to: lead,
    about: [],
  });
  return questions;
}

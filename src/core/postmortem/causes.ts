import type { Case } from './case.js';
import type { Cause, Claim, Question } from './model.js';
import { excerpt } from './quote.js';
import { claimFrom } from './reading.js';
import { rootOf } from './root-cause.js';
import { sourcesIn } from './sources-in.js';
import { triggerOf, unknownTrigger } from './trigger.js';

const ROOT_QUESTION = 'root-cause';
const TRIGGER_QUESTION = 'trigger';

/** The root cause as a person stated it, or the best that was said; and what set it off. Nobody's guess becomes a fact. */
export function causesOf(now: Case): readonly Cause[] {
  const known = CAUSES.get(now);
  if (known !== undefined) return known;
  const causes = findCauses(now);
  CAUSES.set(now, causes);
  return causes;
}

/** Found once for each case: the timeline asks for them as well. */
const CAUSES = new WeakMap<Case, readonly Cause[]>();

function findCauses(now: Case): readonly Cause[] {
  const root = rootOf(now);
  const trigger = triggerOf(now, root);
  return [
    ...(root === null ? [] : [{ role: 'root' as const, claim: claimFrom('root', root) }]),
    ...(trigger === null ? [] : [{ role: 'trigger' as const, claim: trigger }]),
  ];
}

export function causeQuestions(now: Case, causes: readonly Cause[]): readonly Question[] {
  const root = causes.find((cause) => cause.role === 'root')?.claim;
  const trigger = causes.find((cause) => cause.role === 'trigger')?.claim;
  const to = root?.by ?? now.incident.lead ?? now.incident.declaredBy;
  const about = (claim: Claim | undefined) => (claim === undefined ? [] : sourcesIn(claim));
  const questions: Question[] = [];
  if (root === undefined)
    questions.push({ id: ROOT_QUESTION, slot: 'root_cause', ask: 'What was the root cause?', to, about: [] });
  else if (root.status === 'proposed')
    questions.push({
      id: ROOT_QUESTION,
      slot: 'root_cause',
      ask: 'Is the proposed root cause right?',
      to,
      about: about(root),
    });
  const unknown = unknownTrigger(now, rootOf(now));
  if (trigger === undefined && unknown !== null)
    questions.push({
      id: TRIGGER_QUESTION,
      slot: 'trigger',
      ask: `Has it been found since what set it off? The record has: “${excerpt(unknown.text, 120)}”.`,
      to: unknown.by ?? to,
      about: about(unknown),
    });
  else if (trigger === undefined)
    questions.push({
      id: TRIGGER_QUESTION,
      slot: 'trigger',
      ask: 'What set it off, and when did that reach production?',
      to,
      about: about(root),
    });
  else if (trigger.status === 'proposed' || trigger.hedge !== 'plain')
    questions.push({
      id: TRIGGER_QUESTION,
      slot: 'trigger',
      ask: 'Is it confirmed what set it off?',
      to: trigger.by ?? to,
      about: about(trigger),
    });
  return questions;
}

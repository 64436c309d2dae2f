import { likeness, shared, topicOf } from '../topic.js';
import { asked, count, found, type Graded, isAsked, type Verdict, verdictOf } from './verdict.js';

const VERB =
  /^(?:(?:also|and|please|to)\s+)?(?:add|adopt|alert|analy[sz]e|apply|assign|audit|automate|build|change|check|clean|configure|conduct|create|define|deploy|design|develop|disable|document|drill|enable|enforce|ensure|evaluate|extend|find|fix|get|give|go|harden|implement|improve|increase|inspect|install|introduce|investigate|limit|load[- ]test|look|make|measure|migrate|monitor|move|organi[sz]e|patch|plan|practi[sc]e|prepare|protect|provide|publish|put|reduce|rehearse|remove|repair|replace|review|revise|rewrite|roll|rotate|run|schedule|set|split|stop|switch|teach|test|track|train|tune|turn|update|upgrade|use|validate|verify|write)\b/i;
const DONE_WHEN =
  /\b(?:until|so that|done when|at least|at most|under|below|above|every|each|weekly|monthly|quarterly|bi-?weekly|daily|within|before (?:each|every|any))\b|[<>≤≥]\s?\d|\d\s?%/i;

/** 18. Actions begin with a verb and say when they are done. */
export function wordingOfActions({ document }: Graded): Verdict {
  const { actions } = document;
  if (actions.length === 0)
    return isAsked(document, 'actions')
      ? { points: 1, reason: 'There are no actions, and they are asked.' }
      : { points: 0, reason: 'There are no actions, and nobody is asked.' };
  const verbs = actions.filter((action) => VERB.test(action.claim.text)).length;
  const ends = actions.filter((action) => DONE_WHEN.test(action.claim.text)).length;
  const isAskedFor =
    asked(document, /done when|how will (?:we|you|one) (?:know|see)|know that .* done/i) !== undefined;
  return verdictOf(
    [
      [
        `a verb first (${verbs} of ${actions.length})`,
        verbs === actions.length || found(document, /\bverb\b/i) !== undefined,
      ],
      [`when it is done (${ends} of ${actions.length})`, ends === actions.length || isAskedFor],
    ],
    1,
  );
}

/** 19. One named owner each, or "needed". */
export function owners({ document }: Graded): Verdict {
  const silent = document.actions.filter(
    ({ owner }) => owner.kind === 'asked' && !isAsked(document, owner.question),
  );
  return silent.length === 0
    ? { points: 2, reason: 'Every action has an owner or a question for one.' }
    : { points: 0, reason: `No owner and no question for ${count(silent.length, 'action')}.` };
}

/** 20. A due date with its year, or "needed"; and what kind of action it is. */
export function dueDates({ document, markdown }: Graded): Verdict {
  const silent = document.actions.filter(
    ({ due }) => due.kind === 'asked' && !isAsked(document, due.question),
  );
  const kind = /^\|.*\bAction\b.*\b(?:Kind|Priority)\b/im.test(markdown);
  return verdictOf(
    [
      ['a due date or a question for it', silent.length === 0],
      ['kind or priority', document.actions.length === 0 || kind],
    ],
    1,
  );
}

/** 21. Every action answers a cause, a question or an entry, or is said not to; every cause has an action. */
export function links({ document, markdown }: Graded): Verdict {
  const column = /^\|.*\bAction\b.*\b(?:Answers|Addresses|For)\b/im.test(markdown);
  const cause = document.causes.find(({ role }) => role === 'root')?.claim;
  const told =
    found(
      document,
      /\b(?:link|answers?|addresses)\b.*\bcause|\bcause\b.*\b(?:action|answer)|action.*\bcause/i,
    ) !== undefined;
  const unlinked =
    cause === undefined
      ? []
      : document.actions.filter((action) => shared(topicOf(action.claim.text), topicOf(cause.text)) === 0);
  return verdictOf(
    [
      ['what each action answers', column || (document.actions.length > 0 && unlinked.length === 0) || told],
      ['an action for the cause', cause === undefined || unlinked.length < document.actions.length || told],
    ],
    1,
  );
}

/** 22. Everything that was agreed is listed, and nothing else. */
export function completeness({ document, agreed }: Graded): Verdict {
  const invented = document.actions.filter(({ claim }) => claim.status === 'computed');
  if (invented.length > 0) return { points: 0, reason: `Nobody said ${count(invented.length, 'action')}.` };
  if (agreed === null)
    return {
      points: 1,
      reason: 'None is invented; whether all are listed needs the scenario it was played from.',
    };
  const missing = agreed.filter((wanted) =>
    document.actions.every(({ claim }) => likeness(topicOf(claim.text), topicOf(wanted)) < 0.2),
  );
  return missing.length === 0
    ? { points: 2, reason: `All ${agreed.length} that were agreed are listed; none is invented.` }
    : { points: 1, reason: `Not listed: ${missing.join('; ')}.` };
}

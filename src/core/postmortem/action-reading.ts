import type { Action, Postmortem, RecordId } from './model.js';
import { sourcesIn } from './sources-in.js';
import { shared, topicOf } from './topic.js';

/** What an action is for, by its words. */
export type ActionKind = 'detect' | 'prevent' | 'mitigate' | 'repair' | 'process';

/** First match counts: to monitor a drill is to detect, to train for a rollback is process. */
const KINDS: readonly (readonly [ActionKind, RegExp])[] = [
  [
    'detect',
    /\b(?:monitor\w*|alert\w*|alarms?|dashboards?|detect\w*|observab\w*|health checks?|metrics?|probes?)\b/i,
  ],
  [
    'process',
    /\b(?:train\w*|runbooks?|drills?|rehears\w*|process\w*|procedures?|incident response|response plan|on-?call|document\w*|communicat\w*|reviews?|playbooks?|escalation)\b/i,
  ],
  [
    'mitigate',
    /\b(?:fail-?over|redundan\w*|backups?|restor\w*|rollback|recovery|high.availability|HA|rate limit\w*|circuit breaker|time-?outs?|kill switch|feature flag)\b/i,
  ],
  ['repair', /\b(?:repair\w*|fix\w*|clean ?up|backfill\w*|re-?deploy\w*|rotat\w*|correct\w*|undo)\b/i],
  [
    'prevent',
    /\b(?:safeguards?|prevent\w*|validat\w*|test\w*|check\w*|guard\w*|limit\w*|upgrad\w*|patch\w*|replac\w*|enforc\w*|lint\w*|automat\w*|optimi\w*|quota|capacity)\b/i,
  ],
];

/** The kind that the words of an action point to; null where none does. A reading, not a fact. */
export const actionKind = ({ claim }: Action): ActionKind | null =>
  KINDS.find(([, words]) => words.test(claim.text))?.[0] ?? null;

export interface Answered {
  readonly what: 'cause' | 'trigger' | 'detection' | 'suspicion' | 'response';
  readonly about: readonly RecordId[];
}

/**
 * What of the incident an action answers: the statement with which it has a telling word in common, causes first;
 * null where there is none, which the document says. A reading, not a fact.
 */
export function answeredBy(
  document: Pick<Postmortem, 'causes' | 'detection' | 'hypotheses' | 'escalations'>,
  action: Action,
): Answered | null {
  const words = topicOf(action.claim.text);
  const cause = document.causes.find(({ claim }) => shared(topicOf(claim.text), words) >= 1);
  if (cause !== undefined)
    return { what: cause.role === 'trigger' ? 'trigger' : 'cause', about: sourcesIn(cause.claim) };
  const [seen] = document.detection;
  if (actionKind(action) === 'detect' && seen !== undefined)
    return { what: 'detection', about: sourcesIn(seen) };
  const suspicion = document.hypotheses.find(({ claim }) => shared(topicOf(claim.text), words) >= 1);
  if (suspicion !== undefined) return { what: 'suspicion', about: sourcesIn(suspicion.claim) };
  const [help] = document.escalations;
  if (actionKind(action) === 'process' && help !== undefined)
    return { what: 'response', about: sourcesIn(help) };
  return null;
}

import { type Case, MINUTE, ofKind } from './case.js';
import { cuesIn } from './cues.js';
import { hasExtent } from './figures.js';
import { isForTheRecord, SAYS_DECISION } from './label.js';
import type { Cause, Claim, Question } from './model.js';
import { sentencesOf } from './quote.js';
import { claimFrom, has, isVouched, type Reading } from './reading.js';
import { sourcesIn } from './sources-in.js';
import { isTakenBack } from './taken-back.js';
import { likeness, shared } from './topic.js';
import { triggerClause } from './trigger-clause.js';

export const ROOT_QUESTION = 'root-cause';
export const TRIGGER_QUESTION = 'trigger';
const NAMED = /\broot[- ]?cause|根本原因|根因|grundursache|cause racine|causa ra[ií]z/iu;
const POINTED =
  /\b(?:found it|that'?s it|got it|turns out|that'?s why|confirmed why|it(?:'?s| is| was) the|the (?:culprit|cause|problem|reason) (?:is|was)|caused by|because|due to)\b|原因は|判明|特定|わかった|ursache ist|liegt an|la cause|la causa|a causa|lo tengo|trouv[ée]|gefunden|encontr(?:é|ei|amos)|找到|原因是|导致/iu;

/** The root cause as a person stated it, or the best that was said; and what set it off. Nobody's guess becomes a fact. */
export function causesOf(now: Case): readonly Cause[] {
  const root = rootOf(now);
  const trigger = triggerOf(now, root);
  return [
    ...(root === null ? [] : [{ role: 'root' as const, claim: claimFrom('root', root) }]),
    ...(trigger === null ? [] : [{ role: 'trigger' as const, claim: trigger }]),
  ];
}

/** The reading that states the root cause: command, then vouched message, then the most telling phrase. */
export function rootOf(now: Case): Reading | null {
  const known = ROOTS.get(now);
  if (known !== undefined) return known;
  const root = findRoot(now);
  ROOTS.set(now, root);
  return root;
}

/** Found once for each case: most sections ask for it. */
const ROOTS = new WeakMap<Case, Reading | null>();

function findRoot(now: Case): Reading | null {
  const command = ofKind(now.readings, 'cause').findLast((r) => r.label !== 'trigger');
  if (command !== undefined) return command;
  const scored = now.readings
    .map((reading) => ({ reading, score: rootScore(now, reading) }))
    .filter(({ reading, score }) => score >= (isVouched(reading) ? 3.2 : 4));
  const best = (list: typeof scored): Reading | null =>
    list.toSorted((a, b) => b.score - a.score || b.reading.at - a.reading.at)[0]?.reading ?? null;
  return best(scored.filter(({ reading }) => isVouched(reading))) ?? best(scored);
}

const MAY_STATE_A_CAUSE = new Set(['message', 'note', 'resolved', 'update', 'status', 'fix']);

function rootScore(now: Case, reading: Reading): number {
  if (reading.asks || reading.trust === 'alert' || !MAY_STATE_A_CAUSE.has(reading.entry.kind)) return 0;
  if (
    has(reading, 'promise', 'correction') ||
    reading.signs.has('ruled-out') ||
    reading.label === 'trigger' ||
    reading.label === 'fix' ||
    reading.label === 'impact'
  )
    return 0;
  if (SAYS_DECISION.test(reading.text) || isList(reading.text) || isRefuted(now, reading)) return 0;
  const end = now.endedAt ?? Number.POSITIVE_INFINITY;
  let score = 0;
  if (reading.signs.has('cause')) score += 6;
  if (reading.label === 'cause') score += 6;
  if (NAMED.test(reading.text)) score += 4;
  if (has(reading, 'cause')) score += 3;
  if (POINTED.test(reading.text)) score += 1.5;
  if (has(reading, 'found')) score += 1.5;
  if (has(reading, 'change')) score += 0.5;
  if (has(reading, 'hedge', 'suspected')) score -= 1.5;
  if (has(reading, 'ruled-out') && !has(reading, 'cause')) score -= 2;
  if (has(reading, 'follow-up') || /\b(?:by|bis|hasta) (?:\d{4}|\p{Lu}\p{L}+ \d)/u.test(reading.text))
    score -= 3;
  if (has(reading, 'decided')) score -= 2;
  if (has(reading, 'escalated', 'investigating') && !has(reading, 'cause')) score -= 1.5;
  if (has(reading, 'chatter')) score -= 1;
  if (reading.topic.size < 4) score -= 2;
  if (reading.signs.size > 0) score += 1;
  if (reading.at > end && isVouched(reading) && !hasExtent(reading.text) && reading.topic.size >= 5)
    score += 2.5;
  if (hasExtent(reading.text) && !has(reading, 'cause')) score -= 1.5;
  if (isForTheRecord(reading.text) && has(reading, 'cause')) score += 1;
  return score + place(now, reading);
}

const isList = (text: string): boolean => (text.match(/(?:^|\s)\d{1,2}[.)]\s/g) ?? []).length >= 2;

/** Late statements know more than early ones; what was said before the declaration knows least. */
function place(now: Case, reading: Reading): number {
  const to = now.endedAt ?? now.readings.at(-1)?.at ?? now.declaredAt;
  if (reading.at < now.declaredAt) return -1;
  return to > now.declaredAt ? Math.min(1, (reading.at - now.declaredAt) / (to - now.declaredAt)) : 0;
}

/** Later somebody said that it was not this. */
export function isRefuted(now: Case, reading: Reading): boolean {
  if (isTakenBack(now, reading)) return true;
  return now.refusals.some((later) => {
    if (later.at <= reading.at || later.at - reading.at > 90 * MINUTE || has(later, 'cause')) return false;
    if (later.threadTs !== null && later.threadTs === reading.ts) return later.at - reading.at <= 60 * MINUTE;
    return shared(later.topic, reading.topic) >= 2 && likeness(later.topic, reading.topic) >= 0.3;
  });
}

/** What set it off: its own command, a clause of the cause, a vouched message beside it, or a phrase about a change. */
function triggerOf(now: Case, root: Reading | null): Claim | null {
  const command =
    ofKind(now.readings, 'trigger').at(-1) ??
    ofKind(now.readings, 'cause').findLast((r) => r.label === 'trigger');
  if (command !== undefined) return claimFrom('trigger', command);
  if (root === null) return null;
  const ranked = now.readings
    .filter(
      (r) =>
        r !== root &&
        ['message', 'note', 'cause'].includes(r.entry.kind) &&
        r.trust !== 'alert' &&
        !r.asks &&
        !isList(r.text) &&
        !has(r, 'follow-up') &&
        r.label !== 'fix' &&
        r.label !== 'impact',
    )
    .map((reading) => ({ reading, score: triggerScore(now, reading, root) }))
    .toSorted((a, b) => b.score - a.score || a.reading.at - b.reading.at);
  const labelled = ranked.find(({ reading }) => reading.label === 'trigger')?.reading;
  const clause = triggerClause(root.text);
  if (labelled !== undefined && (isVouched(labelled) || clause === null))
    return claimFrom('trigger', labelled);
  if (clause !== null) return claimFrom('trigger', root, clause);
  const vouched = ranked.find(({ reading, score }) => isVouched(reading) && score >= 3)?.reading;
  if (vouched !== undefined)
    return claimFrom('trigger', vouched, triggerClause(vouched.text) ?? vouched.text);
  const own = root.cues.has('change')
    ? sentencesOf(root.text).find(
        (sentence) => /\S+ \S+ \S+/.test(sentence) && cuesIn(sentence).has('change'),
      )
    : undefined;
  if (own !== undefined) return claimFrom('trigger', root, own);
  const phrase = ranked.find(
    ({ reading, score }) => !isVouched(reading) && score >= 3.2 && !isRefuted(now, reading),
  )?.reading;
  return phrase === undefined ? null : claimFrom('trigger', phrase);
}

function triggerScore(now: Case, reading: Reading, root: Reading): number {
  let score = reading.label === 'trigger' ? 5 : 0;
  if (has(reading, 'change')) score += 2;
  if (has(reading, 'unknown')) score += 1;
  if (has(reading, 'cause')) score += 1;
  score += Math.min(2, shared(reading.topic, root.topic) * 0.7);
  const gap = Math.abs(reading.at - root.at);
  if (gap <= 10 * MINUTE) score += 1.5;
  else if (gap <= 45 * MINUTE) score += 0.5;
  const sign =
    now.readings.find((r) => r.entry.kind === 'alert' || r.entry.kind === 'declared')?.at ?? now.declaredAt;
  if (reading.at <= sign && has(reading, 'change'))
    score += sign - reading.at <= 15 * MINUTE ? 2 + (1 - (sign - reading.at) / (15 * MINUTE)) : 0.7;
  if (reading.threadTs !== null && reading.threadTs === root.ts) score += 1;
  if (has(reading, 'acting', 'follow-up', 'recovering', 'ruled-out', 'promise', 'decided')) score -= 2;
  if (has(reading, 'chatter')) score -= 1;
  return score;
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
  if (trigger === undefined)
    questions.push({
      id: TRIGGER_QUESTION,
      slot: 'trigger',
      ask: 'What set it off, and when did that reach production?',
      to,
      about: about(root),
    });
  else if (cuesIn(trigger.text).has('unknown'))
    questions.push({
      id: TRIGGER_QUESTION,
      slot: 'trigger',
      ask: 'Has it been found since what set it off?',
      to: trigger.by ?? to,
      about: about(trigger),
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

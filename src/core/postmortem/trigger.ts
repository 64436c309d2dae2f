import { type Case, MINUTE, ofKind } from './case.js';
import { cuesIn } from './cues.js';
import { tellsAnyExtent } from './figures-of.js';
import { SAYS_DECISION } from './label.js';
import { isList } from './list-items.js';
import type { Claim } from './model.js';
import { promisedDay } from './promised-day.js';
import { sentencesOf } from './quote.js';
import { claimFrom, has, isVouched, type Reading } from './reading.js';
import { causeCommands, discoveryReading, isRefuted } from './root-cause.js';
import { shared } from './topic.js';
import { namesTrigger, statedTriggerClause, triggerClause } from './trigger-clause.js';
import { withdraws } from './withdrawn-cause.js';

/** What set it off: its own command, a clause of the cause, a vouched message beside it, or a phrase about a change. */
export function triggerOf(now: Case, root: Reading | null): Claim | null {
  const found = foundTrigger(now, root);
  return found === null || saysUnknown(found.text) || (root !== null && isSame(found.text, root.text))
    ? null
    : found;
}

/** The words by which somebody said that it is not known what set it off, and who; null when nobody did. */
export function unknownTrigger(now: Case, root: Reading | null): Claim | null {
  const found = foundTrigger(now, root);
  return found !== null && saysUnknown(found.text) ? found : null;
}

const saysUnknown = (text: string): boolean =>
  sentencesOf(text).every((sentence) => cuesIn(sentence).has('unknown'));

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const isSame = (one: string, other: string): boolean => bare(one) === bare(other);

/** A part of what somebody said is only proposed as the trigger, unless the speaker's own word for it stands there. */
function partAsTrigger(reading: Reading, part: string): Claim {
  const claim = claimFrom('trigger', reading, part);
  return namesTrigger(part) || saysUnknown(part) ? claim : { ...claim, status: 'proposed' };
}

function foundTrigger(now: Case, root: Reading | null): Claim | null {
  const command = triggerCommand(now);
  if (command !== null) return claimFrom('trigger', command);
  if (root === null) return null;
  const found = discoveryReading(now, root);
  const ranked = now.readings
    .filter((r) => r !== root && mayBeTrigger(r) && !withdraws(root, r))
    .map((reading) => ({ reading, score: triggerScore(now, reading, root, found) }))
    .filter(({ reading, score }) => score >= 3 && !isPromised(reading))
    .toSorted((a, b) => b.score - a.score || a.reading.at - b.reading.at);
  const labelled = ranked.find(({ reading }) => reading.label === 'trigger')?.reading;
  const said = sentencesOf(root.text).filter((sentence) => !cuesIn(sentence).has('ruled-out'));
  const clause = triggerClause(said.join(' '));
  if (labelled !== undefined && (isVouched(labelled) || clause === null))
    return claimFrom('trigger', labelled);
  const stated = statedTriggerClause(said.join(' '));
  if (stated !== null) return partAsTrigger(root, stated);
  const vouched = ranked.find(({ reading }) => isVouched(reading) && !isRefuted(now, reading));
  if (vouched !== undefined && (clause === null || vouched.score >= 4.5))
    return partAsTrigger(vouched.reading, statedTriggerClause(vouched.reading.text) ?? vouched.reading.text);
  if (clause !== null) return partAsTrigger(root, clause);
  const own = root.cues.has('change')
    ? said.find(
        (sentence) =>
          /\S+ \S+ \S+/.test(sentence) && cuesIn(sentence).has('change') && !isSame(sentence, root.text),
      )
    : undefined;
  if (own !== undefined) return partAsTrigger(root, own);
  const phrase = ranked.find(
    ({ reading, score }) => !isVouched(reading) && score >= 3.2 && !isRefuted(now, reading),
  )?.reading;
  return phrase === undefined ? null : claimFrom('trigger', phrase);
}

function triggerCommand(now: Case): Reading | null {
  return ofKind(now.readings, 'trigger').at(-1) ?? causeCommands(now).trigger;
}

const mayBeTrigger = (r: Reading): boolean =>
  ['message', 'note'].includes(r.entry.kind) &&
  r.trust !== 'alert' &&
  !r.asks &&
  !isList(r.text) &&
  !SAYS_DECISION.test(r.text) &&
  !has(r, 'follow-up') &&
  !r.signs.has('follow-up') &&
  !r.signs.has('fix') &&
  !r.signs.has('ruled-out') &&
  r.label !== 'fix' &&
  r.label !== 'impact';

/** Somebody takes it on: a thing to do, not what happened. */
const isPromised = (r: Reading): boolean =>
  /\d/.test(r.text) &&
  /@\S+|\b(?:I'll|yo|ich|je|eu)\b/u.test(r.text) &&
  promisedDay(r.text, r.entry.recordedAt, 'UTC') !== null;

function triggerScore(now: Case, reading: Reading, root: Reading, found: Reading | null): number {
  let score = reading.label === 'trigger' ? 5 : 0;
  if (has(reading, 'change')) score += 2;
  if (has(reading, 'unknown')) score += 1;
  if (has(reading, 'cause')) score += 1;
  const words = Math.max(
    shared(reading.topic, root.topic),
    found === null ? 0 : shared(reading.topic, found.topic),
  );
  score += Math.min(2, words * 0.7);
  const gap = Math.min(
    Math.abs(reading.at - root.at),
    found === null ? Number.POSITIVE_INFINITY : Math.abs(reading.at - found.at),
  );
  if (gap <= 10 * MINUTE) score += 1.5;
  else if (gap <= 45 * MINUTE) score += 0.5;
  score += liftedScore(now, reading, found);
  const sign =
    now.readings.find((r) => r.entry.kind === 'alert' || r.entry.kind === 'declared')?.at ?? now.declaredAt;
  if (reading.at <= sign && has(reading, 'change'))
    score += sign - reading.at <= 15 * MINUTE ? 2 + (1 - (sign - reading.at) / (15 * MINUTE)) : 0.7;
  if (reading.threadTs !== null && reading.threadTs === root.ts) score += 1;
  if (has(reading, 'acting', 'follow-up', 'recovering', 'ruled-out', 'promise', 'decided')) score -= 2;
  if (has(reading, 'chatter')) score -= 1;
  return score;
}

/** Lifted out of the talk once the cause was known or all was over, and neither measure, figure nor fix: it explains. */
function liftedScore(now: Case, reading: Reading, found: Reading | null): number {
  if (reading.signs.size === 0 || reading.topic.size < 4) return 0;
  let score = 0;
  if (reading.signs.has('insight') || reading.signs.has('cause')) score += 1.5;
  const isLate = now.endedAt !== null && reading.at > now.endedAt;
  const isAfterFinding = found !== null && reading.at >= found.at;
  const explains = !tellsAnyExtent(reading) || reading.signs.has('insight') || has(reading, 'change');
  if ((isLate || isAfterFinding) && explains) score += 1.2;
  return score;
}

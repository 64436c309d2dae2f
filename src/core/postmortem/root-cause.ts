import { type Case, MINUTE, ofKind } from './case.js';
import { tellsAnyExtent } from './figures-of.js';
import { isForTheRecord, SAYS_DECISION } from './label.js';
import { isList } from './list-items.js';
import { isProvisional } from './negation.js';
import { has, isVouched, type Reading } from './reading.js';
import { isTakenBack } from './taken-back.js';
import { likeness, shared } from './topic.js';
import { withdraws } from './withdrawn-cause.js';

const NAMED =
  /\broot[- ]?cause|根本原因|根因|grundursache|cause racine|causa ra[ií]z|causa principal|cause profonde/iu;
const POINTED =
  /\b(?:found it|that'?s it|got it|turns out|that'?s why|confirmed why|found (?:out )?why|it(?:'?s| is| was) the|the (?:culprit|cause|problem|reason) (?:is|was)|caused by|because|due to)\b|原因は|判明|特定|わかった|复现|ursache ist|liegt an|deshalb|la cause|voil[àa] pourquoi|c'est pour [çc]a|la causa|por eso|a causa|por isso|lo tengo|trouv[ée]|gefunden|encontr(?:é|ei|amos)|找到|原因是|导致/iu;
/** One thing follows from another: the shape of an explanation. */
const FOLLOWS =
  /->|→|⇒|=>|\b(?:so|therefore|hence|thus|which|that'?s why|until|because|since)\b|(?<!\p{L})(?:deshalb|daher|dadurch|weil|sodass|donc|du coup|parce que|puisque|por eso|as[ií] que|porque|ent[ãa]o|portanto|perch[ée]|quindi)(?!\p{L})|所以|因此|于是|导致|然后|ため|ので|から|結果/iu;

/** What cause commands said: the root cause that holds, and what they said set it off. */
export interface CauseCommands {
  readonly root: Reading | null;
  readonly trigger: Reading | null;
}

/**
 * Of several cause commands the last one holds; the earlier ones stay in the record. One whose own words say that
 * it tells what set it off ("trigger: …") is no other root cause. Nothing is read from their order alone.
 */
export function causeCommands(now: Case): CauseCommands {
  const commands = ofKind(now.readings, 'cause');
  const held = commands.filter(
    (command, i) => command.text !== '' && !commands.slice(i + 1).some((later) => withdraws(later, command)),
  );
  return {
    root: held.findLast((r) => r.label !== 'trigger') ?? null,
    trigger: held.findLast((r) => r.label === 'trigger') ?? null,
  };
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
  const command = causeCommands(now).root;
  if (command !== null) return command;
  const scored = now.readings
    .map((reading) => ({ reading, score: rootScore(now, reading) }))
    .filter(({ reading, score }) => score >= (isVouched(reading) ? 3.2 : 4));
  const best = (list: typeof scored): Reading | null =>
    list.toSorted((a, b) => b.score - a.score || b.reading.at - a.reading.at)[0]?.reading ?? null;
  return best(scored.filter(({ reading }) => isVouched(reading))) ?? best(scored);
}

const MAY_STATE_A_CAUSE = new Set(['message', 'note', 'resolved', 'update', 'status', 'fix']);

/** Said by its words, its place or its marks to be something else than a cause. */
function isSomethingElse(reading: Reading): boolean {
  if (reading.asks || reading.trust === 'alert' || !MAY_STATE_A_CAUSE.has(reading.entry.kind)) return true;
  if (has(reading, 'promise', 'correction') || reading.signs.has('ruled-out')) return true;
  if (reading.label !== null && reading.label !== 'cause') return true;
  if (reading.signs.has('fix') || reading.signs.has('follow-up')) return !reading.signs.has('cause');
  return SAYS_DECISION.test(reading.text) || isList(reading.text);
}

function rootScore(now: Case, reading: Reading): number {
  if (isSomethingElse(reading)) return 0;
  const score = wordScore(reading) + markScore(now, reading) + place(now, reading);
  return score > 0 && isRefuted(now, reading) ? 0 : score;
}

function wordScore(reading: Reading): number {
  const isNamed = NAMED.test(reading.text) || reading.label === 'cause';
  let score = 0;
  if (reading.label === 'cause') score += 6;
  if (NAMED.test(reading.text)) score += 4;
  if (has(reading, 'cause')) score += 3;
  if (POINTED.test(reading.text)) score += 1.5;
  if (has(reading, 'found')) score += 1.5;
  if (has(reading, 'change')) score += 0.5;
  if (has(reading, 'hedge', 'suspected')) score -= 1.5;
  if (has(reading, 'ruled-out') && !isNamed && !reading.signs.has('cause'))
    score -= has(reading, 'cause') && reading.signs.size > 0 ? 1 : 4;
  if (has(reading, 'follow-up') || /\b(?:by|bis|hasta) (?:\d{4}|\p{Lu}\p{L}+ \d)/u.test(reading.text))
    score -= 3;
  if (has(reading, 'decided')) score -= 2;
  if (has(reading, 'escalated', 'investigating') && !has(reading, 'cause')) score -= 1.5;
  if (has(reading, 'chatter')) score -= 1;
  if (reading.topic.size < 4) score -= 2;
  if (tellsAnyExtent(reading) && !has(reading, 'cause')) score -= 1.5;
  if (isForTheRecord(reading.text) && has(reading, 'cause')) score += 1;
  return score;
}

function markScore(now: Case, reading: Reading): number {
  const isOver = now.endedAt !== null && reading.at > now.endedAt;
  const explains = FOLLOWS.test(reading.text) && reading.topic.size >= 8 && !tellsAnyExtent(reading);
  if (reading.signs.size === 0) return isOver && explains && !isProvisional(reading.text) ? 1.5 : 0;
  let score = 1;
  if (reading.signs.has('cause')) score += 6;
  if (reading.signs.has('key')) score += 0.6;
  if (reading.signs.has('insight')) score += 0.4;
  if (isOver && !tellsAnyExtent(reading) && reading.topic.size >= 5) score += 2.5;
  if (FOLLOWS.test(reading.text) && reading.topic.size >= 6) score += 0.8;
  return score;
}

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

/** Where the cause was first spoken of while it went on: as stated then, else the saying that is most like the statement. */
export function discoveryReading(now: Case, root: Reading | null): Reading | null {
  const end = now.endedAt ?? Number.POSITIVE_INFINITY;
  if (root === null) return null;
  if (root.at < end) return root;
  const alike = now.readings
    .filter(
      (r) =>
        r.at >= now.declaredAt &&
        r.at < end &&
        (has(r, 'cause', 'found') || POINTED.test(r.text)) &&
        !r.asks &&
        !has(r, 'ruled-out') &&
        !isProvisional(r.text),
    )
    .map((r) => ({ r, score: likeness(r.topic, root.topic) * Math.min(4, shared(r.topic, root.topic)) }))
    .filter(({ r, score }) => score >= 0.3 || (isVouched(r) && shared(r.topic, root.topic) >= 2))
    .toSorted((a, b) => b.score - a.score || a.r.at - b.r.at)[0];
  return alike?.r ?? null;
}

/** When the cause was spoken of as found; the end, if nobody did. */
export const discoveryOf = (now: Case, root: Reading | null): number =>
  discoveryReading(now, root)?.at ?? now.endedAt ?? Number.POSITIVE_INFINITY;

import { between, type Case, MINUTE, ofKind } from './case.js';
import { cuesWithout } from './cues-without.js';
import { figuresOf } from './figures-of.js';
import { isList } from './list-items.js';
import type { Claim, Question, Resolution } from './model.js';
import { denies, isProvisional } from './negation.js';
import { excerpt } from './quote.js';
import { claimFrom, has, isVouched, type Reading } from './reading.js';
import { rootOf } from './root-cause.js';
import { sourcesIn } from './sources-in.js';
import { isTakenBack } from './taken-back.js';
import { shared } from './topic.js';

const RESOLUTION_QUESTION = 'resolution';
const ROLLBACK =
  /\b(?:roll(?:ed|ing)? ?back|revert(?:ed|ing)?|disabled|turned off|switched off|muted|silenced|for now|temporarily|workaround)\b/i;
const PUT_RIGHT =
  /\b(?:roll(?:ed|ing)?\b.{0,40}\bforward|(?:roll(?:ed|ing)|shipp(?:ed|ing)|deploy(?:ed|ing)|push(?:ed|ing)|enabl(?:ed|ing)|turn(?:ed|ing)|switch(?:ed|ing)|put)\b.{0,40}\b(?:again|back (?:on|in|out|live))|re-?deploy\w*|re-?enabl\w*|turned (?:it |them )?(?:back )?on|restored|re-?appl\w*|unmuted|merged again)\b|wieder (?:ausgerollt|aktiviert|eingeschaltet|angeschaltet)|r[ée]activ|remis en (?:place|service)|reactiv|volv(?:er|imos) a (?:desplegar|activar|subir)|再デプロイ|再び有効|重新(?:上线|发布|启用|部署)/iu;
/** Asked for or planned, not done: `can I redeploy the header`. */
const WANTED =
  /\b(?:can|may|could|shall|should|when do) (?:I|we|you|someone|somebody)\b|\b(?:want|wants|plan|need|ok|okay|ready|safe) to\b/i;

/** What ended it: the fix as stated, else what was done between the cause and the last resolve. */
export function resolutionOf(now: Case): Resolution {
  const claims = claimsOf(now);
  return { claims, leftOvers: leftOversOf(now, claims) };
}

function claimsOf(now: Case): readonly Claim[] {
  return resolutionReadings(now).map((r) => claimFrom('resolution', r));
}

/**
 * The last fix command; else what somebody labelled as the fix, else vouched deeds, else deeds said in the channel.
 * A fix that was stated before the incident was reopened did not hold.
 */
export function resolutionReadings(now: Case): readonly Reading[] {
  const known = READINGS.get(now);
  if (known !== undefined) return known;
  const found = findReadings(now);
  READINGS.set(now, found);
  return found;
}

/** Found once for each case: the timeline asks for them as well. */
const READINGS = new WeakMap<Case, readonly Reading[]>();

function findReadings(now: Case): readonly Reading[] {
  const reopened = ofKind(now.readings, 'reopened').at(-1)?.at ?? now.declaredAt;
  const lasting = ofKind(now.readings, 'fix').findLast((r) => r.entry.recordedAt.getTime() >= reopened);
  if (lasting !== undefined) return [lasting];
  const labelled = now.readings.filter(
    (r) =>
      r.label === 'fix' &&
      ['message', 'note'].includes(r.entry.kind) &&
      r.at >= reopened &&
      isSettled(now, r) &&
      ((now.endedAt !== null && r.at >= now.endedAt) || !isWithoutEffect(now, r)),
  );
  const best = labelled.findLast(isVouched) ?? labelled.at(-1);
  if (best !== undefined) return [best];
  const recap = recapOf(now);
  if (recap !== null && isVouched(recap)) return [recap];
  const deeds = deedsOf(now);
  const vouched = deeds.filter(isVouched);
  if (vouched.length > 0) return vouched.slice(-2);
  if (recap !== null) return [recap];
  return chosenDeeds(
    now,
    deeds.filter((r) => isSafeToPropose(now, r)),
  );
}

/** What was said when it was over and tells the deeds again: marked as the fix, or naming several of them. */
function recapOf(now: Case): Reading | null {
  if (now.endedAt === null) return null;
  const end = now.endedAt;
  const root = rootOf(now);
  const told = now.readings.filter(
    (r) =>
      r.at > end &&
      ['message', 'note'].includes(r.entry.kind) &&
      r !== root &&
      !r.asks &&
      !isList(r.text) &&
      r.label === null &&
      !r.signs.has('follow-up') &&
      !r.signs.has('cause') &&
      !r.signs.has('ruled-out') &&
      !has(r, 'follow-up', 'promise', 'correction', 'chatter') &&
      r.topic.size >= 3,
  );
  const marked = told.findLast(
    (r) => isSettled(now, r) && (r.signs.has('fix') || (r.signs.has('worked') && tellsDeed(r))),
  );
  if (marked !== undefined) return marked;
  const deeds = now.readings.filter((r) => r.at < end && r.at >= now.declaredAt && has(r, 'acting', 'done'));
  const recalls = (r: Reading): number => deeds.filter((deed) => shared(deed.topic, r.topic) >= 1).length;
  const naming = told.filter(
    (r) => has(r, 'done', 'acting') && !isProvisional(r.text) && PARTS.test(r.text) && recalls(r) >= 2,
  );
  return naming.findLast(isVouched) ?? naming.at(-1) ?? null;
}

/** Neither hoped nor promised nor asked, and nobody took it back. */
const isSettled = (now: Case, r: Reading): boolean =>
  !r.asks && !isProvisional(r.text) && !has(r, 'promise', 'correction') && !isTakenBack(now, r);

/** Several parts, one after the other. */
const PARTS = /[,;、，；+]|\b(?:and|then|und|dann|et|puis|y|luego|e|depois|poi)\b|然后|再|->|→/u;

/** A deed that somebody did for good, as far as the record goes: not hoped, not in doubt, not denied by anybody. */
function isSafeToPropose(now: Case, r: Reading): boolean {
  if (
    isProvisional(r.text) ||
    denies(r.text) ||
    /[?？]/.test(r.text) ||
    has(r, 'hedge', 'suspected', 'chatter', 'recovering', 'recovered')
  )
    return false;
  if (figuresOf(r).some(({ unit }) => unit === 'duration')) return false;
  const replies = r.ts === null ? [] : (now.repliesTo.get(r.ts) ?? []);
  const root = rootOf(now);
  const isOfTheStory = now.gist.closeness(r) >= 0.3 || (root !== null && shared(root.topic, r.topic) >= 1);
  return r.topic.size >= 3 && isOfTheStory && !replies.some((reply) => denies(reply.text));
}

/** The deeds nearest to the cause and to what was said of the fix; not the last ones, which are often the sweeping up. */
function chosenDeeds(now: Case, deeds: readonly Reading[]): readonly Reading[] {
  const root = rootOf(now);
  const weigh = (r: Reading): number => {
    let score = now.gist.closeness(r);
    if (root !== null) score += Math.min(1.5, 0.7 * shared(r.topic, root.topic));
    if (has(r, 'done')) score += 0.4;
    if (/^\W*\d+ ?%/.test(r.text)) score -= 2;
    return score;
  };
  return deeds
    .map((r) => ({ r, score: weigh(r) }))
    .toSorted((a, b) => b.score - a.score || a.r.at - b.r.at)
    .slice(0, 2)
    .map(({ r }) => r)
    .toSorted((a, b) => a.at - b.at);
}

/** Deeds of the last act: after the last reopen, nearest to where the cause was found, not undone and not without effect. */
function deedsOf(now: Case): readonly Reading[] {
  const reopened = ofKind(now.readings, 'reopened').at(-1)?.at ?? now.declaredAt;
  const end = now.endedAt ?? now.readings.at(-1)?.at ?? now.declaredAt;
  const root = rootOf(now);
  const knownAt = root === null || root.at > end ? reopened : Math.max(reopened, root.at - 10 * MINUTE);
  const isDeed = (r: Reading): boolean =>
    ['message', 'note', 'resolved', 'status', 'update'].includes(r.entry.kind) &&
    !r.asks &&
    tellsDeed(r) &&
    r.entry.masked === 0 &&
    r !== root &&
    !(isVouched(r) && has(r, 'cause', 'suspected')) &&
    !OTHER_SIGNS.some((sign) => r.signs.has(sign)) &&
    !has(r, 'promise', 'follow-up', 'escalated') &&
    r.topic.size >= 2 &&
    (!isProvisional(r.text) || r.signs.has('fix')) &&
    !isWithoutEffect(now, r);
  const act = between(now.readings, knownAt, end + MINUTE).filter(isDeed);
  if (act.length > 0) return act;
  return between(now.readings, reopened, end + MINUTE).filter(isDeed);
}

const OTHER_SIGNS = ['cause', 'insight', 'suspect', 'detected', 'ruled-out', 'follow-up'] as const;

/** That it is restored or fixed is the outcome, not the deed; nor is that a measure falls. */
const OUTCOME =
  /\b(?:(?:fully|completely|service|website|site|functionality|function|everything|access|is|are|was|been|all|now|operations?) )+(?:\w+ )?(?:restored|fixed|resolved|repaired)\b|\b(?:restored|fixed|resolved|repaired) for\b|\b(?:cpu|memory|mem|disk|traffic|load|lag|latency|errors?|rates?|queues?|backlog|[45]xx|p\d\d|temp\w*|numbers?|alerts?)\b[^.,;]{0,20}\b(?:dropp|fall|clear|drain|increas|decreas|recover|reduc|lower)\w*/gi;

function tellsDeed(r: Reading): boolean {
  const cues = cuesWithout(OUTCOME, r);
  return cues.has('acting') || cues.has('done');
}

/** A reply or a message soon afterwards says that it did not help. */
function isWithoutEffect(now: Case, deed: Reading): boolean {
  if (has(deed, 'ruled-out') || deed.signs.has('ruled-out')) return true;
  return now.refusals.some((later) => {
    if (later.at <= deed.at || later.at > deed.at + 45 * MINUTE || has(later, 'recovering', 'recovered'))
      return false;
    if (later.threadTs !== null && later.threadTs === deed.ts) return true;
    return (
      shared(later.topic, deed.topic) >= 1 ||
      (later.at <= deed.at + 12 * MINUTE && later.speaker === deed.speaker)
    );
  });
}

/** Rolled back or switched off on the way, and never put right on record. */
function leftOversOf(now: Case, claims: readonly Claim[]): readonly Claim[] {
  const end = now.endedAt ?? Number.POSITIVE_INFINITY;
  const cited = new Set(claims.flatMap((claim) => sourcesIn(claim)));
  const steps = between(now.readings, now.declaredAt, end).filter(
    (r) =>
      !r.asks &&
      has(r, 'acting', 'done') &&
      ROLLBACK.test(r.text) &&
      r.trust !== 'alert' &&
      !cited.has(r.id) &&
      isWithoutEffect(now, r),
  );
  const putRightAt =
    now.readings.findLast((r) => !r.asks && PUT_RIGHT.test(r.text) && !WANTED.test(r.text))?.at ??
    Number.NEGATIVE_INFINITY;
  const open = steps.filter((step) => step.at >= putRightAt);
  // Begun and done, said by one person within half an hour, is one deed.
  const deeds = open.filter(
    (step) =>
      !open.some(
        (before) =>
          before.at < step.at && before.speaker === step.speaker && step.at - before.at <= 30 * MINUTE,
      ),
  );
  return deeds.slice(0, 2).map((r) => claimFrom('left-over', r));
}

export function resolutionQuestions(now: Case, resolution: Resolution): readonly Question[] {
  const lead = now.incident.lead ?? now.incident.declaredBy;
  const first = resolution.claims[0];
  const questions: Question[] = [];
  if (now.endedAt === null) return questions;
  if (first === undefined)
    questions.push({
      id: RESOLUTION_QUESTION,
      slot: 'resolution',
      ask: 'What ended it?',
      to: now.ending?.speaker ?? lead,
      about: [],
    });
  else if (first.status === 'proposed')
    questions.push({
      id: RESOLUTION_QUESTION,
      slot: 'resolution',
      ask: 'Is this what ended it, and is it a lasting fix?',
      to: first.by ?? lead,
      about: resolution.claims.flatMap((claim) => sourcesIn(claim)),
    });
  for (const left of resolution.leftOvers) {
    questions.push({
      id: `left-over:${left.id}`,
      slot: 'left_over',
      ask: `Was “${excerpt(left.text, 80)}” put right again?`,
      to: left.by ?? lead,
      about: sourcesIn(left),
    });
  }
  return questions;
}

import { type Case, MINUTE, ofKind } from './case.js';
import { rootOf } from './causes.js';
import { cuesIn } from './cues.js';
import type { Claim, Hypothesis, Outcome } from './model.js';
import { excerpt, sentencesOf } from './quote.js';
import { claimFrom, has, isVouched, type Reading, sourceOf, statusOf } from './reading.js';
import { likeness, shared } from './topic.js';

/** At most this many are told; the rest stays in the record. */
const MOST = 7;
const REACH = 5 * 60 * MINUTE;

export interface Trail {
  readonly raised: Reading;
  readonly ended: Reading | null;
  readonly outcome: Outcome;
  readonly weight: number;
}

/** What was suspected on the way, and how it turned out: ruled out, given up, confirmed, or nobody said. */
export function hypothesesOf(now: Case): readonly Hypothesis[] {
  return trailsOf(now).map((trail) => ({
    claim: claimOf(trail),
    outcome: trail.outcome,
    raisedAt: new Date(trail.raised.at).toISOString(),
    endedAt: trail.ended === null ? null : new Date(trail.ended.at).toISOString(),
  }));
}

/** When the cause was spoken of as found: as stated while it went on, else the saying that is most like the statement. */
export function discoveryOf(now: Case, root: Reading | null): number {
  const end = now.endedAt ?? Number.POSITIVE_INFINITY;
  if (root === null) return end;
  if (root.at < end) return root.at;
  const alike = now.readings
    .filter(
      (r) =>
        r.at >= now.declaredAt && r.at < end && has(r, 'cause', 'found') && !r.asks && !has(r, 'ruled-out'),
    )
    .map((r) => ({ r, score: likeness(r.topic, root.topic) * Math.min(4, shared(r.topic, root.topic)) }))
    .filter(({ score }) => score >= 0.6)
    .toSorted((a, b) => b.score - a.score || a.r.at - b.r.at)[0];
  return alike?.r.at ?? end;
}

/** The paths that were tried, by the time at which they were raised. */
export function trailsOf(now: Case): readonly Trail[] {
  const root = rootOf(now);
  const foundAt = discoveryOf(now, root);
  const last = Math.min(
    now.endedAt ?? Number.POSITIVE_INFINITY,
    Math.max(foundAt + 5 * MINUTE, reopenedAt(now)),
  );
  const during = now.readings.filter((r) => r.at <= last && r.trust !== 'alert' && isTalk(r));
  const raisable = during.filter(isRaisable);
  const used = new Set<Reading>();
  const ruledOut = during
    .filter((r) => isEnd(r))
    .flatMap((ended) => ruledOutBy(now, raisable, ended, used, root));
  const isToldAlready = (raised: Reading): boolean =>
    ruledOut.some(
      (trail) =>
        Math.abs(trail.raised.at - raised.at) <= 90 * MINUTE && shared(trail.raised.topic, raised.topic) >= 1,
    );
  const open = during
    .filter((r) => !used.has(r) && isGuess(r) && !r.asks && !isToldAlready(r))
    .map(
      (raised): Trail => ({
        raised,
        ended: null,
        outcome: outcomeOf(raised, root, foundAt, now),
        weight:
          (isVouched(raised) ? 3 : SUSPECTS.test(raised.text) ? 1.2 : 0.9) + 0.5 * now.gist.closeness(raised),
      }),
    );
  return [...ruledOut, ...open]
    .filter((trail) => trail.weight >= 1.2)
    .toSorted((a, b) => b.weight - a.weight || a.raised.at - b.raised.at)
    .slice(0, MOST)
    .toSorted((a, b) => a.raised.at - b.raised.at || (a.raised.id < b.raised.id ? -1 : 1));
}

const reopenedAt = (now: Case): number =>
  ofKind(now.readings, 'reopened').length > 0 ? (now.endedAt ?? Number.POSITIVE_INFINITY) : 0;

/** Says of something that it was not that, or that it did nothing. */
const RULING =
  /\b(?:not (?:the|our|it|a|an|related|caused)\b|n'?t (?:the|our|it|help|fix|work|related)|ruled out|red herring|false lead|dead end|no (?:change|improvement|effect|difference)|(?:is|are|looks?|seems?|answers?|works?) (?:all |just |perfectly )?(?:fine|ok|healthy|clean|normal|innocent)|unchanged|excluded|artefact|artifact)|nicht|ausgeschlossen|unver(?:ä|ae)ndert|ce n'est pas|fausse piste|aucun|(?:no|não|nao) (?:es|era|son|é|e|era)(?!\p{L})|sin (?:cambios|efecto)|descartad|sem (?:efeito|mudan)|ではな|じゃな|ではありません|正常|変わら|効果|不是|无关|排除|没(?:有)?(?:变化|效果)/iu;

/** Names a suspect rather than an opinion. */
const SUSPECTS =
  /\b(?:suspect\w*|theory|hypothesis|(?:first|best|my) guess|(?:might|could|may) be (?:the|a|our)|(?:perhaps|maybe|probably) (?:the|a|our|it'?s)|smells like)\b|verdacht|soup[çc]onn|sospech|suspeit|怪しい|怀疑/iu;

const isTalk = (r: Reading): boolean =>
  ['message', 'note', 'suspect', 'ruled-out', 'decision'].includes(r.entry.kind);

const isEnd = (r: Reading): boolean =>
  r.entry.kind === 'ruled-out' ||
  r.signs.has('ruled-out') ||
  (has(r, 'ruled-out') &&
    !r.asks &&
    !has(r, 'recovering', 'recovered', 'promise') &&
    r.topic.size >= 1 &&
    saysNo(r));

/** The denial itself is no question: "aren't there alerts?" denies nothing. */
const saysNo = (r: Reading): boolean =>
  !hasQuestion(r) ||
  sentencesOf(r.text).some((sentence) => !/[?？]$/.test(sentence) && cuesIn(sentence).has('ruled-out'));

/** Whether it is an incident at all is another question than what is wrong. */
const FALSE_ALARM =
  /\bfalse (?:alarm|positive)|fehlalarm|fausse alerte|falsa alarma|alarme falso|誤報|误报/iu;

const hasQuestion = (r: Reading): boolean => /[?？]/.test(r.text);

const isGuess = (r: Reading): boolean =>
  r.entry.kind === 'suspect' ||
  r.signs.has('suspect') ||
  (has(r, 'suspected') &&
    !has(r, 'promise', 'recovering', 'recovered', 'follow-up', 'chatter', 'ruled-out') &&
    r.topic.size >= 3);

function ruledOutBy(
  now: Case,
  raisable: readonly Reading[],
  ended: Reading,
  used: Set<Reading>,
  root: Reading | null,
): readonly Trail[] {
  if (used.has(ended)) return [];
  const raised = raisedBefore(raisable, ended, used);
  if (raised === null && !isVouched(ended) && !standsAlone(now, ended)) return [];
  const start = raised ?? ended;
  used.add(ended).add(start);
  // What is about the cause itself was not ruled out, whatever the words.
  if (root !== null && likeness(start.topic, root.topic) >= 0.5 && start.topic.size >= 4) return [];
  const weight =
    (raised === null ? 1 : 3) +
    (isVouched(ended) || isVouched(start) ? 2 : 0) +
    (has(start, 'suspected') ? 1 : 0) +
    0.5 * now.gist.closeness(ended);
  return [{ raised: start, ended: raised === null ? null : ended, outcome: 'ruled_out', weight }];
}

/** Nobody raised it on record, but it says by itself what was tried or looked at, and that this was not it. */
const standsAlone = (now: Case, ended: Reading): boolean =>
  RULING.test(ended.text) &&
  !has(ended, 'chatter') &&
  ended.topic.size >= 3 &&
  (has(ended, 'acting', 'done') || now.gist.closeness(ended) >= 0.5);

/** The guess, the question or the attempt that this ends: the thread it stands in, else the nearest before it about the same thing. */
function raisedBefore(
  raisable: readonly Reading[],
  ended: Reading,
  used: ReadonlySet<Reading>,
): Reading | null {
  const before = raisable.filter((r) => r.at < ended.at && r.at >= ended.at - REACH && !used.has(r));
  const parent = before.find((r) => ended.threadTs !== null && r.ts === ended.threadTs);
  if (parent !== undefined) return parent;
  const best = before
    .map((r) => ({ r, score: kinship(r, ended) }))
    .toSorted((a, b) => b.score - a.score || b.r.at - a.r.at)[0];
  return best !== undefined && best.score >= 3 ? best.r : null;
}

/** What can turn out wrong: a guess, a question, an attempt. */
const isRaisable = (r: Reading): boolean =>
  !has(r, 'ruled-out') &&
  (isGuess(r) || hasQuestion(r) || has(r, 'suspected', 'acting', 'investigating', 'done', 'cause')) &&
  !FALSE_ALARM.test(r.text);

function kinship(raised: Reading, ended: Reading): number {
  const words = shared(raised.topic, ended.topic);
  const gap = (ended.at - raised.at) / MINUTE;
  if (raised.asks && words === 0) return 0;
  let score = words * 2 + (gap <= 15 ? 1.5 : gap <= 45 ? 0.5 : -1);
  if (has(raised, 'suspected')) score += 1.5;
  if (has(raised, 'acting')) score += 1;
  if (raised.entry.kind === 'note') score += 1;
  if (raised.speaker === ended.speaker) score += 0.5;
  return score;
}

function outcomeOf(raised: Reading, root: Reading | null, foundAt: number, now: Case): Outcome {
  if (root === null || now.endedAt === null) return 'open';
  if (raised === root || likeness(raised.topic, root.topic) >= 0.34) return 'confirmed';
  return raised.at < foundAt ? 'abandoned' : 'open';
}

/** One claim for the guess and its end: both quoted, both cited. */
function claimOf({ raised, ended }: Trail): Claim {
  const claim = claimFrom('hypothesis', raised, excerpt(raised.text, 200));
  if (ended === null) return claim;
  return {
    ...claim,
    text: `${claim.text} — ${excerpt(ended.text, 200)}`,
    status: statusOf(raised) === 'stated' || statusOf(ended) === 'stated' ? 'stated' : 'proposed',
    sources: [sourceOf(raised), sourceOf(ended)],
  };
}

import { between, type Case, MINUTE, ofKind } from './case.js';
import { cuesIn } from './cues.js';
import { cuesWithout } from './cues-without.js';
import type { Claim, Hypothesis, Outcome } from './model.js';
import { denies } from './negation.js';
import { excerpt, sentencesOf } from './quote.js';
import { claimFrom, has, isVouched, type Reading, sourceOf, statusOf } from './reading.js';
import { discoveryOf, rootOf } from './root-cause.js';
import { kin, likeness, shared } from './topic.js';

/** At most this many are told; the rest stays in the record. */
const MOST = 7;
const REACH = 5 * 60 * MINUTE;
/** So many before a denial are looked at for what it denies. */
const LOOKED_AT = 250;

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

/** The paths that were tried, by the time at which they were raised. */
export function trailsOf(now: Case): readonly Trail[] {
  const known = TRAILS.get(now);
  if (known !== undefined) return known;
  const trails = findTrails(now);
  TRAILS.set(now, trails);
  return trails;
}

/** Found once for each case: the timeline asks for them as well. */
const TRAILS = new WeakMap<Case, readonly Trail[]>();

function findTrails(now: Case): readonly Trail[] {
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
  const dropped = during
    .filter(
      (r) =>
        !used.has(r) && (isGuess(r) || (isRaisable(r) && hasQuestion(r) && !ASKS_FOR_FACTS.test(r.text))),
    )
    .flatMap((raised) => droppedTrail(now, during, raised, used, root));
  ruledOut.push(...dropped);
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
    !(PROGRESS.test(r.text) && !denies(r.text)) &&
    r.topic.size >= 1 &&
    saysNo(r));

/** "60% of the nodes clean": how far a repair has come. */
const PROGRESS = /^\W*(?:now )?\d+(?:[.,]\d+)?(?: ?%| of \d+|\/\d+)/u;

/** That something is as it should be refutes a guess about it, and crowns a repair of it. */
const IN_ORDER =
  /\b(?:fine|clean|healthy|ok(?:ay)?|innocent|normal|green|stable|steady)\b|正常|问题な|問題な/giu;
const onlyInOrder = (r: Reading): boolean =>
  r.cues.has('ruled-out') && !cuesWithout(IN_ORDER, r).has('ruled-out');

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

/** How many, how long, who and when: asks for a fact, and suspects nothing. */
const ASKS_FOR_FACTS =
  /\b(?:how|when|who|what|which|where|why|eta|anyone|anybody|someone|can (?:you|we|someone|I)|could (?:you|we|I)|should (?:we|I)|shall)\b|(?<!\p{L})(?:wie|wann|wer|was|welche\p{L}*|wo|warum|kann|combien|quand|qui|quel\p{L}*|o[ùu]|comment|pourquoi|peux|peut-on|cu[áa]nt\p{L}*|cu[áa]ndo|qui[ée]n|qu[ée]|cu[áa]l|d[óo]nde|c[óo]mo|quant\p{L}*|quando|quem|qual|onde|como)(?!\p{L})|多久|多少|几|谁|什么|怎么|哪|いつ|何|誰|どこ|どの|どう|いくつ/iu;

/** Raised, and the next that is said about it denies it, in whatever words. */
function droppedTrail(
  now: Case,
  during: readonly Reading[],
  raised: Reading,
  used: Set<Reading>,
  root: Reading | null,
): readonly Trail[] {
  if (root !== null && likeness(raised.topic, root.topic) >= 0.34) return [];
  const ended = between(during, raised.at, raised.at + 45 * MINUTE).find(
    (r) =>
      r !== raised &&
      !used.has(r) &&
      !r.asks &&
      !has(r, 'suspected', 'promise', 'cause', 'found', 'recovering', 'recovered') &&
      (r.threadTs === null ? kin(r.topic, raised.topic) >= 1 : r.threadTs === raised.ts) &&
      denies(r.text),
  );
  if (ended === undefined) return [];
  used.add(raised).add(ended);
  const weight = 2.5 + 0.5 * now.gist.closeness(ended);
  return [{ raised, ended, outcome: 'ruled_out', weight }];
}

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
  (RULING.test(ended.text) || denies(ended.text)) &&
  !has(ended, 'chatter') &&
  ended.topic.size >= 3 &&
  (has(ended, 'acting', 'done') || now.gist.closeness(ended) >= 0.5);

/** The guess, the question or the attempt that this ends: the thread it stands in, else the nearest before it about the same thing. */
function raisedBefore(
  raisable: readonly Reading[],
  ended: Reading,
  used: ReadonlySet<Reading>,
): Reading | null {
  const before = between(raisable, ended.at - REACH, ended.at - 1)
    .slice(-LOOKED_AT)
    .filter((r) => !used.has(r));
  const parent = before.find((r) => ended.threadTs !== null && r.ts === ended.threadTs && isDoubt(r));
  if (parent !== undefined) return parent;
  const isOfOrder = onlyInOrder(ended);
  let best: Reading | null = null;
  let most = 3;
  for (const r of before) {
    const score = kinship(r, ended, isOfOrder);
    if (score < most || (score === most && best !== null && r.at <= best.at)) continue;
    best = r;
    most = score;
  }
  return best;
}

/** What can turn out wrong: a guess, a question, an attempt. */
const isRaisable = (r: Reading): boolean => !has(r, 'ruled-out') && !FALSE_ALARM.test(r.text);

const isDoubt = (r: Reading): boolean =>
  isGuess(r) || hasQuestion(r) || has(r, 'suspected', 'acting', 'investigating', 'done', 'cause');

/** `isOfOrder`: all that `ended` says is that something is as it should be. */
function kinship(raised: Reading, ended: Reading, isOfOrder: boolean): number {
  const words = kin(raised.topic, ended.topic);
  const gap = (ended.at - raised.at) / MINUTE;
  if (raised.asks && words === 0) return 0;
  if (!isDoubt(raised) && (words < 2 || gap > 20 || raised.topic.size < 3)) return 0;
  if (has(raised, 'acting', 'done') && !isGuess(raised) && isOfOrder) return 0;
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

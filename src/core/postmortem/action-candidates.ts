import { type Case, MINUTE } from './case.js';
import { isDoable } from './doable.js';
import { tellsAnyExtent } from './figures-of.js';
import { listItems } from './list-items.js';
import { promisedDay } from './promised-day.js';
import { has, isVouched, type Reading } from './reading.js';

/** "TODO: …", "follow-ups - …" at the start of a line. */
export const MARKED =
  /^\W*(?:todos?|to-?dos?|action items?|follow[- ]?ups?|next steps?|tasks?|maßnahmen|タスク|待办|à faire|pendiente)\b(?:\s+(?:also|too|for later))?\s*[:：\-–—]\s*/iu;
const EXPLICIT = /\bTODO\b|\b(?:[Tt]o-do|[Aa]ction items?|[Ff]ollow[- ]?ups?)\b|再発防止|待办|后续/u;
const COLLECTS =
  /\b(?:TODO|next steps|follow[- ]?ups|action items|lessons|take ?aways?|take away|what did we learn|do differently|retro\b|what (?:do|can|should) we (?:do|change|learn)|can'?t happen again|doesn'?t happen again|dump (?:it|them) here|improvements|prevent)\b|n(?:ä|ae)chste schritte|ma(?:ß|ss)nahmen|prochaines [ée]tapes|pr[óo]xim[oa]s (?:pasos|passos)|再発防止|今後|下一步|改进/iu;
/** Somebody asks for actions, and names none. */
const PROMPT =
  /\b(?:please|here|everyone|everybody|with names|bitte|s'il vous pla[îi]t|por favor|aqu[ií])\b|ください|書いて|请/iu;
const VERB_FIRST =
  /^\W*(?:and |also |plus |maybe |then )?(?:add|write|review|update|improve|document|create|build|set up|alert|monitor|test|train|training|move|automate|fix|investigate|look (?:at|into)|make|put|rehearse|drill|increase|reduce|enable|enforce|remove|replace|separate|split|limit|alerts?|monitoring|better|more|regular|runbook|drills|tests?)\b/i;
const CONTINUES = /^\W*(?:and|also|plus|und|auch|et|aussi|y|e|también|também|あと|それと|还有)\b/iu;
/** How long an appeal for follow-ups holds, and how soon another goes on from the last. */
const COLLECTING = 20 * MINUTE;
const GOING_ON = 4 * MINUTE;

/** Messages that may name what is to be done: marked as such, agreed on, or said when it was over. */
export function actionCandidates(now: Case): readonly Reading[] {
  const taken = new Set(now.record.followUps.map((followUp) => followUp.entry));
  const end = now.endedAt ?? Number.POSITIVE_INFINITY;
  const appeals = now.readings
    .filter((r) => r.at >= end - 5 * MINUTE && COLLECTS.test(r.text))
    .map((r) => r.at);
  const earlier = now.readings.filter((r) => r.entry.kind === 'task').map((r) => r.at);
  const imperatives = now.readings.filter((r) => r.at >= end && isImperative(r)).length;
  const found: Reading[] = [];
  // The last appeal and the last task so far: everything here is in order of time.
  let appeal = -1;
  let task = -1;
  for (const r of now.readings) {
    if (
      (r.entry.kind !== 'message' && r.entry.kind !== 'task') ||
      taken.has(r.id) ||
      r.asks ||
      r.label !== null
    )
      continue;
    while ((appeals[appeal + 1] ?? Number.POSITIVE_INFINITY) <= r.at) appeal += 1;
    while ((earlier[task + 1] ?? Number.POSITIVE_INFINITY) <= r.at) task += 1;
    const isCollecting = isWithin(COLLECTING, r, appeals[appeal]);
    const isGoingOn = isWithin(GOING_ON, r, earlier[task]) || isWithin(GOING_ON, r, found.at(-1)?.at);
    if (
      isMarked(r) ||
      (r.at >= end
        ? isSaidAfter(r, isCollecting, isCollecting || imperatives >= 2, isGoingOn) &&
          (isBacked(r) || isDoable(r.text))
        : EXPLICIT.test(r.text) && r.topic.size >= 3)
    )
      found.push(r);
  }
  return found.filter((r) => !isAppeal(r));
}

const isWithin = (ms: number, r: Reading, since: number | undefined): boolean =>
  since !== undefined && r.at - since <= ms;

/** A run of sentences that begin with a verb, once it is over, is a list of things to do. */
const isImperative = (r: Reading): boolean =>
  r.entry.kind === 'message' && VERB_FIRST.test(r.text) && r.topic.size >= 3 && !r.asks && !has(r, 'chatter');

const isMarked = (r: Reading): boolean =>
  r.entry.kind === 'task' || r.signs.has('follow-up') || MARKED.test(r.text);

/** More than a phrase: somebody vouched for it, it is a list, or it names a person or a day. */
const isBacked = (r: Reading): boolean =>
  isVouched(r) ||
  listItems(r.entry.text).length > 0 ||
  /<@[UW]/.test(r.entry.text) ||
  promisedDay(r.text, r.entry.recordedAt, 'UTC') !== null;

const isAppeal = (r: Reading): boolean =>
  COLLECTS.test(r.text) && PROMPT.test(r.text) && listItems(r.entry.text).length === 0;

function isSaidAfter(r: Reading, isAppealed: boolean, isCollecting: boolean, isGoingOn: boolean): boolean {
  const items = listItems(r.entry.text).length;
  if (items > 1 || (items > 0 && isCollecting)) return true;
  if (has(r, 'chatter')) return false;
  if (isVouched(r) && has(r, 'follow-up')) return true;
  if (
    r.signs.has('agreed') &&
    r.topic.size >= 4 &&
    !tellsAnyExtent(r) &&
    !has(r, 'cause', 'recovered', 'recovering')
  )
    return true;
  if (has(r, 'follow-up') && r.topic.size >= 3) return true;
  if (r.topic.size < 2) return false;
  if (isAppealed && r.topic.size >= 4 && !has(r, 'recovered', 'recovering', 'cause')) return true;
  return (isCollecting && VERB_FIRST.test(r.text)) || (isGoingOn && CONTINUES.test(r.text));
}

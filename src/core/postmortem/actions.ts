import type { UserId } from '../ids.js';
import { type Case, MINUTE } from './case.js';
import { readDue } from '../time/due.js';
import type { Action, Claim, Question, Slot } from './model.js';
import { quotable } from './quote.js';
import { claimFrom, has, isVouched, type Reading, sourceOf } from './reading.js';
import { likeness, topicOf } from './topic.js';

const LIST = /(?:^|\s)(?:\(?\d{1,2}[.)]|[-*•‣◦–])\s+(?=\S)/gu;
const MARKED = /^\W*(?:todos?|to-?dos?|action items?|follow[- ]?ups?|next steps?|tasks?|タスク|待办|à faire|pendiente)\b(?:\s+(?:also|too|for later))?\s*[:\-–—]\s*/iu;
const EXPLICIT = /\b(?:todos?|to-do|action items?|follow[- ]?ups?)\b|再発防止|待办|后续/iu;
const COLLECTS = /\b(?:next steps|follow[- ]?ups|action items|lessons|what (?:do|can|should) we (?:do|change|learn)|can'?t happen again|doesn'?t happen again|dump (?:it|them) here|ideas|improvements|prevent)\b|n(?:ä|ae)chste schritte|prochaines [ée]tapes|pr[óo]ximos pas|再発防止|今後|下一步|改进/iu;
const VERB_FIRST =
  /^\W*(?:and |also |plus |maybe |then )?(?:add|write|review|update|improve|document|create|build|set up|alert|monitor|test|train|training|move|automate|fix|investigate|look (?:at|into)|make|put|rehearse|drill|increase|reduce|enable|enforce|remove|replace|separate|split|limit|alerts?|monitoring|better|more|regular|a |an |runbook|drills|tests?)\b/i;
const CONTINUES = /^\W*(?:and|also|plus|und|auch|et|y|e|también|também|あと|それと|还有)\b/iu;
const MINE = /\b(?:I(?:'ll| will|'m going to| can take| take)|mine\b|on me\b|ich (?:mache|übernehme|nehme|kümmere)|je (?:m'en occupe|prends|m'occupe)|yo me encargo|me encargo|eu (?:cuido|fa[çc]o|assumo))|私が|僕が|我来|我负责/iu;
const PERSON = /<@([UW][A-Z0-9_a-z]*)(?:\|[^>]*)?>/;

/** What is to be done: follow-ups of the incident, then what was pinned or marked, then what was said at the end. */
export function actionsOf(now: Case): readonly Action[] {
  const actions: Action[] = [...followUps(now)];
  if (now.cancelled) return actions;
  const readings = candidates(now);
  for (const reading of readings) {
    for (const piece of pieces(reading)) {
      const action = fromPiece(now, reading, piece.text, piece.index);
      const topic = topicOf(action.claim.text);
      if (topic.size < 2) continue;
      if (actions.some((other) => likeness(topicOf(other.claim.text), topic) >= 0.7)) continue;
      actions.push(action);
    }
  }
  return actions;
}

function followUps(now: Case): readonly Action[] {
  const byEntry = new Map(now.readings.map((r) => [r.id as string, r]));
  return now.record.followUps.flatMap((followUp) => {
    const reading = byEntry.get(followUp.entry);
    if (reading === undefined) return [];
    const text = quotable(followUp.text, now.nameOf) || reading.text;
    const claim: Claim = { ...claimFrom('action', reading, text), id: `action:${followUp.number}` };
    return [{ claim: { ...claim, status: 'stated' as const }, owner: slot(followUp.owner, 'owner', claim.id), due: slot(followUp.due, 'due', claim.id), done: followUp.done, followUp: followUp.number }];
  });
}

const slot = <T>(value: T | null, name: string, claim: string): Slot<T> =>
  value === null ? { kind: 'asked', question: `${name}:${claim}` } : { kind: 'known', value };

function candidates(now: Case): readonly Reading[] {
  const taken = new Set(now.record.followUps.map((followUp) => followUp.entry));
  const end = now.endedAt ?? Number.POSITIVE_INFINITY;
  const talk = now.readings.filter((r) => (r.entry.kind === 'message' || r.entry.kind === 'task') && !taken.has(r.id) && !r.asks);
  const collectedAt = now.readings.filter((r) => r.at >= end - 5 * MINUTE && COLLECTS.test(r.text)).map((r) => r.at);
  const taskTimes = now.readings.filter((r) => r.entry.kind === 'task').map((r) => r.at);
  const found: Reading[] = [];
  for (const r of talk) {
    const after = r.at >= end;
    const isMarked = r.entry.kind === 'task' || r.signs.has('follow-up') || MARKED.test(r.text);
    const isVouchedList = after && isVouched(r) && (listOf(r.text).length > 1 || has(r, 'follow-up'));
    const collecting = after && collectedAt.some((at) => r.at >= at && r.at - at <= 20 * MINUTE);
    const isList = after && listOf(r.text).length > 0 && (collecting || listOf(r.text).length > 1);
    const isSaid = after && has(r, 'follow-up') && !has(r, 'chatter') && r.topic.size >= 3;
    const isCollected = collecting && VERB_FIRST.test(r.text) && r.topic.size >= 2 && !has(r, 'chatter');
    const continues = after && CONTINUES.test(r.text) && r.topic.size >= 2 && !has(r, 'chatter') && [...taskTimes, ...found.map((f) => f.at)].some((at) => r.at >= at && r.at - at <= 4 * MINUTE);
    const isLater = !after && EXPLICIT.test(r.text) && r.topic.size >= 3;
    if (isMarked || isVouchedList || isList || isSaid || isCollected || continues || isLater) found.push(r);
  }
  return found;
}

function listOf(text: string): readonly string[] {
  const marks = [...text.matchAll(LIST)];
  return marks.map((mark, i) => text.slice((mark.index ?? 0) + mark[0].length, marks[i + 1]?.index ?? text.length).trim()).filter((item) => item !== '');
}

function pieces(reading: Reading): readonly { readonly text: string; readonly index: number }[] {
  const items = listOf(reading.text);
  const texts = items.length > 0 ? items : [reading.text];
  return texts.map((text, index) => ({ text: text.replace(MARKED, '').trim() || text, index }));
}

function fromPiece(now: Case, reading: Reading, text: string, index: number): Action {
  const { due, rest } = readDue(text, { now: new Date(reading.at), zone: now.zone });
  const claim: Claim = { ...claimFrom('action', reading, rest === '' ? text : rest), id: `action:${reading.id}:${index}`, sources: [sourceOf(reading)] };
  const named = ownerIn(now, reading, text);
  return {
    claim,
    owner: slot(named, 'owner', claim.id),
    due: slot(due, 'due', claim.id),
    done: false,
    followUp: null,
  };
}

function ownerIn(now: Case, reading: Reading, piece: string): UserId | null {
  for (const [user, person] of now.record.people) if (piece.includes(`@${person.name}`)) return user;
  const mention = PERSON.exec(reading.entry.text);
  if (mention !== null && listOf(reading.text).length <= 1) return [...now.record.people.keys()].find((user) => user === mention[1]) ?? null;
  return MINE.test(piece) ? reading.speaker : null;
}

export function actionQuestions(now: Case, actions: readonly Action[]): readonly Question[] {
  const lead = now.incident.lead ?? now.incident.declaredBy;
  const open = actions.filter((action) => !action.done);
  const ids = (list: readonly Action[]) => list.flatMap((action) => action.claim.sources.flatMap((s) => (s.kind === 'computed' ? [] : [s.record])));
  const ownerless = open.filter((action) => action.owner.kind === 'asked');
  const undated = open.filter((action) => action.due.kind === 'asked');
  const numbers = (list: readonly Action[]): string => list.map((action) => `A${actions.indexOf(action) + 1}`).join(', ');
  const questions: Question[] = [];
  if (actions.length === 0 && now.endedAt !== null && !now.cancelled) questions.push({ id: 'actions', slot: 'actions', ask: 'What should be done so that this does not happen again, or is found sooner?', to: lead, about: [] });
  if (ownerless.length > 0) questions.push({ id: 'owner', slot: 'owner', ask: `Who takes ${numbers(ownerless)}?`, to: lead, about: ids(ownerless) });
  if (undated.length > 0) questions.push({ id: 'due', slot: 'due', ask: `By when will ${numbers(undated)} be done?`, to: lead, about: ids(undated) });
  return questions;
}

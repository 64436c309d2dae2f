import { spokenTask } from '../timeline/spoken-task.js';
import { actionCandidates, MARKED } from './action-candidates.js';
import type { Case } from './case.js';
import { listItems } from './list-items.js';
import type { Action, Claim, Question, Slot } from './model.js';
import { quotable } from './quote.js';
import { claimFrom, type Reading } from './reading.js';
import { sourcesIn } from './sources-in.js';
import { likeness, topicOf } from './topic.js';

const OWNER_QUESTION = 'owner';
const DUE_QUESTION = 'due';
/** Two actions in about the same words are one. */
const SAME = 0.7;

/** What is to be done: follow-ups of the incident, then what was pinned or marked, then what was said at the end. */
export function actionsOf(now: Case): readonly Action[] {
  const actions: Action[] = [...followUps(now)];
  const topics = actions.map((action) => topicOf(action.claim.text));
  for (const reading of actionCandidates(now)) {
    const items = listItems(reading.entry.text);
    for (const [index, item] of (items.length > 0 ? items : [reading.entry.text]).entries()) {
      const action = actionFrom(now, reading, item, index);
      const topic = topicOf(action.claim.text);
      if (topic.size < 2 || topics.some((other) => likeness(other, topic) >= SAME)) continue;
      actions.push(action);
      topics.push(topic);
    }
  }
  return actions;
}

function followUps(now: Case): readonly Action[] {
  const byEntry = new Map(now.readings.map((r) => [r.id, r]));
  return now.record.followUps.flatMap((followUp) => {
    if (followUp.withdrawn) return [];
    const reading = byEntry.get(followUp.entry);
    if (reading === undefined) return [];
    const text = quotable(followUp.text, now.nameOf) || reading.text;
    const claim: Claim = {
      ...claimFrom('action', reading, text),
      id: `action:${followUp.number}`,
      status: 'stated',
    };
    return [
      {
        claim,
        owner: slot(followUp.owner, OWNER_QUESTION),
        due: slot(followUp.due, DUE_QUESTION),
        done: followUp.done,
        followUp: followUp.number,
      },
    ];
  });
}

const slot = <T>(value: T | null, question: string): Slot<T> =>
  value === null ? { kind: 'asked', question } : { kind: 'known', value };

function actionFrom(now: Case, reading: Reading, item: string, index: number): Action {
  const unmarked = item.replace(MARKED, '').trim() || item;
  const task = spokenTask(unmarked, {
    at: reading.entry.recordedAt,
    speaker: reading.speaker ?? now.incident.declaredBy,
    zone: now.zone,
  });
  const claim: Claim = {
    ...claimFrom('action', reading, quotable(task.text, now.nameOf)),
    id: `action:${reading.id}:${index}`,
  };
  return {
    claim,
    owner: slot(task.owner, OWNER_QUESTION),
    due: slot(task.due, DUE_QUESTION),
    done: false,
    followUp: null,
  };
}

export function actionQuestions(now: Case, actions: readonly Action[]): readonly Question[] {
  const lead = now.incident.lead ?? now.incident.declaredBy;
  const open = actions.filter((action) => !action.done);
  const about = (list: readonly Action[]) => [...new Set(list.flatMap((action) => sourcesIn(action.claim)))];
  const numbers = (list: readonly Action[]): string =>
    list.map((action) => `A${actions.indexOf(action) + 1}`).join(', ');
  const ownerless = open.filter((action) => action.owner.kind === 'asked');
  const undated = open.filter((action) => action.due.kind === 'asked');
  const questions: Question[] = [];
  if (actions.length === 0 && now.endedAt !== null && !now.cancelled) {
    const ask = 'What should be done so that this does not happen again, or is found sooner?';
    questions.push({ id: 'actions', slot: 'actions', ask, to: lead, about: [] });
  }
  if (ownerless.length > 0) {
    questions.push({
      id: OWNER_QUESTION,
      slot: 'owner',
      ask: `Who takes ${numbers(ownerless)}?`,
      to: lead,
      about: about(ownerless),
    });
  }
  if (undated.length > 0) {
    questions.push({
      id: DUE_QUESTION,
      slot: 'due',
      ask: `By when will ${numbers(undated)} be done?`,
      to: lead,
      about: about(undated),
    });
  }
  return questions;
}

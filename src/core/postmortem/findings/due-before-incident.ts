import { dayIn } from '../../time/calendar.js';
import { aboutOf, type Found, type Matter } from './matter.js';

/** Due on a day before it all began: a slip of the year or the month. */
export function dueBeforeIncident({ now, drafted, start }: Matter): readonly Found[] {
  const began = dayIn(now.zone, new Date(Math.min(start ?? now.declaredAt, now.declaredAt)));
  return drafted.actions.flatMap((action, i): Found[] => {
    if (action.done || action.due.kind === 'asked' || action.due.value >= began) return [];
    const text = `A${i + 1} is due on ${action.due.value}, before the incident began on ${began}. Which day is meant?`;
    return [{ text, about: aboutOf(action.claim) }];
  });
}

import { aboutOf, type Found, type Matter } from './matter.js';

/** How many actions have nobody, and how many no day, where nobody is asked for it. */
export function incompleteActions({ drafted, end }: Matter): readonly Found[] {
  const open = drafted.actions.filter((action) => !action.done);
  const asked = new Set(drafted.questions.map((question) => question.slot));
  const ownerless = asked.has('owner') ? [] : open.filter((action) => action.owner.kind === 'asked');
  const undated = asked.has('due') ? [] : open.filter((action) => action.due.kind === 'asked');
  if (end === null || ownerless.length + undated.length === 0) return [];
  const lacking = [
    ...(ownerless.length > 0 ? [`${ownerless.length} without an owner`] : []),
    ...(undated.length > 0 ? [`${undated.length} without a date`] : []),
  ].join(', ');
  const text = `Of ${open.length} open ${open.length === 1 ? 'action' : 'actions'}: ${lacking}.`;
  return [{ text, about: aboutOf(...[...ownerless, ...undated].map((action) => action.claim)).slice(0, 4) }];
}

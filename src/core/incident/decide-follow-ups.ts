import type { CommandOf } from './commands.js';
import { type DecideContext, type DecidedAct, type Decision, did, no, quietly } from './decision.js';
import type { FollowUp } from './incident.js';

type Change = CommandOf<'finish-follow-up' | 'assign-follow-up' | 'date-follow-up'>;

export function addsFollowUp(
  command: CommandOf<'add-follow-up'>,
  act: DecidedAct,
  context: DecideContext,
): Decision {
  const { text, owner, due, message } = command;
  const number = nextFollowUpNumber(context.followUps);
  return did({ kind: 'follow-up-added', ...act, number, text, owner, due, message });
}

/** Numbers are never used again, also not those of withdrawn follow-ups. */
export function nextFollowUpNumber(followUps: readonly FollowUp[]): number {
  return followUps.reduce((highest, followUp) => Math.max(highest, followUp.number), 0) + 1;
}

export function changesFollowUp(command: Change, act: DecidedAct, context: DecideContext): Decision {
  const { number } = command;
  const living = context.followUps.filter((followUp) => !followUp.withdrawn);
  const followUp = living.find((one) => one.number === number);
  if (followUp === undefined) {
    const open = living.filter((one) => !one.done).map((one) => one.number);
    return no({ kind: 'no-such-task', number, open: open.toSorted((a, b) => a - b) });
  }
  const change = changeBy(command);
  if (isSo(followUp, change))
    return no({ kind: 'no-change', what: command.kind === 'assign-follow-up' ? 'owner' : 'task' });
  return did({ kind: 'follow-up-changed', ...quietly(act), number, change });
}

type FollowUpChange = Partial<Pick<FollowUp, 'owner' | 'due' | 'done'>>;

function changeBy(command: Change): FollowUpChange {
  switch (command.kind) {
    case 'finish-follow-up':
      return { done: command.done };
    case 'assign-follow-up':
      return { owner: command.user };
    case 'date-follow-up':
      return { due: command.due };
  }
}

const isSo = (followUp: FollowUp, { owner, due, done }: FollowUpChange): boolean =>
  (owner === undefined || owner === followUp.owner) &&
  (due === undefined || due === followUp.due) &&
  (done === undefined || done === followUp.done);

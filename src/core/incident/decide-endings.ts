import { addHours } from 'date-fns';
import type { CommandOf } from './commands.js';
import {
  alreadyEnded,
  type DecideContext,
  type DecidedAct,
  type Decision,
  did,
  no,
  quietly,
} from './decision.js';
import { drafted, draftedForSomebody } from './drafted.js';
import { type Incident, isOpen } from './incident.js';

/** How long a closed incident's channel can still be kept, in hours. */
const GRACE_HOURS = 24;

/** The end of an incident asks for a draft. What is filled in afterwards is drafted when it has gone quiet. */
export function ends(
  incident: Incident,
  command: CommandOf<'resolve' | 'cancel'>,
  act: DecidedAct,
): Decision {
  // A false alarm is often noticed only after someone has resolved it.
  const mayEnd = command.kind === 'resolve' ? isOpen(incident) : incident.status !== 'cancelled';
  if (!mayEnd) return alreadyEnded(incident);
  const kind = command.kind === 'resolve' ? 'resolved' : 'cancelled';
  return did({ kind, ...act, text: command.text }, drafted(incident, act.at));
}

export function reopens(incident: Incident, command: CommandOf<'reopen'>, act: DecidedAct): Decision {
  if (isOpen(incident)) return no({ kind: 'still-open' });
  return did({ kind: 'reopened', ...act, text: command.text });
}

/** Without a draft of its own: the postmortem is that of the incident in which it goes on. */
export function merges(
  incident: Incident,
  command: CommandOf<'merge'>,
  act: DecidedAct,
  context: DecideContext,
): Decision {
  const { other } = context;
  const number = command.into;
  if (number === incident.number) return no({ kind: 'merge-itself' });
  // Practice and the real thing are kept apart, as if they did not know of one another.
  if (other === null || other.drill !== incident.drill) return no({ kind: 'no-such-incident', number });
  if (other.private !== incident.private) return no({ kind: 'merge-privacy' });
  if (!isOpen(other)) return no({ kind: 'merge-ended', number });
  if (incident.status === 'cancelled') return alreadyEnded(incident);
  return did({ kind: 'merged', ...act, into: number, text: command.text });
}

export function closes(incident: Incident, command: CommandOf<'close'>, act: DecidedAct): Decision {
  if (isOpen(incident)) return no({ kind: 'still-open' });
  if (incident.closingAt !== null) return no({ kind: 'no-change', what: 'closing' });
  return did({
    kind: 'closing',
    ...quietly(act),
    archiveAt: addHours(act.at, GRACE_HOURS),
    text: command.text,
  });
}

export function keepsOpen(incident: Incident, act: DecidedAct): Decision {
  if (incident.closingAt === null) return no({ kind: 'no-change', what: 'kept-open' });
  return did({ kind: 'kept-open', ...quietly(act) });
}

export const drafts = (incident: Incident, act: DecidedAct): Decision =>
  did(draftedForSomebody(incident, act.at));

export function namesAuthor(
  incident: Incident,
  command: CommandOf<'assign-postmortem'>,
  act: DecidedAct,
): Decision {
  if (command.user === incident.postmortemOwner) return no({ kind: 'no-change', what: 'owner' });
  return did({ kind: 'postmortem-assigned', ...quietly(act), user: command.user });
}

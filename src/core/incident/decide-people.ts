import type { CommandOf } from './commands.js';
import { type DecidedAct, type Decision, did, no } from './decision.js';
import type { Incident } from './incident.js';

export function assignsLead(
  incident: Incident,
  command: CommandOf<'assign-lead'>,
  act: DecidedAct,
): Decision {
  if (command.user === incident.lead) return no({ kind: 'no-change', what: 'lead' });
  return did({ kind: 'lead-assigned', ...act, user: command.user });
}

export function assignsRole(
  incident: Incident,
  command: CommandOf<'assign-role'>,
  act: DecidedAct,
): Decision {
  const { role, user } = command;
  // Any name can be a role's, `constructor` too.
  if (Object.hasOwn(incident.roles, role) && incident.roles[role] === user)
    return no({ kind: 'no-change', what: 'role' });
  return did({ kind: 'role-assigned', ...act, role, user });
}

export function handsOff(incident: Incident, command: CommandOf<'hand-off'>, act: DecidedAct): Decision {
  if (command.user === incident.lead) return no({ kind: 'handoff-to-lead' });
  // Nobody has to offer it to themselves.
  if (command.user === act.by) return no({ kind: 'no-handoff' });
  return did({ kind: 'handoff-offered', ...act, user: command.user, text: command.text });
}

/** Only the person to whom the lead was offered can take it so; anybody else can say `lead me`. */
export function acceptsHandoff(incident: Incident, act: DecidedAct): Decision {
  const { handoffTo } = incident;
  if (handoffTo === null) return no({ kind: 'no-handoff' });
  if (handoffTo !== act.by) return no({ kind: 'handoff-to-other', user: handoffTo });
  return did({ kind: 'lead-assigned', ...act, user: act.by });
}

export function escalates(command: CommandOf<'escalate'>, act: DecidedAct): Decision {
  const { users, groups, text } = command;
  if (users.length === 0 && groups.length === 0) return no({ kind: 'person-missing', verb: 'escalate' });
  return did({ kind: 'escalated', ...act, users, groups, text });
}

export function renames(incident: Incident, command: CommandOf<'rename'>, act: DecidedAct): Decision {
  const title = command.title.trim();
  if (title === '') return no({ kind: 'title-missing' });
  if (title === incident.title) return no({ kind: 'no-change', what: 'title' });
  return did({ kind: 'renamed', ...act, from: incident.title, to: title });
}

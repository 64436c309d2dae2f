import { entryId } from '../ids.js';
import type { CommandOf } from './commands.js';
import { alreadyEnded, type DecidedAct, type Decision, did, no, quietly } from './decision.js';
import { type Incident, isOpen } from './incident.js';

export function changesStatus(
  incident: Incident,
  command: CommandOf<'change-status'>,
  act: DecidedAct,
): Decision {
  if (!isOpen(incident)) return alreadyEnded(incident);
  if (command.to === incident.status) return unchanged('status', command.text, act);
  return did({
    kind: 'status-changed',
    ...act,
    from: incident.status,
    to: command.to,
    text: command.text,
  });
}

export function changesSeverity(
  incident: Incident,
  command: CommandOf<'change-severity'>,
  act: DecidedAct,
): Decision {
  if (command.to === incident.severity) return unchanged('severity', command.text, act);
  return did({
    kind: 'severity-changed',
    ...act,
    from: incident.severity,
    to: command.to,
    text: command.text,
  });
}

/** An update may bring a status with it, which then has a line of its own. */
export function postsUpdate(
  incident: Incident,
  command: CommandOf<'post-update'>,
  act: DecidedAct,
): Decision {
  const { status } = command;
  const update = { kind: 'update-posted', ...act, text: command.text, nextAt: command.nextAt } as const;
  // What was said is kept also where the status cannot be had any more: somebody was quicker.
  if (status === null || status === incident.status || !isOpen(incident)) return did(update);
  return did(update, {
    kind: 'status-changed',
    ...act,
    entry: entryId(`${act.entry}:status`),
    from: incident.status,
    to: status,
    text: '',
  });
}

export function snoozes(incident: Incident, command: CommandOf<'snooze'>, act: DecidedAct): Decision {
  if (!isOpen(incident)) return alreadyEnded(incident);
  return did({ kind: 'snoozed', ...quietly(act), until: command.until });
}

/** Nothing changes; but what was said along with it is kept, as a note. */
function unchanged(what: 'status' | 'severity', text: string, act: DecidedAct): Decision {
  if (text === '') return no({ kind: 'no-change', what });
  return did({ kind: 'stated', ...act, what: 'note', text, backdated: false, message: null });
}

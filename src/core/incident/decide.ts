import { questionNamed } from './answered-question.js';
import { commandForAnswer } from './answers.js';
import type { CommandOf, IncidentCommand } from './commands.js';
import { declines, editsDraft } from './decide-draft.js';
import { closes, drafts, ends, keepsOpen, merges, namesAuthor, reopens } from './decide-endings.js';
import { choosesBefore, corrects, hides, redacts, states } from './decide-entries.js';
import { addsFollowUp, changesFollowUp } from './decide-follow-ups.js';
import { acceptsHandoff, assignsLead, assignsRole, escalates, handsOff, renames } from './decide-people.js';
import { changesSeverity, changesStatus, postsUpdate, snoozes } from './decide-standing.js';
import { undoes } from './decide-undo.js';
import { type DecideContext, type DecidedAct, type Decision, no } from './decision.js';
import type { Incident } from './incident.js';
import { staleness } from './stale.js';

export type { DecideContext, DecidedAct, Decision } from './decision.js';
export { type DeclaredEvent, declare } from './declare.js';

/** Who joins changes nothing of the incident: there is nothing to decide. */
export type DecidedCommand = Exclude<IncidentCommand, { kind: 'join' }>;

/** What happens when someone asks for `command`. Decides; changes nothing. */
export function decide(
  incident: Incident,
  command: DecidedCommand,
  act: DecidedAct,
  context: DecideContext,
): Decision {
  const stale = staleness(incident, command, context);
  if (stale !== null) return no(stale);
  switch (command.kind) {
    case 'edit-draft':
      return editsDraft(incident, command, act, context);
    case 'decline':
      return declines(command, act, context);
    case 'change-status':
      return changesStatus(incident, command, act);
    case 'change-severity':
      return changesSeverity(incident, command, act);
    case 'post-update':
      return postsUpdate(incident, command, act);
    case 'snooze':
      return snoozes(incident, command, act);
    case 'assign-lead':
      return assignsLead(incident, command, act);
    case 'assign-role':
      return assignsRole(incident, command, act);
    case 'hand-off':
      return handsOff(incident, command, act);
    case 'accept-handoff':
      return acceptsHandoff(incident, act);
    case 'escalate':
      return escalates(command, act);
    case 'rename':
      return renames(incident, command, act);
    case 'state':
      return states(command, act);
    case 'correct-entry':
      return corrects(command, act, context);
    case 'hide-entry':
      return hides(command, act, context);
    case 'redact-entry':
      return redacts(incident, command, act, context);
    case 'choose-before':
      return choosesBefore(command, act, context);
    case 'undo':
      return undoes(incident, command, act, context);
    case 'add-follow-up':
      return addsFollowUp(command, act, context);
    case 'finish-follow-up':
    case 'assign-follow-up':
    case 'date-follow-up':
      return changesFollowUp(command, act, context);
    case 'resolve':
    case 'cancel':
      return ends(incident, command, act);
    case 'reopen':
      return reopens(incident, command, act);
    case 'merge':
      return merges(incident, command, act, context);
    case 'close':
      return closes(incident, command, act);
    case 'keep-open':
      return keepsOpen(incident, act);
    case 'draft':
      return drafts(incident, act);
    case 'assign-postmortem':
      return namesAuthor(incident, command, act);
    case 'answer':
      return answers(incident, command, act, context);
  }
}

/** An answer becomes the ordinary record that its question asked for. */
function answers(
  incident: Incident,
  command: CommandOf<'answer'>,
  act: DecidedAct,
  context: DecideContext,
): Decision {
  const { questions } = context;
  if (questions.length === 0 && incident.draftVersion === 0) return no({ kind: 'no-draft' });
  const question = questionNamed(command.question, questions);
  if (question === null)
    return no({ kind: 'no-such-question', said: command.question, count: questions.length });
  const meant = commandForAnswer(question, command.text, { incident, now: act.at });
  if (meant === null) return no({ kind: 'text-missing', verb: 'answer' });
  return decide(incident, meant, act, context);
}

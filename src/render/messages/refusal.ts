import type { Message } from '../../core/effects.js';
import { subcommandNamed } from '../../core/grammar/subcommands.js';
import { editDistance } from '../../core/grammar/suggest.js';
import { statusName } from '../../core/incident/naming.js';
import type { Refusal } from '../../core/refusal.js';
import { buttons, type CommandButton, context, fitsButton, message, sections } from '../blocks.js';
import { momentInWords, singleLine } from '../mrkdwn.js';
import { refusalInWords } from '../refusal-words.js';
import { shortened } from '../split-text.js';
import { STATUS_BUTTONS } from '../words.js';

/**
 * A no that says what to do next, with buttons where a press is all that is missing. `address`: the number of
 * the incident that the command named (`INC-4 note …`); the buttons name it too.
 */
export function refused(refusal: Refusal, address: number | null = null): Message {
  const text = refusalInWords(refusal);
  const offered = offers(refusal).map((button) => addressed(button, address));
  const tooLong = offered.some((button) => !fitsButton(button.command));
  const row = buttons(offered);
  const hint = tooLong ? 'The text is too long for a button: send it again behind the right word.' : '';
  return message(text, [...sections(text), ...row, ...context(hint)]);
}

/** Commands that mean something else with an incident in front, or nothing. */
function addressed(button: CommandButton, address: number | null): CommandButton {
  const [verb = ''] = button.command.split(/\s/, 1);
  const isAboutIncident = verb === 'tasks' || subcommandNamed(verb)?.needsIncident === true;
  if (address === null || !isAboutIncident) return button;
  return { ...button, command: `INC-${address} ${button.command}` };
}

const tasks: CommandButton = { label: 'Follow-ups', command: 'tasks' };
const allTasks: CommandButton = { label: 'All follow-ups', command: 'tasks all' };
const timeline: CommandButton = { label: 'Timeline', command: 'timeline' };
const wholeTimeline: CommandButton = { label: 'Whole timeline', command: 'timeline all' };
const openIncidents: CommandButton = { label: 'Open incidents', command: 'list' };
const declareOne: CommandButton = { label: 'Declare an incident', command: 'declare' };
const takeLead: CommandButton = { label: 'I take the lead', command: 'lead me' };
const status: CommandButton = { label: 'Where it stands', command: 'status' };
const reopen: CommandButton = { label: 'Reopen', command: 'reopen' };
const draftNow: CommandButton = { label: 'Draft now', command: 'postmortem' };
const questions: CommandButton = { label: 'Open questions', command: 'answer' };
const helpOn = (verb: string): CommandButton => ({ label: `Help on ${verb}`, command: `help ${verb}` });

function offers(refusal: Refusal): readonly CommandButton[] {
  switch (refusal.kind) {
    case 'unknown-verb':
      return unknownVerbOffers(refusal);
    case 'time-unclear':
      return refusal.choices.map(({ at, command }) => ({ label: momentInWords(at, refusal.zone), command }));
    case 'status-unclear':
      return STATUS_BUTTONS.map((name) => ({ label: statusName(name), command: `status ${name}` }));
    case 'person-missing':
      return refusal.verb === 'lead' ? [takeLead] : [];
    case 'already-ended':
      return [reopen];
    case 'not-an-incident-channel':
      return [openIncidents, declareOne];
    case 'title-missing':
      return [declareOne];
    case 'text-missing':
      return formOffers(refusal.verb);
    case 'stale':
      return [status];
    case 'argument-unclear':
      return subcommandNamed(refusal.verb) ? [helpOn(refusal.verb)] : [];
    case 'no-such-verb':
      return [
        ...(refusal.suggestion === null ? [] : [helpOn(refusal.suggestion)]),
        { label: 'All commands', command: 'help' },
      ];
    case 'number-missing':
      return numberOffers(refusal.verb);
    case 'no-such-task':
      return [tasks];
    case 'entry-missing':
      return [timeline];
    case 'no-such-entry':
      return [wholeTimeline];
    case 'entry-unclear':
      return refusal.choices
        .slice(0, 4)
        .map(({ code, text }) => ({ label: singleLine(text) || code, command: `timeline ${code}` }));
    case 'undo-otherwise':
      return refusal.instead === 'reopen' ? [reopen] : [];
    case 'no-such-incident':
      return [openIncidents];
    case 'adopt-impossible':
      return [declareOne];
    case 'no-handoff':
    case 'handoff-to-other':
      return [takeLead];
    case 'section-empty':
      return [];
    case 'no-draft':
      return [draftNow];
    case 'no-such-question':
      return refusal.count > 0 ? [questions] : [];
    case 'no-such-script':
      return refusal.scripts.slice(0, SCRIPTS).map((name) => ({ label: name, command: `drill ${name}` }));
    case 'person-is-bot':
    case 'role-missing':
    case 'severity-unclear':
    case 'time-in-future':
    case 'date-unclear':
    case 'date-past':
    case 'entry-fixed':
    case 'nothing-to-undo':
    case 'still-open':
    case 'no-change':
    case 'merge-itself':
    case 'merge-privacy':
    case 'merge-ended':
    case 'already-incident':
    case 'handoff-to-lead':
    case 'nothing-before':
      return [];
  }
}

/** Drills offered by a button each. */
const SCRIPTS = 5;

/** Verbs whose form needs nothing but the verb. A button has a ticket of its own for opening it. */
const WITH_FORM: ReadonlySet<string> = new Set([
  'update',
  'note',
  'impact',
  'cause',
  'trigger',
  'fix',
  'detected',
  'started',
  'suspect',
  'ruled-out',
  'decide',
  'task',
]);

function formOffers(verb: string): readonly CommandButton[] {
  if (verb === 'before')
    return [
      { label: 'Keep all', command: 'before all' },
      { label: 'Choose', command: 'before' },
      { label: 'Remove all', command: 'before none' },
    ];
  if (verb === 'answer') return [questions];
  return WITH_FORM.has(verb) ? [{ label: 'Open the form', command: verb }] : [];
}

function numberOffers(verb: string): readonly CommandButton[] {
  switch (verb) {
    case 'merge':
    case 'join':
      return [openIncidents];
    case 'answer':
      return [questions];
    case 'undone':
      return [allTasks];
    default:
      return [tasks];
  }
}

/** Room for a title on a phone's button. */
const LABEL = 50;

function unknownVerbOffers(refusal: Extract<Refusal, { kind: 'unknown-verb' }>): readonly CommandButton[] {
  const meant = refusal.suggestion;
  const label = shortened(singleLine(refusal.text), LABEL);
  return [
    ...(meant === null
      ? []
      : [{ label: `Run “${meant}”`, command: corrected(refusal, meant), ...caution(meant) }]),
    ...(refusal.inIncident ? [{ label: 'Save as note', command: `note ${refusal.text}` }] : []),
    ...(meant !== null && subcommandNamed(meant)?.verb === 'declare'
      ? []
      : [{ label: `Declare “${label}”`, command: `declare ${refusal.text}` }]),
  ];
}

/** What a guess must not do by a slip of the thumb. */
const ENDS: ReadonlySet<string> = new Set(['resolve', 'cancel', 'merge', 'close', 'redact']);

function caution(meant: string): Pick<CommandButton, 'style' | 'confirm'> {
  const verb = subcommandNamed(meant)?.verb ?? meant;
  if (!ENDS.has(verb)) return { style: 'primary' };
  const text =
    verb === 'redact'
      ? 'It removes the words of a line for good.'
      : verb === 'close'
        ? 'It archives the channel, a day later.'
        : 'It ends the incident.';
  return { confirm: { title: `Run “${meant}”?`, text, yes: 'Run' } };
}

/** The same words, the mistyped verb put right. */
function corrected(refusal: Extract<Refusal, { kind: 'unknown-verb' }>, meant: string): string {
  const rest = refusal.text.slice(refusal.said.length).trim();
  const [, last] = meant.split('-');
  const [next = ''] = rest.split(/\s/, 1);
  // Of `flase alarm` both words are the verb.
  const isTwoWords = last !== undefined && editDistance(next.slice(0, 40).toLowerCase(), last) <= 1;
  return `${meant} ${isTwoWords ? rest.slice(next.length).trim() : rest}`.trim();
}

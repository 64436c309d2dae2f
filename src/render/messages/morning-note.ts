import type { Message } from '../../core/effects.js';
import type { UserId } from '../../core/ids.js';
import type { FollowUp, Incident } from '../../core/incident/incident.js';
import type { Postmortem } from '../../core/postmortem/model.js';
import { dateInWords } from '../../core/time/calendar.js';
import { buttons, type CommandButton, message, sectionsOfLines } from '../blocks.js';
import { inIncident, timelineButton } from '../command-buttons.js';
import { counted } from '../counted.js';
import { escaped, userLine } from '../mrkdwn.js';
import { forOnePerson, type Naming, type People } from '../names.js';
import { shortened } from '../split-text.js';
import { titleLine } from '../words.js';

export interface MorningView {
  /** Null while there is no draft. */
  readonly postmortem: Pick<Postmortem, 'questions' | 'version'> | null;
  readonly followUps: readonly FollowUp[];
  readonly people: People;
  /** Who reads it: the postmortem's owner. */
  readonly user: UserId;
}

const SHOWN = 3;
const TEXT = 200;

/** The morning after, to the one who writes the postmortem: what is still open. */
export function morningNote(incident: Incident, view: MorningView): Message {
  const naming = forOnePerson(view.people);
  const lines = [
    `The postmortem of ${titleLine(incident, naming)}`,
    ...questionLines(view, naming),
    ...taskLines(view.followUps, naming),
  ];
  return message(lines.join('\n'), [
    ...sectionsOfLines(lines),
    ...buttons(buttonsFor(view).map((button) => inIncident(incident, button))),
  ]);
}

function questionLines({ postmortem, user }: MorningView, naming: Naming): readonly string[] {
  if (postmortem === null) return ['There is no draft yet: `/incident postmortem` makes one.'];
  const { questions, version } = postmortem;
  if (questions.length === 0) return [`Draft ${version} asks nothing: everything it needs is on record.`];
  const mine = questions.filter(({ to }) => to === user).length;
  const forYou = mine === 0 ? '' : `, ${mine} for you`;
  const shown = questions
    .map(({ ask, to }, index) => ({ ask, to, number: index + 1 }))
    .toSorted((a, b) => Number(b.to === user) - Number(a.to === user))
    .slice(0, SHOWN);
  return [
    `Draft ${version} has ${counted(questions.length, 'open question')}${forYou}:`,
    ...shown.map(({ ask, number }) => `${number}. ${shortened(userLine(ask, naming), TEXT)}`),
    ...(questions.length > SHOWN ? [`and ${questions.length - SHOWN} more`] : []),
  ];
}

function taskLines(followUps: readonly FollowUp[], naming: Naming): readonly string[] {
  const open = followUps.filter((followUp) => !followUp.done && !followUp.withdrawn);
  if (open.length === 0) return [];
  const lacking = [
    [open.filter(({ owner }) => owner === null).length, 'without an owner'],
    [open.filter(({ due }) => due === null).length, 'without a date'],
  ] as const;
  const lacks = lacking.flatMap(([number, what]) => (number === 0 ? [] : [`, ${number} ${what}`])).join('');
  const shown = open.slice(0, SHOWN).map(({ number, text, owner, due }) => {
    const who = owner === null ? '' : ` · ${naming(owner)}`;
    return `${number}. ${shortened(userLine(text, naming), TEXT)}${who}${due === null ? '' : ` · due ${escaped(dateInWords(due))}`}`;
  });
  return [`${counted(open.length, 'follow-up')} ${open.length === 1 ? 'is' : 'are'} open${lacks}:`, ...shown];
}

function buttonsFor({ postmortem, followUps }: MorningView): readonly CommandButton[] {
  const asks = postmortem !== null && postmortem.questions.length > 0;
  return [
    ...(asks ? [{ label: 'Answer questions', command: 'answer', style: 'primary' as const }] : []),
    ...(followUps.length > 0 ? [{ label: 'Follow-ups', command: 'tasks' }] : []),
    timelineButton,
    ...(postmortem === null ? [{ label: 'Make the draft', command: 'postmortem' }] : []),
  ];
}

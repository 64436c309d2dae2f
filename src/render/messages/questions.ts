import type { Message } from '../../core/effects.js';
import type { UserId } from '../../core/ids.js';
import { type Incident, incidentName } from '../../core/incident/incident.js';
import type { Postmortem, Question } from '../../core/postmortem/model.js';
import { addressed } from '../addressed.js';
import { context, message, sections, sectionWithButton } from '../blocks.js';
import { counted } from '../counted.js';
import { userLine } from '../mrkdwn.js';
import { forOnePerson, type People } from '../names.js';
import { shortened } from '../split-text.js';

/** Nobody answers more in one go. */
const SHOWN = 20;
const ASK = 400;

/**
 * What the draft asks, with a button to answer each; the reader's own questions first. The numbers are those
 * of the document.
 */
export function questions(
  incident: Incident,
  postmortem: Pick<Postmortem, 'questions' | 'version'>,
  view: { readonly user: UserId; readonly people: People },
): Message {
  const all = postmortem.questions.map((question, index) => ({ question, number: index + 1 }));
  const mine = all.filter(({ question }) => question.to === view.user);
  const ordered = [...mine, ...all.filter(({ question }) => question.to !== view.user)].slice(0, SHOWN);
  if (all.length === 0) {
    const none = `Draft ${postmortem.version} of *${incidentName(incident)}* asks nothing: everything it needs is on record.`;
    return message(none, sections(none));
  }
  const head = `*${counted(all.length, 'open question')} of ${incidentName(incident)}*${mine.length === 0 ? '' : `, ${mine.length} for you`}`;
  const lines = ordered.map(({ question, number }) => `*${number}* ${lineOf(question, view)}`);
  const left = all.length - ordered.length;
  return message([head, ...lines].join('\n'), [
    ...sections(head),
    ...ordered.flatMap(({ question }, index) =>
      sectionWithButton(lines[index] ?? '', {
        label: 'Answer',
        command: addressed(incident, `answer ${question.id}`),
      }),
    ),
    ...context(
      `${left > 0 ? `${left} more follow when these are answered · ` : ''}An answer goes into the record; the draft follows.`,
    ),
  ]);
}

function lineOf(question: Question, view: { readonly user: UserId; readonly people: People }): string {
  const naming = forOnePerson(view.people);
  const ask = shortened(userLine(question.ask, naming), ASK) || 'What is missing here?';
  if (question.to === null) return ask;
  return question.to === view.user ? `${ask} (for you)` : `${ask} (for ${naming(question.to)})`;
}

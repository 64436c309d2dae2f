import { fingerprint } from '../fingerprint.js';
import { questionNamed } from './answered-question.js';
import type { CommandOf } from './commands.js';
import { type DecideContext, type DecidedAct, type Decision, did, no, quietly } from './decision.js';
import { draftedForSomebody } from './drafted.js';
import type { IncidentEvent } from './events.js';
import type { Incident } from './incident.js';

/** Puts lines of the draft in a person's words, and has it drafted again with them. */
export function editsDraft(
  incident: Incident,
  command: CommandOf<'edit-draft'>,
  act: DecidedAct,
  context: DecideContext,
): Decision {
  if (context.lines === null) return no({ kind: 'no-draft' });
  const events = command.lines.flatMap(({ claim, text }): readonly IncidentEvent[] => {
    const line = context.lines?.find((one) => one.section === command.section && one.claim.id === claim);
    const words = text.trim();
    if (!line || words === line.claim.text.trim()) return [];
    return [
      {
        kind: 'draft-edited',
        ...quietly(act),
        section: command.section,
        claim,
        text: words === '' ? null : words,
        // Of a line that was edited before, the text under the first edit: that is what the record says.
        base: line.claim.edited?.base ?? fingerprint(line.claim.text),
      },
    ];
  });
  const [first, ...others] = events;
  if (first === undefined) return no({ kind: 'no-change', what: 'draft' });
  return did(first, ...others, draftedForSomebody(incident, act.at));
}

/** Nobody can answer: the draft says so instead of asking again. */
export function declines(
  command: CommandOf<'decline'>,
  act: DecidedAct,
  { questions }: DecideContext,
): Decision {
  const question = questionNamed(command.question, questions);
  if (!question) {
    return no({ kind: 'no-such-question', said: command.question, count: questions.length });
  }
  return did({ kind: 'question-declined', ...quietly(act), question: question.id });
}

import type { UserId } from '../ids.js';
import type { LoggedEvent } from '../incident/events.js';
import type { IncidentRecord } from '../record.js';
import { named, openCase } from './case.js';
import { changesSince } from './changes-since.js';
import { draftPostmortem } from './draft.js';
import { editsIn, withEdits } from './edits.js';
import { findingsOf } from './findings/findings.js';
import type { Postmortem } from './model.js';

/** What a draft is made of besides the record: what people have done to the drafts before. */
export interface DraftHistory {
  readonly log: readonly LoggedEvent[];
  readonly version: number;
  /** The draft before, to tell what is new; null where there is none. */
  readonly before: Postmortem | null;
}

/** The draft as it is posted: what the record says, in people's words where they gave others. */
export function draftFor(record: IncidentRecord, { log, version, before }: DraftHistory): Postmortem {
  const draft = draftPostmortem(record, { version });
  const edits = editsIn(log);
  const edited = withEdits(draft, edits);
  // What people wrote is looked through as well.
  const checked = edits.length === 0 ? edited : { ...edited, findings: findingsOf(openCase(record), edited) };
  const document = withoutDeclined(checked, log);
  const names = { ...document.names, ...namesOf(record, editors(log)) };
  const whole = { ...document, names };
  return before === null ? whole : { ...whole, changes: changesSince(before, whole) };
}

/** Who has edited a draft, or said that nobody knows. */
export const editors = (log: readonly LoggedEvent[]): readonly UserId[] =>
  log.flatMap(({ event }) =>
    event.kind === 'draft-edited' || event.kind === 'question-declined' ? [event.by] : [],
  );

function namesOf(record: IncidentRecord, users: readonly UserId[]): Postmortem['names'] {
  return Object.fromEntries(
    users.flatMap((user) => {
      const person = record.people.get(user);
      return person ? [[user, named(person.name)]] : [];
    }),
  );
}

/** Questions that nobody can answer are told as such instead of being asked again. */
function withoutDeclined(document: Postmortem, log: readonly LoggedEvent[]): Postmortem {
  const declined = new Map(
    log.flatMap(({ event }) =>
      event.kind === 'question-declined' ? [[event.question, event] as const] : [],
    ),
  );
  if (declined.size === 0) return document;
  const unknown = document.questions.flatMap(({ id, ask }) => {
    const event = declined.get(id);
    return event ? [{ ask, by: event.by, at: event.at.toISOString() }] : [];
  });
  return {
    ...document,
    questions: document.questions.filter(({ id }) => !declined.has(id)),
    unknown: [...document.unknown, ...unknown],
  };
}

import { userId } from '../ids.js';
import { incidentName } from '../incident/incident.js';
import { type Case, named } from './case.js';
import { excerpt } from './quote.js';
import { QUOTE_LIMIT, type Reading } from './reading.js';

/** What commands did whose news is not in their words alone: whom they called, where it goes on. Null for others. */
export function commandText(now: Case, { entry, text }: Reading): string | null {
  const deed = deedOf(now, entry);
  if (deed === null) return null;
  return excerpt(text === '' ? deed : `${deed}: ${text}`, QUOTE_LIMIT);
}

function deedOf(now: Case, { kind, detail }: Reading['entry']): string | null {
  const { user, users = '', groups = '', into, from } = detail;
  if (kind === 'escalated') {
    const people = wordsOf(users).map((id) => `@${now.nameOf(userId(id))}`);
    const called = [...people, ...wordsOf(groups).map((handle) => `@${named(handle)}`)];
    return called.length === 0 ? 'Escalated' : `Escalated to ${called.join(', ')}`;
  }
  if (kind === 'handoff') {
    return user === undefined ? 'Lead offered' : `Lead offered to @${now.nameOf(userId(user))}`;
  }
  if (kind !== 'merged') return null;
  if (into !== undefined) return `Goes on in ${incidentName({ number: Number(into) })}`;
  return from === undefined ? 'Merged' : `${incidentName({ number: Number(from) })} goes on here`;
}

const wordsOf = (list: string): readonly string[] => list.split(' ').filter((word) => word !== '');

import type { UserId } from '../ids.js';
import { mentionsIn } from '../slack-text.js';
import type { TimelineEntry } from '../timeline/entry.js';
import type { Incident } from './incident.js';

/** Everybody whose name is needed to show where the incident stands. */
export function peopleOf(incident: Incident): readonly UserId[] {
  const { declaredBy, lead, roles, lastUpdate, title } = incident;
  return distinct([
    declaredBy,
    ...(lead === null ? [] : [lead]),
    ...Object.values(roles),
    ...(lastUpdate === null ? [] : [lastUpdate.by, ...mentionsIn(lastUpdate.text)]),
    ...mentionsIn(title),
  ]);
}

/** Everybody whose name is needed to show these lines of the record. */
export function peopleInEntries(entries: readonly TimelineEntry[]): readonly UserId[] {
  return distinct(
    entries.flatMap((entry) => [
      ...(entry.author?.kind === 'person' ? [entry.author.user] : []),
      ...mentionsIn(entry.text),
      ...mentionsIn([entry.detail['user'], entry.detail['owner']].map((user) => (user ? `<@${user}>` : '')).join('')),
    ]),
  );
}

const distinct = (users: readonly UserId[]): readonly UserId[] => [...new Set(users)];

import { type UserId, userId } from './ids.js';
import type { IncidentRecord } from './record.js';
import { mentionsIn } from './slack-text.js';

/** Everybody who appears in a record: who spoke, marked, was mentioned, has a role or owns something. */
export function peopleIn(
  record: Pick<IncidentRecord, 'incident' | 'entries' | 'followUps'>,
): readonly UserId[] {
  const { incident, entries, followUps } = record;
  const { lead, handoffTo, postmortemOwner, lastUpdate } = incident;
  const found = new Set<UserId>([incident.declaredBy, ...Object.values(incident.roles)]);
  for (const named of [lead, handoffTo, postmortemOwner, lastUpdate?.by]) if (named) found.add(named);
  for (const mentioned of mentionsIn(`${incident.title} ${lastUpdate?.text ?? ''}`)) found.add(mentioned);
  for (const { owner } of followUps) if (owner) found.add(owner);
  for (const entry of entries) {
    if (entry.author?.kind === 'person') found.add(entry.author.user);
    for (const { by } of entry.marks) found.add(by);
    for (const mentioned of mentionsIn(entry.text)) found.add(mentioned);
    for (const named of namedIn(entry.detail)) found.add(named);
  }
  return [...found];
}

/** `user` and `owner` are one person each, `users` those of an escalation, with spaces between them. */
function namedIn({ user, owner, users }: Readonly<Record<string, string>>): readonly UserId[] {
  return [user, owner, ...(users?.split(' ') ?? [])].flatMap((id) => (id ? [userId(id)] : []));
}

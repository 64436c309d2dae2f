import { type UserId, userId } from './ids.js';
import type { IncidentRecord } from './record.js';
import { mentionsIn } from './slack-text.js';

/** Everybody who appears in a record: who spoke, marked, was mentioned, has a role or owns something. */
export function peopleIn(
  record: Pick<IncidentRecord, 'incident' | 'entries' | 'followUps'>,
): readonly UserId[] {
  const { incident, entries, followUps } = record;
  const found = new Set<UserId>([incident.declaredBy, ...Object.values(incident.roles)]);
  if (incident.lead) found.add(incident.lead);
  if (incident.lastUpdate) found.add(incident.lastUpdate.by);
  for (const mentioned of mentionsIn(`${incident.title} ${incident.lastUpdate?.text ?? ''}`))
    found.add(mentioned);
  for (const { owner } of followUps) if (owner) found.add(owner);
  for (const entry of entries) {
    if (entry.author?.kind === 'person') found.add(entry.author.user);
    for (const { by } of entry.marks) found.add(by);
    for (const mentioned of mentionsIn(entry.text)) found.add(mentioned);
    const { user, owner } = entry.detail;
    for (const named of [user, owner]) if (named) found.add(userId(named));
  }
  return [...found];
}

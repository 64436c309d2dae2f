import { type UserId, userId } from './ids.js';
import type { IncidentRecord } from './record.js';

const MENTION = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g;

/** Everybody who appears in a record: who spoke, marked, was mentioned, has a role or owns something. */
export function peopleIn(record: Pick<IncidentRecord, 'incident' | 'entries' | 'followUps'>): readonly UserId[] {
  const { incident, entries, followUps } = record;
  const found = new Set<UserId>([incident.declaredBy, ...Object.values(incident.roles)]);
  if (incident.lead) found.add(incident.lead);
  for (const { owner } of followUps) if (owner) found.add(owner);
  for (const entry of entries) {
    if (entry.author?.kind === 'person') found.add(entry.author.user);
    for (const { by } of entry.marks) found.add(by);
    for (const mention of entry.text.matchAll(MENTION)) if (mention[1]) found.add(userId(mention[1]));
  }
  return [...found];
}

import type { UserId } from '../ids.js';
import type { Case } from './case.js';
import type { Participant } from './model.js';

/** Who took part: those with a role first, then by how much they said. */
export function participantsOf(now: Case): readonly Participant[] {
  const entries = new Map<UserId, number>();
  for (const { speaker, entry } of now.readings) {
    if (speaker !== null && entry.kind !== 'left') entries.set(speaker, (entries.get(speaker) ?? 0) + 1);
  }
  const roles = new Map<UserId, string[]>();
  const give = (user: UserId, role: string) => roles.set(user, [...(roles.get(user) ?? []), role]);
  if (now.incident.lead !== null) give(now.incident.lead, 'lead');
  for (const [role, user] of Object.entries(now.incident.roles).sort()) give(user, role);
  const users = [...new Set([...roles.keys(), ...entries.keys()])];
  return users
    .map((user) => ({
      user,
      name: now.nameOf(user),
      roles: roles.get(user) ?? [],
      entries: entries.get(user) ?? 0,
    }))
    .sort(
      (a, b) =>
        Number(b.roles.length > 0) - Number(a.roles.length > 0) ||
        b.entries - a.entries ||
        (a.user < b.user ? -1 : 1),
    );
}

/** What these people are called, by user, in a fixed order. */
export function namesOf(now: Case, users: readonly (UserId | null)[]): Readonly<Record<UserId, string>> {
  const known = [...new Set(users)].filter((user) => user !== null).sort();
  return Object.fromEntries(known.map((user) => [user, now.nameOf(user)]));
}

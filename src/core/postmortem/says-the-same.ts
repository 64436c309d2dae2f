import type { Postmortem } from './model.js';

/** True when a reader would learn nothing new from the other draft: how much was looked at does not count. */
export function saysTheSame(one: Postmortem, other: Postmortem): boolean {
  return JSON.stringify(substance(one)) === JSON.stringify(substance(other));
}

function substance(document: Postmortem): unknown {
  const { version, counts, participants, changes, ...rest } = document;
  return { ...rest, participants: participants.map(({ user, roles }) => ({ user, roles })) };
}

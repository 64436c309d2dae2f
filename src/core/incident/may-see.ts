import type { UserId } from '../ids.js';
import type { Incident } from './incident.js';

/**
 * True when `user` may learn outside its channel that the incident exists. Fails closed: a private incident is
 * for the members of its channel alone, whoever declared or leads it; while it has none yet, for the declarer.
 */
export function maySee(
  incident: Pick<Incident, 'private' | 'channel' | 'declaredBy'>,
  user: UserId,
  isMember: boolean,
): boolean {
  if (!incident.private) return true;
  return incident.channel === null ? incident.declaredBy === user : isMember;
}

import type { UserId } from '../core/ids.js';
import type { Incident } from '../core/incident/incident.js';
import { maySee } from '../core/incident/may-see.js';
import type { Records } from './ports.js';

/** `found` if this person may see it. Whoever speaks in an incident's channel is inside already. */
export async function visible(
  records: Records,
  found: Incident | null,
  user: UserId,
  here: Incident | null,
): Promise<Incident | null> {
  if (!found || found.id === here?.id) return found;
  const isMember = found.channel !== null && (await records.isMember(found.workspace, found.channel, user));
  return maySee(found, user, isMember) ? found : null;
}

import type { UserId } from '../core/ids.js';
import type { Incident } from '../core/incident/incident.js';
import { peopleIn } from '../core/people-in.js';
import type { Person } from '../core/record.js';
import type { Directory } from './directory.js';

/** Those who are named by the incident itself, and `more`. */
export function peopleOf(
  ports: { readonly directory: Directory },
  incident: Incident,
  more: readonly UserId[] = [],
): Promise<ReadonlyMap<UserId, Person>> {
  const named = peopleIn({ incident, entries: [], followUps: [] });
  return ports.directory.people(incident.workspace, [...named, ...more]);
}

import type { UserId } from './ids.js';
import type { FollowUp, Incident } from './incident/incident.js';
import type { TimelineEntry } from './timeline/entry.js';

/** A person as Slack's profile shows them. */
export interface Person {
  readonly name: string;
  /** IANA zone, or null when the profile has none. */
  readonly zone: string | null;
}

/** Everything that is known of one incident: what a draft is made of. */
export interface IncidentRecord {
  readonly incident: Incident;
  readonly entries: readonly TimelineEntry[];
  readonly followUps: readonly FollowUp[];
  readonly people: ReadonlyMap<UserId, Person>;
  /** `https://team.slack.com/`, the base of permalinks; null where it is not known. */
  readonly workspaceUrl: string | null;
}

import type { ChannelId, IncidentId, UserId, WorkspaceId } from '../ids.js';

export const STATUSES = [
  'investigating',
  'identified',
  'monitoring',
  'mitigated',
  'resolved',
  'cancelled',
] as const;
export type Status = (typeof STATUSES)[number];

/** 1 is the worst. */
export const SEVERITIES = [1, 2, 3, 4, 5] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Where an incident stands: what `evolve` makes of its log. */
export interface Incident {
  readonly id: IncidentId;
  readonly workspace: WorkspaceId;
  /** Counts from 1 in each workspace; shown as INC-1. */
  readonly number: number;
  readonly title: string;
  readonly status: Status;
  readonly severity: Severity | null;
  readonly private: boolean;
  /** IANA zone in which times are shown. */
  readonly zone: string;
  /** Null until Slack has given us one. */
  readonly channel: ChannelId | null;
  readonly channelName: string | null;
  /** Where it was declared, or null when that is not known. */
  readonly origin: ChannelId | null;
  readonly declaredBy: UserId;
  readonly declaredAt: Date;
  readonly lead: UserId | null;
  /** Role name (lower case) to person; the lead is not among them. */
  readonly roles: Readonly<Record<string, UserId>>;
  readonly lastUpdate: { readonly text: string; readonly by: UserId; readonly at: Date } | null;
  /** When it was last resolved or cancelled; null while open (also after a reopen). */
  readonly endedAt: Date | null;
  /** Drafts made so far. */
  readonly draftVersion: number;
  /** A practice incident: not announced, not counted. */
  readonly drill: boolean;
  /** Its channel was there before it, and is not ours to rename or archive. */
  readonly adopted: boolean;
  /** When the next update was promised, or until when reminders are snoozed; null for the usual interval. */
  readonly nextUpdateAt: Date | null;
  readonly remindersOff: boolean;
  /** Who was offered the lead and has not accepted yet. */
  readonly handoffTo: UserId | null;
  /** Who writes the postmortem; null until somebody is named. */
  readonly postmortemOwner: UserId | null;
  /** When the channel is to be archived; null while nobody has closed the incident. */
  readonly closingAt: Date | null;
  /** Number of the incident in which this one goes on; its status is then `cancelled`. */
  readonly mergedInto: number | null;
  /** Number of the last event in its log. */
  readonly lastSeq: number;
}

/** A follow-up: what should be done after the incident. */
export interface FollowUp {
  readonly incident: IncidentId;
  /** Counts from 1 in each incident. */
  readonly number: number;
  readonly text: string;
  readonly owner: UserId | null;
  /** Calendar day, `YYYY-MM-DD`, in the incident's zone. */
  readonly due: string | null;
  readonly done: boolean;
  /** Taken back: by undo, or because the message that asked for it was deleted. */
  readonly withdrawn: boolean;
  /** The entry that asked for it. */
  readonly entry: string;
}

export const isOpen = (incident: Incident): boolean =>
  incident.status !== 'resolved' && incident.status !== 'cancelled';

/** `INC-42` */
export const incidentName = (incident: Pick<Incident, 'number'>): string => `INC-${incident.number}`;

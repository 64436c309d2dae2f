import type { ChannelId, EntryId, UserId } from '../ids.js';
import type { Severity, Status } from './incident.js';

/** Slots that a person fills with a sentence; later ones supersede earlier ones, which stay in the record. */
export const STATED_KINDS = [
  'note',
  'impact',
  'cause',
  'trigger',
  'fix',
  'detected',
  'started',
  'suspect',
  'ruled-out',
  'decision',
] as const;
export type StatedKind = (typeof STATED_KINDS)[number];

/** Who did it, when it happened, and where it is in the record. */
interface Act {
  readonly by: UserId;
  /** When it happened (backdated where the person said so). */
  readonly at: Date;
  /** The entry that shows it in the timeline. */
  readonly entry: EntryId;
}

/** What has happened to an incident. Appended to its log, never changed. */
export type IncidentEvent =
  | (Act & {
      readonly kind: 'declared';
      readonly title: string;
      readonly severity: Severity | null;
      readonly private: boolean;
      readonly origin: ChannelId | null;
      readonly zone: string;
    })
  | {
      readonly kind: 'channel-opened';
      readonly at: Date;
      readonly channel: ChannelId;
      readonly channelName: string;
    }
  | (Act & {
      readonly kind: 'status-changed';
      readonly from: Status;
      readonly to: Status;
      readonly text: string;
    })
  | (Act & {
      readonly kind: 'severity-changed';
      readonly from: Severity | null;
      readonly to: Severity;
      readonly text: string;
    })
  | (Act & { readonly kind: 'lead-assigned'; readonly user: UserId })
  | (Act & { readonly kind: 'role-assigned'; readonly role: string; readonly user: UserId })
  | (Act & {
      readonly kind: 'stated';
      readonly what: StatedKind;
      readonly text: string;
      readonly backdated: boolean;
    })
  | (Act & { readonly kind: 'update-posted'; readonly text: string })
  | (Act & {
      readonly kind: 'follow-up-added';
      readonly number: number;
      readonly text: string;
      readonly owner: UserId | null;
      readonly due: string | null;
    })
  | (Act & { readonly kind: 'resolved'; readonly text: string })
  | (Act & { readonly kind: 'reopened'; readonly text: string })
  | (Act & { readonly kind: 'cancelled'; readonly text: string })
  | { readonly kind: 'draft-requested'; readonly at: Date; readonly version: number };

/** An event in its place in the log. */
export interface LoggedEvent {
  readonly seq: number;
  readonly event: IncidentEvent;
}

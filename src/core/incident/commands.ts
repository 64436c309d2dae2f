import type { ChannelId, UserId } from '../ids.js';
import type { StatedKind } from './events.js';
import type { Severity, Status } from './incident.js';

/** Statuses that `/incident status` can set; resolve and cancel have verbs of their own. */
export type SettableStatus = Exclude<Status, 'resolved' | 'cancelled'>;

/** What a person may ask of an incident. Times are resolved already: the parser knows the speaker's zone. */
export type IncidentCommand =
  | { readonly kind: 'change-status'; readonly to: SettableStatus; readonly text: string }
  | { readonly kind: 'change-severity'; readonly to: Severity; readonly text: string }
  | { readonly kind: 'assign-lead'; readonly user: UserId }
  | { readonly kind: 'assign-role'; readonly role: string; readonly user: UserId }
  | { readonly kind: 'state'; readonly what: StatedKind; readonly text: string; readonly at: Date | null }
  | {
      readonly kind: 'add-follow-up';
      readonly text: string;
      readonly owner: UserId | null;
      readonly due: string | null;
    }
  | { readonly kind: 'post-update'; readonly text: string }
  | { readonly kind: 'resolve'; readonly text: string }
  | { readonly kind: 'reopen'; readonly text: string }
  | { readonly kind: 'cancel'; readonly text: string }
  | { readonly kind: 'draft' };

/** What a person may ask for a new incident. */
export interface Declaration {
  readonly title: string;
  readonly severity: Severity | null;
  readonly private: boolean;
  /** `since WHEN`: when it began, if the declarer said so. */
  readonly startedAt: Date | null;
  readonly origin: ChannelId | null;
}

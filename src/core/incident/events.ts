import type { MessageRef } from '../forms/form.js';
import type { ChannelId, EntryId, GroupId, UserId } from '../ids.js';
import type { Section } from '../postmortem/sections.js';
import type { FollowUp, Incident, Severity, Status } from './incident.js';

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

/** An act without a line of its own in the timeline. */
type QuietAct = Omit<Act, 'entry'>;

/** What has happened to an incident. Appended to its log; a redaction alone changes what stands there. */
export type IncidentEvent =
  | (Act & {
      readonly kind: 'declared';
      readonly title: string;
      readonly severity: Severity | null;
      readonly private: boolean;
      readonly origin: ChannelId | null;
      readonly zone: string;
      readonly drill: boolean;
    })
  | {
      readonly kind: 'channel-opened';
      readonly at: Date;
      readonly channel: ChannelId;
      readonly channelName: string;
      /** The channel was there before the incident. */
      readonly adopted: boolean;
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
  | (Act & { readonly kind: 'handoff-offered'; readonly user: UserId; readonly text: string })
  | (Act & {
      readonly kind: 'escalated';
      readonly users: readonly UserId[];
      readonly groups: readonly { readonly id: GroupId; readonly handle: string }[];
      readonly text: string;
    })
  | (Act & { readonly kind: 'renamed'; readonly from: string; readonly to: string })
  | (Act & {
      readonly kind: 'stated';
      readonly what: StatedKind;
      readonly text: string;
      readonly backdated: boolean;
      /** The message in which it was said or that it was made from; null for a command. */
      readonly message: MessageRef | null;
    })
  | (Act & { readonly kind: 'update-posted'; readonly text: string; readonly nextAt: Date | null })
  | (QuietAct & { readonly kind: 'snoozed'; readonly until: Date | null })
  | (Act & {
      readonly kind: 'follow-up-added';
      readonly number: number;
      readonly text: string;
      readonly owner: UserId | null;
      readonly due: string | null;
      readonly message: MessageRef | null;
    })
  | (QuietAct & {
      readonly kind: 'follow-up-changed';
      readonly number: number;
      readonly change: Partial<Pick<FollowUp, 'text' | 'owner' | 'due' | 'done' | 'withdrawn'>>;
    })
  /** An entry was put right; `was` is what it said before. */
  | (QuietAct & {
      readonly kind: 'entry-corrected';
      readonly target: EntryId;
      readonly text: string | null;
      readonly occurredAt: Date | null;
      readonly was: { readonly text: string; readonly occurredAt: Date };
    })
  | (QuietAct & { readonly kind: 'entry-hidden'; readonly target: EntryId; readonly hidden: boolean })
  /** The text is gone from the record, from this log and from what we posted; nothing here repeats it. */
  | (QuietAct & { readonly kind: 'entry-redacted'; readonly target: EntryId })
  /** Takes back the act whose entry is `target`: the entry is withdrawn, what it had changed is put back. */
  | (QuietAct & {
      readonly kind: 'undone';
      readonly target: EntryId;
      readonly restore: Partial<
        Pick<Incident, 'title' | 'status' | 'severity' | 'lead' | 'roles' | 'handoffTo'>
      >;
    })
  | (Act & { readonly kind: 'resolved'; readonly text: string })
  | (Act & { readonly kind: 'reopened'; readonly text: string })
  | (Act & { readonly kind: 'cancelled'; readonly text: string })
  /** Ends this incident: it goes on in `into`, by its number. */
  | (Act & { readonly kind: 'merged'; readonly into: number; readonly text: string })
  /** Another incident goes on in this one. */
  | (Act & { readonly kind: 'absorbed'; readonly from: number; readonly text: string })
  | (QuietAct & { readonly kind: 'closing'; readonly archiveAt: Date; readonly text: string })
  | (QuietAct & { readonly kind: 'kept-open' })
  | (QuietAct & { readonly kind: 'postmortem-assigned'; readonly user: UserId })
  /** A line of the draft in a person's words; null: left out. `base`: mark of the text that they edited. */
  | (QuietAct & {
      readonly kind: 'draft-edited';
      readonly section: Section;
      readonly claim: string;
      readonly text: string | null;
      readonly base: string;
    })
  /** Nobody can answer this question of the draft: it is not asked again. */
  | (QuietAct & { readonly kind: 'question-declined'; readonly question: string })
  /** `asked`: by a person, just now; absent where the bot does it by itself. */
  | {
      readonly kind: 'draft-requested';
      readonly at: Date;
      readonly version: number;
      readonly asked?: true;
    };

/** An event in its place in the log. */
export interface LoggedEvent {
  readonly seq: number;
  readonly event: IncidentEvent;
}

import type { MessageRef } from '../forms/form.js';
import type { ChannelId, EntryId, GroupId, UserId } from '../ids.js';
import type { Section } from '../postmortem/sections.js';
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
  /** Offers the lead; it changes hands when they accept. */
  | { readonly kind: 'hand-off'; readonly user: UserId; readonly text: string }
  | { readonly kind: 'accept-handoff' }
  | {
      readonly kind: 'escalate';
      readonly users: readonly UserId[];
      readonly groups: readonly { readonly id: GroupId; readonly handle: string }[];
      readonly text: string;
    }
  /** Asks for the brief, and to be let into the channel. */
  | { readonly kind: 'join' }
  | { readonly kind: 'rename'; readonly title: string }
  | {
      readonly kind: 'state';
      readonly what: StatedKind;
      readonly text: string;
      readonly at: Date | null;
      /** The message that it was made from; null for what was typed. */
      readonly message: MessageRef | null;
    }
  | {
      readonly kind: 'add-follow-up';
      readonly text: string;
      readonly owner: UserId | null;
      readonly due: string | null;
      readonly message: MessageRef | null;
    }
  | { readonly kind: 'finish-follow-up'; readonly number: number; readonly done: boolean }
  | { readonly kind: 'assign-follow-up'; readonly number: number; readonly user: UserId }
  /** `due`: `YYYY-MM-DD`, or null for none. */
  | { readonly kind: 'date-follow-up'; readonly number: number; readonly due: string | null }
  /** `nextAt`: when the next update is promised; `status` and `text` may come in one form. */
  | {
      readonly kind: 'post-update';
      readonly text: string;
      readonly nextAt: Date | null;
      readonly status: SettableStatus | null;
    }
  /** Quiets reminders until then; null for good. */
  | { readonly kind: 'snooze'; readonly until: Date | null }
  /** `code` of an entry: see `entryCode`. `text` or `at` null: stays as it is. */
  | {
      readonly kind: 'correct-entry';
      readonly code: string;
      readonly text: string | null;
      readonly at: Date | null;
    }
  | { readonly kind: 'hide-entry'; readonly code: string; readonly hidden: boolean }
  | { readonly kind: 'redact-entry'; readonly code: string }
  /** Takes back the act shown by that entry; null for the speaker's last one. */
  | { readonly kind: 'undo'; readonly code: string | null }
  /** What was said before the declaration: `keep` of it stays; `offered` null means all there is. */
  | {
      readonly kind: 'choose-before';
      readonly keep: readonly EntryId[];
      readonly offered: readonly EntryId[] | null;
    }
  | { readonly kind: 'resolve'; readonly text: string }
  | { readonly kind: 'reopen'; readonly text: string }
  | { readonly kind: 'cancel'; readonly text: string }
  /** This incident goes on in the one of that number. */
  | { readonly kind: 'merge'; readonly into: number; readonly text: string }
  /** Archives the channel after a while; only once the incident has ended. */
  | { readonly kind: 'close'; readonly text: string }
  | { readonly kind: 'keep-open' }
  | { readonly kind: 'draft' }
  | { readonly kind: 'assign-postmortem'; readonly user: UserId }
  /** Lines of the draft in other words, by claim id; an empty text leaves the line out. */
  | {
      readonly kind: 'edit-draft';
      readonly section: Section;
      readonly lines: readonly { readonly claim: string; readonly text: string }[];
    }
  /** Nobody can answer that question. */
  | { readonly kind: 'decline'; readonly question: string }
  /** Answers a question of the draft, by `Question.id` or by its number on the card. */
  | { readonly kind: 'answer'; readonly question: string; readonly text: string };

export type CommandOf<Kind extends IncidentCommand['kind']> = Extract<IncidentCommand, { kind: Kind }>;

/** What a person may ask for a new incident. */
export interface Declaration {
  readonly title: string;
  readonly severity: Severity | null;
  readonly private: boolean;
  /** `since WHEN`: when it began, if the declarer said so. */
  readonly startedAt: Date | null;
  readonly origin: ChannelId | null;
  readonly drill: boolean;
  /** Who is affected and how, if the form said so; else empty. */
  readonly impact: string;
}

import type { ChannelId, EntryId, MessageTs, UserId } from '../ids.js';
import type { SettableStatus } from '../incident/commands.js';
import type { StatedKind } from '../incident/events.js';
import type { Severity } from '../incident/incident.js';
import type { Section } from '../postmortem/sections.js';

/** A message of Slack, by its place. */
export interface MessageRef {
  readonly channel: ChannelId;
  readonly ts: MessageTs;
  readonly threadTs: MessageTs | null;
}

/**
 * A form as it was sent off. `incident` is its number in the workspace. Nothing but the text of a form's main
 * field is required, and the door has checked that it is there.
 */
export type Form =
  | {
      readonly name: 'declare';
      readonly title: string;
      readonly severity: Severity | null;
      readonly private: boolean;
      readonly startedAt: Date | null;
      /** Who is affected and how; empty when nothing was said. */
      readonly impact: string;
    }
  | {
      readonly name: 'update';
      readonly incident: number;
      readonly text: string;
      readonly status: SettableStatus | null;
      /** Minutes until the next update is due, or null for the usual. */
      readonly nextIn: number | null;
    }
  | {
      readonly name: 'task';
      readonly incident: number;
      readonly text: string;
      readonly owner: UserId | null;
      /** `YYYY-MM-DD` */
      readonly due: string | null;
    }
  | {
      readonly name: 'statement';
      readonly incident: number;
      readonly what: StatedKind | 'task';
      readonly text: string;
      /** Null: now. */
      readonly at: Date | null;
      /** The message that it was made from ("Add to timeline"), or null. */
      readonly message: MessageRef | null;
    }
  | {
      readonly name: 'edit';
      readonly incident: number;
      readonly entry: EntryId;
      /** Empty: stays as it is (it was too long for the form). */
      readonly text: string;
      readonly at: Date;
    }
  | {
      readonly name: 'answer';
      readonly incident: number;
      /** `Question.id` of the draft. */
      readonly question: string;
      readonly text: string;
    }
  | {
      readonly name: 'before';
      readonly incident: number;
      /** Entries from before the declaration that stay in the record; the others offered are hidden. */
      readonly keep: readonly EntryId[];
      readonly offered: readonly EntryId[];
    }
  | {
      readonly name: 'section';
      readonly incident: number;
      readonly section: Section;
      /** Lines of the draft by claim id; an empty text leaves the line out. */
      readonly lines: readonly { readonly claim: string; readonly text: string }[];
    };

/** A form that somebody asks for, before it is filled in from the record. */
export type FormAsked =
  | { readonly name: 'declare'; readonly title: string }
  | { readonly name: 'update' }
  | { readonly name: 'task' }
  | {
      readonly name: 'statement';
      readonly what: StatedKind;
      /** Made from a message: its place and text. */
      readonly message: (MessageRef & { readonly text: string }) | null;
    }
  /** `code` as in `entryCode`. */
  | { readonly name: 'edit'; readonly code: string }
  | { readonly name: 'answer'; readonly question: string }
  | { readonly name: 'before' }
  /** Lines of one section of the draft, to be edited. */
  | { readonly name: 'section'; readonly section: Section };

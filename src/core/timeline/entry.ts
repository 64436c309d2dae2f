import type { ChannelId, DeliveryKey, EntryId, IncidentId, MessageTs, UserId } from '../ids.js';
import { STATED_KINDS } from '../incident/events.js';
import type { Author, FileLink } from './facts.js';

/**
 * What kind of thing an entry records. The first two come from the channel, the last ones from Slack itself, the
 * rest from commands and from marked lines.
 */
export const ENTRY_KINDS = [
  'message',
  'alert',
  ...STATED_KINDS,
  'task',
  'update',
  'declared',
  'status',
  'severity',
  'lead',
  'role',
  'resolved',
  'reopened',
  'cancelled',
  'handoff',
  'escalated',
  'renamed',
  'merged',
  'joined',
  'left',
  'topic',
  'archived',
  'unarchived',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** What Slack itself tells, and titles, which have a verb of their own: nobody's words to put right. */
export const FIXED_KINDS: ReadonlySet<EntryKind> = new Set([
  'declared',
  'renamed',
  'joined',
  'left',
  'topic',
  'archived',
  'unarchived',
]);
/** Kinds without any words that could be removed. */
export const WORDLESS_KINDS: ReadonlySet<EntryKind> = new Set(['joined', 'left', 'archived', 'unarchived']);
/** Kinds whose words are a title, of this incident or of before. */
export const TITLE_KINDS: ReadonlySet<EntryKind> = new Set(['declared', 'renamed']);

/** Where an entry came from: a message that can be linked to, or a delivery (command, button, membership). */
export type Origin =
  | {
      readonly kind: 'message';
      readonly channel: ChannelId;
      readonly ts: MessageTs;
      readonly threadTs: MessageTs | null;
    }
  | { readonly kind: 'delivery'; readonly channel: ChannelId; readonly key: DeliveryKey };

/** An earlier text of an entry, and the stamp until which it stood. */
export interface Revision {
  readonly text: string;
  /** Slack's stamp of the edit that made this text, or of the message itself for the first one. */
  readonly at: MessageTs;
  /**
   * Stamps of later tellings of the same text (an unfurled link is one), ascending. No revisions of their own,
   * but without them a straggling edit from in between would seem to be the last word. Absent when there are none.
   */
  readonly toldAgain?: readonly MessageTs[];
}

/** One person's pin or reaction. Kept when taken back (`on: false`), so that order of arrival cannot matter. */
export interface Mark {
  /** `pin`, `pin:all` (takes back all pins before it), or the emoji's name without colons. */
  readonly sign: string;
  readonly by: UserId;
  readonly on: boolean;
  readonly at: MessageTs;
}

/** What nobody has done to an entry yet. */
export const UNTOUCHED = {
  withdrawn: false,
  hidden: false,
  redacted: false,
  corrected: null,
  marks: [],
} as const satisfies Partial<TimelineEntry>;

/** One line of an incident's record. Two clocks: when it happened, and when we learned of it. */
export interface TimelineEntry {
  readonly id: EntryId;
  readonly incident: IncidentId;
  readonly kind: EntryKind;
  readonly origin: Origin;
  /** Null while only a mark or a deletion of the message is known. */
  readonly author: Author | null;
  /** The current text, masked. For a command: its argument, as written, with mentions as `<@U…>`. */
  readonly text: string;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  /** True when `occurredAt` was given in words, not by the moment of telling. */
  readonly backdated: boolean;
  /** All texts so far, oldest first, the current one last; empty for commands. */
  readonly revisions: readonly Revision[];
  /** Deleted in Slack, or taken back: stays in the record, leaves the draft. */
  readonly withdrawn: boolean;
  /** Put aside by a person: stays in the record, leaves timeline and draft. */
  readonly hidden: boolean;
  /** Its words were removed for good. Later tellings of the message do not bring them back. */
  readonly redacted: boolean;
  /** What a person put right, which holds against later tellings; null fields are as told. */
  readonly corrected: { readonly text: string | null; readonly occurredAt: Date | null } | null;
  readonly marks: readonly Mark[];
  readonly files: readonly FileLink[];
  readonly masked: number;
  /** Said in the channel of the declaration shortly before it. */
  readonly beforeDeclaration: boolean;
  /** Kind-specific facts of a command, e.g. `{ from, to }` of a status, `{ user }` of a lead, `{ followUp }` of a task. */
  readonly detail: Readonly<Record<string, string>>;
}

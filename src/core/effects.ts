import type { FormAsked } from './forms/form.js';
import type { ChannelId, GroupId, IncidentId, MessageTs, UserId } from './ids.js';
import type { ExportFormat } from './postmortem/export-format.js';

/** Where an answer to one person goes: only they see it. */
export type ReplyTarget =
  | {
      readonly kind: 'response-url';
      readonly url: string;
      readonly channel: ChannelId;
      readonly user: UserId;
    }
  | {
      readonly kind: 'ephemeral';
      readonly channel: ChannelId;
      readonly user: UserId;
      readonly threadTs: MessageTs | null;
    }
  /** A direct message of the bot. */
  | { readonly kind: 'direct'; readonly user: UserId };

/** A message in Slack's own form, made by `render`. `text` is what notifications and screen readers say. */
export interface Message {
  readonly text: string;
  /** Block Kit blocks; plain JSON here so that the core stays free of Slack's types. */
  readonly blocks?: readonly Readonly<Record<string, unknown>>[];
}

/** A form or an App Home in Slack's own form, made by `render`; plain JSON. */
export type View = Readonly<Record<string, unknown>>;

/**
 * What we owe to Slack. Saved with the deed in one transaction, paid later by `deliver`.
 *
 * A debt is owed under a key. *Standing* debts (card, topic, announcement, draft card) say only that
 * something should look like the present state: they are rendered when they are paid, and owing one again
 * before that adds nothing. The others are paid once.
 */
export type Effect =
  | { readonly kind: 'open-channel' }
  /** Tells the declarer where the incident's channel is, or that it could not be opened. */
  | { readonly kind: 'declared-reply'; readonly to: ReplyTarget }
  | { readonly kind: 'set-topic' }
  | { readonly kind: 'invite'; readonly user: UserId }
  | { readonly kind: 'card' }
  | { readonly kind: 'pin-card'; readonly ts: MessageTs }
  | { readonly kind: 'announcement' }
  | { readonly kind: 'post-update'; readonly seq: number }
  /** The same update in the announcement's thread; a debt of its own, so that each is posted once. */
  | { readonly kind: 'announce-update'; readonly seq: number }
  /** The channel is named after the title; not where it was there before us. */
  | { readonly kind: 'rename-channel' }
  /** The people of a group, as they are when it is paid. */
  | { readonly kind: 'invite-group'; readonly group: GroupId }
  /** Calls for those whom event `seq` escalates to, in the channel. */
  | { readonly kind: 'escalation'; readonly seq: number }
  /** Where things stand, in ten lines, for one person. */
  | { readonly kind: 'brief'; readonly user: UserId; readonly occasion: 'joined' | 'asked' | 'handoff' }
  /** One message, re-used; does nothing while a person's update is younger than the reminder's interval. */
  | { readonly kind: 'remind' }
  | { readonly kind: 'look-back'; readonly channel: ChannelId; readonly before: Date }
  /** Tells the declarer what was taken in from before the declaration, and lets them choose. */
  | { readonly kind: 'before-note'; readonly to: ReplyTarget }
  /** Everything said in an adopted channel since `from`, threads, pins and reactions included. */
  | { readonly kind: 'capture-past'; readonly from: Date; readonly to: ReplyTarget }
  /** A pin or reaction told us of a message that we never heard: asks Slack for it. */
  | { readonly kind: 'fetch-message'; readonly channel: ChannelId; readonly ts: MessageTs }
  /** Asks Slack to open a form; says so where the ticket is no longer good. */
  | {
      readonly kind: 'open-form';
      readonly trigger: string;
      readonly form: FormAsked;
      readonly channel: ChannelId | null;
      readonly to: ReplyTarget;
    }
  | { readonly kind: 'publish-home'; readonly user: UserId; readonly page: number }
  /** Next morning, to the postmortem's owner: what is still open. */
  | { readonly kind: 'morning-note' }
  /** Says in the channel that it will be archived, and how to prevent it. */
  | { readonly kind: 'closing-notice' }
  | { readonly kind: 'archive-channel' }
  /** Says in the channel of a merged incident where it goes on. */
  | { readonly kind: 'merge-notice' }
  /** Plays one step of the practice incident's script. */
  | { readonly kind: 'drill-step'; readonly script: string; readonly step: number }
  /** Rewrites what we posted of a redacted entry: updates anew, files of earlier drafts deleted. */
  | { readonly kind: 'scrub-posts' }
  /** Looks, some quiet minutes later, whether the record of an ended incident has grown, and drafts again if so. */
  | { readonly kind: 'redraft' }
  | { readonly kind: 'draft-card'; readonly version: number }
  | { readonly kind: 'draft-file'; readonly version: number }
  /** The newest draft once more, as a file in the thread of its card. */
  | { readonly kind: 'export-file'; readonly format: ExportFormat }
  | { readonly kind: 'reply'; readonly to: ReplyTarget; readonly message: Message };

export interface Debt {
  /** Unique in the workspace: `card:<incident>`, `reply:<delivery>`. */
  readonly key: string;
  /** Debts of one lane are paid one after another, in the order in which they were owed. */
  readonly lane: string;
  readonly incident: IncidentId | null;
  readonly effect: Effect;
  /** Standing debts are owed anew whenever the state changes; others only once. */
  readonly standing: boolean;
  /** Not to be paid before; owing a standing debt again moves it. Absent: at once. */
  readonly notBefore?: Date;
}

export const incidentLane = (incident: IncidentId): string => `incident:${incident}`;

import type { ChannelId, DeliveryKey, IncidentId, MessageTs, UserId } from './ids.js';

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
    };

/** A message in Slack's own form, made by `render`. `text` is what notifications and screen readers say. */
export interface Message {
  readonly text: string;
  /** Block Kit blocks; plain JSON here so that the core stays free of Slack's types. */
  readonly blocks?: readonly Readonly<Record<string, unknown>>[];
}

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
  | { readonly kind: 'look-back'; readonly channel: ChannelId; readonly before: Date }
  /** Looks, some quiet minutes later, whether the record of an ended incident has grown, and drafts again if so. */
  | { readonly kind: 'redraft' }
  | { readonly kind: 'draft-card'; readonly version: number }
  | { readonly kind: 'draft-file'; readonly version: number }
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
export const replyLane = (key: DeliveryKey): string => `reply:${key}`;

import type { ReplyTarget } from './effects.js';
import type { ChannelId, DeliveryKey, MessageTs, UserId, WorkspaceId } from './ids.js';
import type { SlackFact } from './timeline/facts.js';

/** Somebody typed a command, mentioned the bot with one, or pressed a button that stands for one. */
export interface CommandDelivery {
  readonly kind: 'command';
  readonly via: 'slash' | 'mention' | 'button';
  /** Everything after `/incident`, masked; mentions as `<@U…>` or `<@U…|name>`. */
  readonly text: string;
  readonly user: UserId;
  readonly channel: ChannelId;
  readonly threadTs: MessageTs | null;
  /** Of a mention: the message that it is, in case it turns out to be no command. */
  readonly message: { readonly ts: MessageTs; readonly text: string } | null;
  readonly replyTo: ReplyTarget;
  /** How many secrets were masked in `text`. */
  readonly masked: number;
}

/** One delivery of Slack in our words: all that the inbox keeps of it. Plain JSON. */
export type Delivery = { readonly kind: 'fact'; readonly fact: SlackFact } | CommandDelivery;

/** A delivery with its identity and the moment of its arrival. */
export interface ReceivedDelivery {
  readonly workspace: WorkspaceId;
  readonly key: DeliveryKey;
  readonly receivedAt: Date;
  readonly delivery: Delivery;
}

import type { ReplyTarget } from './effects.js';
import type { Form } from './forms/form.js';
import type { ChannelId, DeliveryKey, MessageTs, UserId, WorkspaceId } from './ids.js';
import type { SlackFact } from './timeline/facts.js';

/** Somebody typed a command, mentioned the bot with one, or pressed a button or shortcut that stands for one. */
export interface CommandDelivery {
  readonly kind: 'command';
  readonly via: 'slash' | 'mention' | 'button' | 'shortcut';
  /** Everything after `/incident`, masked; mentions as `<@U…>` or `<@U…|name>`. */
  readonly text: string;
  readonly user: UserId;
  /** Null where there is no channel: App Home, global shortcuts. */
  readonly channel: ChannelId | null;
  readonly threadTs: MessageTs | null;
  /** Of a mention: the message that it is, in case it turns out to be no command. */
  readonly message: { readonly ts: MessageTs; readonly text: string } | null;
  readonly replyTo: ReplyTarget;
  /** How many secrets were masked in `text`. */
  readonly masked: number;
  /** Slack's ticket for opening a form, good for three seconds; null for mentions. */
  readonly trigger: string | null;
  /** Of a button: the state for which it was drawn, see `drawnFor`; null where it carries none. */
  readonly drawnFor: string | null;
}

/** Somebody sent a form off. Its times are moments already: Slack's pickers know the zone. */
export interface FormDelivery {
  readonly kind: 'form';
  readonly form: Form;
  readonly user: UserId;
  /** Where it was opened, or null (App Home). */
  readonly channel: ChannelId | null;
  readonly replyTo: ReplyTarget;
  readonly masked: number;
}

/** The shortcut "Add to timeline" on a message: asks for a form about it. */
export interface MessageShortcutDelivery {
  readonly kind: 'message-shortcut';
  readonly user: UserId;
  readonly channel: ChannelId;
  readonly ts: MessageTs;
  readonly threadTs: MessageTs | null;
  /** The message's text, masked. */
  readonly text: string;
  readonly replyTo: ReplyTarget;
  readonly trigger: string;
}

/** Somebody opened the bot's App Home, or turned a page there (1 is the first). */
export interface HomeDelivery {
  readonly kind: 'home';
  readonly user: UserId;
  readonly page: number;
}

/** One delivery of Slack in our words: all that the inbox keeps of it. Plain JSON. */
export type Delivery =
  | { readonly kind: 'fact'; readonly fact: SlackFact }
  | CommandDelivery
  | FormDelivery
  | MessageShortcutDelivery
  | HomeDelivery;

/** A delivery with its identity and the moment of its arrival. */
export interface ReceivedDelivery {
  readonly workspace: WorkspaceId;
  readonly key: DeliveryKey;
  readonly receivedAt: Date;
  readonly delivery: Delivery;
}

import { answerKey, replyDebt } from '../core/debt.js';
import type {
  CommandDelivery,
  FormDelivery,
  MessageShortcutDelivery,
  ReceivedDelivery,
} from '../core/delivery.js';
import type { Message, ReplyTarget } from '../core/effects.js';
import { type ChannelId, channelId, type DeliveryKey, type UserId, type WorkspaceId } from '../core/ids.js';
import type { Refusal } from '../core/refusal.js';
import { refused } from '../render/messages/refusal.js';
import type { Cause } from './carry-out.js';
import type { Changes } from './ports.js';

/** Somebody asks something of us, whatever the way it came. */
export interface Asking {
  readonly workspace: WorkspaceId;
  readonly key: DeliveryKey;
  readonly receivedAt: Date;
  readonly user: UserId;
  /** Null where there is no channel: App Home, global shortcuts. */
  readonly channel: ChannelId | null;
  readonly replyTo: ReplyTarget;
  /** How many secrets were masked in what they said. */
  readonly masked: number;
  readonly trigger: string | null;
  readonly drawnFor: string | null;
}

/** A delivery in which somebody asks something of us. */
export type ReceivedAsking = ReceivedDelivery & {
  readonly delivery: CommandDelivery | FormDelivery | MessageShortcutDelivery;
};

export function askingOf({ workspace, key, receivedAt, delivery }: ReceivedAsking): Asking {
  const { user, channel, replyTo } = delivery;
  return {
    workspace,
    key,
    receivedAt,
    user,
    channel,
    replyTo,
    masked: delivery.kind === 'message-shortcut' ? 0 : delivery.masked,
    trigger: delivery.kind === 'form' ? null : delivery.trigger,
    drawnFor: delivery.kind === 'command' ? delivery.drawnFor : null,
  };
}

/** Where what was asked stands in a record. Without a channel it is the person, as Slack addresses a direct message. */
export function causeOf({ key, channel, user, masked }: Asking): Cause {
  return { key, channel: channel ?? channelId(user), masked };
}

/** Owes the one answer to what was asked. */
export function answer(changes: Changes, asking: Asking, message: Message): Promise<void> {
  const reply = replyDebt(answerKey(asking.key), asking.replyTo, message);
  return changes.owe(asking.workspace, [reply], asking.receivedAt);
}

/** `address`: number of the incident that was meant, for the buttons of the refusal. */
export const refuse = (
  changes: Changes,
  asking: Asking,
  refusal: Refusal,
  address: number | null = null,
): Promise<void> => answer(changes, asking, refused(refusal, address));

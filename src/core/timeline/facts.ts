import type { ChannelId, MessageTs, UserId } from '../ids.js';

/** Who said it. `name` of a bot is what Slack shows beside its messages. */
export type Author =
  | { readonly kind: 'person'; readonly user: UserId }
  | { readonly kind: 'bot'; readonly name: string };

/** A file as we keep it: never its content. */
export interface FileLink {
  readonly name: string;
  readonly type: string;
  readonly link: string | null;
}

/** What a message says. `text` is masked, and flattened from blocks and attachments where it had none. */
export interface MessageContent {
  readonly author: Author;
  readonly text: string;
  readonly threadTs: MessageTs | null;
  readonly files: readonly FileLink[];
  /** How many secrets were masked in `text`. */
  readonly masked: number;
}

/** What Slack told us, in our words. `at` is Slack's stamp of the telling; of two tellings the later one holds. */
export type SlackFact =
  | {
      readonly kind: 'message-posted';
      readonly channel: ChannelId;
      readonly ts: MessageTs;
      readonly message: MessageContent;
    }
  | {
      readonly kind: 'message-edited';
      readonly channel: ChannelId;
      readonly ts: MessageTs;
      readonly at: MessageTs;
      readonly message: MessageContent;
    }
  | {
      readonly kind: 'message-deleted';
      readonly channel: ChannelId;
      readonly ts: MessageTs;
      readonly at: MessageTs;
    }
  | {
      readonly kind: 'pin-added';
      readonly channel: ChannelId;
      readonly ts: MessageTs;
      readonly by: UserId;
      readonly at: MessageTs;
      readonly message: MessageContent | null;
    }
  | {
      readonly kind: 'pin-removed';
      readonly channel: ChannelId;
      readonly ts: MessageTs;
      readonly by: UserId;
      readonly at: MessageTs;
      readonly stillPinned: boolean;
    }
  | {
      readonly kind: 'reaction-added';
      readonly channel: ChannelId;
      readonly ts: MessageTs;
      readonly by: UserId;
      readonly at: MessageTs;
      readonly emoji: string;
    }
  | {
      readonly kind: 'reaction-removed';
      readonly channel: ChannelId;
      readonly ts: MessageTs;
      readonly by: UserId;
      readonly at: MessageTs;
      readonly emoji: string;
    }
  | {
      readonly kind: 'member-joined';
      readonly channel: ChannelId;
      readonly user: UserId;
      readonly at: MessageTs;
    }
  | {
      readonly kind: 'member-left';
      readonly channel: ChannelId;
      readonly user: UserId;
      readonly at: MessageTs;
    }
  /** Somebody changed the channel itself. `text`: the new topic or name, masked; empty for archiving. */
  | {
      readonly kind: 'channel-changed';
      readonly what: 'topic' | 'renamed' | 'archived' | 'unarchived';
      readonly channel: ChannelId;
      readonly user: UserId;
      readonly at: MessageTs;
      readonly text: string;
    };

import type { Message, ReplyTarget, View } from '../core/effects.js';
import type { ChannelId, GroupId, MessageTs, UserId } from '../core/ids.js';
import type { Person } from '../core/record.js';
import type { MessageFact } from '../core/timeline/observe.js';

/** What came of asking Slack for something. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  /** Slack said no in a way that may pass: rate limit (`retryAfter` seconds), its own trouble. Nothing was done. */
  | {
      readonly ok: false;
      readonly verdict: 'later';
      readonly retryAfter: number | null;
      readonly reason: string;
    }
  /** No answer, or one that does not tell: it may have been done. */
  | { readonly ok: false; readonly verdict: 'unknown'; readonly reason: string }
  /** It will not happen, however often we ask: `reason` is Slack's error code. */
  | { readonly ok: false; readonly verdict: 'never'; readonly reason: string };

export interface ChannelInfo {
  readonly name: string;
  readonly kind: 'public' | 'private' | 'direct';
  readonly isArchived: boolean;
  /** True when we are in it. */
  readonly isMember: boolean;
}

/** Slack, as far as we need it. Throws only for answers that are not Slack's own. */
export interface Slack {
  createChannel(
    name: string,
    isPrivate: boolean,
  ): Promise<Answer<{ readonly id: ChannelId; readonly name: string }>>;
  /** A channel of that name and privacy that this bot made itself. */
  findOwnChannel(
    name: string,
    isPrivate: boolean,
  ): Promise<Answer<{ readonly id: ChannelId; readonly name: string } | null>>;
  setTopic(channel: ChannelId, topic: string): Promise<Answer<null>>;
  invite(channel: ChannelId, user: UserId): Promise<Answer<null>>;
  /** Posts with the debt's key as message metadata, by which `findPost` knows it again. */
  post(
    channel: ChannelId,
    message: Message,
    options: { readonly key: string; readonly threadTs: MessageTs | null },
  ): Promise<Answer<{ readonly ts: MessageTs }>>;
  findPost(
    channel: ChannelId,
    key: string,
    since: Date,
    threadTs: MessageTs | null,
  ): Promise<Answer<{ readonly ts: MessageTs } | null>>;
  update(channel: ChannelId, ts: MessageTs, message: Message): Promise<Answer<null>>;
  pin(channel: ChannelId, ts: MessageTs): Promise<Answer<null>>;
  uploadFile(
    channel: ChannelId,
    threadTs: MessageTs | null,
    file: { readonly name: string; readonly title: string; readonly content: string | Uint8Array },
  ): Promise<Answer<null>>;
  findFile(
    channel: ChannelId,
    threadTs: MessageTs | null,
    name: string,
    since: Date,
  ): Promise<Answer<boolean>>;
  reply(to: ReplyTarget, message: Message): Promise<Answer<null>>;
  /** Sends a direct message; once more when asked twice. */
  tell(user: UserId, message: Message): Promise<Answer<null>>;
  /** Opens a form. `expired_trigger_id` after three seconds. */
  openView(trigger: string, view: View): Promise<Answer<null>>;
  publishHome(user: UserId, view: View): Promise<Answer<null>>;
  renameChannel(channel: ChannelId, name: string): Promise<Answer<{ readonly name: string }>>;
  archive(channel: ChannelId): Promise<Answer<null>>;
  /** What a channel is; `never channel_not_found` for a private one without us. */
  channelInfo(channel: ChannelId): Promise<Answer<ChannelInfo>>;
  members(channel: ChannelId): Promise<Answer<readonly UserId[]>>;
  groupMembers(group: GroupId): Promise<Answer<readonly UserId[]>>;
  /** One message, thread replies included, with its pins and reactions; empty when it is gone. */
  message(channel: ChannelId, ts: MessageTs): Promise<Answer<readonly MessageFact[]>>;
  /** Deletes files of ours in a thread whose name begins so; already gone counts as done. */
  deleteFiles(channel: ChannelId, threadTs: MessageTs | null, namePrefix: string): Promise<Answer<null>>;
  /** For `doctor`: what the token may do, and how far Slack's clock is ahead of ours, in ms. */
  health(): Promise<Answer<{ readonly scopes: readonly string[] | null; readonly clockAheadMs: number }>>;
  /** What was said in a channel between two moments, thread replies, reactions and pins included, oldest first. */
  history(channel: ChannelId, from: Date, to: Date): Promise<Answer<readonly MessageFact[]>>;
  person(user: UserId): Promise<Answer<Person>>;
  /** Joins a public channel; so that what we posted there can be looked for. */
  join(channel: ChannelId): Promise<Answer<null>>;
  /** A channel by id or by name (with or without `#`). */
  channelNamed(nameOrId: string): Promise<Answer<ChannelId | null>>;
}

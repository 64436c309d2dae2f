import { z } from 'zod';
import { channelId, type MessageTs, messageTs, userId } from '../core/ids.js';
import type { SlackFact } from '../core/timeline/facts.js';
import type { MessageFact } from '../core/timeline/observe.js';
import { factFromMember, factFromNotice } from './channel-facts.js';
import { contentOf, SlackMessage, Stamp, wasSaid } from './message-content.js';
import type { Self } from './self.js';

export type { Self } from './self.js';

const MessageEvent = SlackMessage.extend({
  type: z.literal('message'),
  channel: z.string(),
  event_ts: Stamp.nullish().catch(null),
  deleted_ts: Stamp.nullish(),
  message: SlackMessage.nullish().catch(null),
  previous_message: SlackMessage.nullish().catch(null),
});
const Item = z.object({ type: z.literal('message'), channel: z.string(), ts: Stamp });
const ReactionEvent = z.object({
  type: z.enum(['reaction_added', 'reaction_removed']),
  user: z.string(),
  reaction: z.string(),
  item: Item,
  item_user: z.string().nullish(),
  event_ts: Stamp,
});
const PinEvent = z.object({
  type: z.enum(['pin_added', 'pin_removed']),
  user: z.string(),
  channel_id: z.string(),
  item: z.object({ type: z.literal('message'), message: SlackMessage }),
  has_pins: z.boolean().nullish(),
  event_ts: Stamp,
});
/** Marks that stand on a message, as histories show them; Slack names the first hundreds of those who reacted. */
const Marked = z.object({
  reactions: z
    .array(
      z
        .object({ name: z.string(), users: z.array(z.string()) })
        .nullable()
        .catch(null),
    )
    .nullish()
    .catch(null),
  pinned_info: z
    .object({
      channel: z.string(),
      pinned_by: z.string(),
      pinned_ts: z.number().int().positive().max(99_999_999_999),
    })
    .nullish()
    .catch(null),
});
/** More reactions than this on one message say nothing more. */
const MOST_MARKS = 200;

/** An inner event of the Events API as a fact of ours, or null when it is none of our business. */
export function factFromEvent(event: unknown, self: Self): SlackFact | null {
  const type = z.object({ type: z.string() }).safeParse(event);
  if (!type.success) return null;
  switch (type.data.type) {
    case 'message':
      return factFromMessage(event, self);
    case 'reaction_added':
    case 'reaction_removed':
      return factFromReaction(event, self);
    case 'pin_added':
    case 'pin_removed':
      return factFromPin(event, self);
    case 'member_joined_channel':
    case 'member_left_channel':
      return factFromMember(event, self);
    default:
      return null;
  }
}

/** A message as `conversations.history` gives it, with its last text: as of its edit, if it was edited. */
function factFromHistory(channel: string, raw: unknown, self: Self): MessageFact | null {
  const parsed = SlackMessage.safeParse(raw);
  if (!parsed.success || !wasSaid(parsed.data)) return null;
  if (isOurs(parsed.data, self) || isForUs(parsed.data, self)) return null;
  const { ts, edited } = parsed.data;
  if (!edited) return posted(channel, parsed.data);
  return {
    kind: 'message-edited',
    channel: channelId(channel),
    ts: messageTs(ts),
    at: lastMoment(edited.ts),
    message: contentOf(parsed.data),
  };
}

/**
 * Slack cuts the stamp of an edit to whole seconds. The text that a history gives is the last one, so it is told at
 * that second's end: else it would be older than its own message when that was corrected at once.
 */
const lastMoment = (editedTs: string): MessageTs => messageTs(editedTs.replace(/\.0+$/, '.999999'));

/**
 * The same with what stands on the message: its reactions, under the stamp of the message itself as Slack does not tell
 * when they were added, so that any later word on them holds; and its pin.
 */
export function factsFromHistory(channel: string, raw: unknown, self: Self): readonly MessageFact[] {
  const said = factFromHistory(channel, raw, self);
  const marked = Marked.safeParse(raw);
  if (said === null || !marked.success) return said === null ? [] : [said];
  const { reactions, pinned_info } = marked.data;
  const about = { channel: said.channel, ts: said.ts };
  const facts: MessageFact[] = [said];
  for (const reaction of reactions ?? []) {
    for (const user of reaction?.users ?? []) {
      if (facts.length >= MOST_MARKS) break;
      if (user === self.botUser) continue;
      const emoji = reaction?.name ?? '';
      facts.push({ kind: 'reaction-added', ...about, by: userId(user), at: said.ts, emoji });
    }
  }
  if (pinned_info?.channel === channel && pinned_info.pinned_by !== self.botUser) {
    const { pinned_by, pinned_ts } = pinned_info;
    const at = messageTs(`${pinned_ts}.000000`);
    facts.push({ kind: 'pin-added', ...about, by: userId(pinned_by), at, message: null });
  }
  return facts;
}

function factFromMessage(event: unknown, self: Self): SlackFact | null {
  const parsed = MessageEvent.safeParse(event);
  if (!parsed.success) return null;
  const { data } = parsed;
  const channel = channelId(data.channel);
  const at = messageTs(data.event_ts ?? data.ts);
  const wasOurs = Boolean(data.previous_message && isOurs(data.previous_message, self));
  if (data.subtype === 'message_deleted') {
    if (!data.deleted_ts || wasOurs) return null;
    return { kind: 'message-deleted', channel, ts: messageTs(data.deleted_ts), at };
  }
  if (data.subtype === 'message_changed') {
    const { message } = data;
    if (!message || wasOurs || isOurs(message, self)) return null;
    // The parent of a thread that still has replies is not deleted but turned into a tombstone.
    if (message.subtype === 'tombstone') {
      return { kind: 'message-deleted', channel, ts: messageTs(message.ts), at };
    }
    if (!wasSaid(message) || isForUs(message, self)) return null;
    return {
      kind: 'message-edited',
      channel,
      ts: messageTs(message.ts),
      // Not `edited.ts`, which counts whole seconds and would put a quick correction before its message.
      at,
      message: contentOf(message),
    };
  }
  if (isOurs(data, self) || isForUs(data, self)) return null;
  return wasSaid(data) ? posted(data.channel, data) : factFromNotice(event, self);
}

function factFromReaction(event: unknown, self: Self): SlackFact | null {
  const parsed = ReactionEvent.safeParse(event);
  if (!parsed.success || parsed.data.user === self.botUser) return null;
  const { type, user, reaction, item, item_user, event_ts } = parsed.data;
  if (self.botUser !== null && item_user === self.botUser) return null;
  return {
    kind: type === 'reaction_added' ? 'reaction-added' : 'reaction-removed',
    channel: channelId(item.channel),
    ts: messageTs(item.ts),
    by: userId(user),
    at: messageTs(event_ts),
    emoji: reaction,
  };
}

function factFromPin(event: unknown, self: Self): SlackFact | null {
  const parsed = PinEvent.safeParse(event);
  if (!parsed.success || parsed.data.user === self.botUser) return null;
  const { type, user, channel_id, item, event_ts } = parsed.data;
  if (isOurs(item.message, self)) return null;
  const about = {
    channel: channelId(channel_id),
    ts: messageTs(item.message.ts),
    by: userId(user),
    at: messageTs(event_ts),
  };
  if (type === 'pin_added') {
    return { kind: 'pin-added', ...about, message: wasSaid(item.message) ? contentOf(item.message) : null };
  }
  // Slack keeps one pin per message: when it goes, it goes for everybody.
  return { kind: 'pin-removed', ...about, stillPinned: false };
}

function posted(channel: string, message: SlackMessage): MessageFact {
  return {
    kind: 'message-posted',
    channel: channelId(channel),
    ts: messageTs(message.ts),
    message: contentOf(message),
  };
}

function isOurs(message: SlackMessage, self: Self): boolean {
  if (self.botUser !== null && message.user === self.botUser) return true;
  const app = message.app_id ?? message.bot_profile?.app_id ?? null;
  return self.appId !== null && app === self.appId;
}

/** Begins with a mention of the bot: comes as `app_mention` too, and is dealt with there. */
function isForUs(message: SlackMessage, self: Self): boolean {
  return self.botUser !== null && (message.text ?? '').trimStart().startsWith(`<@${self.botUser}`);
}

import { z } from 'zod';
import type { CommandDelivery, Delivery, HomeDelivery, ReceivedDelivery } from '../core/delivery.js';
import { channelId, deliveryKey, messageTs, userId, workspaceId } from '../core/ids.js';
import { maskSecrets } from '../core/masking/mask-secrets.js';
import { plainText } from '../core/slack-text.js';
import { factFromEvent, type Self } from './facts.js';
import { withoutInvisible } from './message-content.js';
import { readForm } from './read-form.js';
import { readMessageShortcut, readPress, readShortcut } from './read-interaction.js';

/**
 * What a delivery is to us.
 * - `keep`: goes into the inbox before it is acknowledged
 * - `none`: acknowledged and forgotten, with the reason
 * - `form-errors`: a form that is sent back, with a complaint for each field that has one
 * - `bolt`: something interactive that is answered at once, from memory
 */
export type Reading =
  | { readonly kind: 'keep'; readonly received: Omit<ReceivedDelivery, 'receivedAt'> }
  | { readonly kind: 'none'; readonly why: string }
  | { readonly kind: 'form-errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: 'bolt' };

const EventCallback = z.object({
  type: z.literal('event_callback'),
  team_id: z.string(),
  api_app_id: z.string().nullish(),
  event_id: z.string(),
  event: z.object({ type: z.string() }).loose(),
  authorizations: z
    .array(
      z.object({
        team_id: z.string().nullish(),
        user_id: z.string().nullish(),
        is_bot: z.boolean().nullish(),
      }),
    )
    .nullish()
    .catch(null),
});
const Mention = z.object({
  type: z.literal('app_mention'),
  user: z.string(),
  text: z.string(),
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string().nullish(),
});
const SlashCommand = z.object({
  command: z.string(),
  text: z.string().catch(''),
  team_id: z.string(),
  channel_id: z.string(),
  user_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string(),
});
const HomeOpened = z.object({ type: z.literal('app_home_opened'), user: z.string(), tab: z.literal('home') });

/** "@debrief note ..." is a command; "thanks @debrief" is not. */
const LEADING_MENTION = /^\s*<@[UW][A-Z0-9]+(?:\|[^>]*)?>[\s:,]*/;

/**
 * Reads the body of a request or envelope that arrived at `now`. Never throws: what we cannot read is none of
 * our business.
 */
export function readDelivery(body: unknown, now: Date): Reading {
  const kind = z.object({ type: z.string().nullish(), command: z.string().nullish() }).safeParse(body);
  if (!kind.success) return { kind: 'none', why: 'not an object that Slack would send' };
  if (kind.data.command) return readSlashCommand(body);
  switch (kind.data.type) {
    case 'event_callback':
      return readEvent(body);
    case 'block_actions':
      return readPress(body);
    case 'view_submission':
      return readForm(body, now);
    case 'view_closed':
      return { kind: 'none', why: 'a form was closed' };
    case 'shortcut':
      return readShortcut(body);
    case 'message_action':
      return readMessageShortcut(body);
    case 'app_rate_limited':
      return { kind: 'none', why: 'Slack is limiting our events' };
    case 'block_suggestion':
      return { kind: 'bolt' };
    default:
      return { kind: 'none', why: `unknown type ${String(kind.data.type).slice(0, 40)}` };
  }
}

function readEvent(body: unknown): Reading {
  const parsed = EventCallback.safeParse(body);
  if (!parsed.success) return { kind: 'none', why: 'malformed event' };
  const { team_id, event_id, event, api_app_id, authorizations } = parsed.data;
  const self: Self = {
    appId: api_app_id ?? null,
    botUser: authorizations?.find((authorization) => authorization.is_bot)?.user_id ?? null,
  };
  const delivery = deliveryOf(event, self);
  if (delivery === null) return { kind: 'none', why: `event ${event.type.slice(0, 40)} is not recorded` };
  return {
    kind: 'keep',
    // In a channel shared with another organisation `team_id` may be theirs; we are installed in this one.
    received: {
      workspace: workspaceId(authorizations?.[0]?.team_id ?? team_id),
      key: deliveryKey(`event:${event_id}`),
      delivery,
    },
  };
}

function deliveryOf(event: { readonly type: string }, self: Self): Delivery | null {
  if (event.type === 'app_mention') return mentionAsCommand(event, self);
  if (event.type === 'app_home_opened') return homeOpened(event);
  const fact = factFromEvent(event, self);
  return fact && { kind: 'fact', fact };
}

/** Opened at its messages, there is nothing to draw. */
function homeOpened(event: unknown): HomeDelivery | null {
  const parsed = HomeOpened.safeParse(event);
  return parsed.success ? { kind: 'home', user: userId(parsed.data.user), page: 1 } : null;
}

function mentionAsCommand(event: unknown, self: Self): CommandDelivery | null {
  const parsed = Mention.safeParse(event);
  if (!parsed.success || parsed.data.user === self.botUser) return null;
  const { user, channel, ts, thread_ts } = parsed.data;
  if (!LEADING_MENTION.test(parsed.data.text)) return null;
  const { text, masked } = maskSecrets(withoutInvisible(parsed.data.text.replace(LEADING_MENTION, '')));
  const threadTs = thread_ts ? messageTs(thread_ts) : null;
  return {
    kind: 'command',
    via: 'mention',
    text,
    user: userId(user),
    channel: channelId(channel),
    threadTs: threadTs ?? messageTs(ts),
    message: { ts: messageTs(ts), text: maskSecrets(withoutInvisible(plainText(parsed.data.text))).text },
    replyTo: { kind: 'ephemeral', channel: channelId(channel), user: userId(user), threadTs },
    masked,
    trigger: null,
    drawnFor: null,
  };
}

function readSlashCommand(body: unknown): Reading {
  const parsed = SlashCommand.safeParse(body);
  if (!parsed.success) return { kind: 'none', why: 'malformed slash command' };
  const { text: typed, team_id, channel_id, user_id, trigger_id, response_url } = parsed.data;
  const { text, masked } = maskSecrets(withoutInvisible(typed));
  const delivery: CommandDelivery = {
    kind: 'command',
    via: 'slash',
    text,
    user: userId(user_id),
    channel: channelId(channel_id),
    threadTs: null,
    message: null,
    replyTo: {
      kind: 'response-url',
      url: response_url,
      channel: channelId(channel_id),
      user: userId(user_id),
    },
    masked,
    trigger: trigger_id,
    drawnFor: null,
  };
  return {
    kind: 'keep',
    received: { workspace: workspaceId(team_id), key: deliveryKey(`command:${trigger_id}`), delivery },
  };
}

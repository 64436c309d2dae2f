import { z } from 'zod';
import type { CommandDelivery, ReceivedDelivery } from '../core/delivery.js';
import { channelId, deliveryKey, messageTs, userId, workspaceId } from '../core/ids.js';
import { maskSecrets } from '../core/masking/mask-secrets.js';
import { plainText } from '../core/slack-text.js';
import { isRunCommand } from '../render/action-ids.js';
import { factFromEvent, type Self } from './facts.js';
import { withoutInvisible } from './message-content.js';

/**
 * What a delivery is to us.
 * - `keep`: goes into the inbox before it is acknowledged
 * - `none`: acknowledged and forgotten, with the reason
 * - `bolt`: something interactive that is answered at once, from memory
 */
export type Reading =
  | { readonly kind: 'keep'; readonly received: Omit<ReceivedDelivery, 'receivedAt'> }
  | { readonly kind: 'none'; readonly why: string }
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
const ButtonPress = z.object({
  type: z.literal('block_actions'),
  team: z.object({ id: z.string() }),
  user: z.object({ id: z.string() }),
  response_url: z.string().nullish(),
  container: z.object({ channel_id: z.string(), thread_ts: z.string().nullish() }),
  actions: z
    .array(z.object({ action_id: z.string(), action_ts: z.string(), value: z.string().nullish() }))
    .min(1),
});

/** "@debrief note ..." is a command; "thanks @debrief" is not. */
const LEADING_MENTION = /^\s*<@[UW][A-Z0-9]+(?:\|[^>]*)?>[\s:,]*/;

/** Reads the body of a request or envelope. Never throws: what we cannot read is none of our business. */
export function readDelivery(body: unknown): Reading {
  const kind = z.object({ type: z.string().nullish(), command: z.string().nullish() }).safeParse(body);
  if (!kind.success) return { kind: 'none', why: 'not an object that Slack would send' };
  if (kind.data.command) return readSlashCommand(body);
  switch (kind.data.type) {
    case 'event_callback':
      return readEvent(body);
    case 'block_actions':
      return readButton(body);
    case 'app_rate_limited':
      return { kind: 'none', why: 'Slack is limiting our events' };
    case 'view_submission':
    case 'view_closed':
    case 'shortcut':
    case 'message_action':
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
  const delivery = event.type === 'app_mention' ? mentionAsCommand(event, self) : asFact(event, self);
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

function asFact(event: unknown, self: Self): ReceivedDelivery['delivery'] | null {
  const fact = factFromEvent(event, self);
  return fact && { kind: 'fact', fact };
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
  };
  return {
    kind: 'keep',
    received: { workspace: workspaceId(team_id), key: deliveryKey(`command:${trigger_id}`), delivery },
  };
}

/** Every button of ours stands for a command: its value is what one would have typed. */
function readButton(body: unknown): Reading {
  const parsed = ButtonPress.safeParse(body);
  if (!parsed.success) return { kind: 'bolt' };
  const { team, user, response_url, container, actions } = parsed.data;
  const press = actions[0];
  if (!press || !isRunCommand(press.action_id) || !press.value) return { kind: 'bolt' };
  const { text, masked } = maskSecrets(press.value);
  const channel = channelId(container.channel_id);
  const threadTs = container.thread_ts ? messageTs(container.thread_ts) : null;
  const delivery: CommandDelivery = {
    kind: 'command',
    via: 'button',
    text,
    user: userId(user.id),
    channel,
    threadTs,
    message: null,
    replyTo: response_url
      ? { kind: 'response-url', url: response_url, channel, user: userId(user.id) }
      : { kind: 'ephemeral', channel, user: userId(user.id), threadTs },
    masked,
  };
  const key = deliveryKey(`action:${user.id}:${press.action_id}:${press.action_ts}`);
  return { kind: 'keep', received: { workspace: workspaceId(team.id), key, delivery } };
}

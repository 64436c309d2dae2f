import { z } from 'zod';
import type {
  CommandDelivery,
  Delivery,
  MessageShortcutDelivery,
  ReceivedDelivery,
} from '../core/delivery.js';
import type { ReplyTarget } from '../core/effects.js';
import {
  type ChannelId,
  channelId,
  deliveryKey,
  type MessageTs,
  messageTs,
  userId,
  workspaceId,
} from '../core/ids.js';
import { maskSecrets } from '../core/masking/mask-secrets.js';
import {
  DECLARE_SHORTCUT,
  isRunCommand,
  readDrawn,
  readHomePage,
  TIMELINE_SHORTCUT,
} from '../render/action-ids.js';
import { contentOf, SlackMessage, Stamp } from './message-content.js';

/** Something that a person pressed or chose: kept, or not one of ours (`bolt`), or nothing that can be read. */
export type InteractionReading =
  | { readonly kind: 'keep'; readonly received: Omit<ReceivedDelivery, 'receivedAt'> }
  | { readonly kind: 'none'; readonly why: string }
  | { readonly kind: 'bolt' };

const Id = z.object({ id: z.string() });
const Chosen = z.object({ value: z.string() });

const Press = z.object({
  team: Id.nullish(),
  user: Id,
  trigger_id: z.string().nullish().catch(null),
  response_url: z.string().nullish().catch(null),
  channel: Id.nullish().catch(null),
  container: z.object({
    channel_id: z.string().nullish().catch(null),
    thread_ts: Stamp.nullish().catch(null),
  }),
  view: z
    .object({ team_id: z.string().nullish(), app_installed_team_id: z.string().nullish() })
    .nullish()
    .catch(null),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        action_ts: z.string(),
        block_id: z.string().nullish().catch(null),
        value: z.string().nullish().catch(null),
        selected_option: Chosen.nullish().catch(null),
      }),
    )
    .min(1),
});

/**
 * Every button and menu of ours stands for a command: its value is what one would have typed. In the App Home
 * and in forms there is no channel, so what they say names its incident.
 */
export function readPress(body: unknown): InteractionReading {
  const parsed = Press.safeParse(body);
  if (!parsed.success) return { kind: 'bolt' };
  const { team, user, view, actions } = parsed.data;
  const press = actions[0];
  const workspace = view?.app_installed_team_id ?? team?.id ?? view?.team_id;
  if (!press || !workspace) return { kind: 'bolt' };
  const page = readHomePage(press.action_id);
  const delivery: Delivery | null =
    page === null ? commandOf(parsed.data, press) : { kind: 'home', user: userId(user.id), page };
  if (delivery === null) return { kind: 'bolt' };
  const key = deliveryKey(`action:${user.id}:${press.action_id}:${press.action_ts}`);
  return { kind: 'keep', received: { workspace: workspaceId(workspace), key, delivery } };
}

function commandOf(
  { user, trigger_id, response_url, channel: place, container }: z.infer<typeof Press>,
  press: z.infer<typeof Press>['actions'][number],
): CommandDelivery | null {
  const value = press.value ?? press.selected_option?.value;
  if (!isRunCommand(press.action_id) || !value) return null;
  const { text, masked } = maskSecrets(value);
  const id = container.channel_id ?? place?.id ?? null;
  const channel = id === null ? null : channelId(id);
  const threadTs = container.thread_ts ? messageTs(container.thread_ts) : null;
  return {
    kind: 'command',
    via: 'button',
    text,
    user: userId(user.id),
    channel,
    threadTs,
    message: null,
    replyTo: answerTo(user.id, channel, threadTs, response_url ?? null),
    masked,
    trigger: trigger_id ?? null,
    drawnFor: press.block_id ? readDrawn(press.block_id) : null,
  };
}

const Shortcut = z.object({
  callback_id: z.string(),
  team: Id,
  user: Id,
  trigger_id: z.string(),
});

/** A shortcut from the lightning menu: the form to declare an incident. */
export function readShortcut(body: unknown): InteractionReading {
  const parsed = Shortcut.safeParse(body);
  if (!parsed.success || parsed.data.callback_id !== DECLARE_SHORTCUT) return { kind: 'bolt' };
  const { team, user, trigger_id } = parsed.data;
  const delivery: CommandDelivery = {
    kind: 'command',
    via: 'shortcut',
    text: 'declare',
    user: userId(user.id),
    channel: null,
    threadTs: null,
    message: null,
    replyTo: { kind: 'direct', user: userId(user.id) },
    masked: 0,
    trigger: trigger_id,
    drawnFor: null,
  };
  return kept(team.id, trigger_id, delivery);
}

const MessageShortcut = Shortcut.extend({
  channel: Id,
  message_ts: Stamp,
  response_url: z.string().nullish().catch(null),
  message: z.unknown(),
});

/** A shortcut from the menu of a message: the form to put it into the timeline. */
export function readMessageShortcut(body: unknown): InteractionReading {
  const parsed = MessageShortcut.safeParse(body);
  if (!parsed.success || parsed.data.callback_id !== TIMELINE_SHORTCUT) return { kind: 'bolt' };
  const { team, user, trigger_id, channel: place, message_ts, response_url } = parsed.data;
  const message = SlackMessage.safeParse(parsed.data.message);
  const content = message.success ? contentOf(message.data) : null;
  const channel = channelId(place.id);
  const threadTs = content?.threadTs ?? null;
  const delivery: MessageShortcutDelivery = {
    kind: 'message-shortcut',
    user: userId(user.id),
    channel,
    ts: messageTs(message_ts),
    threadTs,
    text: content?.text ?? '',
    replyTo: answerTo(user.id, channel, threadTs, response_url ?? null),
    trigger: trigger_id,
  };
  return kept(team.id, trigger_id, delivery);
}

/** Slack's ticket is new for each press and never given out again. */
const kept = (team: string, trigger: string, delivery: Delivery): InteractionReading => ({
  kind: 'keep',
  received: { workspace: workspaceId(team), key: deliveryKey(`shortcut:${trigger}`), delivery },
});

function answerTo(
  user: string,
  channel: ChannelId | null,
  threadTs: MessageTs | null,
  url: string | null,
): ReplyTarget {
  if (channel === null) return { kind: 'direct', user: userId(user) };
  if (url !== null) return { kind: 'response-url', url, channel, user: userId(user) };
  return { kind: 'ephemeral', channel, user: userId(user), threadTs };
}

import { issueResponseUrl, issueTrigger } from '../deeds/triggers.js';
import type { Courier } from '../delivery/courier.js';
import { channelOf, messageOf } from '../lookups.js';
import { messageShape } from '../message-shape.js';
import type { Person, World } from '../world.js';
import type { Clicked } from './clicks.js';
import { channelKey, shortcutBase } from './payloads.js';

/** A shortcut from the lightning menu. */
export function globalShortcut(world: World, courier: Courier, person: Person, callbackId: string): Clicked {
  const trigger = issueTrigger(world, person.id, null);
  const delivery = courier.enqueue('interactive', 'shortcut', {
    type: 'shortcut',
    ...shortcutBase(world),
    user: { id: person.id, username: person.name, team_id: world.team.id },
    callback_id: callbackId,
    trigger_id: trigger,
    action_ts: world.stamps.next(person.id),
  });
  return { triggerId: trigger, delivery };
}

/** A shortcut from the menu of a message. */
export function messageShortcut(
  world: World,
  courier: Courier,
  person: Person,
  at: { readonly channel: string; readonly ts: string; readonly callbackId: string },
): Clicked {
  const channel = channelOf(world, at.channel);
  const message = messageOf(channel, at.ts);
  const trigger = issueTrigger(world, person.id, null);
  const about = { user: person.id, channel: channel.id, threadTs: message.threadTs, message: null };
  const delivery = courier.enqueue('interactive', 'message_action', {
    type: 'message_action',
    ...shortcutBase(world),
    user: { id: person.id, name: person.name, team_id: world.team.id },
    callback_id: at.callbackId,
    trigger_id: trigger,
    action_ts: world.stamps.next(person.id),
    channel: channelKey(channel),
    message_ts: message.ts,
    message: messageShape(world, message),
    response_url: issueResponseUrl(world, about),
  });
  return { triggerId: trigger, delivery };
}

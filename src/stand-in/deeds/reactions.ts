import { shownUser } from '../message-shape.js';
import type { Channel, Message, World } from '../world.js';

/** False when this person has reacted so already. */
export function addReaction(
  world: World,
  channel: Channel,
  message: Message,
  user: string,
  name: string,
): boolean {
  const users = message.reactions.get(name) ?? [];
  if (users.includes(user)) return false;
  message.reactions.set(name, [...users, user]);
  world.notify({ kind: 'reaction-added', channel: channel.id, ts: message.ts, user, emoji: name });
  tell(world, channel, message, user, name, 'reaction_added');
  return true;
}

/** False when there was no such reaction. */
export function removeReaction(
  world: World,
  channel: Channel,
  message: Message,
  user: string,
  name: string,
): boolean {
  const users = message.reactions.get(name) ?? [];
  if (!users.includes(user)) return false;
  const left = users.filter((other) => other !== user);
  if (left.length > 0) message.reactions.set(name, left);
  else message.reactions.delete(name);
  world.notify({ kind: 'reaction-removed', channel: channel.id, ts: message.ts, user, emoji: name });
  tell(world, channel, message, user, name, 'reaction_removed');
  return true;
}

function tell(
  world: World,
  channel: Channel,
  message: Message,
  user: string,
  name: string,
  type: string,
): void {
  const item_user = shownUser(world, message);
  world.deliverEvent(
    {
      type,
      user,
      reaction: name,
      item: { type: 'message', channel: channel.id, ts: message.ts },
      ...(item_user && { item_user }),
      event_ts: world.stamps.next(channel.id),
    },
    channel,
  );
}

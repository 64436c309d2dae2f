import { epochSeconds } from '../clock.js';
import { pinShape, shownUser } from '../message-shape.js';
import type { Channel, Message, World } from '../world.js';

/** Slack keeps one pin per message, whoever pins it. False when it is pinned already. */
export function addPin(world: World, channel: Channel, message: Message, user: string): boolean {
  if (channel.pins.some((pin) => pin.ts === message.ts)) return false;
  channel.pins.push({ ts: message.ts, by: user, at: world.clock.now() });
  world.notify({ kind: 'pin-added', channel: channel.id, ts: message.ts, user });
  tell(world, channel, message, user, 'pin_added', {
    pinned_info: { channel: channel.id, pinned_by: user, pinned_ts: epochSeconds(world.clock.now()) },
  });
  return true;
}

/** False when it was not pinned. */
export function removePin(world: World, channel: Channel, message: Message, user: string): boolean {
  const pin = channel.pins.find((candidate) => candidate.ts === message.ts);
  if (!pin) return false;
  channel.pins.splice(channel.pins.indexOf(pin), 1);
  world.notify({ kind: 'pin-removed', channel: channel.id, ts: message.ts, user });
  tell(world, channel, message, user, 'pin_removed', {
    pinned_info: { channel: channel.id, pinned_by: pin.by, pinned_ts: epochSeconds(pin.at) },
    has_pins: channel.pins.length > 0,
  });
  return true;
}

function tell(
  world: World,
  channel: Channel,
  message: Message,
  user: string,
  type: string,
  more: Readonly<Record<string, unknown>>,
): void {
  world.deliverEvent(
    {
      type,
      user,
      channel_id: channel.id,
      item: pinShape(world, channel, message),
      item_user: shownUser(world, message) ?? '',
      pin_count: channel.pins.length,
      ...more,
      event_ts: world.stamps.next(channel.id),
    },
    channel,
  );
}

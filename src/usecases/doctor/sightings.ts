import type { Delivery } from '../../core/delivery.js';

/** What Slack has to deliver for everything to work, by the name of its subscription. */
export const SUBSCRIPTIONS = [
  'commands',
  'messages',
  'mentions',
  'reactions',
  'pins',
  'joins and leaves',
  'buttons and forms',
  'App Home',
] as const;
export type Subscription = (typeof SUBSCRIPTIONS)[number];

/** When each kind of delivery was last seen since the process began. */
export interface Sightings {
  note(delivery: Delivery, at: Date): void;
  last(subscription: Subscription): Date | null;
}

export function sightings(): Sightings {
  const seen = new Map<Subscription, Date>();
  return {
    note: (delivery, at) => seen.set(subscriptionOf(delivery), at),
    last: (subscription) => seen.get(subscription) ?? null,
  };
}

function subscriptionOf(delivery: Delivery): Subscription {
  switch (delivery.kind) {
    case 'command':
      if (delivery.via === 'slash') return 'commands';
      return delivery.via === 'mention' ? 'mentions' : 'buttons and forms';
    case 'form':
    case 'message-shortcut':
      return 'buttons and forms';
    case 'home':
      return 'App Home';
    case 'fact':
      switch (delivery.fact.kind) {
        case 'pin-added':
        case 'pin-removed':
          return 'pins';
        case 'reaction-added':
        case 'reaction-removed':
          return 'reactions';
        case 'member-joined':
        case 'member-left':
          return 'joins and leaves';
        case 'message-posted':
        case 'message-edited':
        case 'message-deleted':
        case 'channel-changed':
          return 'messages';
      }
  }
}

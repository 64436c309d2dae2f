import type { Channel, Message, Person, View, World } from './world.js';

/** A channel by id, or by name with or without `#`. */
export function findChannel(world: World, nameOrId: string): Channel | null {
  const byId = world.channels.get(nameOrId);
  if (byId) return byId;
  const name = nameOrId.replace(/^#/, '');
  for (const channel of world.channels.values()) {
    if (channel.kind !== 'im' && channel.name === name) return channel;
  }
  return null;
}

/** For scripts, which name only what is there. Throws otherwise. */
export function channelOf(world: World, nameOrId: string): Channel {
  const channel = findChannel(world, nameOrId);
  if (!channel) throw new Error(`There is no channel ${nameOrId} in the simulated workspace`);
  return channel;
}

/** A person by id or name. Throws when there is none. */
export function personOf(world: World, nameOrId: string): Person {
  const byId = world.people.get(nameOrId);
  if (byId) return byId;
  for (const person of world.people.values()) {
    if (person.name === nameOrId.replace(/^@/, '')) return person;
  }
  throw new Error(`There is nobody called ${nameOrId} in the simulated workspace`);
}

/** What stands in the channel for everyone: ephemeral messages are not found. */
export function findMessage(channel: Channel, ts: string): Message | null {
  return channel.messages.find((message) => message.ts === ts && message.ephemeralTo === null) ?? null;
}

export function messageOf(channel: Channel, ts: string): Message {
  const message = channel.messages.find((candidate) => candidate.ts === ts);
  if (!message) throw new Error(`There is no message ${ts} in #${channel.name}`);
  return message;
}

export function repliesTo(channel: Channel, ts: string): readonly Message[] {
  return channel.messages.filter(
    (message) => message.threadTs === ts && message.ts !== ts && message.ephemeralTo === null,
  );
}

/** The modal that lies on top for this person. */
export function topView(world: World, user: string): View | null {
  const open = [...world.views.values()].filter(
    (view) => view.isOpen && view.kind === 'modal' && view.user === user,
  );
  return open.at(-1) ?? null;
}

/** The direct channel between a person and the tested app, if it was opened. */
export function findDirectChannel(world: World, user: string): Channel | null {
  for (const channel of world.channels.values()) {
    if (channel.kind === 'im' && channel.members.has(user)) return channel;
  }
  return null;
}

import type { Clock } from './clock.js';
import type { Ids } from './counters.js';
import { personOf } from './lookups.js';
import { usualScopes } from './scopes.js';
import type { Channel, Group, Person, Team, TestedApp, World } from './world.js';

export interface NewPerson {
  /** What they are called with an @. */
  readonly name: string;
  readonly realName?: string;
  readonly email?: string;
  /** What Slack shows beside their messages; the name when it is not given. */
  readonly displayName?: string;
  /** IANA; UTC when it is not given. */
  readonly tz?: string;
  readonly id?: string;
}

export interface NewChannel {
  readonly name: string;
  readonly isPrivate?: boolean;
  /** Names or ids; everybody when it is not given. */
  readonly members?: readonly string[];
  /** Whether the tested app is in it. */
  readonly hasApp?: boolean;
}

export interface NewGroup {
  readonly handle: string;
  readonly name?: string;
  /** Names or ids. */
  readonly members: readonly string[];
}

export interface NewApp {
  readonly name?: string;
  /** `usualScopes` when not given. */
  readonly scopes?: readonly string[];
  readonly events?: readonly string[];
  readonly botToken?: string;
  readonly appToken?: string;
  readonly signingSecret?: string;
}

export function newTeam(ids: Ids, given: Partial<Team>): Team {
  return {
    id: given.id ?? ids.next('T'),
    name: given.name ?? 'Simulated',
    domain: given.domain ?? 'simulated',
  };
}

export function newApp(ids: Ids, given: NewApp): TestedApp {
  return {
    id: ids.next('A'),
    name: given.name ?? 'Debrief',
    botId: ids.next('B'),
    botUser: ids.next('U'),
    botToken: given.botToken ?? 'xoxb-simulated-bot',
    appToken: given.appToken ?? 'xapp-1-simulated-app',
    signingSecret: given.signingSecret ?? 'simulated-signing-secret',
    scopes: given.scopes ?? usualScopes,
    events: given.events ?? null,
  };
}

/** The user behind the tested app. */
export function botPerson(app: TestedApp): Person {
  return {
    id: app.botUser,
    name: app.name.toLowerCase(),
    realName: app.name,
    displayName: app.name,
    email: null,
    timezone: 'UTC',
    bot: { botId: app.botId, appId: app.id },
  };
}

/** Adds somebody to the workspace. */
export function addPerson(world: World, given: NewPerson): Person {
  const person: Person = {
    id: given.id ?? world.ids.next('U'),
    name: given.name,
    realName: given.realName ?? given.name,
    email: given.email ?? `${given.name}@${world.team.domain}.example`,
    displayName: given.displayName ?? given.name,
    timezone: given.tz ?? 'UTC',
    bot: null,
  };
  world.people.set(person.id, person);
  return person;
}

/** Adds a group of people. */
export function addGroup(world: World, given: NewGroup): Group {
  const group: Group = {
    id: world.ids.next('S'),
    handle: given.handle,
    name: given.name ?? given.handle,
    members: given.members.map((member) => personOf(world, member).id),
    createdAt: world.clock.now(),
  };
  world.groups.set(group.id, group);
  return group;
}

/** Adds a channel that was there before the story begins: nobody is told of it. */
export function addChannel(world: World, given: NewChannel, clock: Pick<Clock, 'now'>): Channel {
  const at = clock.now();
  const everybody = [...world.people.values()].filter((person) => person.bot === null);
  const byName = new Map(everybody.map((person) => [person.name, person.id]));
  const members =
    given.members?.map((name) => byName.get(name) ?? name) ?? everybody.map((person) => person.id);
  const stranger = members.find((member) => !world.people.has(member));
  if (stranger) throw new Error(`There is nobody called ${stranger} in the simulated workspace`);
  const nothing = { value: '', by: '', at };
  const channel: Channel = {
    id: world.ids.next('C'),
    kind: given.isPrivate ? 'private' : 'public',
    name: given.name,
    creator: members[0] ?? world.app.botUser,
    createdAt: at,
    members: new Set([...members, ...(given.hasApp ? [world.app.botUser] : [])]),
    previousNames: [],
    topic: nothing,
    purpose: nothing,
    isArchived: false,
    messages: [],
    pins: [],
    bookmarks: [],
  };
  world.channels.set(channel.id, channel);
  return channel;
}

import { refusalOfName } from '../channel-name.js';
import {
  archiveChannel,
  createChannel,
  joinChannel,
  leaveChannel,
  openDirectChannel,
  renameChannel,
  setTopic,
  unarchiveChannel,
} from '../deeds/channels.js';
import { reserveFile } from '../deeds/files.js';
import { deleteMessage, postMessage, rewriteMessage } from '../deeds/messages.js';
import { addPin, removePin } from '../deeds/pins.js';
import { addReaction, removeReaction } from '../deeds/reactions.js';
import type { Courier } from '../delivery/courier.js';
import { channelOf, findDirectChannel, messageOf, personOf, topView } from '../lookups.js';
import { printAsBlock, printForMessage, readTyped } from '../typed-text.js';
import { viewShape } from '../view-shape.js';
import type { Channel, Fields, Message, Person, View, World } from '../world.js';
import { type Clicked, click, clickInView } from './clicks.js';
import { type Commanded, command } from './commands.js';
import type { Entry } from './element-value.js';
import { dismissView, submitView } from './modals.js';
import { share } from './shares.js';
import { globalShortcut, messageShortcut } from './shortcuts.js';
import type { Entries } from './view-state.js';

export interface PostOptions {
  readonly threadTs?: string;
  readonly broadcast?: boolean;
  readonly files?: readonly { readonly name: string; readonly content: string | Buffer }[];
  /** The text is in Slack's own form already: nothing is escaped or linked. */
  readonly raw?: boolean;
  /** `/me`. */
  readonly me?: boolean;
}

/** What a person can do in Slack. All of it returns at once; the app hears of it in the background. */
export interface PersonActions {
  readonly id: string;
  /** The message's stamp. */
  post(channel: string, text: string, options?: PostOptions): string;
  /** Forwards a message from `channel` to another one, with words of one's own. The new message's stamp. */
  share(
    channel: string,
    ts: string,
    to: string,
    options?: { readonly text?: string; readonly threadTs?: string },
  ): string;
  edit(channel: string, ts: string, text: string, options?: { readonly raw?: boolean }): string | null;
  delete(channel: string, ts: string): string | null;
  /** False when it was pinned already, by whomever. */
  pin(channel: string, ts: string): boolean;
  unpin(channel: string, ts: string): boolean;
  react(channel: string, ts: string, emoji: string): boolean;
  unreact(channel: string, ts: string, emoji: string): boolean;
  command(channel: string, name: string, text: string, options?: { readonly raw?: boolean }): Commanded;
  /** `value` chooses from a menu; a button has its own. */
  click(channel: string, ts: string, actionId: string, options?: { readonly value?: Entry }): Clicked;
  /** In the modal on top, or in the App Home when no modal is open. */
  clickInView(
    actionId: string,
    options?: {
      readonly value?: Entry;
      /** What was written into the view's fields before. */
      readonly typed?: Entries;
      readonly viewId?: string;
    },
  ): Clicked;
  submitView(entries: Entries, options?: { readonly viewId?: string }): Clicked;
  closeView(options?: { readonly viewId?: string }): number | null;
  shortcut(callbackId: string): Clicked;
  messageShortcut(channel: string, ts: string, callbackId: string): Clicked;
  createChannel(name: string, options?: { readonly isPrivate?: boolean }): string;
  join(channel: string): void;
  leave(channel: string): void;
  invite(channel: string, user: string): void;
  kick(channel: string, user: string): void;
  setTopic(channel: string, topic: string): void;
  rename(channel: string, name: string): void;
  archive(channel: string): void;
  unarchive(channel: string): void;
  openHome(tab?: 'home' | 'messages'): string | null;
  /** The direct channel with the app, opened when there is none. */
  directChannel(): string;
}

/** Throws on what Slack's own window would not let this person do. */
export function actAs(world: World, courier: Courier, user: string): PersonActions {
  const person = personOf(world, user);
  const inside = (nameOrId: string) => insideChannel(world, person, nameOrId);
  const at = (nameOrId: string, ts: string) => {
    const channel = inside(nameOrId);
    return { channel, message: messageOf(channel, ts) };
  };
  const viewFor = (id?: string) => shownView(world, person, id);

  return {
    id: person.id,
    post: (channel, text, options = {}) => post(world, person, inside(channel), text, options),
    share: (channelName, ts, to, { text = '', threadTs } = {}) =>
      share(
        world,
        person,
        at(channelName, ts),
        { channel: inside(to), threadTs: threadTs ?? null },
        write(world, text, false),
      ),
    edit(channelName, ts, text, { raw = false } = {}) {
      const { channel, message } = at(channelName, ts);
      ownMessage(person, message);
      const written = write(world, text, raw);
      return rewriteMessage(world, channel, message, {
        ...written,
        attachments: message.attachments,
        editedBy: person.id,
      });
    },
    delete(channelName, ts) {
      const { channel, message } = at(channelName, ts);
      ownMessage(person, message);
      return deleteMessage(world, channel, message);
    },
    pin(channelName, ts) {
      const { channel, message } = at(channelName, ts);
      return addPin(world, channel, message, person.id);
    },
    unpin(channelName, ts) {
      const { channel, message } = at(channelName, ts);
      return removePin(world, channel, message, person.id);
    },
    react(channelName, ts, emoji) {
      const { channel, message } = at(channelName, ts);
      return addReaction(world, channel, message, person.id, emoji);
    },
    unreact(channelName, ts, emoji) {
      const { channel, message } = at(channelName, ts);
      return removeReaction(world, channel, message, person.id, emoji);
    },
    command: (channel, name, text, { raw = false } = {}) =>
      command(world, courier, person, { channel: inside(channel).id, command: name, text, raw }),
    click: (channel, ts, actionId, { value } = {}) =>
      click(world, courier, person, {
        channel: inside(channel).id,
        ts,
        actionId,
        ...(value !== undefined && { entry: value }),
      }),
    clickInView(actionId, { value, typed, viewId } = {}) {
      const view = viewId || topView(world, person.id) ? viewFor(viewId) : world.homes.get(person.id);
      if (!view) throw new Error(`${person.name} sees no view`);
      return clickInView(world, courier, person, view, {
        actionId,
        ...(value !== undefined && { entry: value }),
        ...(typed && { typed }),
      });
    },
    submitView: (entries, { viewId } = {}) => submitView(world, courier, person, viewFor(viewId), entries),
    closeView: ({ viewId } = {}) => dismissView(world, courier, person, viewFor(viewId)),
    shortcut: (callbackId) => globalShortcut(world, courier, person, callbackId),
    messageShortcut: (channel, ts, callbackId) =>
      messageShortcut(world, courier, person, { channel: inside(channel).id, ts, callbackId }),
    createChannel(name, { isPrivate = false } = {}) {
      const refusal = refusalOfName(world, name);
      if (refusal) throw new Error(`The channel ${name} cannot be made: ${refusal}`);
      const channel = createChannel(world, { name, isPrivate, creator: person.id });
      joinChannel(world, channel, person.id, null);
      return channel.id;
    },
    join(channelName) {
      const channel = channelOf(world, channelName);
      if (channel.kind !== 'public') throw new Error(`${person.name} was not invited to ${channelName}`);
      if (!channel.members.has(person.id)) joinChannel(world, channel, person.id, null);
    },
    leave: (channel) => void leaveChannel(world, inside(channel), person.id, person.id),
    invite(channelName, other) {
      const channel = inside(channelName);
      const { id } = personOf(world, other);
      if (!channel.members.has(id)) joinChannel(world, channel, id, person.id);
    },
    kick: (channel, other) => void leaveChannel(world, inside(channel), personOf(world, other).id, person.id),
    setTopic: (channel, topic) => void setTopic(world, inside(channel), person.id, topic),
    rename: (channel, name) => void renameChannel(world, inside(channel), person.id, name),
    archive: (channel) => void archiveChannel(world, inside(channel), person.id),
    unarchive: (channel) => void unarchiveChannel(world, channelOf(world, channel), person.id),
    openHome: (tab = 'home') => openHome(world, person, tab),
    directChannel: () => (findDirectChannel(world, person.id) ?? openDirectChannel(world, person.id)).id,
  };
}

function insideChannel(world: World, person: Person, nameOrId: string): Channel {
  const channel = channelOf(world, nameOrId);
  if (!channel.members.has(person.id)) throw new Error(`${person.name} is not in #${channel.name}`);
  return channel;
}

function ownMessage(person: Person, { author, ts }: Message): void {
  if (author.kind !== 'person' || author.user !== person.id) {
    throw new Error(`The message ${ts} is not by ${person.name}`);
  }
}

function shownView(world: World, person: Person, id?: string): View {
  const view = id === undefined ? topView(world, person.id) : world.views.get(id);
  if (!view?.isOpen || view.user !== person.id) throw new Error(`${person.name} sees no such view`);
  return view;
}

function write(
  world: World,
  text: string,
  raw: boolean,
): { readonly text: string; readonly blocks: readonly Fields[] } {
  if (raw) return { text, blocks: [] };
  const pieces = readTyped(world, text);
  return {
    text: printForMessage(pieces),
    blocks: pieces.length > 0 ? [printAsBlock(pieces, world.ids.next('b').slice(-6))] : [],
  };
}

function post(world: World, person: Person, channel: Channel, text: string, options: PostOptions): string {
  if (channel.isArchived) throw new Error(`#${channel.name} is archived`);
  if (options.threadTs) messageOf(channel, options.threadTs);
  const files = (options.files ?? []).map(({ name, content }) => {
    const bytes = Buffer.from(content);
    const file = reserveFile(world, { name, user: person.id, size: bytes.length });
    file.content = bytes;
    return file;
  });
  const subtype = options.me ? 'me_message' : files.length > 0 ? 'file_share' : undefined;
  const { message } = postMessage(world, channel, {
    author: { kind: 'person', user: person.id },
    ...write(world, text, options.raw ?? false),
    ...(options.me && { blocks: [] }),
    ...(subtype && { subtype }),
    files,
    threadTs: options.threadTs ?? null,
    broadcast: options.broadcast ?? false,
  });
  return message.ts;
}

function openHome(world: World, person: Person, tab: string): string | null {
  const channel = findDirectChannel(world, person.id) ?? openDirectChannel(world, person.id);
  const home = world.homes.get(person.id);
  return world.deliverEvent(
    {
      type: 'app_home_opened',
      user: person.id,
      channel: channel.id,
      tab,
      ...(home && { view: viewShape(world, home) }),
      event_ts: world.stamps.next(channel.id),
    },
    null,
  );
}

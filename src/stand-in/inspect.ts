import { channelOf } from './lookups.js';
import { isReply, permalink } from './message-shape.js';
import { viewShape } from './view-shape.js';
import type { Channel, Fields, Message, View, World } from './world.js';

/** A message as a test or a transcript wants it. */
export interface SeenMessage {
  readonly ts: string;
  readonly by: {
    readonly kind: 'person' | 'tested-app' | 'other-app';
    readonly id: string;
    readonly name: string;
  };
  readonly subtype: string | null;
  readonly text: string;
  readonly blocks: readonly Fields[];
  readonly attachments: readonly Fields[];
  readonly files: readonly SeenFile[];
  readonly metadata: Fields | null;
  readonly threadTs: string | null;
  readonly isReply: boolean;
  readonly isEdited: boolean;
  readonly isPinned: boolean;
  readonly reactions: Readonly<Record<string, readonly string[]>>;
  /** The one who sees it, or null for everyone. */
  readonly ephemeralTo: string | null;
  readonly permalink: string;
}

export interface SeenFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly content: string;
}

export interface SeenChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: Channel['kind'];
  readonly topic: string;
  readonly purpose: string;
  readonly isArchived: boolean;
  readonly creator: string;
  readonly members: ReadonlySet<string>;
  /** In the order of their stamps: replies, ephemeral and system messages too. */
  readonly messages: readonly SeenMessage[];
  /** Stamps, in the order of pinning. */
  readonly pins: readonly string[];
  readonly bookmarks: readonly Fields[];
  readonly files: readonly SeenFile[];
}

export interface SeenView {
  readonly id: string;
  readonly kind: View['kind'];
  readonly user: string;
  readonly isOpen: boolean;
  readonly errors: Readonly<Record<string, string>>;
  readonly view: Fields;
}

export function seeChannel(world: World, nameOrId: string): SeenChannel {
  const channel = channelOf(world, nameOrId);
  const messages = channel.messages.map((message) => seeMessage(world, channel, message));
  return {
    id: channel.id,
    name: channel.name,
    kind: channel.kind,
    topic: channel.topic.value,
    purpose: channel.purpose.value,
    isArchived: channel.isArchived,
    creator: channel.creator,
    members: new Set(channel.members),
    messages,
    pins: channel.pins.map((pin) => pin.ts),
    bookmarks: [...channel.bookmarks],
    files: messages.flatMap((message) => message.files),
  };
}

function seeMessage(world: World, channel: Channel, message: Message): SeenMessage {
  return {
    ts: message.ts,
    by: seeAuthor(world, message),
    subtype: message.subtype,
    text: message.text,
    blocks: message.blocks,
    attachments: message.attachments,
    files: message.files
      .filter((file) => !file.isDeleted)
      .map((file) => ({
        id: file.id,
        name: file.name,
        title: file.title,
        content: file.content?.toString('utf8') ?? '',
      })),
    metadata: message.metadata,
    threadTs: message.threadTs,
    isReply: isReply(message),
    isEdited: message.edited !== null,
    isPinned: channel.pins.some((pin) => pin.ts === message.ts),
    reactions: Object.fromEntries([...message.reactions].map(([name, users]) => [name, [...users]])),
    ephemeralTo: message.ephemeralTo,
    permalink: permalink(world, channel, message),
  };
}

function seeAuthor(world: World, { author }: Message): SeenMessage['by'] {
  switch (author.kind) {
    case 'person':
      return { kind: 'person', id: author.user, name: world.people.get(author.user)?.name ?? author.user };
    case 'tested-app':
      return { kind: 'tested-app', id: world.app.botUser, name: world.app.name };
    case 'other-app':
      return { kind: 'other-app', id: author.botId, name: author.name };
  }
}

export function seeView(world: World, view: View): SeenView {
  const { id, kind, user, isOpen, errors } = view;
  return { id, kind, user, isOpen, errors, view: viewShape(world, view) };
}

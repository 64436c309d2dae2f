import type { Clock } from './clock.js';
import type { Ids, Stamps } from './counters.js';
import type { Notice } from './notices.js';

/** A JSON object whose keys we do not name. */
export type Fields = Readonly<Record<string, unknown>>;

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly displayName: string;
  readonly email: string | null;
  /** IANA, `Europe/Madrid`. */
  readonly timezone: string;
  /** Set for the user behind an app. */
  readonly bot: { readonly botId: string; readonly appId: string } | null;
}

/** People who are called together, `@oncall`. */
export interface Group {
  readonly id: string;
  /** What is typed after the @. */
  readonly handle: string;
  readonly name: string;
  readonly members: readonly string[];
  readonly createdAt: Date;
}

/** The app under test. */
export interface TestedApp {
  readonly id: string;
  readonly name: string;
  readonly botId: string;
  readonly botUser: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly scopes: readonly string[];
  /** Event names as in a manifest (`message.channels`, `pin_added`). Null: all of them. */
  readonly events: readonly string[] | null;
}

export type Author =
  | { readonly kind: 'person'; readonly user: string }
  | { readonly kind: 'tested-app' }
  | { readonly kind: 'other-app'; readonly name: string; readonly botId: string; readonly appId: string };

export interface Message {
  readonly ts: string;
  readonly author: Author;
  subtype: string | null;
  /** As Slack delivers it: escaped, with `<@U…>` and `<https://…>`. */
  text: string;
  blocks: readonly Fields[];
  attachments: readonly Fields[];
  readonly files: readonly StoredFile[];
  metadata: Fields | null;
  readonly threadTs: string | null;
  readonly clientMsgId: string | null;
  edited: { readonly user: string; readonly ts: string } | null;
  /** By emoji name, in the order of the first reaction. */
  readonly reactions: Map<string, string[]>;
  /** Only this person sees it; it is in no history. */
  readonly ephemeralTo: string | null;
  /** What some subtypes carry besides: `topic`, `old_name`, `inviter`. */
  readonly extra: Fields;
}

export interface Pin {
  readonly ts: string;
  readonly by: string;
  readonly at: Date;
}

export interface Channel {
  readonly id: string;
  readonly kind: 'public' | 'private' | 'im';
  name: string;
  readonly creator: string;
  readonly createdAt: Date;
  readonly members: Set<string>;
  readonly previousNames: string[];
  topic: { readonly value: string; readonly by: string; readonly at: Date };
  purpose: { readonly value: string; readonly by: string; readonly at: Date };
  isArchived: boolean;
  /** By `ts`, ephemeral ones too. */
  readonly messages: Message[];
  readonly pins: Pin[];
  readonly bookmarks: Fields[];
}

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  title: string;
  readonly mimetype: string;
  readonly filetype: string;
  readonly user: string;
  readonly createdAt: Date;
  /** Bytes announced to `files.getUploadURLExternal`. */
  readonly announcedSize: number;
  content: Buffer | null;
  isDeleted: boolean;
  /** Where it was shared. */
  readonly shares: { readonly channel: string; readonly ts: string; readonly threadTs: string | null }[];
}

export interface View {
  readonly id: string;
  readonly kind: 'modal' | 'home';
  readonly user: string;
  /** What the app gave: title, blocks, callback_id, private_metadata. */
  content: Fields;
  hash: string;
  readonly rootId: string;
  readonly previousId: string | null;
  readonly state: Map<string, Map<string, Fields>>;
  /** What the app found wrong with the last submission, by block id. */
  errors: Readonly<Record<string, string>>;
  isOpen: boolean;
}

export interface Trigger {
  readonly user: string;
  readonly issuedAt: Date;
  /** The view that was open where it was made: `views.push` puts the next one on top. */
  readonly view: string | null;
  isUsed: boolean;
}

export interface ResponseAddress {
  readonly user: string;
  readonly channel: string;
  readonly issuedAt: Date;
  readonly threadTs: string | null;
  /** The message whose button was pressed; null for a slash command. */
  readonly message: Message | null;
  uses: number;
}

/** All that the simulated workspace holds. Changed only by `deeds/`. */
export interface World {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly stamps: Stamps;
  readonly team: Team;
  readonly app: TestedApp;
  readonly people: Map<string, Person>;
  readonly groups: Map<string, Group>;
  readonly channels: Map<string, Channel>;
  readonly files: Map<string, StoredFile>;
  readonly views: Map<string, View>;
  /** App Home by user. */
  readonly homes: Map<string, View>;
  readonly triggers: Map<string, Trigger>;
  readonly responseAddresses: Map<string, ResponseAddress>;
  /** `http://127.0.0.1:PORT/`, known once the server listens. */
  readonly address: { url: string };
  /** Hands an inner event to the app, where it may hear of that channel (null: workspace-wide). */
  deliverEvent(event: Fields, channel: Channel | null): string | null;
  /** Tells those who watch the workspace. */
  notify(notice: Notice): void;
}

/** Branded ids: a channel can never be passed where a person is meant. */
declare const brand: unique symbol;
type Brand<Name extends string> = string & { readonly [brand]: Name };

/** Slack's team id, `T…`. Every key in the store carries it. */
export type WorkspaceId = Brand<'WorkspaceId'>;
export type IncidentId = Brand<'IncidentId'>;
export type ChannelId = Brand<'ChannelId'>;
/** `U…` or `W…` (Enterprise Grid). */
export type UserId = Brand<'UserId'>;
/** A group of people, `S…`, as mentioned by `@oncall`. */
export type GroupId = Brand<'GroupId'>;
/** Slack's message stamp, `1717857003.000100`. Unique in its channel only; always kept as a string. */
export type MessageTs = Brand<'MessageTs'>;
/** What makes one delivery of Slack unique: `event:Ev…`, `command:<trigger>`, `action:…`. */
export type DeliveryKey = Brand<'DeliveryKey'>;
/** `message:<channel>:<ts>` or `delivery:<key>`: made from its origin, so the same thing has the same id twice. */
export type EntryId = Brand<'EntryId'>;

export const workspaceId = (value: string): WorkspaceId => value as WorkspaceId;
export const incidentId = (value: string): IncidentId => value as IncidentId;
export const channelId = (value: string): ChannelId => value as ChannelId;
export const userId = (value: string): UserId => value as UserId;
export const groupId = (value: string): GroupId => value as GroupId;
export const messageTs = (value: string): MessageTs => value as MessageTs;
export const deliveryKey = (value: string): DeliveryKey => value as DeliveryKey;

export const messageEntryId = (channel: ChannelId, ts: MessageTs): EntryId =>
  `message:${channel}:${ts}` as EntryId;
export const deliveryEntryId = (key: DeliveryKey): EntryId => `delivery:${key}` as EntryId;
export const entryId = (value: string): EntryId => value as EntryId;

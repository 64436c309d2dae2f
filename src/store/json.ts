import { z } from 'zod';
import type { MessageRef } from '../core/forms/form.js';
import {
  type ChannelId,
  channelId,
  type EntryId,
  entryId,
  type GroupId,
  groupId,
  type MessageTs,
  messageTs,
  type UserId,
  userId,
} from '../core/ids.js';
import { STATED_KINDS } from '../core/incident/events.js';
import { SEVERITIES, STATUSES } from '../core/incident/incident.js';
import { SECTIONS } from '../core/postmortem/sections.js';
import type { Prisma } from './generated/client.js';

// The words that all JSON columns share. What a schema leaves out is lost on reading, so each of them is
// held to its type by `Shapes` (every kind is there) and `Forgotten` (so is every field, optional ones too).
// A field that came later has a default: what was written before it must be read.

export const User: z.ZodType<UserId> = z.string().transform(userId);
export const Group: z.ZodType<GroupId> = z.string().transform(groupId);
export const Channel: z.ZodType<ChannelId> = z.string().transform(channelId);
export const Ts: z.ZodType<MessageTs> = z.string().transform(messageTs);
export const Entry: z.ZodType<EntryId> = z.string().transform(entryId);
export const Instant: z.ZodType<Date> = z.string().pipe(z.coerce.date());
export const Words = z.record(z.string(), z.string());
/** Role name to person. */
export const Roles: z.ZodType<Readonly<Record<string, UserId>>> = z.record(z.string(), User);
export const Status = z.enum(STATUSES);
export const Severity = z.literal([...SEVERITIES]);
export const SettableStatus = z.enum(['investigating', 'identified', 'monitoring', 'mitigated']);
export const Stated = z.enum(STATED_KINDS);

const MessageRefJson = z.object({ channel: Channel, ts: Ts, threadTs: Ts.nullable() });
holdsAll<Forgotten<MessageRef, typeof MessageRefJson>>();
export const Message: z.ZodType<MessageRef> = MessageRefJson;

interface Kinded {
  readonly kind: string;
}

/** One schema for every kind of a union. */
export type Shapes<Union extends Kinded> = {
  readonly [K in Union['kind']]: z.ZodType<Extract<Union, { kind: K }>>;
};

type KeysOf<T> = T extends unknown ? keyof T : never;

/** Names of fields that a type has and its schema has not; `never` when nothing was forgotten. */
export type Forgotten<Type, Schema extends z.ZodType> = Exclude<KeysOf<Type>, KeysOf<z.output<Schema>>>;

/** The same for a table of `Shapes`. */
export type ForgottenIn<Union extends Kinded, Table extends Shapes<Union>> = {
  [K in Union['kind']]: Forgotten<Extract<Union, { kind: K }>, Table[K]>;
}[Union['kind']];

/** Compiles only for `never`: `holdsAll<Forgotten<Mark, typeof MarkJson>>()`. */
export function holdsAll<_Missing extends never>(): void {}

const Kind = z.object({ kind: z.string() });

/** Reads a member of a union by the schema of its kind. Throws for a kind or shape that is not ours. */
export function readByKind<T>(shapes: Readonly<Record<string, z.ZodType<T>>>, json: unknown): T {
  const { kind } = Kind.parse(json);
  const shape = Object.hasOwn(shapes, kind) ? shapes[kind] : undefined;
  if (!shape) throw new Error(`Stored value of unknown kind "${kind}"`);
  return shape.parse(json);
}

/** As Prisma wants it: plain JSON, instants as ISO strings. */
export function toJson(value: unknown): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value));
}

/** A section of the draft. */
export const SectionJson = z.enum(SECTIONS);

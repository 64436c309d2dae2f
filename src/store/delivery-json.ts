import { z } from 'zod';
import type { Delivery } from '../core/delivery.js';
import type { Author, MessageContent, SlackFact } from '../core/timeline/facts.js';
import { ReplyTargetJson } from './effect-json.js';
import { FileLinkJson } from './entry-json.js';
import { FormJson } from './form-json.js';
import {
  Channel,
  type Forgotten,
  type ForgottenIn,
  holdsAll,
  readByKind,
  type Shapes,
  Ts,
  User,
} from './json.js';

const AUTHORS = {
  person: z.object({ kind: z.literal('person'), user: User }),
  bot: z.object({ kind: z.literal('bot'), name: z.string() }),
} satisfies Shapes<Author>;
holdsAll<ForgottenIn<Author, typeof AUTHORS>>();

const Content = z.object({
  author: z.discriminatedUnion('kind', [AUTHORS.person, AUTHORS.bot]),
  text: z.string(),
  threadTs: Ts.nullable(),
  files: z.array(FileLinkJson),
  masked: z.number(),
});
holdsAll<Forgotten<MessageContent, typeof Content>>();

const message = { channel: Channel, ts: Ts };
const mark = { ...message, by: User, at: Ts };

const FACTS = {
  'message-posted': z.object({ kind: z.literal('message-posted'), ...message, message: Content }),
  'message-edited': z.object({ kind: z.literal('message-edited'), ...message, at: Ts, message: Content }),
  'message-deleted': z.object({ kind: z.literal('message-deleted'), ...message, at: Ts }),
  'pin-added': z.object({ kind: z.literal('pin-added'), ...mark, message: Content.nullable() }),
  'pin-removed': z.object({ kind: z.literal('pin-removed'), ...mark, stillPinned: z.boolean() }),
  'reaction-added': z.object({ kind: z.literal('reaction-added'), ...mark, emoji: z.string() }),
  'reaction-removed': z.object({ kind: z.literal('reaction-removed'), ...mark, emoji: z.string() }),
  'member-joined': z.object({ kind: z.literal('member-joined'), channel: Channel, user: User, at: Ts }),
  'member-left': z.object({ kind: z.literal('member-left'), channel: Channel, user: User, at: Ts }),
  'channel-changed': z.object({
    kind: z.literal('channel-changed'),
    what: z.enum(['topic', 'renamed', 'archived', 'unarchived']),
    channel: Channel,
    user: User,
    at: Ts,
    text: z.string(),
  }),
} satisfies Shapes<SlackFact>;
holdsAll<ForgottenIn<SlackFact, typeof FACTS>>();

const DELIVERIES = {
  fact: z.object({
    kind: z.literal('fact'),
    fact: z.unknown().transform((fact) => readByKind<SlackFact>(FACTS, fact)),
  }),
  command: z.object({
    kind: z.literal('command'),
    via: z.enum(['slash', 'mention', 'button', 'shortcut']),
    text: z.string(),
    user: User,
    channel: Channel.nullable(),
    threadTs: Ts.nullable(),
    message: z.object({ ts: Ts, text: z.string() }).nullable(),
    replyTo: ReplyTargetJson,
    masked: z.number(),
    trigger: z.string().nullable().default(null),
    drawnFor: z.string().nullable().default(null),
  }),
  form: z.object({
    kind: z.literal('form'),
    form: FormJson,
    user: User,
    channel: Channel.nullable(),
    replyTo: ReplyTargetJson,
    masked: z.number(),
  }),
  'message-shortcut': z.object({
    kind: z.literal('message-shortcut'),
    user: User,
    channel: Channel,
    ts: Ts,
    threadTs: Ts.nullable(),
    text: z.string(),
    replyTo: ReplyTargetJson,
    trigger: z.string(),
  }),
  home: z.object({ kind: z.literal('home'), user: User, page: z.number() }),
} satisfies Shapes<Delivery>;
holdsAll<ForgottenIn<Delivery, typeof DELIVERIES>>();

/** Throws for anything that is not a delivery in our words. */
export function deliveryFromJson(json: unknown): Delivery {
  return readByKind<Delivery>(DELIVERIES, json);
}

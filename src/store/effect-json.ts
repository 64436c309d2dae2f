import { z } from 'zod';
import type { Effect, Message, ReplyTarget } from '../core/effects.js';
import {
  Channel,
  type Forgotten,
  type ForgottenIn,
  holdsAll,
  Instant,
  readByKind,
  type Shapes,
  Ts,
  User,
} from './json.js';

const TARGETS = {
  'response-url': z.object({
    kind: z.literal('response-url'),
    url: z.string(),
    channel: Channel,
    user: User,
  }),
  ephemeral: z.object({
    kind: z.literal('ephemeral'),
    channel: Channel,
    user: User,
    threadTs: Ts.nullable(),
  }),
} satisfies Shapes<ReplyTarget>;
holdsAll<ForgottenIn<ReplyTarget, typeof TARGETS>>();

export const ReplyTargetJson: z.ZodType<ReplyTarget> = z.discriminatedUnion('kind', [
  TARGETS['response-url'],
  TARGETS.ephemeral,
]);

const MessageJson = z.object({
  text: z.string(),
  blocks: z.array(z.record(z.string(), z.unknown())).exactOptional(),
});
holdsAll<Forgotten<Message, typeof MessageJson>>();

const EFFECTS = {
  'open-channel': z.object({ kind: z.literal('open-channel') }),
  'declared-reply': z.object({ kind: z.literal('declared-reply'), to: ReplyTargetJson }),
  'set-topic': z.object({ kind: z.literal('set-topic') }),
  invite: z.object({ kind: z.literal('invite'), user: User }),
  card: z.object({ kind: z.literal('card') }),
  'pin-card': z.object({ kind: z.literal('pin-card'), ts: Ts }),
  announcement: z.object({ kind: z.literal('announcement') }),
  'post-update': z.object({ kind: z.literal('post-update'), seq: z.number() }),
  'announce-update': z.object({ kind: z.literal('announce-update'), seq: z.number() }),
  'look-back': z.object({ kind: z.literal('look-back'), channel: Channel, before: Instant }),
  redraft: z.object({ kind: z.literal('redraft') }),
  'draft-card': z.object({ kind: z.literal('draft-card'), version: z.number() }),
  'draft-file': z.object({ kind: z.literal('draft-file'), version: z.number() }),
  reply: z.object({ kind: z.literal('reply'), to: ReplyTargetJson, message: MessageJson }),
} satisfies Shapes<Effect>;
holdsAll<ForgottenIn<Effect, typeof EFFECTS>>();

/** Throws for anything that is not an effect of ours, also for one that has been emptied. */
export function effectFromJson(json: unknown): Effect {
  return readByKind<Effect>(EFFECTS, json);
}

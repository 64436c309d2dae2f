import { z } from 'zod';
import type { Effect, Message, ReplyTarget } from '../core/effects.js';
import { EXPORT_FORMATS } from '../core/postmortem/export-format.js';
import { FormAskedJson } from './form-json.js';
import {
  Channel,
  type Forgotten,
  type ForgottenIn,
  Group,
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
  direct: z.object({ kind: z.literal('direct'), user: User }),
} satisfies Shapes<ReplyTarget>;
holdsAll<ForgottenIn<ReplyTarget, typeof TARGETS>>();

export const ReplyTargetJson: z.ZodType<ReplyTarget> = z.discriminatedUnion('kind', [
  TARGETS['response-url'],
  TARGETS.ephemeral,
  TARGETS.direct,
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
  'rename-channel': z.object({ kind: z.literal('rename-channel') }),
  'invite-group': z.object({ kind: z.literal('invite-group'), group: Group }),
  escalation: z.object({ kind: z.literal('escalation'), seq: z.number() }),
  brief: z.object({
    kind: z.literal('brief'),
    user: User,
    occasion: z.enum(['joined', 'asked', 'handoff']),
  }),
  remind: z.object({ kind: z.literal('remind') }),
  'look-back': z.object({ kind: z.literal('look-back'), channel: Channel, before: Instant }),
  'before-note': z.object({ kind: z.literal('before-note'), to: ReplyTargetJson }),
  'capture-past': z.object({ kind: z.literal('capture-past'), from: Instant, to: ReplyTargetJson }),
  'fetch-message': z.object({ kind: z.literal('fetch-message'), channel: Channel, ts: Ts }),
  'open-form': z.object({
    kind: z.literal('open-form'),
    trigger: z.string(),
    form: FormAskedJson,
    channel: Channel.nullable(),
    to: ReplyTargetJson,
  }),
  'publish-home': z.object({ kind: z.literal('publish-home'), user: User, page: z.number() }),
  'morning-note': z.object({ kind: z.literal('morning-note') }),
  'closing-notice': z.object({ kind: z.literal('closing-notice') }),
  'archive-channel': z.object({ kind: z.literal('archive-channel') }),
  'merge-notice': z.object({ kind: z.literal('merge-notice') }),
  'drill-step': z.object({ kind: z.literal('drill-step'), script: z.string(), step: z.number() }),
  'scrub-posts': z.object({ kind: z.literal('scrub-posts') }),
  'export-file': z.object({ kind: z.literal('export-file'), format: z.enum(EXPORT_FORMATS) }),
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

import type { Channel, Fields, World } from '../world.js';
import type { Arguments } from './arguments.js';

/** What a method answers, with HTTP 200: `{ok: true, …}` or `{ok: false, error}`. */
export type Answer = Fields & { readonly ok: boolean };

export interface Call {
  readonly world: World;
  readonly args: Arguments;
}

/** For each group one of the scopes is needed. */
export type Scopes = readonly (readonly string[])[];

export interface Route {
  readonly method: string;
  /** Which token may call it. */
  readonly token: 'bot' | 'app' | 'any';
  readonly required: readonly string[];
  scopes(call: Call): Scopes;
  handle(call: Call): Answer;
}

export const done = (fields: Fields = {}): Answer => ({ ok: true, ...fields });
export const refuse = (error: string, fields: Fields = {}): Answer => ({ ok: false, error, ...fields });

/** `invalid_arguments` with the reason where Slack puts it. */
export const wrongArguments = (...messages: readonly string[]): Answer =>
  refuse('invalid_arguments', { response_metadata: { messages: messages.map((text) => `[ERROR] ${text}`) } });

export type Found<T> = { readonly is: T } | { readonly refusal: Answer };

export const noScopes = (): Scopes => [];
export const scoped =
  (...anyOf: readonly string[]) =>
  (): Scopes => [anyOf];

/** Scopes of `conversations.*`: `channels:history` in a public channel, `groups:history` in a private one. */
export function scopedByChannel(...suffixes: readonly string[]): (call: Call) => Scopes {
  return ({ world, args }) => {
    const channel = world.channels.get(args.text('channel') ?? '');
    if (!channel) return [];
    const prefix = { public: 'channels', private: 'groups', im: 'im' }[channel.kind];
    const names = suffixes.map((suffix) => `${prefix}:${suffix}`);
    // What is `channels:manage` for public channels is `groups:write` and `im:write` elsewhere.
    return [names.map((name) => (channel.kind === 'public' ? name : name.replace(':manage', ':write')))];
  };
}

/** What the bot may see: private channels and direct messages only from inside. */
export function visibleChannel({ world, args }: Call, name = 'channel'): Found<Channel> {
  const channel = world.channels.get(args.text(name) ?? '');
  if (!channel) return { refusal: refuse('channel_not_found') };
  if (channel.kind !== 'public' && !channel.members.has(world.app.botUser)) {
    return { refusal: refuse('channel_not_found') };
  }
  return { is: channel };
}

/** A channel that the bot is in; `otherwise` is the method's own word for being outside. */
export function joinedChannel(call: Call, otherwise = 'not_in_channel', name = 'channel'): Found<Channel> {
  const channel = visibleChannel(call, name);
  if ('refusal' in channel) return channel;
  if (!channel.is.members.has(call.world.app.botUser)) return { refusal: refuse(otherwise) };
  return channel;
}

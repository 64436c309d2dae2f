import { channelShape, directChannelShape, ownChannelShape } from '../channel-shape.js';
import type { Channel } from '../world.js';
import { page } from './pages.js';
import { type Call, done, type Route, refuse, type Scopes } from './route.js';

const TYPES = ['public_channel', 'private_channel', 'mpim', 'im'] as const;
const SCOPES: Readonly<Record<string, string>> = {
  public_channel: 'channels:read',
  private_channel: 'groups:read',
  mpim: 'mpim:read',
  im: 'im:read',
};
const KINDS = { public: 'public_channel', private: 'private_channel', im: 'im' } as const;

const typesOf = ({ args }: Call): readonly string[] =>
  (args.has('types') ? (args.text('types') ?? '') : 'public_channel').split(',').map((type) => type.trim());

const scopesOfTypes = (call: Call): Scopes =>
  typesOf(call).flatMap((type) => (SCOPES[type] ? [[SCOPES[type]]] : []));

export const listRoutes: readonly Route[] = [
  {
    method: 'conversations.list',
    token: 'bot',
    required: [],
    scopes: scopesOfTypes,
    handle(call) {
      const { world } = call;
      const bot = world.app.botUser;
      return list(
        call,
        (channel) => channel.kind === 'public' || channel.members.has(bot),
        (channel) => ({
          ...ownChannelShape(world, channel),
          num_members: channel.members.size,
        }),
      );
    },
  },
  {
    method: 'users.conversations',
    token: 'bot',
    required: [],
    scopes: scopesOfTypes,
    handle(call) {
      const { world, args } = call;
      const bot = world.app.botUser;
      const user = args.has('user') ? (args.text('user') ?? '') : bot;
      const sees = (channel: Channel) =>
        channel.members.has(user) && (channel.kind === 'public' || channel.members.has(bot));
      return list(call, sees, (channel) => channelShape(world, channel));
    },
  },
];

function list(call: Call, sees: (channel: Channel) => boolean, shape: (channel: Channel) => object) {
  const { world, args } = call;
  const types = typesOf(call);
  if (types.some((type) => !TYPES.some((known) => known === type))) return refuse('invalid_types');
  const channels = [...world.channels.values()].filter(
    (channel) =>
      types.includes(KINDS[channel.kind]) &&
      sees(channel) &&
      !(args.flag('exclude_archived') && channel.isArchived),
  );
  const found = page(args, channels, 100, 999, refuse('invalid_limit'));
  if ('refusal' in found) return found.refusal;
  return done({
    channels: found.is.items.map((channel) =>
      channel.kind === 'im' ? directChannelShape(world, channel) : shape(channel),
    ),
    response_metadata: { next_cursor: found.is.nextCursor },
  });
}

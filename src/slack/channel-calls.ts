import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import { channelId, type UserId, userId } from '../core/ids.js';
import type { Answer, ChannelInfo, Slack } from '../usecases/ports.js';
import { settled } from './answers.js';
import type { LimitedCall } from './calls.js';

const Channel = z.object({ id: z.string(), name: z.string() });
const ListedChannel = Channel.extend({ creator: z.string().nullish(), is_private: z.boolean().nullish() });
const Info = z.object({
  name: z.string().nullish(),
  is_private: z.boolean().nullish(),
  is_im: z.boolean().nullish(),
  is_mpim: z.boolean().nullish(),
  is_archived: z.boolean().nullish(),
  is_member: z.boolean().nullish(),
});
const Wanted = z.object({ error: z.literal('missing_scope'), needed: z.enum(['im:read', 'mpim:read']) });
const Renamed = z.object({ name: z.string() });
/** The most that Slack gives at once: a large workspace should not take a hundred calls. */
const PAGE = 1000;

/** Making, finding, furnishing and closing channels. */
export function channelCalls(
  client: WebClient,
  call: LimitedCall,
): Pick<
  Slack,
  | 'createChannel'
  | 'findOwnChannel'
  | 'setTopic'
  | 'renameChannel'
  | 'archive'
  | 'invite'
  | 'join'
  | 'channelInfo'
  | 'members'
  | 'channelNamed'
> {
  return {
    createChannel: (name, isPrivate) =>
      call('conversations.create', async () => {
        const answer = await client.conversations.create({ name, is_private: isPrivate });
        const made = Channel.parse(answer.channel);
        return { id: channelId(made.id), name: made.name };
      }),

    findOwnChannel: async (name, isPrivate) => {
      const identity = await call('auth.test', () => client.auth.test());
      if (!identity.ok) return identity;
      const found = await listed(
        (channel) => channel.name === name && Boolean(channel.is_private) === isPrivate,
      );
      if (!found.ok) return found;
      const ours = found.value?.creator === identity.value.user_id ? found.value : null;
      return { ok: true, value: ours && { id: channelId(ours.id), name: ours.name } };
    },

    setTopic: (channel, topic) =>
      call('conversations.setTopic', async () => {
        await client.conversations.setTopic({ channel, topic });
        return null;
      }),

    invite: async (channel, user) => {
      const answer = await call('conversations.invite', async () => {
        await client.conversations.invite({ channel, users: user });
        return null;
      });
      return settled(answer, 'already_in_channel');
    },

    join: (channel) =>
      call('conversations.join', async () => {
        await client.conversations.join({ channel });
        return null;
      }),

    renameChannel: (channel, name) =>
      call('conversations.rename', async () => {
        const answer = await client.conversations.rename({ channel, name });
        return { name: Renamed.parse(answer.channel).name };
      }),

    archive: async (channel) => {
      const answer = await call('conversations.archive', async () => {
        await client.conversations.archive({ channel });
        return null;
      });
      return settled(answer, 'already_archived');
    },

    channelInfo: (channel) =>
      call('conversations.info', () =>
        client.conversations
          .info({ channel })
          .then((answer) => channelInfo(Info.parse(answer.channel)), directOrThrow),
      ),

    members: async (channel) => {
      const members: UserId[] = [];
      let cursor: string | undefined;
      do {
        const page = await call('conversations.members', () =>
          client.conversations.members({ channel, limit: PAGE, ...(cursor && { cursor }) }),
        );
        if (!page.ok) return page;
        members.push(...(page.value.members ?? []).map(userId));
        cursor = page.value.response_metadata?.next_cursor || undefined;
      } while (cursor);
      return { ok: true, value: members };
    },

    channelNamed: async (nameOrId) => {
      if (/^[CG][A-Z0-9]{6,}$/.test(nameOrId)) return { ok: true, value: channelId(nameOrId) };
      const name = nameOrId.replace(/^#/, '').toLowerCase();
      const found = await listed((channel) => channel.name === name);
      if (!found.ok) return found;
      return { ok: true, value: found.value && channelId(found.value.id) };
    },
  };

  /** The first channel of the workspace for which `wanted` holds, page by page. */
  async function listed(
    wanted: (channel: z.infer<typeof ListedChannel>) => boolean,
  ): Promise<Answer<z.infer<typeof ListedChannel> | null>> {
    let cursor: string | undefined;
    do {
      const page = await call('conversations.list', () =>
        client.conversations.list({
          types: 'public_channel,private_channel',
          exclude_archived: true,
          limit: PAGE,
          ...(cursor && { cursor }),
        }),
      );
      if (!page.ok) return page;
      const channels = (page.value.channels ?? []).flatMap((raw) => ListedChannel.safeParse(raw).data ?? []);
      const found = channels.find(wanted);
      if (found) return { ok: true, value: found };
      cursor = page.value.response_metadata?.next_cursor || undefined;
    } while (cursor);
    return { ok: true, value: null };
  }
}

/** A direct message has no name, and nobody is "member" of one: whoever sees it is in it. */
function channelInfo(info: z.infer<typeof Info>): ChannelInfo {
  const isDirect = Boolean(info.is_im) || Boolean(info.is_mpim);
  return {
    name: info.name ?? '',
    kind: isDirect ? 'direct' : info.is_private ? 'private' : 'public',
    isArchived: Boolean(info.is_archived),
    isMember: isDirect || Boolean(info.is_member),
  };
}

/** We ask for no scope for direct messages: that Slack wants one tells what it is. */
function directOrThrow(error: unknown): ChannelInfo {
  const wanted = error instanceof WebAPIPlatformError ? Wanted.safeParse(error.data).data : undefined;
  if (wanted === undefined) throw error;
  return { name: '', kind: 'direct', isArchived: false, isMember: false };
}

import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { channelId } from '../core/ids.js';
import type { Answer, Slack } from '../usecases/ports.js';
import { settled } from './answers.js';
import type { LimitedCall } from './calls.js';

const Channel = z.object({ id: z.string(), name: z.string() });
const ListedChannel = Channel.extend({ creator: z.string().nullish(), is_private: z.boolean().nullish() });
const Privacy = z.object({
  is_private: z.boolean().nullish(),
  is_im: z.boolean().nullish(),
  is_mpim: z.boolean().nullish(),
});
/** The most that Slack gives at once: a large workspace should not take a hundred calls. */
const PAGE = 1000;

/** Making, finding and furnishing channels. */
export function channelCalls(
  client: WebClient,
  call: LimitedCall,
): Pick<
  Slack,
  'createChannel' | 'findOwnChannel' | 'setTopic' | 'invite' | 'join' | 'isPublic' | 'channelNamed'
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

    isPublic: (channel) =>
      call('conversations.info', async () => {
        const { is_private, is_im, is_mpim } = Privacy.parse(
          (await client.conversations.info({ channel })).channel,
        );
        return !is_private && !is_im && !is_mpim;
      }),

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

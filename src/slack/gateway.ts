import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Message, ReplyTarget } from '../core/effects.js';
import { type ChannelId, messageTs } from '../core/ids.js';
import type { Answer, Clock, Slack } from '../usecases/ports.js';
import { settled } from './answers.js';
import { limitedCalls } from './calls.js';
import { channelCalls } from './channel-calls.js';
import type { Self } from './facts.js';
import { uploadFile } from './file-upload.js';
import { readHistory } from './history.js';
import { postToResponseUrl } from './response-url.js';

/** Marks our posts, so that one whose fate is unknown can be found again. */
const METADATA_EVENT = 'debrief_post';

const Profile = z.object({
  user: z.object({
    name: z.string().nullish(),
    real_name: z.string().nullish(),
    tz: z.string().nullish(),
    profile: z.object({ display_name: z.string().nullish(), real_name: z.string().nullish() }).nullish(),
  }),
});
const Marked = z.object({
  ts: z.string(),
  metadata: z.object({ event_payload: z.object({ key: z.string().nullish() }).nullish() }).nullish(),
});
const WithFiles = z.object({ files: z.array(z.object({ name: z.string().nullish() })).nullish() });

/**
 * The real Slack behind our port: every answer sorted into done, later, unknown or never. `profiles` is a client
 * with little patience: a command waits for the name and zone of its author, and everybody behind it too.
 */
export function slackGateway(
  client: WebClient,
  options: { clock: Clock; self: () => Self; fetch: typeof fetch; profiles: WebClient },
): Slack {
  const call = limitedCalls(options.clock);

  return {
    ...channelCalls(client, call),

    post: (channel, message, { key, threadTs }) =>
      call(`chat.postMessage ${channel}`, async () => {
        const answer = await client.chat.postMessage({
          channel,
          ...shape(message),
          ...(threadTs && { thread_ts: threadTs }),
          metadata: { event_type: METADATA_EVENT, event_payload: { key } },
          unfurl_links: false,
          unfurl_media: false,
        });
        return { ts: messageTs(z.string().parse(answer.ts)) };
      }),

    findPost: async (channel, key, since, threadTs) => {
      const found = await recentMessages(channel, since, threadTs);
      if (!found.ok) return found;
      const ours = found.value
        .map((raw) => Marked.safeParse(raw))
        .find((message) => message.data?.metadata?.event_payload?.key === key);
      return { ok: true, value: ours?.data ? { ts: messageTs(ours.data.ts) } : null };
    },

    update: (channel, ts, message) =>
      call('chat.update', async () => {
        await client.chat.update({ channel, ts, ...shape(message) });
        return null;
      }),

    pin: async (channel, ts) => {
      const answer = await call('pins.add', async () => {
        await client.pins.add({ channel, timestamp: ts });
        return null;
      });
      return settled(answer, 'already_pinned');
    },

    uploadFile: (channel, threadTs, file) =>
      call('files', () => uploadFile(client, options.fetch, channel, threadTs, file)),

    findFile: async (channel, threadTs, name, since) => {
      const found = await recentMessages(channel, since, threadTs);
      if (!found.ok) return found;
      const there = found.value.some((raw) => {
        const files = WithFiles.safeParse(raw).data?.files ?? [];
        return files.some((file) => file.name === name);
      });
      return { ok: true, value: there };
    },

    reply: (to, message) => reply(to, message),

    history: (channel, from, to) => readHistory(client, call, options.self(), channel, from, to),

    person: (user) =>
      call('users.info', async () => {
        const { user: found } = Profile.parse(await options.profiles.users.info({ user }));
        const name = found.profile?.display_name || found.profile?.real_name || found.real_name || found.name;
        return { name: name || user, zone: found.tz ?? null };
      }),
  };

  async function recentMessages(
    channel: ChannelId,
    since: Date,
    threadTs: string | null,
  ): Promise<Answer<unknown[]>> {
    const oldest = String(Math.floor(since.getTime() / 1000) - 1);
    const messages: unknown[] = [];
    let cursor: string | undefined;
    do {
      const common = { channel, include_all_metadata: true, limit: 200, oldest, ...(cursor && { cursor }) };
      const page = await call(threadTs ? 'conversations.replies' : 'conversations.history', () =>
        threadTs
          ? client.conversations.replies({ ...common, ts: threadTs })
          : client.conversations.history({ ...common, inclusive: true }),
      );
      if (!page.ok) return page;
      messages.push(...(page.value.messages ?? []));
      cursor = page.value.response_metadata?.next_cursor || undefined;
    } while (cursor);
    return { ok: true, value: messages };
  }

  function reply(to: ReplyTarget, message: Message): Promise<Answer<null>> {
    switch (to.kind) {
      case 'response-url':
        return postToResponseUrl(options.fetch, to.url, message);
      case 'ephemeral':
        return call('chat.postEphemeral', async () => {
          await client.chat.postEphemeral({
            channel: to.channel,
            user: to.user,
            ...(to.threadTs && { thread_ts: to.threadTs }),
            ...shape(message),
          });
          return null;
        });
    }
  }
}

/** The port keeps blocks as plain JSON; they were made for Slack by `render` and are its types in all but name. */
function shape(message: Message): { text: string; blocks?: KnownBlock[] } {
  return {
    text: message.text,
    ...(message.blocks && { blocks: [...message.blocks] as unknown as KnownBlock[] }),
  };
}

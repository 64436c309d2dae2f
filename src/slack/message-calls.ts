import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Message } from '../core/effects.js';
import { messageTs, type UserId } from '../core/ids.js';
import type { Answer, Slack } from '../usecases/ports.js';
import { settled } from './answers.js';
import type { LimitedCall } from './calls.js';
import { recentMessages } from './recent-messages.js';
import { postToResponseUrl } from './response-url.js';
import { asSlackMessage } from './slack-shapes.js';

/** Marks our posts, so that one whose fate is unknown can be found again. */
const METADATA_EVENT = 'debrief_post';
const QUIET = { unfurl_links: false, unfurl_media: false } as const;

const Marked = z.object({
  ts: z.string(),
  metadata: z.object({ event_payload: z.object({ key: z.string().nullish() }).nullish() }).nullish(),
});

/** Posting, editing and answering. */
export function messageCalls(
  client: WebClient,
  call: LimitedCall,
  send: typeof fetch,
): Pick<Slack, 'post' | 'findPost' | 'update' | 'pin' | 'reply' | 'tell'> {
  return {
    post: (channel, message, { key, threadTs }) =>
      call(`chat.postMessage ${channel}`, async () => {
        const answer = await client.chat.postMessage({
          channel,
          ...asSlackMessage(message),
          ...(threadTs && { thread_ts: threadTs }),
          metadata: { event_type: METADATA_EVENT, event_payload: { key } },
          ...QUIET,
        });
        return { ts: messageTs(z.string().parse(answer.ts)) };
      }),

    findPost: async (channel, key, since, threadTs) => {
      const found = await recentMessages(client, call, { channel, threadTs, since });
      if (!found.ok) return found;
      const ours = found.value
        .map((raw) => Marked.safeParse(raw))
        .find((message) => message.data?.metadata?.event_payload?.key === key);
      return { ok: true, value: ours?.data ? { ts: messageTs(ours.data.ts) } : null };
    },

    update: (channel, ts, message) =>
      call('chat.update', async () => {
        await client.chat.update({ channel, ts, ...asSlackMessage(message) });
        return null;
      }),

    pin: async (channel, ts) => {
      const answer = await call('pins.add', async () => {
        await client.pins.add({ channel, timestamp: ts });
        return null;
      });
      return settled(answer, 'already_pinned');
    },

    reply: async (to, message) => {
      switch (to.kind) {
        case 'response-url':
          return postToResponseUrl(send, to.url, message);
        case 'ephemeral':
          return call('chat.postEphemeral', async () => {
            await client.chat.postEphemeral({
              channel: to.channel,
              user: to.user,
              ...(to.threadTs && { thread_ts: to.threadTs }),
              ...asSlackMessage(message),
            });
            return null;
          });
        case 'direct':
          return tell(to.user, message);
      }
    },

    tell,
  };

  /** Slack opens the direct channel itself when it is given a person's id: that needs `chat:write` and no more. */
  function tell(user: UserId, message: Message): Promise<Answer<null>> {
    return call(`chat.postMessage ${user}`, async () => {
      await client.chat.postMessage({ channel: user, ...asSlackMessage(message), ...QUIET });
      return null;
    });
  }
}

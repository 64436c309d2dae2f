import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { ChannelId } from '../core/ids.js';
import { compareStamps, stampOf } from '../core/time/stamp.js';
import type { MessageFact } from '../core/timeline/observe.js';
import type { Answer } from '../usecases/ports.js';
import type { LimitedCall } from './calls.js';
import { factFromHistory, type Self } from './facts.js';

const PAGE = 200;
/** More than this in half an hour is noise; the newest are read. */
const MOST = 400;
const Parent = z.object({ ts: z.string(), reply_count: z.number().nullish() });

/** What was said in a channel between two moments, thread replies included, oldest first. */
export async function readHistory(
  client: WebClient,
  call: LimitedCall,
  self: Self,
  channel: ChannelId,
  from: Date,
  to: Date,
): Promise<Answer<readonly MessageFact[]>> {
  const messages: unknown[] = [];
  let cursor: string | undefined;
  do {
    const page = await call('conversations.history', () =>
      client.conversations.history({
        channel,
        oldest: stampOf(from),
        latest: stampOf(to),
        inclusive: true,
        limit: PAGE,
        ...(cursor && { cursor }),
      }),
    );
    if (!page.ok) return page;
    messages.push(...(page.value.messages ?? []));
    cursor = page.value.response_metadata?.next_cursor || undefined;
  } while (cursor && messages.length < MOST);

  for (const raw of [...messages]) {
    const parent = Parent.safeParse(raw);
    if (!parent.success || !parent.data.reply_count) continue;
    const replies = await call('conversations.replies', () =>
      client.conversations.replies({ channel, ts: parent.data.ts, latest: stampOf(to), limit: PAGE }),
    );
    if (!replies.ok) return replies;
    messages.push(...(replies.value.messages ?? []).filter((reply) => reply.ts !== parent.data.ts));
  }

  const facts = messages.flatMap((raw) => factFromHistory(channel, raw, self) ?? []);
  return { ok: true, value: facts.sort((a, b) => compareStamps(a.ts, b.ts)) };
}

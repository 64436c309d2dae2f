import type { WebClient } from '@slack/web-api';
import type { ChannelId, MessageTs } from '../core/ids.js';
import type { Answer } from '../usecases/ports.js';
import type { LimitedCall } from './calls.js';

const PAGE = 200;

/** The messages of a channel or thread since a moment, or since it began, with their metadata, as Slack gives them. */
export async function recentMessages(
  client: WebClient,
  call: LimitedCall,
  place: { readonly channel: ChannelId; readonly threadTs: MessageTs | null; readonly since: Date | null },
): Promise<Answer<unknown[]>> {
  const { channel, threadTs, since } = place;
  const oldest = since && String(Math.max(0, Math.floor(since.getTime() / 1000) - 1));
  const messages: unknown[] = [];
  let cursor: string | undefined;
  do {
    const common = {
      channel,
      include_all_metadata: true,
      limit: PAGE,
      ...(oldest && { oldest }),
      ...(cursor && { cursor }),
    };
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

import type { WebClient } from '@slack/web-api';
import type { ChannelId, MessageTs } from '../core/ids.js';
import { compareStamps, stampOf } from '../core/time/stamp.js';
import type { Answer, Slack } from '../usecases/ports.js';
import type { LimitedCall } from './calls.js';
import { factsFromHistory } from './facts.js';
import type { Self } from './self.js';
import { stampIn, threadsWithin } from './threads-within.js';
import { wholeMessage } from './whole-message.js';

const PAGE = 200;
/** The newest are read; nobody reads more of a channel than this either. */
const MOST = 3000;
/** Threads that began before the time asked for are looked for among this many older messages. */
const OLDER = 200;
/** How many readings that Slack interrupted are remembered. */
const INTERRUPTED = 4;

interface Span {
  readonly channel: ChannelId;
  readonly from: MessageTs;
  readonly to: MessageTs;
}

/** What was heard so far. Kept while Slack asks us to wait: the next attempt goes on from there. */
interface Reading {
  said: readonly unknown[] | null;
  older: readonly unknown[] | null;
  readonly threads: Map<MessageTs, readonly unknown[]>;
}

/** What was said earlier: in a channel between two moments, or in one message. */
export function historyCalls(
  client: WebClient,
  call: LimitedCall,
  self: () => Self,
): Pick<Slack, 'history' | 'message'> {
  const interrupted = new Map<string, Reading>();

  return {
    message: async (channel, ts) => {
      const found = await wholeMessage(client, call, channel, ts);
      return found.ok ? { ok: true, value: factsFromHistory(channel, found.value, self()) } : found;
    },

    history: async (channel, from, to) => {
      const span: Span = { channel, from: stampOf(from), to: stampOf(to) };
      const key = `${channel} ${span.from} ${span.to}`;
      const reading = interrupted.get(key) ?? { said: null, older: null, threads: new Map() };
      interrupted.delete(key);
      const read = await readOn(span, reading);
      if (!read.ok) {
        if (read.verdict === 'later') remember(key, reading);
        return read;
      }
      const each = new Map(read.value.map((raw) => [stampIn(raw), raw]));
      const facts = [...each.values()].flatMap((raw) => factsFromHistory(channel, raw, self()));
      return { ok: true, value: facts.sort((a, b) => compareStamps(a.ts, b.ts)) };
    },
  };

  function remember(key: string, reading: Reading): void {
    const [oldest] = interrupted.keys();
    if (interrupted.size >= INTERRUPTED && oldest !== undefined) interrupted.delete(oldest);
    interrupted.set(key, reading);
  }

  async function readOn(span: Span, reading: Reading): Promise<Answer<readonly unknown[]>> {
    const { channel, from, to } = span;
    if (reading.said === null) {
      const said = await standing(MOST, { channel, oldest: from, latest: to, inclusive: true });
      if (!said.ok) return said;
      reading.said = said.value;
    }
    if (reading.older === null) {
      const older = await standing(OLDER, { channel, latest: from });
      if (!older.ok) return older;
      reading.older = older.value;
    }
    const heard = [...reading.said];
    for (const thread of threadsWithin(from, reading.said, reading.older)) {
      if (heard.length >= MOST) break;
      const known = reading.threads.get(thread);
      const replies: Answer<readonly unknown[]> = known
        ? { ok: true, value: known }
        : await repliesTo(span, thread);
      if (!replies.ok) return replies;
      reading.threads.set(thread, replies.value);
      heard.push(...replies.value);
    }
    return { ok: true, value: heard };
  }

  function standing(
    most: number,
    bounds: { channel: ChannelId; oldest?: MessageTs; latest: MessageTs; inclusive?: boolean },
  ): Promise<Answer<readonly unknown[]>> {
    return pages(most, (cursor) =>
      call('conversations.history', () =>
        client.conversations.history({ ...bounds, limit: PAGE, ...cursor }),
      ),
    );
  }

  async function repliesTo(span: Span, thread: MessageTs): Promise<Answer<readonly unknown[]>> {
    const bounds = { channel: span.channel, ts: thread, oldest: span.from, latest: span.to, inclusive: true };
    const found = await pages(MOST, (cursor) =>
      call('conversations.replies', () =>
        client.conversations.replies({ ...bounds, limit: PAGE, ...cursor }),
      ),
    );
    // It was deleted since Slack named it.
    if (!found.ok && found.reason === 'thread_not_found') return { ok: true, value: [] };
    if (!found.ok) return found;
    // Slack gives the parent with every page.
    return { ok: true, value: found.value.filter((raw) => stampIn(raw) !== thread) };
  }
}

/** One page after another, until there are `most` messages. */
async function pages(
  most: number,
  next: (cursor: { cursor?: string }) => Promise<
    Answer<{
      readonly messages?: readonly unknown[];
      readonly response_metadata?: { readonly next_cursor?: string };
    }>
  >,
): Promise<Answer<readonly unknown[]>> {
  const messages: unknown[] = [];
  let cursor: string | undefined;
  do {
    const page = await next(cursor ? { cursor } : {});
    if (!page.ok) return page;
    messages.push(...(page.value.messages ?? []));
    cursor = page.value.response_metadata?.next_cursor || undefined;
  } while (cursor && messages.length < most);
  return { ok: true, value: messages };
}

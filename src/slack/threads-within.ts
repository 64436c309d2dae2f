import { z } from 'zod';
import { type MessageTs, messageTs } from '../core/ids.js';
import { compareStamps } from '../core/time/stamp.js';
import { Stamp } from './message-content.js';

const Threaded = z.object({
  ts: Stamp,
  thread_ts: Stamp.nullish().catch(null),
  reply_count: z.number().nullish().catch(null),
  latest_reply: Stamp.nullish().catch(null),
});

/** The stamp of a message as Slack gave it, or null for what is none. */
export const stampIn = (raw: unknown): MessageTs | null => {
  const parsed = Threaded.safeParse(raw);
  return parsed.success ? messageTs(parsed.data.ts) : null;
};

/**
 * The threads in which somebody may have spoken since `from`: those that began after it, those of replies that were
 * also sent to the channel, and among `older` messages those whose latest reply came after it.
 */
export function threadsWithin(
  from: MessageTs,
  said: readonly unknown[],
  older: readonly unknown[],
): ReadonlySet<MessageTs> {
  const begun = read(said).flatMap(({ ts, thread_ts, reply_count }) => {
    if (thread_ts && thread_ts !== ts) return [messageTs(thread_ts)];
    return reply_count ? [messageTs(ts)] : [];
  });
  const goneOn = read(older).flatMap(({ ts, latest_reply }) =>
    latest_reply && compareStamps(messageTs(latest_reply), from) >= 0 ? [messageTs(ts)] : [],
  );
  return new Set([...begun, ...goneOn]);
}

const read = (messages: readonly unknown[]): readonly z.infer<typeof Threaded>[] =>
  messages.flatMap((raw) => Threaded.safeParse(raw).data ?? []);

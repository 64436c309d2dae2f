import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { ChannelId, MessageTs } from '../core/ids.js';
import type { Answer } from '../usecases/ports.js';
import type { LimitedCall } from './calls.js';
import { Stamp } from './message-content.js';
import { stampIn } from './threads-within.js';

const Reacted = z
  .object({
    ts: z.string(),
    thread_ts: Stamp.nullish().catch(null),
    permalink: z.string().nullish().catch(null),
    reactions: z.unknown().optional(),
  })
  .loose();

/**
 * One message as Slack gives it, or null when it is gone. `reactions.get` finds it by its stamp wherever it stands,
 * a reply in a thread too, and names everybody who reacted; but it leaves files, attachments and edits out, so the
 * message itself is then read from its thread.
 */
export async function wholeMessage(
  client: WebClient,
  call: LimitedCall,
  channel: ChannelId,
  ts: MessageTs,
): Promise<Answer<unknown>> {
  const answer = await call('reactions.get', () =>
    client.reactions.get({ channel, timestamp: ts, full: true }),
  );
  if (!answer.ok) return answer.reason === 'message_not_found' ? { ok: true, value: null } : answer;
  const found = Reacted.safeParse(answer.value.message);
  if (!found.success) return { ok: true, value: null };
  const message = { ...found.data, thread_ts: found.data.thread_ts ?? threadOf(found.data.permalink) };
  const thread = await call('conversations.replies', () =>
    client.conversations.replies({
      channel,
      ts: message.thread_ts ?? ts,
      oldest: ts,
      latest: ts,
      inclusive: true,
      // The parent comes with every answer, and may count.
      limit: 10,
    }),
  );
  if (!thread.ok) return thread.verdict === 'never' ? { ok: true, value: message } : thread;
  const whole = (thread.value.messages ?? []).find((raw) => stampIn(raw) === ts);
  return { ok: true, value: whole ? { ...whole, reactions: message.reactions } : message };
}

/** The address of a reply names its thread. */
function threadOf(permalink: string | null | undefined): string | null {
  if (!permalink || !URL.canParse(permalink)) return null;
  return Stamp.safeParse(new URL(permalink).searchParams.get('thread_ts')).data ?? null;
}

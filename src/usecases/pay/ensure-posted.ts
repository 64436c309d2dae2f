import type { Message } from '../../core/effects.js';
import { fingerprint } from '../../core/fingerprint.js';
import type { ChannelId, MessageTs } from '../../core/ids.js';
import type { Answer, Clock, OwedCall, Posted, Settlement, Slack } from '../ports.js';
import { settlement } from './settlement.js';

/** Slack's ways to say that a message cannot be edited any more: another one takes its place. */
const GONE = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);

/**
 * Sees to it that `message` stands in the channel once: edits it where it stands, looks for it where an earlier
 * attempt may have posted it, posts it otherwise.
 */
export async function ensurePosted(
  ports: { slack: Slack; clock: Clock },
  call: OwedCall,
  place: { channel: ChannelId; threadTs: MessageTs | null },
  message: Message,
): Promise<Settlement> {
  const { slack, clock } = ports;
  const hash = fingerprint(JSON.stringify(message));
  const standing = await whereItStands();
  if (!standing.ok) return settlement(standing, call, clock);

  if (standing.value === null) return post();
  const { ts } = standing.value;
  const posted: Posted = { channel: place.channel, ts, hash };
  if (standing.value.hash !== hash) {
    const edited = await slack.update(place.channel, ts, message);
    if (!edited.ok && edited.verdict === 'never' && GONE.has(edited.reason)) return post();
    // Where it stands is worth remembering even when what stands there is not up to date.
    if (!edited.ok) return settlement(edited, call, clock, { ...posted, hash: standing.value.hash ?? '' });
  }
  return { kind: 'paid', posted };

  async function whereItStands(): Promise<Answer<{ ts: MessageTs; hash: string | null } | null>> {
    if (call.posted) return { ok: true, value: { ts: call.posted.ts, hash: call.posted.hash } };
    if (!call.interrupted) return { ok: true, value: null };
    const found = await slack.findPost(place.channel, call.key, call.owedAt, place.threadTs);
    if (!found.ok) return found;
    return { ok: true, value: found.value && { ts: found.value.ts, hash: null } };
  }

  async function post(): Promise<Settlement> {
    const answer = await slack.post(place.channel, message, { key: call.key, threadTs: place.threadTs });
    if (!answer.ok) return settlement(answer, call, clock);
    return { kind: 'paid', posted: { channel: place.channel, ts: answer.value.ts, hash } };
  }
}

import type { Message } from '../core/effects.js';
import type { Answer } from '../usecases/ports.js';
import { failureOfNetwork, failureOfStatus } from './answers.js';

const TIMEOUT_MS = 10_000;

/** Answers a command or a button where only its author sees it. Slack allows five answers in thirty minutes. */
export async function postToResponseUrl(
  send: typeof fetch,
  url: string,
  message: Message,
): Promise<Answer<null>> {
  const sent = await send(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ ...message, response_type: 'ephemeral', replace_original: false }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).then(
    (response) => ({ response }),
    (error: unknown) => ({ error }),
  );
  if ('error' in sent) return failureOfNetwork(sent.error);
  const { response } = sent;
  await response.arrayBuffer();
  if (response.ok) return { ok: true, value: null };
  const retryAfter = Number(response.headers.get('retry-after'));
  return failureOfStatus(response.status, Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null);
}

import type { Answer, Clock } from '../usecases/ports.js';
import { type Failure, failureOf } from './answers.js';

export type LimitedCall = <T>(lane: string, work: () => Promise<T>) => Promise<Answer<T>>;

/**
 * Calls the Web API and remembers rate limits: after a 429 nothing of the same kind is sent until Slack's
 * `Retry-After` is over, while everything else goes on. `lane` is the method, for `chat.postMessage` with
 * the channel, as Slack counts those apart.
 */
export function limitedCalls(clock: Pick<Clock, 'now'>): LimitedCall {
  const blockedUntil = new Map<string, number>();

  return async function call<T>(lane: string, work: () => Promise<T>): Promise<Answer<T>> {
    const now = clock.now().getTime();
    const until = blockedUntil.get(lane);
    if (until !== undefined && now < until) {
      return {
        ok: false,
        verdict: 'later',
        retryAfter: Math.ceil((until - now) / 1000),
        reason: 'rate limited',
      };
    }
    blockedUntil.delete(lane);
    const answer = await work().then(
      (value): Answer<T> => ({ ok: true, value }),
      (error: unknown): Failure => failureOf(error),
    );
    if (!answer.ok && answer.verdict === 'later' && answer.retryAfter !== null) {
      blockedUntil.set(lane, clock.now().getTime() + answer.retryAfter * 1000);
    }
    return answer;
  };
}

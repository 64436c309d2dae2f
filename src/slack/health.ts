import { WebAPIHTTPError, WebAPIRequestError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Clock, Slack } from '../usecases/ports.js';
import type { LimitedCall } from './calls.js';

const TIMEOUT_MS = 10_000;
const Granted = z.object({ response_metadata: z.object({ scopes: z.array(z.string()) }) });

/** What `doctor` asks: the scopes that Slack names beside each answer, and its time. */
export function healthCalls(
  client: WebClient,
  call: LimitedCall,
  options: { clock: Pick<Clock, 'now'>; send: typeof fetch },
): Pick<Slack, 'health'> {
  const { clock, send } = options;

  return {
    health: async () => {
      const known = await call('auth.test', () => client.auth.test());
      if (!known.ok) return known;
      const granted = Granted.safeParse(known.value).data?.response_metadata.scopes ?? null;
      const ahead = await call('api.test', clockAhead);
      if (!ahead.ok) return ahead;
      return { ok: true, value: { scopes: granted, clockAheadMs: ahead.value } };
    },
  };

  /** The `Date` of an answer against our clock half-way through the call. It counts whole seconds, cut down. */
  async function clockAhead(): Promise<number> {
    const before = clock.now().getTime();
    const response = await send(new URL('api.test', client.slackApiUrl), {
      method: 'POST',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch((error: unknown) => {
      throw new WebAPIRequestError(error instanceof Error ? error : new Error('no answer', { cause: error }));
    });
    await response.arrayBuffer();
    const after = clock.now().getTime();
    if (!response.ok) throw new WebAPIHTTPError(response.status, response.statusText, {});
    const told = Date.parse(response.headers.get('date') ?? '');
    if (Number.isNaN(told)) return 0;
    const ours = (before + after) / 2;
    // Within the second that the header names, nothing can be said.
    if (ours >= told && ours < told + 1000) return 0;
    return Math.round(ours < told ? told - ours : told + 1000 - ours);
  }
}

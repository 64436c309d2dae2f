import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { z } from 'zod';
import type { Answer } from '../usecases/ports.js';

export type Failure = Extract<Answer<never>, { ok: false }>;

/** Slack's own trouble: it may have done what we asked before it failed. */
const UNKNOWN_FATE = new Set(['internal_error', 'fatal_error', 'request_timeout']);
/** Slack's words for a token that no waiting will mend; an admin may. */
export const TOKEN_TROUBLE: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
]);
/** Passes when Slack recovers, or when the token is mended: what we owe must not be thrown away meanwhile. */
const PASSING = new Set([
  'service_unavailable',
  'ratelimited',
  'rate_limited',
  'team_added_to_org',
  ...TOKEN_TROUBLE,
]);
/** What Slack's error codes look like; a proxy in between answers pages. */
const ERROR_CODE = /^[a-z0-9_]+$/;
const TOKEN_WAIT_SECONDS = 60;
/** The connection was never made, so nothing can have been done. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);

/** Sorts what a Web API call threw into later, unknown or never. Rethrows what is no answer of Slack's. */
export function failureOf(error: unknown): Failure {
  if (error instanceof WebAPIRateLimitedError) {
    return { ok: false, verdict: 'later', retryAfter: error.retryAfter, reason: 'rate limited' };
  }
  if (error instanceof WebAPIPlatformError) {
    const reason = error.data.error;
    if (!ERROR_CODE.test(reason)) return { ok: false, verdict: 'unknown', reason: 'not an answer of Slack' };
    if (UNKNOWN_FATE.has(reason)) return { ok: false, verdict: 'unknown', reason };
    if (PASSING.has(reason)) return { ok: false, verdict: 'later', retryAfter: TOKEN_WAIT_SECONDS, reason };
    return { ok: false, verdict: 'never', reason };
  }
  if (error instanceof WebAPIHTTPError) {
    // Slack itself answers 200, 429 or 5xx; any other status comes from something in between.
    const { statusCode } = error;
    if (statusCode < 500 && statusCode !== 429) {
      return { ok: false, verdict: 'later', retryAfter: null, reason: `HTTP ${statusCode}` };
    }
    return failureOfStatus(statusCode);
  }
  if (error instanceof WebAPIRequestError) return failureOfNetwork(error.original);
  throw error;
}

/** The same for a bare HTTP status, as `response_url` answers. */
export function failureOfStatus(status: number, retryAfter: number | null = null): Failure {
  const reason = `HTTP ${status}`;
  if (status === 429) return { ok: false, verdict: 'later', retryAfter, reason };
  if (status >= 500) return { ok: false, verdict: 'unknown', reason };
  return { ok: false, verdict: 'never', reason };
}

/** The same for a failed connection. */
export function failureOfNetwork(error: unknown): Failure {
  const code = errorCode(error);
  if (code !== null && NEVER_SENT.has(code)) {
    return { ok: false, verdict: 'later', retryAfter: null, reason: code };
  }
  return { ok: false, verdict: 'unknown', reason: code ?? 'connection failed' };
}

/** Slack's way to say that it is so already counts as done. */
export function settled(answer: Answer<null>, alreadyDone: string): Answer<null> {
  if (!answer.ok && answer.verdict === 'never' && answer.reason === alreadyDone)
    return { ok: true, value: null };
  return answer;
}

const Coded = z.object({ code: z.string().optional(), cause: z.unknown().optional() });

/** `fetch` hides the system's error code two causes deep. */
function errorCode(error: unknown): string | null {
  let current: unknown = error;
  for (let depth = 0; depth < 5; depth++) {
    const parsed = Coded.safeParse(current);
    if (!parsed.success) return null;
    if (parsed.data.code?.startsWith('E')) return parsed.data.code;
    current = parsed.data.cause;
  }
  return null;
}

import { Agent, type IncomingMessage, request } from 'node:http';
import { type Clock, epochSeconds } from '../clock.js';
import type { Fields } from '../world.js';
import type { DeliveryMode } from './mode.js';
import type { Outcome, Parcel, Transport } from './parcel.js';
import { sign } from './signature.js';

export interface RawRequest {
  readonly url: string;
  readonly body: string;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signature: DeliveryMode['signature'];
  readonly ageSeconds: number;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface HttpDelivery {
  transport(url: string, mode: () => DeliveryMode): Transport;
  /** Rejects when the app cannot be reached or keeps silent beyond the limit. */
  sendRaw(raw: RawRequest): Promise<RawAnswer>;
  close(): void;
}

/** Deliveries by signed POST. `wallClock` stamps the signature, as the app compares it with its own time. */
export function httpDelivery(
  secret: string,
  wallClock: Pick<Clock, 'now'>,
  ackLimitMs: number,
): HttpDelivery {
  const agent = new Agent({ keepAlive: true });

  function sendRaw(raw: RawRequest): Promise<RawAnswer> {
    const timestamp = epochSeconds(wallClock.now()) - raw.ageSeconds;
    const signature = sign(raw.signature === 'right' ? secret : `not ${secret}`, timestamp, raw.body);
    return new Promise((resolve, reject) => {
      const sent = request(
        raw.url,
        {
          method: 'POST',
          agent,
          headers: {
            'content-type': raw.contentType,
            'content-length': Buffer.byteLength(raw.body),
            'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
            ...(raw.signature !== 'none' && {
              'x-slack-request-timestamp': String(timestamp),
              'x-slack-signature': signature,
            }),
            ...raw.headers,
          },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () => {
            clearTimeout(limit);
            const body = Buffer.concat(chunks).toString('utf8');
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body });
          });
        },
      );
      const limit = setTimeout(() => sent.destroy(new TooSlow()), ackLimitMs);
      sent.on('error', (error) => {
        clearTimeout(limit);
        reject(error);
      });
      sent.end(raw.body);
    });
  }

  return {
    sendRaw,
    transport: (url, mode) => ({
      async send(parcel): Promise<Outcome> {
        const { signature, ageSeconds } = mode();
        try {
          const answer = await sendRaw({ url, ...written(parcel), signature, ageSeconds });
          const { status } = answer;
          if (status >= 200 && status < 300) return { kind: 'acked', status, answer: readBody(answer) };
          const noRetry = answer.headers['x-slack-no-retry'] === '1';
          return { kind: 'failed', reason: 'http_error', status, noRetry };
        } catch (error) {
          const reason = error instanceof TooSlow ? 'http_timeout' : 'connection_failed';
          return { kind: 'failed', reason, status: null, noRetry: false };
        }
      },
    }),
    close: () => agent.destroy(),
  };
}

class TooSlow extends Error {}

/** Events are JSON, commands a form, interactions a form with one JSON field. */
function written(parcel: Parcel): Pick<RawRequest, 'body' | 'contentType' | 'headers'> {
  if (parcel.kind === 'events_api') {
    return {
      body: JSON.stringify(parcel.payload),
      contentType: 'application/json',
      headers:
        parcel.retryNum === 0
          ? {}
          : {
              'x-slack-retry-num': String(parcel.retryNum),
              'x-slack-retry-reason': parcel.retryReason ?? 'unknown_error',
            },
    };
  }
  const fields = parcel.kind === 'interactive' ? { payload: JSON.stringify(parcel.payload) } : parcel.payload;
  return { body: form(fields), contentType: 'application/x-www-form-urlencoded', headers: {} };
}

function form(fields: Fields): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(fields)) params.set(key, String(value));
  return params.toString();
}

/** JSON where it is some, text otherwise, null when empty. */
function readBody(answer: RawAnswer): unknown {
  if (answer.body === '') return null;
  if (!String(answer.headers['content-type'] ?? '').includes('json')) return answer.body;
  try {
    return JSON.parse(answer.body);
  } catch {
    return answer.body;
  }
}

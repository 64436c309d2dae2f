import { createHmac } from 'node:crypto';

/** `X-Slack-Signature` of a body: version, timestamp and body under the app's signing secret. */
export function sign(secret: string, timestamp: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

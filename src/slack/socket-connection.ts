import type { SocketModeReceiver } from '@slack/bolt';
import { SlackError } from '@slack/web-api';
import { nextAttempt } from '../core/retry.js';
import type { Answer, Clock, Log } from '../usecases/ports.js';
import { type Failure, failureOf } from './answers.js';

type Client = SocketModeReceiver['client'];

/** The socket ended before Slack said hello. */
const CLOSED: Failure = {
  ok: false,
  verdict: 'later',
  retryAfter: null,
  reason: 'the connection was closed',
};

export interface SocketConnection {
  /** Connects; where that fails for now, goes on trying by itself. The answer tells of the first attempt. */
  open(): Promise<Answer<null>>;
  isConnected(): boolean;
  close(): Promise<void>;
}

/**
 * Keeps one Socket Mode connection alive. The client's own reconnecting is switched off: in version 3.1.0 it
 * gives up for good after a failed `apps.connections.open`, and it pauses five seconds at every refresh.
 */
export function socketConnection(client: Client, ports: { clock: Clock; log: Log }): SocketConnection {
  const { clock, log } = ports;
  let connected = false;
  let connecting = false;
  let closing = false;
  let failures = 0;
  let cancelRetry: () => void = () => {};

  client.on('connected', () => {
    connected = true;
  });
  client.on('disconnected', () => {
    const wasConnected = connected;
    connected = false;
    if (!closing && !connecting && wasConnected) void connect();
  });
  return { open: connect, isConnected: () => connected, close };

  async function connect(): Promise<Answer<null>> {
    connecting = true;
    const answer = await client.start().then(
      (): Answer<null> => ({ ok: true, value: null }),
      (error: unknown) => (error instanceof SlackError ? failureOf(error) : CLOSED),
    );
    connecting = false;
    if (answer.ok) {
      failures = 0;
      log.info('connected to Slack', { transport: 'socket' });
    } else if (!closing) {
      const until = nextAttempt(clock.now(), failures++, null);
      log.warn('no connection to Slack', { reason: answer.reason, until: until.toISOString() });
      cancelRetry = clock.at(until, () => void connect());
    }
    return answer;
  }

  async function close(): Promise<void> {
    closing = true;
    cancelRetry();
    await client.disconnect();
  }
}

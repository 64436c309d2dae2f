import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Ids } from '../counters.js';
import type { Outcome, Parcel, Transport } from './parcel.js';

const MAX_CONNECTIONS = 10;
const PING_EVERY_MS = 5_000;
const CLOSING_LIMIT_MS = 1_000;
const Acknowledgement = z.object({ envelope_id: z.string(), payload: z.unknown() });

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled';

export interface SocketDelivery extends Transport {
  /** A one-time address for `apps.connections.open`. */
  issueAddress(httpUrl: string, appId: string): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  readonly connections: number;
  /** Resolves when an app is connected and was greeted. */
  connected(): Promise<void>;
  /** Says goodbye to every connection as Slack does; after `warning` they stay open. */
  disconnect(reason: DisconnectReason): void;
  /** Cuts every connection without a word. */
  drop(): void;
  /** Says goodbye properly, so that no client waits for the end of a handshake. */
  close(): Promise<void>;
}

/** Deliveries by Socket Mode. An envelope goes to exactly one connection, each in its turn. */
export function socketDelivery(ids: Ids, ackLimitMs: number): SocketDelivery {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Map<string, string>();
  const open: WebSocket[] = [];
  const waiting = new Map<string, (outcome: Outcome) => void>();
  const greeted: (() => void)[] = [];
  let turn = 0;
  const ping = setInterval(() => {
    for (const socket of open) socket.ping();
  }, PING_EVERY_MS);
  ping.unref();

  return {
    issueAddress(httpUrl, appId) {
      const ticket = ids.uuid('ticket');
      tickets.set(ticket, appId);
      return `${httpUrl.replace(/^http/, 'ws')}link/?ticket=${ticket}&app_id=${appId}`;
    },
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '/', 'http://stand-in').searchParams.get('ticket') ?? '';
      const appId = tickets.get(ticket);
      if (appId === undefined) {
        socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n');
        return;
      }
      tickets.delete(ticket);
      server.handleUpgrade(request, socket, head, (connection) => welcome(connection, appId));
    },
    send,
    get connections() {
      return open.length;
    },
    connected: () =>
      open.length > 0 ? Promise.resolve() : new Promise((resolve) => void greeted.push(resolve)),
    disconnect(reason) {
      for (const socket of [...open]) {
        say(socket, { type: 'disconnect', reason, debug_info: { host: 'applink-stand-in' } });
        if (reason === 'warning') continue;
        forget(socket);
        socket.close(1000);
      }
    },
    drop() {
      for (const socket of [...open]) socket.terminate();
    },
    async close() {
      clearInterval(ping);
      await Promise.all([...server.clients].map(farewell));
      server.close();
    },
  };

  function welcome(socket: WebSocket, appId: string): void {
    if (open.length >= MAX_CONNECTIONS) {
      say(socket, { type: 'disconnect', reason: 'too_many_websockets', num_connections: open.length });
      socket.close(1000);
      return;
    }
    socket.on('message', (data) => heard(String(data)));
    socket.on('close', () => forget(socket));
    socket.on('error', () => socket.terminate());
    open.push(socket);
    say(socket, {
      type: 'hello',
      num_connections: open.length,
      debug_info: { host: 'applink-stand-in', build_number: 1, approximate_connection_time: 18060 },
      connection_info: { app_id: appId },
    });
    for (const resolve of greeted.splice(0)) resolve();
  }

  function forget(socket: WebSocket): void {
    const index = open.indexOf(socket);
    if (index >= 0) open.splice(index, 1);
  }

  function heard(data: string): void {
    const parsed = Acknowledgement.safeParse(readJson(data));
    if (!parsed.success) return;
    waiting.get(parsed.data.envelope_id)?.({
      kind: 'acked',
      status: null,
      answer: parsed.data.payload ?? null,
    });
  }

  function send(parcel: Parcel): Promise<Outcome> {
    const socket = open[turn % Math.max(1, open.length)];
    turn += 1;
    const failed = (reason: 'http_timeout' | 'connection_failed'): Outcome => ({
      kind: 'failed',
      reason,
      status: null,
      noRetry: false,
    });
    if (!socket) return Promise.resolve(failed('connection_failed'));
    const envelope = ids.uuid('envelope');
    return new Promise((resolve) => {
      const lost = () => settle(failed('connection_failed'));
      const limit = setTimeout(() => settle(failed('http_timeout')), ackLimitMs);
      const settle = (outcome: Outcome) => {
        clearTimeout(limit);
        socket.off('close', lost);
        waiting.delete(envelope);
        resolve(outcome);
      };
      waiting.set(envelope, settle);
      socket.once('close', lost);
      say(socket, enveloped(parcel, envelope));
    });
  }
}

function enveloped(parcel: Parcel, envelope_id: string): Readonly<Record<string, unknown>> {
  const envelope = { envelope_id, type: parcel.kind, payload: parcel.payload };
  switch (parcel.kind) {
    case 'events_api':
      return {
        ...envelope,
        accepts_response_payload: false,
        retry_attempt: parcel.retryNum,
        retry_reason: parcel.retryReason === 'http_timeout' ? 'timeout' : (parcel.retryReason ?? ''),
      };
    case 'slash_commands':
      return { ...envelope, accepts_response_payload: true };
    case 'interactive': {
      const accepts = parcel.payload['type'] === 'view_submission';
      return { ...envelope, accepts_response_payload: accepts };
    }
  }
}

function say(socket: WebSocket, message: Readonly<Record<string, unknown>>): void {
  socket.send(JSON.stringify(message), () => undefined);
}

/** Ends a connection by its handshake, and by force when the other side keeps silent. */
function farewell(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => socket.terminate(), CLOSING_LIMIT_MS);
    socket.once('close', () => {
      clearTimeout(limit);
      resolve();
    });
    socket.close(1001);
  });
}

function readJson(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}

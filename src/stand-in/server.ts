import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { FaultKind, Faults } from './faults.js';
import { receiveUpload, serveFile } from './file-server.js';
import { answerResponseUrl } from './response-url.js';
import { answerCall } from './web-api/answer-call.js';
import { readRequest } from './web-api/arguments.js';
import { type Answer, type Route, refuse } from './web-api/route.js';
import type { Fields, World } from './world.js';

/** One call of the Web API, or of a `response_url`, as the app made it. */
export interface CallRecord {
  readonly at: Date;
  readonly method: string;
  /** Without the token. */
  readonly args: Fields;
  /** Null when a fault took its place. */
  readonly answer: Fields | null;
  readonly fault: FaultKind | null;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

export interface ServerParts {
  readonly world: World;
  readonly routes: ReadonlyMap<string, Route>;
  readonly faults: Faults;
  readonly calls: CallRecord[];
  /** How far the clock in the `Date` of answers is ahead, in milliseconds. */
  clockAhead(): number;
  /** Called after each answer. */
  onCall(): void;
}

/** Slack's side of HTTP: Web API, uploads, files and response addresses, on one server. */
export function slackServer(parts: ServerParts): Server {
  return createServer((request, response) => {
    const now = parts.world.clock.now().getTime() + parts.clockAhead();
    response.setHeader('date', new Date(now).toUTCString());
    readBody(request).then(
      (body) => answer(parts, request, response, body),
      () => request.destroy(),
    );
  });
}

function answer(parts: ServerParts, request: IncomingMessage, response: ServerResponse, body: Buffer): void {
  const url = new URL(request.url ?? '/', 'http://stand-in');
  const [, family = '', first = '', second = ''] = url.pathname.split('/');
  switch (family) {
    case 'api':
      answerApi(parts, request, response, url, first, body);
      return;
    case 'upload':
      withFault(parts, 'files.upload', { file: second }, response, () =>
        receiveUpload(parts.world, second, request, body),
      );
      return;
    case 'files-pri':
      send(response, serveFile(parts.world, first, bearer(request)));
      return;
    case 'actions':
    case 'commands':
      answerAddress(parts, request, response, url, second, body);
      return;
    default:
      send(response, text(url.pathname === '/' ? 200 : 404, 'Simulated Slack. See api/ for its Web API.'));
      return;
  }
}

function answerApi(
  parts: ServerParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  method: string,
  body: Buffer,
): void {
  const read = readRequest(url, request.headers['content-type'] ?? '', body.toString('utf8'));
  if (!read) {
    send(response, json(parts, refuse('invalid_json')));
    return;
  }
  withFault(parts, method, read.args.given, response, () => {
    const answered = answerCall(parts.world, parts.routes, {
      method,
      token: bearer(request) ?? read.token,
      args: read.args,
    });
    return { answer: answered, reply: json(parts, answered) };
  });
}

function answerAddress(
  parts: ServerParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  secret: string,
  body: Buffer,
): void {
  const read = readRequest(url, request.headers['content-type'] ?? '', body.toString('utf8'));
  if (!read) {
    send(response, text(400, 'invalid_payload'));
    return;
  }
  withFault(parts, 'response_url', read.args.given, response, () => {
    const answered = answerResponseUrl(parts.world, secret, read.args);
    const headers = { 'content-type': answered.body.startsWith('{') ? 'application/json' : 'text/html' };
    return {
      answer: { ok: answered.status === 200, body: answered.body },
      reply: { status: answered.status, headers, body: answered.body },
    };
  });
}

/** Does what was asked, unless a planned fault says otherwise, and records it. */
function withFault(
  { world, faults, calls, onCall }: ServerParts,
  method: string,
  args: Fields,
  response: ServerResponse,
  work: () => { readonly answer: Answer; readonly reply: Reply },
): void {
  const at = world.clock.now();
  const fault = faults.take(method, args);
  const record = (answered: Fields | null) => {
    calls.push({ at, method, args, answer: answered, fault });
    onCall();
  };
  switch (fault?.kind) {
    case undefined: {
      const { answer: answered, reply } = work();
      record(answered);
      send(response, reply);
      return;
    }
    case 'lost-answer':
      record(work().answer);
      response.destroy();
      return;
    case 'reset':
      record(null);
      response.destroy();
      return;
    case 'rate-limited':
      record(null);
      send(response, {
        ...text(429, JSON.stringify(refuse('ratelimited'))),
        headers: { 'content-type': 'application/json', 'retry-after': String(fault.retryAfter) },
      });
      return;
    case 'server-error':
      record(null);
      send(response, text(fault.status ?? 500, 'something went wrong'));
      return;
    case 'refused': {
      const answered = refuse(fault.error);
      record(answered);
      send(response, text(200, JSON.stringify(answered), 'application/json; charset=utf-8'));
      return;
    }
  }
}

const text = (status: number, body: string, type = 'text/plain'): Reply => ({
  status,
  headers: { 'content-type': type },
  body,
});

function json({ world }: ServerParts, body: Answer): Reply {
  return {
    status: 200,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'x-oauth-scopes': world.app.scopes.join(','),
    },
    body: JSON.stringify(body),
  };
}

function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, { ...reply.headers, 'content-length': Buffer.byteLength(reply.body) });
  response.end(reply.body);
}

function bearer(request: IncomingMessage): string | null {
  return /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface HttpDoor {
  readonly port: number;
  /** Stops listening, lets running requests end, then closes idle connections. */
  close(): Promise<void>;
}

export interface Routes {
  /** Why the bot is not ready, or null when it is. */
  notReady(): Promise<string | null>;
  /** Takes Slack's requests, or null while there is nobody to take them. */
  slack(): Handler | null;
}

const READY_PATH = '/readyz';
const ALIVE_PATH = '/healthz';
const SLACK_PATH = '/slack/events';

/** The one HTTP server of the process: health in both transports, Slack's requests in HTTP mode. */
export async function openHttp(port: number, routes: Routes): Promise<HttpDoor> {
  const server = createServer((request, response) => route(routes, request, response));
  await listen(server, port);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new Error(`Port ${port} cannot be opened: ${cause.message}`, { cause })),
    );
    server.listen(port, () => resolve());
  });
}

function route(routes: Routes, request: IncomingMessage, response: ServerResponse): void {
  const path = request.url?.split('?')[0];
  const asked = `${request.method} ${path}`;
  const slack = asked === `POST ${SLACK_PATH}` ? routes.slack() : null;
  if (slack) slack(request, response);
  else if (asked === `GET ${ALIVE_PATH}`) say(response, 200, 'alive');
  else if (asked === `GET ${READY_PATH}`) {
    void routes.notReady().then((why) => say(response, why === null ? 200 : 503, why ?? 'ready'));
  } else if (asked === `POST ${SLACK_PATH}`) say(response, 503, 'starting');
  else say(response, 404, 'not found');
}

function say(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
  });
  response.end(`${text}\n`);
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { App, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Answer, Clock, Log } from '../usecases/ports.js';
import { type Keeping, keepBeforeAck } from './keeping-receiver.js';
import { answerTheRest } from './listeners/the-rest.js';
import { sdkLogger } from './sdk-logger.js';
import { socketConnection } from './socket-connection.js';

export type Transport =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string };

export interface SlackDoor {
  /** Handles Slack's requests in HTTP mode; null in Socket Mode. */
  readonly onRequest: ((request: IncomingMessage, response: ServerResponse) => void) | null;
  /** Connects (Socket Mode), and stays connected. In HTTP mode Slack comes to us: there is nothing to do. */
  open(): Promise<Answer<null>>;
  /** True while Slack can reach us, as far as we can tell. */
  isConnected(): boolean;
  close(): Promise<void>;
}

/** The Bolt app for a transport, with the inbox in front of it. */
export function slackDoor(
  transport: Transport,
  options: { slackApiUrl: string; keeping: Keeping; clock: Clock; log: Log; botToken: string },
): SlackDoor {
  const logger = sdkLogger(options.log);
  // Bolt's Socket Mode receiver changes the options it is given, hence a fresh object with everything set.
  const clientOptions = () => ({ slackApiUrl: options.slackApiUrl, retryConfig: { retries: 0 } });

  const build = (inner: Receiver): App => {
    const app = new App({
      receiver: keepBeforeAck(inner, options.keeping),
      authorize: async () => ({ botToken: options.botToken }),
      clientOptions: clientOptions(),
      logger,
      ignoreSelf: false,
    });
    answerTheRest(app);
    app.error(async (error) => options.log.error('a listener failed', { error }));
    return app;
  };

  switch (transport.kind) {
    case 'http': {
      const receiver = new HTTPReceiver({
        signingSecret: transport.signingSecret,
        logger,
        // Not acknowledged: Slack sends it again.
        processEventErrorHandler: async ({ error, response }) => {
          options.log.error('a delivery was not kept', { error });
          if (!response.headersSent) response.writeHead(503).end();
          return false;
        },
      });
      build(receiver);
      return {
        onRequest: (request, response) => receiver.requestListener(request, response),
        open: async () => ({ ok: true, value: null }),
        isConnected: () => true,
        close: async () => {},
      };
    }
    case 'socket': {
      const receiver = new SocketModeReceiver({
        appToken: transport.appToken,
        logger,
        autoReconnectEnabled: false,
        installerOptions: { clientOptions: clientOptions() },
        processEventErrorHandler: async ({ error }) => {
          options.log.error('a delivery was not kept', { error });
          return false;
        },
      });
      build(receiver);
      const connection = socketConnection(receiver.client, options);
      return { onRequest: null, ...connection };
    }
  }
}

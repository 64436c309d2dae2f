import { Server } from 'node:http';
import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { type StandIn, type StandInOptions, startStandIn } from '../../src/stand-in/start.js';
import { type TestClock, testClock } from './test-clock.js';

const silent: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/** A simulated workspace with three people and two channels, on a clock that stands still. */
export async function aWorkspace(
  options: StandInOptions = {},
): Promise<{ slack: StandIn; clock: TestClock }> {
  const clock = testClock(new Date('2021-03-04T02:50:00Z'));
  const slack = await startStandIn({
    clock,
    users: [
      { name: 'ana', realName: 'Ana Ruiz', tz: 'Europe/Madrid' },
      { name: 'ben', realName: 'Ben Okafor', tz: 'America/New_York' },
      { name: 'chi', realName: 'Chi Tanaka', tz: 'Asia/Tokyo' },
    ],
    channels: [{ name: 'general' }, { name: 'ops', hasApp: true }],
    ...options,
  });
  return { slack, clock };
}

/** A client as the bot has one, which gives up at once. */
export function aClient(slack: StandIn): WebClient {
  return new WebClient(slack.app.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: silent,
  });
}

/** A real Bolt app connected to the workspace by Socket Mode or by signed HTTP. */
export async function aBoltApp(
  slack: StandIn,
  mode: 'http' | 'socket',
  listen: (app: App) => void,
): Promise<{ app: App; stop(): Promise<void> }> {
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
  const receiver =
    mode === 'http'
      ? new HTTPReceiver({ signingSecret: slack.app.signingSecret, logger: silent })
      : new SocketModeReceiver({
          appToken: slack.app.appToken,
          logger: silent,
          installerOptions: { clientOptions },
        });
  const app = new App({
    token: slack.app.botToken,
    receiver,
    clientOptions,
    logger: silent,
    ignoreSelf: false,
    deferInitialization: true,
  });
  await app.init();
  listen(app);
  const started = await app.start({ port: 0, host: '127.0.0.1' });
  if (mode === 'socket') await slack.connected();
  else slack.app.requestUrl = `http://127.0.0.1:${portOf(started)}/slack/events`;
  return { app, stop: async () => void (await app.stop()) };
}

function portOf(started: unknown): number {
  const address = started instanceof Server ? started.address() : null;
  if (!address || typeof address === 'string') throw new Error('The app has no port');
  return address.port;
}

import { randomUUID } from 'node:crypto';
import { WebClient } from '@slack/web-api';
import type { Config } from './config.js';
import { incidentId } from './core/ids.js';
import { nextAttempt } from './core/retry.js';
import { type HttpDoor, openHttp } from './http/server.js';
import { deliverOutbox } from './jobs/deliver-outbox.js';
import { digestInbox } from './jobs/digest-inbox.js';
import { NOT_KEPT } from './render/messages/not-saved.js';
import { slackDoor } from './slack/app.js';
import { slackGateway } from './slack/gateway.js';
import { type Identity, identify } from './slack/identity.js';
import { sdkLogger } from './slack/sdk-logger.js';
import { openStore } from './store/open.js';
import { deliver } from './usecases/deliver.js';
import { directory } from './usecases/directory.js';
import type { Answer, Clock, Ids, Log, Store } from './usecases/ports.js';
import { runCommand } from './usecases/run-command.js';

const SLACK_TIMEOUT_MS = 15_000;
/** Slack's words for a token that no waiting will mend. */
const REFUSED = new Set(['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired']);

/** What a test or a replay may bring along instead of the real thing. */
export interface Seams {
  readonly clock: Clock;
  readonly log: Log;
  readonly ids?: Ids;
  /** File with an empty cluster for a new embedded database, which saves making one. */
  readonly preparedDatabase?: string;
}

export interface Debrief {
  /** Where health is answered, and Slack's requests in HTTP mode. */
  readonly port: number;
  readonly store: Store;
  /** Resolves when nothing is left that could be done at the clock's present time. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** Slack does not know the token: nothing can work until somebody mends it. */
export class TokenRefusedError extends Error {
  override name = 'TokenRefusedError';
}

/**
 * Makes the real things and plugs them together. Health is answered first, then the database is opened, then
 * Slack; what was left undone when the process last ended is taken up at once.
 */
export async function startDebrief(config: Config, seams: Seams): Promise<Debrief> {
  const { clock, log } = seams;
  const ids: Ids = seams.ids ?? { incident: () => incidentId(randomUUID()) };
  let identity: Identity | null = null;
  let store: Store | null = null;
  let door: ReturnType<typeof slackDoor> | null = null;
  let stopping = false;
  let cancelRetry: () => void = () => {};

  const http: HttpDoor = await openHttp(config.port, {
    notReady: async () => {
      if (!store || !(await store.isUp())) return 'the database does not answer';
      if (!identity || !door?.isConnected()) return 'not connected to Slack';
      return null;
    },
    slack: () => door?.onRequest ?? null,
  });

  try {
    const opened = await openStore(config.databaseUrl, {
      log,
      ...(seams.preparedDatabase !== undefined && { prepared: seams.preparedDatabase }),
    });
    store = opened;
    const client = new WebClient(config.slack.botToken, {
      slackApiUrl: config.slack.apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: SLACK_TIMEOUT_MS,
      logger: sdkLogger(log),
    });
    const slack = slackGateway(client, {
      clock,
      fetch,
      self: () => identity?.self ?? { appId: null, botUser: null },
    });
    const workspaceUrl = () => identity?.workspaceUrl ?? null;
    const people = directory({ store: opened, slack, clock });
    const pay = deliver({
      store: opened,
      slack,
      clock,
      directory: people,
      announceChannel: config.announceChannel,
      workspaceUrl,
    });
    const outbox = deliverOutbox({ store: opened, clock, log, pay });
    const run = runCommand({ store: opened, clock, ids, directory: people, zone: config.zone, workspaceUrl });
    const inbox = digestInbox({ store: opened, clock, log, run, owed: outbox.wake });

    door = slackDoor(config.slack.transport, {
      client,
      slackApiUrl: config.slack.apiUrl,
      botToken: config.slack.botToken,
      log,
      keeping: {
        now: () => clock.now(),
        keep: (received) => opened.keep([received]),
        kept: inbox.wake,
        ignored: (why) => log.debug('delivery not recorded', { why }),
        notKept: NOT_KEPT,
      },
    });
    await connect(true);
    inbox.wake();
    outbox.wake();
    log.info('ready', { port: http.port, transport: config.slack.transport.kind });

    return {
      port: http.port,
      store: opened,
      settled: async () => {
        for (;;) {
          await inbox.idle();
          await outbox.idle();
          const { deliveries, calls } = await opened.backlog(clock.now());
          if (deliveries === 0 && calls === 0) return;
          if (deliveries > 0) inbox.wake();
          if (calls > 0) outbox.wake();
        }
      },
      stop: async () => {
        stopping = true;
        cancelRetry();
        await door?.close();
        await http.close();
        await inbox.stop();
        await outbox.stop();
        await opened.close();
        log.info('stopped');
      },
    };

    /** Learns who we are and opens the door. The first refusal of the token ends the start; outages do not. */
    async function connect(first: boolean, attempts = 0): Promise<void> {
      const answer = await whoWeAre();
      if (answer.ok) {
        identity ??= answer.value;
        log.info('known to Slack', { workspace: identity.workspace });
        return;
      }
      if (first && REFUSED.has(answer.reason))
        throw new TokenRefusedError(`Slack does not accept the bot token (${answer.reason})`);
      log.warn('Slack cannot be reached yet', { reason: answer.reason });
      if (!stopping)
        cancelRetry = clock.at(
          nextAttempt(clock.now(), attempts, null),
          () => void connect(false, attempts + 1),
        );
    }

    async function whoWeAre(): Promise<Answer<Identity>> {
      const answer = await identify(client);
      if (!answer.ok) return answer;
      identity = answer.value;
      const open = await door?.open().then(
        () => null,
        (error: unknown) => error,
      );
      if (!open) return answer;
      return {
        ok: false,
        verdict: 'later',
        retryAfter: null,
        reason: open instanceof Error ? open.message : 'socket',
      };
    }
  } catch (error) {
    await http.close();
    await store?.close();
    throw error;
  }
}

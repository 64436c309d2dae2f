import { randomUUID } from 'node:crypto';
import { WebClient } from '@slack/web-api';
import type { Config } from './config.js';
import { incidentId, userId } from './core/ids.js';
import { type HttpDoor, openHttp } from './http/server.js';
import { deliverOutbox } from './jobs/deliver-outbox.js';
import { digestInbox } from './jobs/digest-inbox.js';
import { pictureToPng } from './picture/png.js';
import { NOT_KEPT } from './render/messages/not-saved.js';
import { type SlackDoor, slackDoor } from './slack/app.js';
import { slackGateway } from './slack/gateway.js';
import { type Presence, presence } from './slack/presence.js';
import { sdkLogger } from './slack/sdk-logger.js';
import { openStore } from './store/open.js';
import { deliver } from './usecases/deliver.js';
import { directory } from './usecases/directory.js';
import { examine } from './usecases/doctor/examine.js';
import { sightings } from './usecases/doctor/sightings.js';
import type { Clock, Ids, Log, Store } from './usecases/ports.js';
import { runCommand } from './usecases/run-command.js';

const SLACK_TIMEOUT_MS = 15_000;
const PROFILE_TIMEOUT_MS = 2_000;

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

/**
 * Makes the real things and plugs them together. Health is answered first; then the database is opened and
 * what was left undone when the process last ended is taken up; then Slack is told that we are there.
 */
export async function startDebrief(config: Config, seams: Seams): Promise<Debrief> {
  const { clock, log } = seams;
  let parts: Parts | null = null;
  const http = await openHttp(config.port, {
    notReady: async () => {
      if (!parts || !(await parts.store.isUp())) return 'the database does not answer';
      return parts.presence.isReady() ? null : 'not connected to Slack';
    },
    slack: () => parts?.door.onRequest ?? null,
  });
  try {
    const { preparedDatabase: prepared } = seams;
    const store = await openStore(config.databaseUrl, { log, ...(prepared !== undefined && { prepared }) });
    parts = assemble(config, seams, store);
    parts.inbox.wake();
    parts.outbox.wake();
    await parts.presence.arrive();
    log.info('ready', { port: http.port, transport: config.slack.transport.kind });
    return running(http, parts, clock, log);
  } catch (error) {
    if (parts) await stopAll(http, parts);
    else await http.close();
    throw error;
  }
}

interface Parts {
  readonly store: Store;
  readonly door: SlackDoor;
  readonly presence: Presence;
  readonly inbox: ReturnType<typeof digestInbox>;
  readonly outbox: ReturnType<typeof deliverOutbox>;
}

function assemble(config: Config, seams: Seams, store: Store): Parts {
  const { clock, log } = seams;
  const ids = seams.ids ?? { incident: () => incidentId(randomUUID()) };
  const { botToken, apiUrl, transport } = config.slack;
  const webClient = (timeout: number) =>
    new WebClient(botToken, {
      slackApiUrl: apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout,
      logger: sdkLogger(log, 'debug'),
    });
  const client = webClient(SLACK_TIMEOUT_MS);
  const seen = sightings();
  const door = slackDoor(transport, {
    slackApiUrl: apiUrl,
    botToken,
    clock,
    log,
    keeping: {
      now: () => clock.now(),
      keep: async (received) => {
        seen.note(received.delivery, received.receivedAt);
        await store.keep([received]);
      },
      kept: () => inbox.wake(),
      ignored: (why) => log.debug('delivery not recorded', { why }),
      notAcknowledged: (error) => log.warn('kept, but the acknowledgement was lost', { error }),
      notKept: NOT_KEPT,
    },
  });
  const here = presence({ client, door, clock, log });
  const workspaceUrl = () => here.identity()?.workspaceUrl ?? null;
  const self = () => here.identity()?.self ?? { appId: null, botUser: null };
  const slack = slackGateway(client, { clock, fetch, self, profiles: webClient(PROFILE_TIMEOUT_MS) });
  const people = directory({ store, slack, clock });
  const { announceChannel, zone } = config;
  const pay = deliver({
    store,
    slack,
    clock,
    directory: people,
    announceChannel,
    workspaceUrl,
    toPng: pictureToPng,
  });
  const outbox = deliverOutbox({ store, clock, log, pay });
  const isConnected = () => door.isConnected();
  const run = runCommand({
    store,
    slack,
    ids,
    directory: people,
    zone,
    botUser: () => {
      const user = self().botUser;
      return user === null ? null : userId(user);
    },
    workspaceUrl,
    examine: (workspace) => examine({ store, slack, clock, seen, announceChannel, isConnected }, workspace),
  });
  const inbox = digestInbox({ store, clock, log, directory: people, run, owed: outbox.wake });
  return { store, door, presence: here, inbox, outbox };
}

function running(http: HttpDoor, parts: Parts, clock: Clock, log: Log): Debrief {
  const { store, inbox, outbox } = parts;
  return {
    port: http.port,
    store,
    async settled() {
      for (;;) {
        await inbox.idle();
        await outbox.idle();
        const { deliveries, calls } = await store.backlog(clock.now());
        if (deliveries === 0 && calls === 0) return;
        if (deliveries > 0) inbox.wake();
        if (calls > 0) outbox.wake();
      }
    },
    async stop() {
      await stopAll(http, parts);
      log.info('stopped');
    },
  };
}

/** Nothing new is taken, what is under way ends, the database is closed last. */
async function stopAll(http: HttpDoor, { presence: here, inbox, outbox, store }: Parts): Promise<void> {
  await here.leave();
  await http.close();
  await inbox.stop();
  await outbox.stop();
  await store.close();
}

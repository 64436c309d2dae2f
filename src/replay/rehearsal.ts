import { type Debrief, startDebrief } from '../compose.js';
import type { Config } from '../config.js';
import { incidentId } from '../core/ids.js';
import { type StandIn, startStandIn } from '../stand-in/start.js';
import type { Log } from '../usecases/ports.js';
import { type VirtualClock, virtualClock } from './virtual-clock.js';

export interface RehearsalOptions {
  readonly mode: 'http' | 'socket';
  readonly start: Date;
  readonly zone: string;
  readonly log: Log;
  readonly databaseUrl: string;
  /** See `Seams.preparedDatabase`. */
  readonly preparedDatabase?: string;
  /** Each event waits until its successor has been delivered. */
  readonly swapNeighbours?: boolean;
  /** Every delivery comes twice. */
  readonly duplicate?: boolean;
  /** Name of the announcement channel, which is made; null for none. */
  readonly announceChannel: string | null;
}

/** The real bot and a simulated Slack around it, on one clock that stands still until it is moved. */
export interface Rehearsal {
  readonly slack: StandIn;
  readonly bot: Debrief;
  readonly clock: VirtualClock;
  /** Resolves when neither side has anything left to do at the present time. */
  settle(): Promise<void>;
  /** The same, and lets go what still waits for a neighbour to change places with. */
  settleAll(): Promise<void>;
  /** Lets the time pass until `when`; both sides do what falls due on the way. */
  waitUntil(when: Date): Promise<void>;
  stop(): Promise<void>;
}

/** Starts both sides and connects them by signed HTTP or by Socket Mode, as Slack would. */
export async function startRehearsal(options: RehearsalOptions): Promise<Rehearsal> {
  const clock = virtualClock(options.start);
  const slack = await startStandIn({ clock });
  slack.deliveryMode({
    duplicate: options.duplicate ?? false,
    swapNeighbours: options.swapNeighbours ?? false,
  });
  if (options.announceChannel) slack.addChannel({ name: options.announceChannel, hasApp: true });
  let incidents = 0;
  const bot = await startDebrief(configFor(options, slack), {
    clock,
    log: options.log,
    ...(options.preparedDatabase !== undefined && { preparedDatabase: options.preparedDatabase }),
    ids: { incident: () => incidentId(`incident-${++incidents}`) },
  });
  if (options.mode === 'http') slack.app.requestUrl = `http://127.0.0.1:${bot.port}/slack/events`;

  return {
    slack,
    bot,
    clock,
    settle: () => settle(true),
    settleAll: () => settle(false),
    waitUntil: (when) => clock.moveTo(when, () => settle(true)),
    stop,
  };

  async function settle(keepHeld: boolean): Promise<void> {
    for (;;) {
      await slack.settled({ keepHeld });
      await bot.settled();
      // What the bot just did may have made Slack deliver something.
      if (slack.isQuiet()) return;
    }
  }

  async function stop(): Promise<void> {
    await bot.stop();
    await slack.close();
  }
}

function configFor(options: RehearsalOptions, slack: StandIn): Config {
  return {
    slack: {
      botToken: slack.app.botToken,
      apiUrl: slack.apiUrl,
      transport:
        options.mode === 'http'
          ? { kind: 'http', signingSecret: slack.app.signingSecret }
          : { kind: 'socket', appToken: slack.app.appToken },
    },
    databaseUrl: options.databaseUrl,
    port: 0,
    zone: options.zone,
    announceChannel: options.announceChannel,
    logLevel: 'warn',
  };
}

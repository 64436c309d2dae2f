import { differenceInMilliseconds, differenceInMinutes } from 'date-fns';
import type { Check } from '../../core/doctor/check.js';
import type { WorkspaceId } from '../../core/ids.js';
import { incidentName } from '../../core/incident/incident.js';
import type { Answer, Clock, Slack, Store } from '../ports.js';
import { NEEDED_SCOPES } from './needed-scopes.js';
import { type Sightings, SUBSCRIPTIONS } from './sightings.js';

export interface ExaminePorts {
  readonly store: Store;
  readonly slack: Slack;
  readonly clock: Clock;
  readonly seen: Sightings;
  /** Name or id of the announcement channel, or null for none. */
  readonly announceChannel: string | null;
  /** True while Slack can reach us, as far as we can tell. */
  isConnected(): boolean;
}

const REINSTALL =
  'Paste the current `manifest.yml` on the app’s page under “App Manifest”, then install the app again.';

/** Signed requests older than five minutes are refused, ours by Slack's clock: well before that it is said. */
const CLOCK_WARNS_MS = 30_000;
const CLOCK_FAILS_MS = 240_000;
const SLOW_DATABASE_MS = 250;
const LATE_MINUTES = 2;
/** Channels looked at in Slack; each is a call. */
const CHANNELS = 20;

/** Examines what the bot needs to work. Each trouble comes with its cure; nothing here changes anything. */
export async function examine(ports: ExaminePorts, workspace: WorkspaceId): Promise<readonly Check[]> {
  const health = await ports.slack.health();
  return [
    connection(ports, health),
    ...(health.ok ? [scopes(health.value.scopes), clock(health.value.clockAheadMs)] : []),
    subscriptions(ports.seen),
    ...(await channels(ports, workspace)),
    ...(await announcements(ports)),
    await database(ports),
    ...(await queues(ports)),
  ];
}

function connection({ isConnected }: ExaminePorts, health: Answer<unknown>): Check {
  const name = 'Connection to Slack';
  if (!health.ok) {
    return {
      name,
      verdict: 'bad',
      found: `Slack does not answer as it should: ${health.reason}`,
      fix: 'Check the token on the app’s page under “OAuth & Permissions”, and status.slack.com.',
    };
  }
  if (!isConnected()) {
    return {
      name,
      verdict: 'bad',
      found: 'Slack cannot reach the bot just now',
      fix: 'It reconnects by itself; if this stays, check the app-level token and the network.',
    };
  }
  return { name, verdict: 'ok', found: 'The token is accepted, Slack reaches the bot', fix: null };
}

function scopes(granted: readonly string[] | null): Check {
  const name = 'Permissions';
  if (granted === null) {
    return { name, verdict: 'warn', found: 'Slack did not say which are granted', fix: 'Try again later.' };
  }
  const missing = NEEDED_SCOPES.filter(({ scope }) => !granted.includes(scope));
  if (missing.length === 0) return { name, verdict: 'ok', found: 'All are granted', fix: null };
  const list = missing.map(({ scope, feature }) => `\`${scope}\` (${feature})`).join(', ');
  return { name, verdict: 'bad', found: `Missing: ${list}`, fix: REINSTALL };
}

function clock(aheadMs: number): Check {
  const name = 'Clock';
  const off = Math.abs(aheadMs);
  const found = `${Math.round(off / 1000)} s ${aheadMs >= 0 ? 'behind' : 'ahead of'} Slack’s`;
  if (off < CLOCK_WARNS_MS) return { name, verdict: 'ok', found, fix: null };
  return {
    name,
    verdict: off < CLOCK_FAILS_MS ? 'warn' : 'bad',
    found,
    fix: 'Set the clock of the bot’s machine by NTP: at five minutes Slack’s requests are refused.',
  };
}

function subscriptions(seen: Sightings): Check {
  const name = 'Deliveries since the start';
  const never = SUBSCRIPTIONS.filter((subscription) => seen.last(subscription) === null);
  if (never.length === 0) return { name, verdict: 'ok', found: 'Every kind has arrived', fix: null };
  return {
    name,
    verdict: 'warn',
    found: `Not seen yet: ${never.join(', ')}`,
    fix: `Do each once in an incident’s channel and ask again. If one still does not arrive: ${REINSTALL}`,
  };
}

async function channels({ store, slack }: ExaminePorts, workspace: WorkspaceId): Promise<readonly Check[]> {
  const name = 'Incident channels';
  const open = (await store.openIncidents(workspace)).slice(0, CHANNELS);
  // Private ones are not named here: whoever asks may be an outsider.
  const looked = await Promise.all(
    open.flatMap((incident) =>
      incident.channel === null || incident.private
        ? []
        : [slack.channelInfo(incident.channel).then((info) => ({ incident, info }))],
    ),
  );
  const lost = looked.filter(({ info }) => info.ok && (!info.value.isMember || info.value.isArchived));
  const without = open.filter((incident) => incident.channel === null && !incident.private);
  const troubles: Check[] = lost.map(({ incident }) => ({
    name,
    verdict: 'bad',
    found: `The bot is not in the channel of ${incidentName(incident)}, or it is archived`,
    fix: `In #${incident.channelName} type \`/invite @debrief\`; unarchive it first where needed.`,
  }));
  for (const incident of without) {
    troubles.push({
      name,
      verdict: 'bad',
      found: `${incidentName(incident)} has no channel`,
      fix: 'See “Permissions” above; then adopt a channel for it or declare it again.',
    });
  }
  if (troubles.length > 0) return troubles;
  return [{ name, verdict: 'ok', found: 'The bot is in all it should be in', fix: null }];
}

async function announcements({ slack, announceChannel }: ExaminePorts): Promise<readonly Check[]> {
  const name = 'Announcement channel';
  if (announceChannel === null) {
    return [
      {
        name,
        verdict: 'ok',
        found: 'None is set',
        fix: 'To announce incidents, set `DEBRIEF_ANNOUNCE_CHANNEL`.',
      },
    ];
  }
  const found = await slack.channelNamed(announceChannel);
  if (!found.ok) return [];
  if (found.value !== null) return [{ name, verdict: 'ok', found: announceChannel, fix: null }];
  return [
    {
      name,
      verdict: 'bad',
      found: `There is no channel \`${announceChannel}\` that the bot can see`,
      fix: 'Create it or invite the bot there, or correct `DEBRIEF_ANNOUNCE_CHANNEL`.',
    },
  ];
}

async function database({ store, clock: time }: ExaminePorts): Promise<Check> {
  const name = 'Database';
  const asked = time.now();
  const isUp = await store.isUp();
  const took = differenceInMilliseconds(time.now(), asked);
  if (!isUp) {
    return {
      name,
      verdict: 'bad',
      found: 'It does not answer',
      fix: 'Check `DATABASE_URL` and the server, or the disk of the embedded database.',
    };
  }
  const isSlow = took > SLOW_DATABASE_MS;
  return {
    name,
    verdict: isSlow ? 'warn' : 'ok',
    found: `Answers in ${took} ms`,
    fix: isSlow ? 'Look at the load of the machine or of the server.' : null,
  };
}

async function queues({ store, clock: time }: ExaminePorts): Promise<readonly Check[]> {
  const now = time.now();
  const state = await store.queues(now);
  const age = (since: Date | null): number => (since === null ? 0 : differenceInMinutes(now, since));
  const queue = (name: string, count: number, minutes: number): Check => ({
    name,
    verdict: minutes >= LATE_MINUTES ? 'warn' : 'ok',
    found: count === 0 ? 'Nothing waits' : `${count} waiting, the oldest for ${minutes} min`,
    fix: minutes >= LATE_MINUTES ? 'Nothing is lost; look into the log for what is tried again.' : null,
  });
  const lost = state.givenUp.map(({ reason, count }) => `${count} × ${reason}`).join(', ');
  return [
    // One of those waiting is this very command.
    queue('Inbox', Math.max(0, state.waiting - 1), age(state.oldestWaiting)),
    queue('Outbox', state.owed, age(state.oldestOwed)),
    ...(lost === ''
      ? []
      : [
          {
            name: 'Given up in the last day',
            verdict: 'warn',
            found: lost,
            fix: 'Slack’s reasons are explained in `docs/operations.md`.',
          } as const,
        ]),
  ];
}

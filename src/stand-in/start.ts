import type { AddressInfo } from 'node:net';
import { type Clock, machineClock } from './clock.js';
import { countIds, countStamps } from './counters.js';
import { type Courier, type Quiet, type Settling, startCourier } from './delivery/courier.js';
import { envelope, subscriptionName } from './delivery/envelope.js';
import { httpDelivery, type RawAnswer, type RawRequest } from './delivery/http.js';
import type { DeliveryMode } from './delivery/mode.js';
import type { DeliveryRecord } from './delivery/parcel.js';
import { type DisconnectReason, socketDelivery } from './delivery/socket.js';
import { type PlannedFault, planFaults } from './faults.js';
import { type SeenChannel, type SeenMessage, type SeenView, seeChannel, seeView } from './inspect.js';
import { findDirectChannel, personOf, topView } from './lookups.js';
import { actAsOtherApp, type OtherAppActions } from './people/other-app.js';
import { actAs, type PersonActions } from './people/person.js';
import {
  addChannel,
  addGroup,
  addPerson,
  botPerson,
  type NewApp,
  type NewChannel,
  type NewGroup,
  type NewPerson,
  newApp,
  newTeam,
} from './populate.js';
import { type CallRecord, slackServer } from './server.js';
import { startWatching, type Watching } from './watching.js';
import { allRoutes } from './web-api/routes.js';
import type { Author, Fields, Group, Person, Team, TestedApp, World } from './world.js';

export interface StandInOptions {
  readonly clock?: Clock;
  /** Stamps signatures: the app compares them with its own time. */
  readonly wallClock?: Pick<Clock, 'now'>;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly team?: Partial<Team>;
  readonly app?: NewApp;
  readonly users?: readonly NewPerson[];
  readonly channels?: readonly NewChannel[];
  readonly groups?: readonly NewGroup[];
  /** Where the app takes deliveries over HTTP; null, the default, for Socket Mode. */
  readonly requestUrl?: string | null;
  /** How long the app may take to acknowledge, in milliseconds of real time. Slack gives 3000. */
  readonly ackLimitMs?: number;
}

export interface StandIn {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string;
  /** What `slackApiUrl` wants: `…/api/`. */
  readonly apiUrl: string;
  /** `requestUrl` may be set: from then on deliveries go there, or by Socket Mode when it is null. */
  readonly app: TestedApp & { requestUrl: string | null };
  readonly team: Team;
  as(user: string): PersonActions;
  /** Another app, made when it is first named. */
  asBot(name: string): OtherAppActions;
  addUser(person: NewPerson): Person;
  /** A channel that was there before: nobody is told of it. */
  addChannel(channel: NewChannel): SeenChannel;
  /** People who are called together; `@oncall` is then read in what is typed. */
  addGroup(group: NewGroup): Group;
  readonly users: readonly Person[];
  channel(nameOrId: string): SeenChannel;
  channels(): readonly SeenChannel[];
  /** What stands between a person and the app, oldest first. */
  directMessages(user: string): readonly SeenMessage[];
  /** The App Home of a person, or null before it was published. */
  home(user: string): SeenView | null;
  /** The modal that a person sees, with what the app found wrong with it, or null. */
  modal(user: string): SeenView | null;
  /** Every modal and App Home, closed ones too. */
  views(): readonly SeenView[];
  readonly calls: readonly CallRecord[];
  readonly deliveries: readonly DeliveryRecord[];
  /**
   * Resolves when nothing is on its way to the app and nothing waits that could be. What waits for its
   * neighbour is let go first, unless `keepHeld`; what was withheld stays so.
   */
  settled(options?: Settling): Promise<Quiet>;
  /** The same as a question. */
  isQuiet(): boolean;
  /** Resolves when the app has opened a Socket Mode connection. */
  connected(): Promise<void>;
  readonly connections: number;
  deliveryMode(change: Partial<DeliveryMode>): void;
  withhold(): void;
  release(reorder?: (held: readonly DeliveryRecord[]) => readonly DeliveryRecord[]): void;
  /** Delivers any inner event, also one that nothing here causes: `tokens_revoked`, `app_uninstalled`. */
  tell(event: Fields): void;
  /** Posts anything to the app's request URL, signed unless told otherwise. */
  sendRaw(raw: Partial<RawRequest> & { readonly body: string }): Promise<RawAnswer>;
  /** Plans that calls go wrong. The answer takes the plan back. */
  fault(planned: PlannedFault): () => void;
  /** Puts the clock in the `Date` of Slack's answers ahead of everybody else's. */
  clockAhead(milliseconds: number): void;
  disconnectSockets(reason?: DisconnectReason): void;
  /** Cuts every connection without a word. */
  dropSockets(): void;
  /** Tells of each change as it happens. The answer ends it. */
  readonly watch: Watching['watch'];
  /** Resolves as soon as `claim` holds; asked again after every change, call and delivery. Rejects after five seconds. */
  readonly until: Watching['until'];
  close(): Promise<void>;
}

/** Starts a simulated Slack on the loopback interface. */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const { clock = machineClock, wallClock = machineClock, ackLimitMs = 3000 } = options;
  const watching = startWatching();
  const ids = countIds();
  const team = newTeam(ids, options.team ?? {});
  const app = newApp(ids, options.app ?? {});
  const sockets = socketDelivery(ids, ackLimitMs);
  const http = httpDelivery(app.signingSecret, wallClock, ackLimitMs);
  const courier = startCourier(clock, sockets, (record) => {
    if (record.state === 'given-up') watching.notify({ kind: 'delivery-failed', delivery: record.id });
    else watching.look();
  });
  const world: World = {
    clock,
    ids,
    stamps: countStamps(clock),
    team,
    app,
    people: new Map([[app.botUser, botPerson(app)]]),
    groups: new Map(),
    channels: new Map(),
    files: new Map(),
    views: new Map(),
    homes: new Map(),
    triggers: new Map(),
    responseAddresses: new Map(),
    address: { url: '' },
    deliverEvent: (event, channel) => deliverEvent(world, courier, event, channel),
    notify: watching.notify,
  };
  const calls: CallRecord[] = [];
  const faults = planFaults();
  const routes = allRoutes(() => sockets.issueAddress(world.address.url, app.id));
  let aheadMs = 0;
  const parts = { world, routes, faults, calls, clockAhead: () => aheadMs, onCall: watching.look };
  const server = slackServer(parts);
  server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  world.address.url = `http://127.0.0.1:${portOf(server.address())}/`;
  for (const person of options.users ?? []) addPerson(world, person);
  for (const channel of options.channels ?? []) addChannel(world, channel, clock);
  for (const group of options.groups ?? []) addGroup(world, group);

  const others = new Map<string, Extract<Author, { kind: 'other-app' }>>();
  let requestUrl: string | null = null;
  const deliverTo = (url: string | null) => {
    requestUrl = url;
    courier.useTransport(url === null ? sockets : http.transport(url, () => courier.mode));
  };
  deliverTo(options.requestUrl ?? null);

  return {
    url: world.address.url,
    apiUrl: `${world.address.url}api/`,
    app: {
      ...app,
      get requestUrl() {
        return requestUrl;
      },
      set requestUrl(url) {
        deliverTo(url);
      },
    },
    team,
    as: (user) => actAs(world, courier, user),
    asBot(name) {
      const author = others.get(name) ?? {
        kind: 'other-app' as const,
        name,
        botId: ids.next('B'),
        appId: ids.next('A'),
      };
      others.set(name, author);
      return actAsOtherApp(world, author);
    },
    addUser: (person) => addPerson(world, person),
    addChannel: (channel) => seeChannel(world, addChannel(world, channel, clock).id),
    addGroup: (group) => addGroup(world, group),
    get users() {
      return [...world.people.values()];
    },
    channel: (nameOrId) => seeChannel(world, nameOrId),
    channels: () => [...world.channels.keys()].map((id) => seeChannel(world, id)),
    directMessages(user) {
      const channel = findDirectChannel(world, personOf(world, user).id);
      return channel ? seeChannel(world, channel.id).messages : [];
    },
    home(user) {
      const home = world.homes.get(personOf(world, user).id);
      return home ? seeView(world, home) : null;
    },
    modal(user) {
      const view = topView(world, personOf(world, user).id);
      return view && seeView(world, view);
    },
    views: () => [...world.views.values()].map((view) => seeView(world, view)),
    calls,
    deliveries: courier.records,
    settled: (wanted = {}) => courier.settled(wanted),
    isQuiet: () => courier.isQuiet(),
    connected: () => sockets.connected(),
    get connections() {
      return sockets.connections;
    },
    deliveryMode: (change) => courier.setMode(change),
    withhold: () => courier.withhold(),
    release: (reorder) => courier.release(reorder),
    tell: (event) => void world.deliverEvent(event, null),
    async sendRaw(raw) {
      const url = raw.url ?? requestUrl;
      if (url === null) throw new Error('The app has no request URL: deliveries go by Socket Mode');
      const usual = {
        contentType: 'application/json',
        headers: {},
        signature: 'right',
        ageSeconds: 0,
      } as const;
      return http.sendRaw({ ...usual, ...raw, url });
    },
    fault: (planned) => faults.plan(planned),
    clockAhead(milliseconds) {
      aheadMs = milliseconds;
    },
    disconnectSockets: (reason = 'refresh_requested') => sockets.disconnect(reason),
    dropSockets: () => sockets.drop(),
    watch: watching.watch,
    until: watching.until,
    async close() {
      watching.close();
      courier.close();
      await sockets.close();
      http.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** An app hears of what happens where it is a member, and of what it subscribed to. */
function deliverEvent(
  world: World,
  courier: Courier,
  event: Fields,
  channel: Parameters<World['deliverEvent']>[1],
): string | null {
  if (channel && !channel.members.has(world.app.botUser)) return null;
  const { events } = world.app;
  if (events && !events.includes(subscriptionName(event, channel))) return null;
  const payload = envelope(world, event, channel);
  courier.enqueue('events_api', String(event['type']), payload);
  return String(payload['event_id']);
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port');
  return address.port;
}

import { z } from 'zod';
import { channelId, workspaceId } from '../../src/core/ids.js';
import type { Incident } from '../../src/core/incident/incident.js';
import type { TimelineEntry } from '../../src/core/timeline/entry.js';
import { type Rehearsal, startRehearsal } from '../../src/replay/rehearsal.js';
import type { SeenChannel, SeenMessage } from '../../src/stand-in/inspect.js';
import { preparedDatabase, silentLog } from '../open-test-store.js';

const Button = z.object({ action_id: z.string(), text: z.object({ text: z.string() }).optional() });
const WithButton = z.object({ accessory: Button }).transform(({ accessory }) => [accessory]);
const Row = z
  .object({ type: z.literal('actions'), elements: z.array(Button) })
  .transform(({ elements }) => elements);

export const NINE = new Date('2026-03-12T09:00:00Z');

/** A bot, a simulated Slack and three people, for tests that act as people do and look at what can be seen. */
export interface Practice {
  readonly world: Rehearsal;
  readonly ana: string;
  readonly ben: string;
  readonly eve: string;
  /** Types a command and answers what its author alone is told of it; empty when they are told nothing. */
  say(user: string, channel: string, text: string): Promise<string>;
  /** The same by a mention of the bot, in the thread of a message where one is given. */
  mention(user: string, channel: string, text: string, threadTs?: string): Promise<string>;
  /** Everything that only this person sees, oldest first; direct messages of the bot included. */
  toldAlone(user: string): readonly SeenMessage[];
  /** Presses a button, by its label, of the newest message that shows one to that person. */
  press(user: string, channel: string, label: string): Promise<string>;
  /** Posts a message; answers its stamp. */
  post(user: string, channel: string, text: string, threadTs?: string): Promise<string>;
  /** Declares, and answers the incident's channel. */
  declare(text: string, from?: string): Promise<SeenChannel>;
  /** The incident's channel as it is now. */
  incidentChannel(number?: number): SeenChannel;
  incident(): Promise<Incident>;
  entries(): Promise<readonly TimelineEntry[]>;
  /** What the bot posted for everybody, newest last. */
  posts(channel: string): readonly SeenMessage[];
  later(minutes: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startPractice(mode: 'http' | 'socket' = 'http'): Promise<Practice> {
  const world = await startRehearsal({
    mode,
    start: NINE,
    zone: 'UTC',
    log: silentLog,
    databaseUrl: 'memory:',
    announceChannel: 'incidents',
    ...(preparedDatabase !== null && { preparedDatabase }),
  });
  const { slack } = world;
  const ana = slack.addUser({ name: 'ana', displayName: 'Ana', tz: 'Europe/Berlin' }).id;
  const ben = slack.addUser({ name: 'ben', displayName: 'Ben', tz: 'America/New_York' }).id;
  const eve = slack.addUser({ name: 'eve', displayName: 'Eve' }).id;
  slack.addChannel({ name: 'ops', members: [ana, ben], hasApp: true });

  const incidentChannel = (number = 1): SeenChannel => {
    const found = slack.channels().find((channel) => channel.name.startsWith(`inc-${number}`));
    if (!found) throw new Error(`Incident ${number} has no channel`);
    return found;
  };
  const incident = async (): Promise<Incident> => {
    const found = await world.bot.store.incidentInChannel(
      workspaceId(slack.team.id),
      channelId(incidentChannel().id),
    );
    if (!found) throw new Error('The channel belongs to no incident');
    return found;
  };

  const toldAlone = (user: string): readonly SeenMessage[] =>
    slack
      .channels()
      .flatMap((seen) =>
        seen.messages.filter(
          (message) =>
            message.ephemeralTo === user ||
            (seen.kind === 'im' && seen.members.has(user) && message.by.kind === 'tested-app'),
        ),
      )
      .sort((a, b) => a.ts.localeCompare(b.ts));

  async function answerTo(user: string, act: () => void): Promise<string> {
    // Stamps are unique in their channel only, hence the link.
    const before = new Set(toldAlone(user).map((message) => message.permalink));
    act();
    await world.settle();
    return (
      toldAlone(user)
        .filter((message) => !before.has(message.permalink))
        .at(-1)?.text ?? ''
    );
  }

  function findButton(user: string, channel: string, label: string): { ts: string; actionId: string } {
    const seen = slack
      .channel(channel)
      .messages.filter((message) => message.ephemeralTo === null || message.ephemeralTo === user);
    for (const message of [...seen].reverse()) {
      const elements = message.blocks.flatMap(
        (block) => Row.safeParse(block).data ?? WithButton.safeParse(block).data ?? [],
      );
      const button = elements.find((element) => element.text?.text === label);
      if (button) return { ts: message.ts, actionId: button.action_id };
    }
    throw new Error(`No message in the channel shows ${user} a button "${label}"`);
  }

  return {
    world,
    ana,
    ben,
    eve,
    incidentChannel,
    incident,
    entries: async () => world.bot.store.entries((await incident()).id),
    posts: (channel) =>
      slack
        .channel(channel)
        .messages.filter(
          (message) => message.by.kind === 'tested-app' && message.subtype === null && !message.ephemeralTo,
        ),
    toldAlone,
    say: (user, channel, text) => answerTo(user, () => slack.as(user).command(channel, '/incident', text)),
    mention: (user, channel, text, threadTs) =>
      answerTo(user, () =>
        slack.as(user).post(channel, `<@${slack.app.botUser}> ${text}`, { ...(threadTs && { threadTs }) }),
      ),
    press: (user, channel, label) =>
      answerTo(user, () => {
        const { ts, actionId } = findButton(user, channel, label);
        slack.as(user).click(channel, ts, actionId);
      }),
    async post(user, channel, text, threadTs) {
      const ts = slack.as(user).post(channel, text, { ...(threadTs && { threadTs }) });
      await world.settle();
      return ts;
    },
    async declare(text, from = 'ops') {
      slack.as(ana).command(from, '/incident', `declare ${text}`);
      await world.settle();
      return incidentChannel();
    },
    async later(minutes) {
      await world.waitUntil(new Date(world.clock.now().getTime() + minutes * 60_000));
      await world.settle();
    },
    stop: () => world.stop(),
  };
}

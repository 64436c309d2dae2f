import { readFileSync } from 'node:fs';
import { SUBCOMMANDS } from '../../src/core/grammar/subcommands.js';
import { channelId, workspaceId } from '../../src/core/ids.js';
import { help } from '../../src/render/messages/help.js';
import { type Practice, startPractice } from './practice.js';
import { JOURNEYS, type Scene } from './verb-journeys.js';

const NAMES = SUBCOMMANDS.flatMap((row) =>
  [row.verb, ...row.aliases].map((name) => [name, row.verb] as const),
);

test('every verb has its journey, its help and its line in the docs', () => {
  const docs = readFileSync('docs/commands.md', 'utf8');
  for (const { verb, help: words } of SUBCOMMANDS) {
    expect(Object.keys(JOURNEYS)).toContain(verb);
    expect(help(verb).text).toContain(`/incident ${verb}`);
    expect(docs).toContain(words);
  }
});

describe.each([
  { way: 'slash commands by signed HTTP', mode: 'http', by: 'slash' },
  { way: 'slash commands by Socket Mode', mode: 'socket', by: 'slash' },
  { way: 'mentions in a thread', mode: 'http', by: 'mention' },
] as const)('by $way', ({ mode, by }) => {
  let practice: Practice;
  let scenes = 0;
  beforeAll(async () => {
    practice = await startPractice(mode);
  });
  afterAll(() => practice.stop());

  // A mention is read like a slash command from its first word on: there the verbs alone will do.
  const names = by === 'slash' ? NAMES : NAMES.filter(([name, verb]) => name === verb);
  test.each(names)('%s does what %s says', async (name, verb) => {
    await JOURNEYS[verb](await newScene(name));
  });

  async function newScene(name: string): Promise<Scene> {
    const { slack } = practice.world;
    const elsewhere = async () => {
      const { id } = slack.addChannel({
        name: `place-${++scenes}`,
        members: [practice.ana, practice.ben],
        hasApp: true,
      });
      return id;
    };
    const origin = await elsewhere();
    await practice.post(practice.ben, origin, 'orders fail for me');
    const title = `Scene ${scenes}`;
    await practice.say(practice.ana, origin, `declare ${title}`);
    const found = slack.channels().find((channel) => channel.topic.endsWith(title));
    if (!found) throw new Error('The incident has no channel');
    slack.as(practice.ana).invite(found.id, practice.ben);
    const root = await practice.post(practice.ana, found.id, 'what do we know');
    const incident = async () => {
      const there = await practice.world.bot.store.incidentInChannel(
        workspaceId(slack.team.id),
        channelId(found.id),
      );
      if (!there) throw new Error('The channel belongs to no incident');
      return there;
    };
    const sayIn = (channel: string, command: string, user: string = practice.ana) =>
      by === 'slash'
        ? practice.say(user, channel, command)
        : practice.mention(user, channel, command, channel === found.id ? root : undefined);
    return {
      practice,
      name,
      number: (await incident()).number,
      channel: found.id,
      elsewhere,
      sayIn,
      say: (command, user) => sayIn(found.id, command, user),
      incident,
      entries: async () => practice.world.bot.store.entries((await incident()).id),
      seen: () => slack.channel(found.id),
    };
  }
});

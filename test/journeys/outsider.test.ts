import { SUBCOMMANDS } from '../../src/core/grammar/subcommands.js';
import { type Practice, startPractice } from './practice.js';

/** The word that must not be seen by anybody outside: title, messages and tasks of the private incident have it. */
const SECRET = 'flamingo';

let practice: Practice;
let hidden: string;
beforeAll(async () => {
  practice = await startPractice();
  const { slack } = practice.world;
  await practice.say(practice.ana, 'ops', `declare ${SECRET} keys leaked private sev 1`);
  const channel = slack.channels().find((candidate) => candidate.kind === 'private');
  hidden = channel?.id ?? '';
  slack.as(practice.ana).invite(hidden, practice.ben);
  await practice.post(practice.ana, hidden, `${SECRET}: the key of payments is on a public page`);
  await practice.say(practice.ana, hidden, `note ${SECRET} rotated`);
  await practice.say(practice.ana, hidden, `task ${SECRET} review @eve`);
  await practice.say(practice.ana, hidden, `update ${SECRET} is contained`);
});
afterAll(() => practice.stop());

let lobbies = 0;
/** A channel with Eve and the bot in it. */
const lobby = (): string =>
  practice.world.slack.addChannel({ name: `lobby-${++lobbies}`, members: [practice.eve], hasApp: true }).id;

/** Everything that Eve can see in Slack: channels she is in, answers to her, her App Home, her forms. */
function seenByEve(): string {
  const { slack } = practice.world;
  const channels = slack
    .channels()
    .filter((channel) => channel.members.has(practice.eve) || channel.kind === 'public')
    .map((channel) => ({
      name: channel.name,
      topic: channel.topic,
      messages: channel.messages.filter(
        (message) => message.ephemeralTo === null || message.ephemeralTo === practice.eve,
      ),
    }));
  const views = slack.views().filter((view) => view.user === practice.eve);
  return JSON.stringify([channels, views]);
}

test('the one inside sees it, so that this test can fail', async () => {
  expect(await practice.say(practice.ana, hidden, 'list')).toContain(SECRET);
  expect(await practice.say(practice.ben, 'ops', 'list')).toContain(SECRET);
  expect(await practice.say(practice.ben, 'ops', `find ${SECRET}`)).toContain('INC-1');
});

test.each(SUBCOMMANDS.map((row) => [row.verb, row.example] as const))(
  'an outsider who says %s sees nothing of it',
  async (verb, example) => {
    const here = lobby();
    await practice.say(practice.eve, here, example.replace('/incident ', ''));
    await practice.say(practice.eve, here, `INC-1 ${example.replace('/incident ', '')}`);
    await practice.say(practice.eve, here, `${verb} INC-1`);
    await practice.say(practice.eve, here, `${verb} ${SECRET}`.replace(/^declare .*/, 'list all'));
    expect(seenByEve().replaceAll(new RegExp(`${verb} ${SECRET}|“${SECRET}”`, 'g'), '')).not.toMatch(
      new RegExp(`${SECRET} (?:keys|review|rotated|is contained)|${hidden}|public page`),
    );
  },
);

test('what does not exist and what may not be seen sound the same', async () => {
  const hiddenOne = await practice.say(practice.eve, lobby(), 'INC-1 status');
  const noSuchOne = await practice.say(practice.eve, lobby(), 'INC-9999 status');
  expect(hiddenOne.replaceAll('INC-1', 'INC-N')).toBe(noSuchOne.replaceAll('INC-9999', 'INC-N'));
});

test('App Home, lists and search of an outsider count without it', async () => {
  const { slack } = practice.world;
  for (const user of [practice.ana, practice.eve]) slack.as(user).openHome();
  await practice.world.settle();
  expect(JSON.stringify(slack.home('ana'))).toContain(SECRET);
  expect(slack.home('eve')).not.toBeNull();
  expect(JSON.stringify(slack.home('eve'))).not.toMatch(new RegExp(`${SECRET}|${hidden}`));

  expect(await practice.say(practice.ana, 'ops', 'list all')).toContain('INC-1*');
  expect(await practice.say(practice.eve, lobby(), 'list all')).not.toContain('INC-1*');
  expect(await practice.say(practice.eve, lobby(), 'tasks mine')).not.toContain('review');
  expect(await practice.say(practice.ana, 'ops', 'find rotated')).toContain('INC-1');
  expect(await practice.say(practice.eve, lobby(), 'find rotated')).not.toContain('INC-1');
});

test('statistics of an outsider count without it once it has ended', async () => {
  const before = await practice.say(practice.eve, lobby(), 'stats');
  const insideBefore = await practice.say(practice.ana, 'ops', 'stats');
  await practice.say(practice.ana, 'ops', `declare ${SECRET} again private`);
  const again = practice.world.slack
    .channels()
    .filter((channel) => channel.kind === 'private' && channel.name.includes('again'));
  expect(again).toHaveLength(1);
  await practice.say(practice.ana, again[0]?.id ?? '', 'resolve');

  expect(await practice.say(practice.eve, lobby(), 'stats')).toBe(before);
  expect(await practice.say(practice.ana, 'ops', 'stats')).not.toBe(insideBefore);
  expect(await practice.say(practice.eve, lobby(), 'list all')).not.toContain(SECRET);
});

test('who joins and leaves is inside exactly as long', async () => {
  const { slack } = practice.world;
  slack.as(practice.ana).invite(hidden, practice.eve);
  await practice.world.settle();
  expect(await practice.say(practice.eve, lobby(), 'list')).toContain(SECRET);
  slack.as(practice.eve).openHome();
  await practice.world.settle();
  expect(JSON.stringify(slack.home(practice.eve))).toContain(SECRET);
  slack.as(practice.eve).leave(hidden);
  await practice.world.settle();
  expect(JSON.stringify(slack.home(practice.eve))).not.toContain(SECRET);
  expect(await practice.say(practice.eve, lobby(), 'list')).not.toContain(SECRET);
});

test('a public incident cannot swallow it, nor the other way round', async () => {
  const told = await practice.say(practice.ana, 'ops', 'declare Search is slow');
  expect(told).toContain('Search is slow');
  const open = practice.world.slack.channels().find((channel) => channel.topic.includes('Search is slow'));
  const number = /^inc-(\d+)/.exec(open?.name ?? '')?.[1];
  expect(await practice.say(practice.ana, hidden, `merge INC-${number}`)).toContain('Nothing was changed');
  expect(await practice.say(practice.ana, open?.id ?? '', 'merge INC-1')).toContain('Nothing was changed');
  expect(
    JSON.stringify(practice.world.slack.channel(open?.id ?? '').messages.filter((m) => !m.ephemeralTo)),
  ).not.toContain(SECRET);
});

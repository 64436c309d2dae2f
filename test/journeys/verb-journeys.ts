import type { Verb } from '../../src/core/grammar/subcommands.js';
import type { Incident } from '../../src/core/incident/incident.js';
import type { TimelineEntry } from '../../src/core/timeline/entry.js';
import { entryCode } from '../../src/core/timeline/entry-code.js';
import type { SeenChannel } from '../../src/stand-in/inspect.js';
import type { Practice } from './practice.js';

/** An open incident of its own, declared by Ana, with Ben in the channel, and one way to give commands. */
export interface Scene {
  readonly practice: Practice;
  /** The verb under test, or one of its aliases. */
  readonly name: string;
  readonly number: number;
  readonly channel: string;
  /** Gives a command as Ana, or as somebody else; answers what they alone are told. */
  say(command: string, by?: string): Promise<string>;
  /** Another channel of the workspace, where no incident is; a new one each time. */
  elsewhere(): Promise<string>;
  sayIn(channel: string, command: string, by?: string): Promise<string>;
  incident(): Promise<Incident>;
  entries(): Promise<readonly TimelineEntry[]>;
  seen(): SeenChannel;
}

const textsOf = async (scene: Scene, kind: TimelineEntry['kind']): Promise<readonly string[]> =>
  (await scene.entries())
    .filter((entry) => entry.kind === kind && !entry.withdrawn && !entry.hidden)
    .map((entry) => entry.text);

const followUps = async (scene: Scene) =>
  scene.practice.world.bot.store.followUps((await scene.incident()).id);

/** The code of the first line that says this. */
async function codeOf(scene: Scene, text: string): Promise<string> {
  const entry = (await scene.entries()).find((candidate) => candidate.text === text);
  if (!entry) throw new Error(`No line says "${text}"`);
  return entryCode(entry.id);
}

/** A sentence in the record, with everything in it that a grammar could stumble over. */
const ODD = 'restarted *db-1* & <db-2> "twice"\nthen 😅 שלום `x`';

const statement =
  (kind: TimelineEntry['kind']) =>
  async (scene: Scene): Promise<void> => {
    const { name } = scene;
    expect(await scene.say(`${name} ${ODD}`)).not.toBe('');
    expect(await textsOf(scene, kind)).toEqual([ODD]);
    await scene.say(`${name} 10m ago the second`);
    const now = scene.practice.world.clock.now().getTime();
    const dated = (await scene.entries()).find((entry) => entry.text === 'the second');
    expect(dated).toMatchObject({ kind, backdated: true, author: { user: scene.practice.ana } });
    expect(now - (dated?.occurredAt.getTime() ?? 0)).toBe(600_000);
  };

/** One journey for each verb; each is made with the verb and with all its aliases. */
export const JOURNEYS: Readonly<Record<Verb, (scene: Scene) => Promise<void>>> = {
  async declare({ practice, name, elsewhere, sayIn }) {
    const title = `Mail is late ${name}`;
    expect(await sayIn(await elsewhere(), `${name} ${title} sev 3`)).toContain(title);
    const opened = practice.world.slack.channels().find((channel) => channel.topic.includes(title));
    expect(opened?.topic).toContain('SEV3');
    expect(opened?.members).toContain(practice.ana);
  },
  async adopt({ practice, elsewhere, sayIn, name }) {
    const channel = await elsewhere();
    await practice.post(practice.ben, channel, 'is anyone else seeing 500s');
    await sayIn(channel, `${name} Errors in search since 30m ago`);
    expect(await sayIn(channel, 'timeline all')).toMatch(/is anyone else seeing 500s/);
    expect(practice.posts(channel)[0]?.text).toContain('Errors in search');
  },
  async status({ name, say, incident }) {
    expect(await say(`${name} identified it is the index`)).toContain('Identified');
    expect((await incident()).status).toBe('identified');
    expect(await say(name)).toContain('Identified');
  },
  async severity({ name, say, incident, seen }) {
    expect(await say(`${name} 1 everybody is affected`)).toContain('SEV1');
    expect((await incident()).severity).toBe(1);
    expect(seen().topic).toContain('SEV1');
  },
  async lead({ practice, name, say, incident }) {
    await say(`${name} @ben`);
    expect((await incident()).lead).toBe(practice.ben);
    await say(`${name} me`);
    expect((await incident()).lead).toBe(practice.ana);
  },
  async role({ practice, name, say, incident }) {
    await say(`${name} comms @ben`);
    expect((await incident()).roles).toEqual({ comms: practice.ben });
  },
  async roles({ name, say }) {
    await say('role scribe @ben');
    expect(await say(name)).toMatch(/scribe[^\n]*Ben/);
  },
  async handoff({ practice, name, say, incident }) {
    await say('lead me');
    await say(`${name} @ben I am off at 18:00`);
    expect((await incident()).lead).toBe(practice.ana);
    expect(
      practice
        .toldAlone(practice.ben)
        .map((told) => told.text)
        .join('\n'),
    ).toContain('I am off at 18:00');
    await say(`${name} accept`, practice.ben);
    expect((await incident()).lead).toBe(practice.ben);
  },
  async join({ practice, name, number, elsewhere, sayIn, seen }) {
    const channel = await elsewhere();
    practice.world.slack.as(practice.ana).invite(channel, practice.eve);
    expect(await sayIn(channel, `${name} INC-${number}`, practice.eve)).toContain(`INC-${number}`);
    expect(seen().members).toContain(practice.eve);
  },
  async escalate({ practice, name, say, seen }) {
    await say(`${name} @eve replication is broken`);
    expect(seen().members).toContain(practice.eve);
    expect(practice.posts(seen().id).at(-1)?.text).toMatch(/<@U[A-Z0-9]+>[\s\S]*replication is broken/);
  },
  async rename({ name, say, incident, seen }) {
    await say(`${name} Checkout & search answer 500`);
    expect((await incident()).title).toBe('Checkout & search answer 500');
    expect(seen().name).toContain('checkout-search-answer-500');
  },
  async update({ practice, name, say, seen }) {
    await say(`${name} we roll back next in 45m`);
    expect(practice.posts(seen().id).at(-1)?.text).toContain('we roll back');
  },
  async snooze({ name, say, incident }) {
    expect(await say(`${name} 1h`)).not.toBe('');
    expect((await incident()).nextUpdateAt).not.toBeNull();
    await say(`${name} off`);
    expect((await incident()).remindersOff).toBe(true);
  },
  note: statement('note'),
  impact: statement('impact'),
  cause: statement('cause'),
  trigger: statement('trigger'),
  fix: statement('fix'),
  detected: statement('detected'),
  started: statement('started'),
  suspect: statement('suspect'),
  'ruled-out': statement('ruled-out'),
  decide: statement('decision'),
  async task(scene) {
    await scene.say(`${scene.name} alert on replication lag @ben by 2030-07-31`);
    expect(await followUps(scene)).toEqual([
      expect.objectContaining({
        text: 'alert on replication lag',
        owner: scene.practice.ben,
        due: '2030-07-31',
      }),
    ]);
  },
  async tasks({ name, say }) {
    await say('task alert on lag');
    expect(await say(name)).toContain('alert on lag');
    expect(await say(`${name} mine`)).not.toContain('alert on lag');
  },
  async done(scene) {
    const { name, say } = scene;
    await say('task alert on lag');
    if (name === 'undone') await say('done 1');
    await say(`${name} 1`);
    expect((await followUps(scene))[0]?.done).toBe(name !== 'undone');
  },
  async assign(scene) {
    await scene.say('task alert on lag');
    await scene.say(`${scene.name} 1 @ben`);
    expect((await followUps(scene))[0]?.owner).toBe(scene.practice.ben);
  },
  async due(scene) {
    await scene.say('task alert on lag');
    await scene.say(`${scene.name} 1 2030-01-02`);
    expect((await followUps(scene))[0]?.due).toBe('2030-01-02');
    await scene.say(`${scene.name} 1 none`);
    expect((await followUps(scene))[0]?.due).toBeNull();
  },
  async timeline({ name, say }) {
    await say('note the replica is behind');
    expect(await say(name)).toContain('the replica is behind');
  },
  async edit(scene) {
    await scene.say('note restartd the primary');
    const code = await codeOf(scene, 'restartd the primary');
    await scene.say(`${scene.name} ${code} 20m ago restarted the primary`);
    expect(await textsOf(scene, 'note')).toEqual(['restarted the primary']);
    const [entry] = (await scene.entries()).filter(({ kind }) => kind === 'note');
    const now = scene.practice.world.clock.now().getTime();
    expect(now - (entry?.occurredAt.getTime() ?? 0)).toBe(1_200_000);
  },
  async hide(scene) {
    await scene.say('note not for the draft');
    const code = await codeOf(scene, 'not for the draft');
    if (scene.name === 'unhide') await scene.say(`hide ${code}`);
    await scene.say(`${scene.name} ${code}`);
    expect(await textsOf(scene, 'note')).toEqual(scene.name === 'unhide' ? ['not for the draft'] : []);
  },
  async redact(scene) {
    await scene.say('note the customer is Jane Roe of Elm Street');
    const code = await codeOf(scene, 'the customer is Jane Roe of Elm Street');
    await scene.say(`${scene.name} ${code}`);
    expect(JSON.stringify(await scene.entries())).not.toContain('Jane Roe');
    const log = await scene.practice.world.bot.store.log((await scene.incident()).id);
    expect(JSON.stringify(log)).not.toContain('Jane Roe');
  },
  async undo(scene) {
    await scene.say('severity 2');
    await scene.say('note wrong channel');
    await scene.say(scene.name);
    expect(await textsOf(scene, 'note')).toEqual([]);
    expect((await scene.incident()).severity).toBe(2);
    await scene.say(scene.name);
    expect((await scene.incident()).severity).toBeNull();
  },
  async before(scene) {
    const early = (entry: TimelineEntry) => entry.beforeDeclaration;
    expect((await scene.entries()).filter(early)).toHaveLength(1);
    await scene.say(`${scene.name} none`);
    expect((await scene.entries()).filter(early).every((entry) => entry.hidden)).toBe(true);
    await scene.say(`${scene.name} all`);
    expect((await scene.entries()).filter(early).some((entry) => entry.hidden)).toBe(false);
  },
  async find({ name, number, elsewhere, say, sayIn }) {
    await say(`note the walrus ${number} sneezed at the proxy`);
    expect(await sayIn(await elsewhere(), `${name} walrus ${number}`)).toContain(`INC-${number}`);
  },
  async resolve({ practice, name, say, incident, seen }) {
    await say(`${name} all orders go through`);
    expect((await incident()).status).toBe('resolved');
    expect(
      practice
        .posts(seen().id)
        .map((post) => post.text)
        .join('\n'),
    ).toContain('Postmortem draft');
    expect(seen().files.some((file) => file.name.endsWith('.md'))).toBe(true);
  },
  async reopen({ name, say, incident }) {
    await say('resolve');
    await say(`${name} errors are back`);
    expect((await incident()).status).toBe('investigating');
  },
  async cancel({ name, say, incident }) {
    await say(`${name} the probe was wrong`);
    expect((await incident()).status).toBe('cancelled');
  },
  async merge({ practice, name, number, elsewhere, say, sayIn, incident }) {
    await say('note the proxy is at its limit');
    const other = `Original ${name}`;
    await sayIn(await elsewhere(), `declare ${other}`);
    const found = practice.world.slack.channels().find((channel) => channel.topic.includes(other));
    const original = Number(/inc-(\d+)/.exec(found?.name ?? '')?.[1]);
    await say(`${name} INC-${original} the same proxy`);
    expect((await incident()).mergedInto).toBe(original);
    expect(await sayIn(found?.id ?? '', 'timeline all')).toContain('the proxy is at its limit');
    expect(await sayIn(found?.id ?? '', 'timeline all')).toContain(`INC-${number}`);
  },
  async close({ practice, name, say, seen }) {
    expect(await say(name)).toMatch(/resolve/);
    await say('resolve');
    await say(name);
    await practice.later(25 * 60);
    expect(seen().isArchived).toBe(true);
  },
  async postmortem({ name, say, incident, seen }) {
    await say('resolve');
    await say(`${name} assign @ben`);
    expect((await incident()).postmortemOwner).not.toBeNull();
    const before = (await incident()).draftVersion;
    await say(name);
    expect((await incident()).draftVersion).toBe(before + 1);
    for (const format of ['md', 'html', 'json', 'png']) await say(`${name} export ${format}`);
    const files = seen().files.map((file) => file.name);
    expect(files).toEqual(
      expect.arrayContaining(
        ['md', 'html', 'json', 'png'].map((end) => expect.stringMatching(`export.${end}$`)),
      ),
    );
  },
  async answer(scene) {
    await scene.say('resolve');
    const listed = await scene.say(scene.name);
    const number = /(\d+)[^\n]*root cause/i.exec(listed)?.[1];
    await scene.say(`${scene.name} ${number} the index was corrupt`);
    expect(await textsOf(scene, 'cause')).toEqual(['the index was corrupt']);
  },
  async list({ name, number, elsewhere, sayIn }) {
    expect(await sayIn(await elsewhere(), name)).toContain(`INC-${number}`);
    expect(await sayIn(await elsewhere(), `${name} all`)).toContain(`INC-${number}`);
  },
  async stats({ name, elsewhere, say, sayIn }) {
    await say('resolve');
    expect(await sayIn(await elsewhere(), `${name} 30d`)).toMatch(/\d+ incident/);
  },
  async drill({ practice, name, elsewhere, sayIn }) {
    await sayIn(await elsewhere(), name);
    await practice.later(10);
    const scratch = practice.world.slack.channels().filter((channel) => channel.name.startsWith('drill-'));
    const posts = practice.posts(scratch.at(-1)?.id ?? '');
    expect(posts.filter((post) => post.text.includes('(simulated)')).length).toBeGreaterThan(5);
  },
  async doctor({ name, elsewhere, sayIn }) {
    const report = await sayIn(await elsewhere(), name);
    expect(report).toMatch(/Permissions/);
    expect(report).toMatch(/Database/);
  },
  async help({ name, elsewhere, sayIn }) {
    const channel = await elsewhere();
    expect(await sayIn(channel, name)).toContain('/incident');
    expect(await sayIn(channel, `${name} note`)).toContain('10m ago');
  },
};

import type { SeenView } from '../../src/stand-in/inspect.js';
import { type Practice, startPractice } from './practice.js';

let practice: Practice;

/** The form that is open in front of somebody. */
function form(user: string): SeenView {
  const open = practice.world.slack
    .views()
    .filter((view) => view.user === user && view.isOpen && view.kind === 'modal');
  expect(open).toHaveLength(1);
  const [view] = open;
  if (!view) throw new Error('No form is open');
  return view;
}
const noForm = (user: string): boolean =>
  !practice.world.slack.views().some((view) => view.user === user && view.isOpen && view.kind === 'modal');
const home = (user: string): string =>
  JSON.stringify(practice.world.slack.views().filter((view) => view.user === user && view.kind === 'home'));
const seconds = (at: Date): string => String(Math.floor(at.getTime() / 1000));

describe.each(['http', 'socket'] as const)('by %s', (mode) => {
  beforeEach(async () => {
    practice = await startPractice(mode);
  });
  afterEach(() => practice.stop());

  test('declare without a title opens one screen on which only the title is needed', async () => {
    const { slack } = practice.world;
    slack.as(practice.ana).command('ops', '/incident', 'declare');
    await practice.world.settle();
    form(practice.ana);
    slack.as(practice.ana).submitView({ title: 'Mail is late' });
    await practice.world.settle();

    expect(noForm(practice.ana)).toBe(true);
    expect((await practice.incident()).title).toBe('Mail is late');
    expect(practice.incidentChannel().members).toContain(practice.ana);
  });

  test('all that a declaration can say fits into its form', async () => {
    const { slack } = practice.world;
    const began = new Date(practice.world.clock.now().getTime() - 20 * 60_000);
    slack.as(practice.ana).shortcut('declare-incident');
    await practice.world.settle();
    slack.as(practice.ana).submitView({
      title: 'Keys leaked & found <now>',
      severity: '2',
      'started-at': seconds(began),
      impact: 'two customers',
      privacy: ['private'],
    });
    await practice.world.settle();

    const incident = await practice.incident();
    expect(incident).toMatchObject({ title: 'Keys leaked & found <now>', severity: 2, private: true });
    const entries = await practice.entries();
    expect(entries.find((entry) => entry.kind === 'impact')?.text).toBe('two customers');
    expect(entries.find((entry) => entry.kind === 'started')?.occurredAt.getTime()).toBe(
      Math.floor(began.getTime() / 1000) * 1000,
    );
    expect(practice.posts('incidents')).toEqual([]);
  });

  test('a form sent twice counts once', async () => {
    const { slack } = practice.world;
    slack.deliveryMode({ duplicate: true });
    slack.as(practice.ana).command('ops', '/incident', 'declare');
    await practice.world.settle();
    slack.as(practice.ana).submitView({ title: 'Mail is late' });
    await practice.world.settle();
    expect(slack.channels().filter((channel) => channel.name.startsWith('inc-'))).toHaveLength(1);
  });

  test('what is wrong with a form is said under its field, and what was typed stays', async () => {
    const { id } = await practice.declare('Checkout is slow');
    const { slack } = practice.world;
    slack.as(practice.ana).command(id, '/incident', 'note');
    await practice.world.settle();
    slack.as(practice.ana).submitView({ text: '\u200b ', at: seconds(practice.world.clock.now()) });
    await practice.world.settle();
    expect(Object.keys(form(practice.ana).errors)).toEqual(['text']);

    const ahead = new Date(practice.world.clock.now().getTime() + 3_600_000);
    slack.as(practice.ana).submitView({ text: 'failed over', at: seconds(ahead) });
    await practice.world.settle();
    expect(Object.keys(form(practice.ana).errors)).toEqual(['at']);

    slack.as(practice.ana).submitView({ text: 'failed over', at: seconds(practice.world.clock.now()) });
    await practice.world.settle();
    expect(noForm(practice.ana)).toBe(true);
    expect((await practice.entries()).filter((entry) => entry.text === 'failed over')).toHaveLength(1);
  });

  test('an update, a task and an entry’s time are a form each', async () => {
    const { id } = await practice.declare('Checkout is slow');
    const { slack } = practice.world;
    const fill = async (command: string, entries: Readonly<Record<string, string>>) => {
      slack.as(practice.ana).command(id, '/incident', command);
      await practice.world.settle();
      slack.as(practice.ana).submitView(entries);
      await practice.world.settle();
      expect(noForm(practice.ana)).toBe(true);
    };
    await fill('update', { text: 'we roll back', status: 'identified', 'next-in': '30' });
    await fill('task', { text: 'alert on lag', owner: practice.ana, due: '2030-07-31' });

    expect(practice.posts(id).at(-1)?.text).toContain('we roll back');
    const incident = await practice.incident();
    expect(incident.status).toBe('identified');
    expect(incident.nextUpdateAt?.getTime()).toBe((incident.lastUpdate?.at.getTime() ?? 0) + 30 * 60_000);
    expect(await practice.world.bot.store.followUps(incident.id)).toEqual([
      expect.objectContaining({ text: 'alert on lag', owner: practice.ana, due: '2030-07-31' }),
    ]);
  });

  test('a note’s receipt offers to fix its time and to take it back', async () => {
    const { id } = await practice.declare('Checkout is slow');
    const { slack } = practice.world;
    await practice.later(60);
    await practice.say(practice.ana, id, 'note 10m ago failed over');
    await practice.press(practice.ana, id, 'Fix time');
    const when = new Date(practice.world.clock.now().getTime() - 30 * 60_000);
    slack.as(practice.ana).submitView({ at: seconds(when) });
    await practice.world.settle();
    const note = async () => (await practice.entries()).find((entry) => entry.text === 'failed over');
    expect((await note())?.occurredAt.getTime()).toBe(Math.floor(when.getTime() / 1000) * 1000);

    await practice.say(practice.ana, id, 'note said in the wrong channel');
    await practice.press(practice.ana, id, 'Undo');
    const wrong = (await practice.entries()).find((entry) => entry.text === 'said in the wrong channel');
    expect(wrong?.withdrawn).toBe(true);
    expect((await note())?.withdrawn).toBe(false);
  });

  test('“Add to timeline” on a thread reply makes a typed line of that reply', async () => {
    const { id } = await practice.declare('Checkout is slow');
    const { slack } = practice.world;
    const parent = await practice.post(practice.ana, id, 'which db is it');
    const reply = await practice.post(practice.ana, id, 'the index of the primary is corrupt', parent);
    const said = practice.world.clock.now();
    await practice.later(20);
    slack.as(practice.ana).messageShortcut(id, reply, 'add-to-timeline');
    await practice.world.settle();
    slack.as(practice.ana).submitView({ what: 'cause' });
    await practice.world.settle();

    const cause = (await practice.entries()).find((entry) => entry.kind === 'cause');
    expect(cause).toMatchObject({
      text: 'the index of the primary is corrupt',
      origin: { kind: 'message', ts: reply, threadTs: parent },
    });
    expect(Math.abs((cause?.occurredAt.getTime() ?? 0) - said.getTime())).toBeLessThan(1000);
    await practice.say(practice.ana, id, 'resolve');
    const draft = practice.incidentChannel().files.at(-1)?.content ?? '';
    expect(draft).toContain('the index of the primary is corrupt');
  });

  test('a form that was open before a redaction does not bring the words back', async () => {
    const { id } = await practice.declare('Checkout is slow');
    const { slack } = practice.world;
    const ts = await practice.post(practice.ana, id, 'the key of Jane Roe');
    slack.as(practice.ana).messageShortcut(id, ts, 'add-to-timeline');
    await practice.world.settle();
    expect(JSON.stringify(form(practice.ana).view)).toContain('Jane Roe');
    const shown = await practice.say(practice.ana, id, 'timeline all');
    await practice.say(practice.ana, id, `redact ${/`(\w+)`.*Jane Roe/.exec(shown)?.[1] ?? ''}`);
    slack.as(practice.ana).submitView({ what: 'cause' });
    await practice.world.settle();
    slack.as(practice.ana).messageShortcut(id, ts, 'add-to-timeline');
    await practice.world.settle();

    expect(noForm(practice.ana)).toBe(true);
    expect(JSON.stringify(await practice.entries())).not.toContain('Jane Roe');
  });

  test('what was said before the declaration can be chosen from', async () => {
    await practice.post(practice.ben, 'ops', 'orders fail for me');
    await practice.post(practice.ben, 'ops', 'lunch?');
    await practice.later(1);
    const { id } = await practice.declare('Checkout is slow');
    await practice.press(practice.ana, id, 'Choose');
    const blocks = JSON.stringify(form(practice.ana).view);
    expect(blocks).toContain('orders fail for me');
    const early = (await practice.entries()).filter((entry) => entry.beforeDeclaration);
    const keep = /"value":"([^"]+)"[^{}]*\}?/.exec(
      blocks.slice(Math.max(0, blocks.indexOf('orders fail for me') - 200)),
    )?.[1];
    practice.world.slack.as(practice.ana).submitView({ 'keep:0': [keep ?? ''] });
    await practice.world.settle();
    const after = (await practice.entries()).filter((entry) => entry.beforeDeclaration);
    expect(early).toHaveLength(2);
    expect(after.filter((entry) => entry.hidden).map((entry) => entry.text)).toEqual(['lunch?']);
  });

  test('a question of the draft is answered by a form, and the draft is made again', async () => {
    const { id } = await practice.declare('Checkout is slow');
    await practice.say(practice.ana, id, 'resolve');
    await practice.press(practice.ana, id, 'Answer questions');
    await practice.press(practice.ana, id, 'Answer');
    form(practice.ana);
    practice.world.slack.as(practice.ana).submitView({ text: 'all checkouts failed for an hour' });
    await practice.world.settle();
    await practice.later(15);
    const { draftVersion } = await practice.incident();
    expect(draftVersion).toBe(2);
    expect(practice.incidentChannel().files.at(-1)?.content).toContain('all checkouts failed for an hour');
  });

  test('a question’s button means that question, also when another draft has counted anew', async () => {
    const { id } = await practice.declare('Checkout is slow');
    const { slack } = practice.world;
    await practice.say(practice.ana, id, 'resolve');
    await practice.say(practice.ana, id, 'answer');
    await practice.say(practice.ana, id, 'answer 1 30m ago');
    await practice.later(15);
    expect((await practice.incident()).draftVersion).toBe(2);

    // Of the list from before: its first question is answered, and another one is now the first.
    expect(await practice.press(practice.ana, id, 'Answer')).toContain('no open question');
    expect(noForm(practice.ana)).toBe(true);
    slack.as(practice.ana).openHome();
    await practice.world.settle();
    const command = /"value":"(INC-1 answer [a-z-]+)"/.exec(home(practice.ana))?.[1];
    slack.as(practice.ana).command('ops', '/incident', command ?? 'no button');
    await practice.world.settle();
    form(practice.ana);
  });

  test('App Home shows open incidents, tasks and questions, and its buttons work', async () => {
    const { id } = await practice.declare('Checkout is slow');
    const { slack } = practice.world;
    await practice.say(practice.ana, id, 'task alert on lag @ana');
    slack.as(practice.ana).openHome();
    await practice.world.settle();
    expect(home(practice.ana)).toMatch(/Checkout is slow/);
    expect(home(practice.ana)).toMatch(/alert on lag/);

    const view = slack.views().find((seen) => seen.user === practice.ana && seen.kind === 'home');
    const done = /"action_id":"([^"]+)"[^{}]*(?:\{[^{}]*\}[^{}]*)*"value":"INC-1 done 1"/.exec(
      JSON.stringify(view?.view),
    )?.[1];
    slack.as(practice.ana).clickInView(done ?? '');
    await practice.world.settle();
    const { id: incident } = await practice.incident();
    expect((await practice.world.bot.store.followUps(incident))[0]?.done).toBe(true);
    expect(home(practice.ana)).not.toMatch(/alert on lag/);
  });
});

describe('what a form cannot do', () => {
  beforeEach(async () => {
    practice = await startPractice();
  });
  afterEach(() => practice.stop());

  test('a mention has no ticket for a form: it is told how to say it in words', async () => {
    const { id } = await practice.declare('Checkout is slow');
    const root = await practice.post(practice.ana, id, 'what now');
    expect(await practice.mention(practice.ana, id, 'note', root)).toContain('/incident note');
    expect(noForm(practice.ana)).toBe(true);
  });

  test('a ticket that is too old ends in words and a button, not in silence', async () => {
    const { id } = await practice.declare('Checkout is slow');
    practice.world.slack.fault({
      method: 'views.open',
      fault: { kind: 'refused', error: 'expired_trigger_id' },
    });
    expect(await practice.say(practice.ana, id, 'task')).not.toBe('');
    expect(noForm(practice.ana)).toBe(true);
  });

  test('a button drawn for another state says what happened already, and changes nothing', async () => {
    const { id } = await practice.declare('Checkout is slow');
    const { slack } = practice.world;
    slack.as(practice.ana).invite(id, practice.ben);
    await practice.say(practice.ana, id, '');
    await practice.say(practice.ben, id, 'status monitoring');
    // The panel that Ana got before still shows the old next step.
    const told = await practice.press(practice.ana, id, 'Identified');
    expect(told).toMatch(new RegExp(`Ben|${practice.ben}`));
    expect((await practice.incident()).status).toBe('monitoring');
  });
});

import { channelId } from '../../../src/core/ids.js';
import { type HomeData, homeView } from '../../../src/render/home/home-view.js';
import { ANA, aCommand, aFollowUp, anIncident, BEN, PEOPLE } from '../../builders.js';
import { ABSURD } from '../absurd.js';
import { shown } from '../faults.js';
import { blocksOf, viewFaults } from '../forms/view-faults.js';

const open = anIncident({ number: 4, status: 'investigating', severity: 2, endedAt: null, lead: BEN });
const nothing: HomeData = {
  open: { items: [], total: 0 },
  tasks: { items: [], total: 0 },
  questions: [],
  postmortems: [],
  page: 1,
  user: ANA,
  people: PEOPLE,
  today: '2024-06-10',
};
const task = (due: string | null, text = 'alert on the pool') => ({
  incident: open,
  followUp: aFollowUp(aCommand('12:30', 'task', text), { number: 2, due }),
});

/** What one reads, buttons as `[label -> command]`. */
function read(data: Partial<HomeData>): string {
  const blocks = blocksOf(homeView({ ...nothing, ...data })).flatMap(({ accessory, ...block }) => [
    block,
    ...(accessory ? [{ type: 'actions', elements: [accessory] }] : []),
  ]);
  return shown({ text: '', blocks });
}

test('an empty App Home says what to do, and offers it', () => {
  const text = read({});

  expect(text).toContain('[Declare an incident -> declare]');
  expect(text).toMatch(/No incident is open\. When something breaks, declare it here/);
  expect(text).not.toContain('Your follow-ups');
});

test('an open incident shows where it stands, its channel, and the way in', () => {
  const text = read({ open: { items: [open], total: 1 } });

  expect(text).toMatch(/\*INC-4\* Checkout down\nSEV2 · Investigating · lead @Ben · open since <!date/);
  expect(text).toContain('<#C1>');
  expect(text).toContain('[Join -> INC-4 join]');
  expect(read({ open: { items: [{ ...open, lead: ANA }], total: 1 } })).toContain('you lead');
});

test('a private incident says so', () => {
  expect(read({ open: { items: [{ ...open, private: true }], total: 1 } })).toContain('🔒 Private · *INC-4*');
});

test('an incident without a channel yet has no link', () => {
  expect(read({ open: { items: [{ ...open, channel: null }], total: 1 } })).toContain(
    'channel is being opened',
  );
});

test.each([
  ['2024-06-09', '*overdue since June 9, 2024*'],
  ['2024-06-10', '*due today*'],
  ['2024-06-11', 'due June 11, 2024'],
])('a follow-up due %s is shown as %s', (due, words) => {
  const text = read({ tasks: { items: [task(due)], total: 1 } });

  expect(text).toContain(words);
  expect(text).toContain('[Done -> INC-4 done 2]');
});

test('a question is answered by its id in its incident', () => {
  const questions = [{ incident: open, question: { id: 'action:3', ask: 'Who owns follow-up 3?' } }];

  expect(read({ questions })).toMatch(/Who owns follow-up 3\?[\s\S]*\[Answer -> INC-4 answer action:3\]/);
});

test('a recent postmortem links to its channel', () => {
  expect(read({ postmortems: [anIncident({ number: 3, channel: channelId('C3') })] })).toMatch(
    /Recent postmortems[\s\S]*\*INC-3\*[\s\S]*Resolved · ended <!date[\s\S]*<#C3>/,
  );
});

test.each([
  [1, 23, ['2']],
  [2, 23, ['1', '3']],
  [3, 23, ['2']],
  [9, 23, ['3']],
  [1, 10, []],
])('page %i of %i incidents turns to %j', (page, total, pages) => {
  const data = { open: { items: page > 3 ? [] : [open], total }, page };

  expect([...read(data).matchAll(/\[(?:Previous|Next) page -> (\d+)\]/g)].map(([, to]) => to)).toEqual(pages);
});

test('questions and postmortems stand on the first page only', () => {
  const questions = [{ incident: open, question: { id: 'impact', ask: 'Who was affected?' } }];

  expect(read({ questions, open: { items: [open], total: 30 }, page: 2 })).not.toContain('Who was affected?');
});

test.each(ABSURD.map((text) => [text.slice(0, 30), text]))(
  'a full App Home about %j is one that Slack takes',
  (_, text) => {
    const incident = { ...open, title: text };
    const many = <T>(item: T): readonly T[] => Array.from({ length: 40 }, () => item);
    const view = homeView({
      open: { items: many(incident), total: 400 },
      tasks: { items: many({ ...task('2024-06-09', text), incident }), total: 400 },
      questions: many({ incident, question: { id: text || 'x', ask: text } }),
      postmortems: many({ ...anIncident(), title: text }),
      page: 1,
      user: ANA,
      people: new Map([[BEN, { name: text, zone: null }]]),
      today: '2024-06-10',
    });

    expect(viewFaults(view, 'home')).toEqual([]);
    expect(blocksOf(view).length).toBeLessThanOrEqual(100);
  },
);

import type { Check } from '../../../src/core/doctor/check.js';
import { statsOf } from '../../../src/core/incident/stats.js';
import { doctorReport } from '../../../src/render/messages/doctor-report.js';
import { findResults } from '../../../src/render/messages/find-results.js';
import { incidentList } from '../../../src/render/messages/incident-list.js';
import { questions } from '../../../src/render/messages/questions.js';
import { stats } from '../../../src/render/messages/stats.js';
import { tasks } from '../../../src/render/messages/tasks.js';
import { CORA, MAYA } from '../../core/incident/builders.js';
import { commandsOf, shown } from '../faults.js';
import { aFollowUp, aMessage, anIncident, aResolvedIncident, PEOPLE } from '../values.js';

const incident = anIncident();

describe('tasks', () => {
  const view = { incident, page: 1, scope: 'open', people: PEOPLE, today: '2024-06-08' } as const;
  const item = (about: Parameters<typeof aFollowUp>[0]) => ({ incident, followUp: aFollowUp(about) });

  it.each([
    ['2024-06-07', '*overdue* since June 7, 2024'],
    ['2024-06-08', 'due today'],
    ['2024-06-09', 'due June 9, 2024'],
    [null, 'no due date'],
  ])('say when one is due: %s', (due, words) => {
    expect(shown(tasks({ ...view, items: [item({ due })], total: 1 }))).toContain(words);
  });

  it('are ticked off by a button that works anywhere', () => {
    const items = [item({ number: 2 }), item({ number: 3, done: true }), item({ withdrawn: true })];

    expect(commandsOf(tasks({ ...view, items, total: 3 }))).toEqual(['INC-42 done 2', 'INC-42 undone 3']);
  });

  it('of one person name their incident, and page', () => {
    const message = tasks({ ...view, incident: null, scope: 'mine', page: 2, items: [item({})], total: 21 });

    expect(shown(message)).toContain('*Your open follow-ups*, 11 to 11 of 21');
    expect(shown(message)).toContain('*INC-42 · 1* alert on replication lag');
    expect(commandsOf(message).slice(1)).toEqual(['tasks mine page 1', 'tasks mine page 3']);
  });

  it('say that there are none', () => {
    expect(tasks({ ...view, items: [], total: 0 }).text).toBe('No follow-up of INC-42 is open.');
  });
});

describe('questions', () => {
  const ask = (id: string, text: string, to: typeof CORA | null) => ({
    id,
    slot: 'impact',
    ask: text,
    to,
    about: [],
  });
  const asked = {
    version: 2,
    questions: [ask('started-at', 'When did it begin?', null), ask('impact', 'Who was affected?', CORA)],
  };

  it('show the reader’s own first, under their numbers in the document', () => {
    const message = questions(incident, asked, { user: CORA, people: PEOPLE });

    expect(message.text).toBe(
      '*2 open questions of INC-42*, 1 for you\n*2* Who was affected? (for you)\n*1* When did it begin?',
    );
    expect(commandsOf(message)).toEqual(['INC-42 answer impact', 'INC-42 answer started-at']);
  });

  it('say to whom a question of somebody else goes', () => {
    expect(questions(incident, asked, { user: MAYA, people: PEOPLE }).text).toContain('(for @Cora)');
  });
});

describe('the list', () => {
  it('shows a page of incidents and the way to the others', () => {
    const message = incidentList(
      { items: [anIncident({ lead: MAYA }), aResolvedIncident({ number: 7, private: true })], total: 12 },
      { user: MAYA, scope: 'all', page: 1, people: PEOPLE },
    );

    expect(shown(message).replaceAll(/<!date[^>]*>/g, 'TIME')).toMatchInlineSnapshot(`
"*All incidents*, 1 to 2 of 12
*INC-42* Checkout down
SEV2 · Investigating · you lead · TIME · <#C0INC42>
*INC-7* Checkout down
SEV2 · Resolved · TIME · private · <#C0INC42>
[Next page -> list all page 2]
Open one: \`/incident declare TITLE\` · come in: \`/incident join INC-4\`"
`);
  });
});

describe('a search', () => {
  it('shows the words around what was looked for', () => {
    const text = `${'before '.repeat(60)}replication <@U0CORA> lag ${'after '.repeat(60)}`;

    const message = findResults(
      { items: [{ incident, entry: aMessage({ text }) }], total: 1 },
      { text: 'LAG replication', page: 1, people: PEOPLE, workspaceUrl: null },
    );

    expect(message.text).toMatch(/\n…before .*replication @Cora lag after .*after… \(@Maya\)$/);
    expect(message.text.length).toBeLessThan(700);
  });

  it('says that nothing was found, and what finds more', () => {
    const none = findResults(
      { items: [], total: 0 },
      { text: 'x <y>', page: 1, people: PEOPLE, workspaceUrl: null },
    );

    expect(none.text).toBe('Nothing on record has all of “x &lt;y&gt;”. Fewer or shorter words find more.');
  });
});

describe('statistics', () => {
  const span = (minutes: number, startedAt: Date | null = null) => ({
    incident: {
      ...aResolvedIncident(),
      endedAt: new Date(incident.declaredAt.getTime() + minutes * 60_000),
    },
    startedAt,
    detectedAt: null,
    mitigatedAt: null,
  });

  it('say of each figure on how many incidents it rests', () => {
    const figures = statsOf([span(30, new Date('2024-06-08T12:50:00Z')), span(60), span(90)]);

    expect(shown(stats(figures, 90))).toMatchInlineSnapshot(`
"*Incidents of the last 90 days*: 3
SEV2 3
Until noticed: not known, nobody recorded both ends
Until mitigated: not known, nobody recorded both ends
Until resolved: median 1 h, from 3 incidents
1 of 3 measured from a stated start, the others from their declaration. Practice, false alarms and incidents that you may not see are left out."
`);
  });

  it('make no middle half of three incidents', () => {
    expect(shown(stats(statsOf([span(30), span(60), span(90)]), 90))).not.toContain('half');
    expect(shown(stats(statsOf([30, 40, 50, 60].map((minutes) => span(minutes))), 90))).toContain(
      'half of them',
    );
  });

  it('say that there was nothing', () => {
    expect(stats(statsOf([]), 30).text).toBe(
      '*Incidents of the last 30 days*: none that has ended and that you may see.',
    );
  });
});

describe('the doctor', () => {
  const check = (name: string, verdict: Check['verdict'], fix: string | null = null): Check => ({
    name,
    verdict,
    found: `${name} looked at`,
    fix,
  });

  it('says first whether anything needs doing, then the worst first, each with its fix', () => {
    const report = doctorReport([
      check('Database', 'ok'),
      check('Clock', 'warn', 'Set the clock by NTP'),
      check('Scopes', 'bad', 'Install the app again'),
    ]);

    expect(report.text).toBe(
      [
        '*1 thing needs doing*, 1 thing to look at.',
        ':red_circle: *Scopes*: Scopes looked at',
        '→ Install the app again',
        ':large_yellow_circle: *Clock*: Clock looked at',
        '→ Set the clock by NTP',
        ':large_green_circle: *Database*: Database looked at',
      ].join('\n'),
    );
  });

  it('says that all is well', () => {
    expect(doctorReport([check('Database', 'ok')]).text).toContain(
      '*Nothing needs doing.* 1 check, all fine.',
    );
  });
});

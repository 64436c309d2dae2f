import { command, NOW, refusal, said } from './saying.js';

const at = (moment: string): Date => new Date(`2024-06-08T${moment}:00Z`);

describe('handing over and calling for help', () => {
  it.each([
    ['handoff <@U0OMAR|omar>', { kind: 'hand-off', user: 'U0OMAR', text: '' }],
    ['hand-off <@U0OMAR> I am off at 18:00', { kind: 'hand-off', user: 'U0OMAR', text: 'I am off at 18:00' }],
    [
      'hand off to <@U0OMAR>: failover is next',
      { kind: 'hand-off', user: 'U0OMAR', text: 'failover is next' },
    ],
    [
      'handoff I am off, <@U0OMAR> takes over',
      { kind: 'hand-off', user: 'U0OMAR', text: 'I am off, <@U0OMAR> takes over' },
    ],
    ['handoff accept', { kind: 'accept-handoff' }],
    ['Handoff Accepted!', { kind: 'accept-handoff' }],
    ['escalate <@U0OMAR>', { kind: 'escalate', users: ['U0OMAR'], groups: [], text: '' }],
    [
      'page <@U0OMAR> and <@U0LENA|lena>: replication is broken, ask <@U0BEN>',
      {
        kind: 'escalate',
        users: ['U0OMAR', 'U0LENA'],
        groups: [],
        text: 'replication is broken, ask <@U0BEN>',
      },
    ],
    [
      'escalate <!subteam^S123|@oncall-db> db-1 &amp; db-2 are *down*',
      {
        kind: 'escalate',
        users: [],
        groups: [{ id: 'S123', handle: '@oncall-db' }],
        text: 'db-1 & db-2 are *down*',
      },
    ],
    [
      'escalate to <!subteam^S1|oncall>, <@W0GRID> + <!subteam^S2>',
      {
        kind: 'escalate',
        users: ['W0GRID'],
        groups: [
          { id: 'S1', handle: '@oncall' },
          { id: 'S2', handle: '@group' },
        ],
        text: '',
      },
    ],
    [
      'escalate we need <@U0OMAR> now',
      { kind: 'escalate', users: ['U0OMAR'], groups: [], text: 'we need <@U0OMAR> now' },
    ],
    ['join', { kind: 'join' }],
    ['brief', { kind: 'join' }],
    ['roles comms <@U0CORA>', { kind: 'assign-role', role: 'comms', user: 'U0CORA' }],
    ['role __proto__ me', { kind: 'assign-role', role: 'proto', user: 'U0MAYA' }],
    ['role `comms` me', { kind: 'assign-role', role: 'comms', user: 'U0MAYA' }],
  ])('%j', (text, expected) => {
    expect(command(text)).toEqual(expected);
  });

  it.each([
    ['handoff', { kind: 'person-missing', verb: 'handoff' }],
    ['handoff omar', { kind: 'person-missing', verb: 'handoff' }],
    ['escalate @oncall db is down', { kind: 'person-missing', verb: 'escalate' }],
    ['escalate', { kind: 'person-missing', verb: 'escalate' }],
    ['escalate &lt;!subteam^S1|@oncall&gt;', { kind: 'person-missing', verb: 'escalate' }],
    ['role __proto__', { kind: 'person-missing', verb: 'role' }],
    ['role ___ me', { kind: 'role-missing' }],
    ['roles of everybody', { kind: 'argument-unclear', verb: 'roles', said: 'of everybody' }],
    ['join everything', { kind: 'argument-unclear', verb: 'join', said: 'everything' }],
  ])('%j is refused', (text, expected) => {
    expect(refusal(text)).toEqual(expected);
  });
});

describe('updates and reminders', () => {
  const update = { kind: 'post-update', nextAt: null, status: null };

  it.each([
    ['update failover is done', { ...update, text: 'failover is done' }],
    ['update failover is done next in 30m', { ...update, text: 'failover is done', nextAt: at('15:00') }],
    [
      'update failover is done. Next update in 30 minutes.',
      { ...update, text: 'failover is done.', nextAt: at('15:00') },
    ],
    ['update failing over (next in 1h30)', { ...update, text: 'failing over', nextAt: at('16:00') }],
    ['update failing over, next update at 18:00', { ...update, text: 'failing over', nextAt: at('16:00') }],
    [
      'update failing over - next update is due at 15:00 UTC',
      { ...update, text: 'failing over', nextAt: at('15:00') },
    ],
    ['update failing over next at 5pm', { ...update, text: 'failing over', nextAt: at('15:00') }],
    ['update failing over, next at 5:00', { ...update, text: 'failing over', nextAt: at('15:00') }],
    [
      'update all quiet, next update tomorrow at 9:00',
      { ...update, text: 'all quiet', nextAt: new Date('2024-06-09T07:00:00Z') },
    ],
    ['update we fail over next', { ...update, text: 'we fail over next' }],
    ['update next in line is the replica', { ...update, text: 'next in line is the replica' }],
    ['update all good, next in 2x', { ...update, text: 'all good, next in 2x' }],
    ['update next update at 15:00 was promised', { ...update, text: 'next update at 15:00 was promised' }],
    // Said at 16:30 in Berlin: nobody means tomorrow.
    ['update all good, next at 16:00', { ...update, text: 'all good, next at 16:00' }],
    ['snooze', { kind: 'snooze', until: at('15:00') }],
    ['snooze 1h', { kind: 'snooze', until: at('15:30') }],
    ['snooze for 45 minutes', { kind: 'snooze', until: at('15:15') }],
    ['snooze 20', { kind: 'snooze', until: at('14:50') }],
    ['remind me in 2h', { kind: 'snooze', until: at('16:30') }],
    ['snooze until 18:00', { kind: 'snooze', until: at('16:00') }],
    ['snooze off', { kind: 'snooze', until: null }],
    ['remind on', { kind: 'snooze', until: NOW }],
  ])('%j', (text, expected) => {
    expect(command(text)).toEqual(expected);
  });

  it.each(['snooze whatever', 'snooze 0', 'snooze 99d', 'snooze 1h please do', 'snooze 10%'])(
    '%j is refused, not guessed',
    (text) => {
      expect(refusal(text)).toMatchObject({ kind: 'argument-unclear', verb: 'snooze' });
    },
  );
});

describe('follow-ups', () => {
  it.each([
    ['done 2', { kind: 'finish-follow-up', number: 2, done: true }],
    ['done #2, thanks', { kind: 'finish-follow-up', number: 2, done: true }],
    ['undone 2', { kind: 'finish-follow-up', number: 2, done: false }],
    ['assign 2 <@U0OMAR>', { kind: 'assign-follow-up', number: 2, user: 'U0OMAR' }],
    ['assign <@U0OMAR> 2', { kind: 'assign-follow-up', number: 2, user: 'U0OMAR' }],
    ['assign task #2 to <@U0OMAR>', { kind: 'assign-follow-up', number: 2, user: 'U0OMAR' }],
    ['assign 2 me', { kind: 'assign-follow-up', number: 2, user: 'U0MAYA' }],
    ['due 2 2024-07-31', { kind: 'date-follow-up', number: 2, due: '2024-07-31' }],
    ['due 2 by July 31', { kind: 'date-follow-up', number: 2, due: '2024-07-31' }],
    ['due 2: Friday', { kind: 'date-follow-up', number: 2, due: '2024-06-14' }],
    ['due 2 tomorrow', { kind: 'date-follow-up', number: 2, due: '2024-06-09' }],
    ['due 2 in 3 days', { kind: 'date-follow-up', number: 2, due: '2024-06-11' }],
    ['due 2 in a week', { kind: 'date-follow-up', number: 2, due: '2024-06-15' }],
    ['due 2 two months', { kind: 'date-follow-up', number: 2, due: '2024-08-08' }],
    ['due 2 today', { kind: 'date-follow-up', number: 2, due: '2024-06-08' }],
    ['due 2 none', { kind: 'date-follow-up', number: 2, due: null }],
  ])('%j', (text, expected) => {
    expect(command(text)).toEqual(expected);
  });

  it.each([
    ['done', { kind: 'number-missing', verb: 'done' }],
    ['done with the migration', { kind: 'number-missing', verb: 'done' }],
    ['undone', { kind: 'number-missing', verb: 'undone' }],
    ['done 0', { kind: 'number-missing', verb: 'done' }],
    ['done 2 3', { kind: 'argument-unclear', verb: 'done', said: '3' }],
    ['assign', { kind: 'number-missing', verb: 'assign' }],
    ['assign 2', { kind: 'person-missing', verb: 'assign' }],
    ['assign 2 omar', { kind: 'person-missing', verb: 'assign' }],
    ['due', { kind: 'number-missing', verb: 'due' }],
    ['due 2', { kind: 'date-unclear', said: '' }],
    ['due 2 whenever', { kind: 'date-unclear', said: 'whenever' }],
    ['due 2 7/8', { kind: 'date-unclear', said: '7/8' }],
    ['due 2 2024-06-07', { kind: 'date-past', said: '2024-06-07' }],
    ['due 2 yesterday', { kind: 'date-past', said: 'yesterday' }],
    ['due 2 last Friday', { kind: 'date-past', said: 'last Friday' }],
    ['task write it up by 2023-07-31', { kind: 'date-past', said: '2023-07-31' }],
    ['tasks whatever', { kind: 'argument-unclear', verb: 'tasks', said: 'whatever' }],
  ])('%j is refused', (text, expected) => {
    expect(refusal(text)).toEqual(expected);
  });

  it('a day is past or not in the incident’s zone', () => {
    const late = { now: new Date('2024-06-09T03:00:00Z'), incidentZone: 'America/New_York' };

    expect(command('due 2 2024-06-08', late)).toMatchObject({ due: '2024-06-08' });
    expect(refusal('due 2 2024-06-07', late)).toMatchObject({ kind: 'date-past' });
  });

  it('outside an incident tasks are one’s own', () => {
    const outside = { inIncident: false };

    expect(said('tasks', outside)).toEqual({ kind: 'show', show: { what: 'tasks', scope: 'mine', page: 1 } });
    expect(said('tasks page 2', outside)).toMatchObject({ show: { scope: 'mine', page: 2 } });
    expect(refusal('tasks all', outside)).toEqual({ kind: 'not-an-incident-channel' });
  });
});

describe('lines of the timeline', () => {
  it.each([
    [
      'edit k3f9 restarted *db-1*',
      { kind: 'correct-entry', code: 'k3f9', text: 'restarted *db-1*', at: null },
    ],
    ['edit `K3F9` 14:05', { kind: 'correct-entry', code: 'k3f9', text: null, at: at('12:05') }],
    [
      'edit #k3f9: 14:05 it broke',
      { kind: 'correct-entry', code: 'k3f9', text: 'it broke', at: at('12:05') },
    ],
    ['edit k3f9 "14:05" it said', { kind: 'correct-entry', code: 'k3f9', text: '"14:05" it said', at: null }],
    ['edit k3f9abcd 14:05', { kind: 'correct-entry', code: 'k3f9abcd', text: null, at: at('12:05') }],
    ['hide k3f9', { kind: 'hide-entry', code: 'k3f9', hidden: true }],
    ['unhide `k3f9`', { kind: 'hide-entry', code: 'k3f9', hidden: false }],
    ['redact #k3f9 please', { kind: 'redact-entry', code: 'k3f9' }],
    ['undo', { kind: 'undo', code: null }],
    ['undo that', { kind: 'undo', code: null }],
    ['undo k3f9', { kind: 'undo', code: 'k3f9' }],
    ['before all', { kind: 'choose-before', keep: [], offered: [] }],
    ['before keep all', { kind: 'choose-before', keep: [], offered: [] }],
    ['before none', { kind: 'choose-before', keep: [], offered: null }],
  ])('%j', (text, expected) => {
    expect(command(text)).toEqual(expected);
  });

  it.each([
    ['edit', { kind: 'entry-missing', verb: 'edit' }],
    ['edit the first line', { kind: 'entry-missing', verb: 'edit' }],
    ['edit k3f 14:05', { kind: 'no-such-entry', code: 'k3f' }],
    ['hide', { kind: 'entry-missing', verb: 'hide' }],
    ['unhide', { kind: 'entry-missing', verb: 'unhide' }],
    ['hide k3f9 m2p7', { kind: 'argument-unclear', verb: 'hide', said: 'm2p7' }],
    ['unhide k3f9 and that', { kind: 'argument-unclear', verb: 'unhide', said: 'and that' }],
    ['redact', { kind: 'entry-missing', verb: 'redact' }],
    ['undo everything', { kind: 'argument-unclear', verb: 'undo', said: 'everything' }],
    ['undo k3f91', { kind: 'no-such-entry', code: 'k3f91' }],
    ['before lunch', { kind: 'argument-unclear', verb: 'before', said: 'lunch' }],
    ['timeline last 0', { kind: 'argument-unclear', verb: 'timeline', said: 'last 0' }],
    ['timeline of today', { kind: 'argument-unclear', verb: 'timeline', said: 'of today' }],
    ['timeline all of it', { kind: 'argument-unclear', verb: 'timeline', said: 'all of it' }],
    ['timeline all page 0', { kind: 'argument-unclear', verb: 'timeline', said: 'all page 0' }],
  ])('%j is refused', (text, expected) => {
    expect(refusal(text)).toEqual(expected);
  });

  it('an unclear time of a correction is asked about with the code kept', () => {
    const unclear = refusal('edit k3f9 3:10 failover', { now: new Date('2024-06-08T13:20:00Z') });

    if (unclear.kind !== 'time-unclear') throw new Error(unclear.kind);
    expect(unclear.choices.map((choice) => command(choice.command))).toEqual(
      unclear.choices.map((choice) => ({
        kind: 'correct-entry',
        code: 'k3f9',
        text: 'failover',
        at: choice.at,
      })),
    );
  });
});

describe('the end, and afterwards', () => {
  it.each([
    ['merge INC-4 same broken index', { kind: 'merge', into: 4, text: 'same broken index' }],
    ['duplicate of inc 4: same index', { kind: 'merge', into: 4, text: 'same index' }],
    ['merge into #4', { kind: 'merge', into: 4, text: '' }],
    ['close', { kind: 'close', text: '' }],
    ['archive all is written up', { kind: 'close', text: 'all is written up' }],
    ['close cancel', { kind: 'keep-open' }],
    ['archive cancel', { kind: 'keep-open' }],
    ['postmortem', { kind: 'draft' }],
    ['pm refresh', { kind: 'draft' }],
    ['pm assign <@U0OMAR>', { kind: 'assign-postmortem', user: 'U0OMAR' }],
    ['pm owner: me', { kind: 'assign-postmortem', user: 'U0MAYA' }],
    [
      'answer 2 the alert fired at 14:02',
      { kind: 'answer', question: '2', text: 'the alert fired at 14:02' },
    ],
    ['answer #2: 30% of users', { kind: 'answer', question: '2', text: '30% of users' }],
    ['rename Checkout &amp; *search* down', { kind: 'rename', title: 'Checkout & *search* down' }],
    ['title to: Search down', { kind: 'rename', title: 'Search down' }],
  ])('%j', (text, expected) => {
    expect(command(text)).toEqual(expected);
  });

  it.each([
    ['merge', { kind: 'number-missing', verb: 'merge' }],
    ['merge the other one', { kind: 'number-missing', verb: 'merge' }],
    ['pm whatever', { kind: 'argument-unclear', verb: 'postmortem', said: 'whatever' }],
    ['pm export pdf', { kind: 'argument-unclear', verb: 'postmortem', said: 'export pdf' }],
    ['pm assign', { kind: 'person-missing', verb: 'postmortem' }],
    ['answer the alert fired', { kind: 'number-missing', verb: 'answer' }],
    ['answer 14:05 the alert fired', { kind: 'number-missing', verb: 'answer' }],
    ['list whatever', { kind: 'argument-unclear', verb: 'list', said: 'whatever' }],
    ['list page 0', { kind: 'argument-unclear', verb: 'list', said: 'page 0' }],
    ['stats abc', { kind: 'argument-unclear', verb: 'stats', said: 'abc' }],
    ['stats 0d', { kind: 'argument-unclear', verb: 'stats', said: '0d' }],
    ['doctor who', { kind: 'argument-unclear', verb: 'doctor', said: 'who' }],
    ['help nonsense', { kind: 'no-such-verb', said: 'nonsense', suggestion: null }],
    ['help timelime', { kind: 'no-such-verb', said: 'timelime', suggestion: 'timeline' }],
  ])('%j is refused', (text, expected) => {
    expect(refusal(text)).toEqual(expected);
  });

  it.each([
    ['postmortem export', 'md'],
    ['pm export markdown', 'md'],
    ['pm export json', 'json'],
  ])('%j is a file', (text, format) => {
    expect(said(text)).toEqual({ kind: 'export', format });
  });

  it('joining needs to be told which incident, outside of all', () => {
    expect(refusal('join', { inIncident: false })).toEqual({ kind: 'number-missing', verb: 'join' });
  });
});

describe('a question by its name, as buttons say it', () => {
  it('opens its form, and is no answer in words', () => {
    expect(said('answer root-cause')).toEqual({
      kind: 'form',
      form: { name: 'answer', question: 'root-cause' },
      otherwise: { kind: 'number-missing', verb: 'answer' },
    });
    expect(said('answer root-cause the index')).toMatchObject({ kind: 'refused' });
  });
});

describe('adopt and drill', () => {
  it.each([
    ['adopt', { kind: 'adopt', title: null, since: null }],
    ['adopt checkout errors', { kind: 'adopt', title: 'checkout errors', since: null }],
    ['adopt checkout since 13:30', { kind: 'adopt', title: 'checkout', since: at('11:30') }],
    ['adopt since 2h', { kind: 'adopt', title: null, since: at('12:30') }],
    ['adopt since 2 hours ago', { kind: 'adopt', title: null, since: at('12:30') }],
    ['adopt since yesterday', { kind: 'adopt', title: null, since: new Date('2024-06-06T22:00:00Z') }],
    ['adopt api since June 1', { kind: 'adopt', title: 'api', since: new Date('2024-05-31T22:00:00Z') }],
    ['drill', { kind: 'drill', script: null }],
    ['practice database', { kind: 'drill', script: 'database' }],
  ])('%j', (text, expected) => {
    expect(said(text, { inIncident: false })).toEqual(expected);
  });

  it.each([
    ['adopt since 2031-01-01 10:00', { kind: 'time-in-future', said: '2031-01-01 10:00' }],
    ['adopt since the deploy', { kind: 'argument-unclear', verb: 'adopt', said: 'since the deploy' }],
  ])('%j is refused', (text, expected) => {
    expect(refusal(text, { inIncident: false })).toEqual(expected);
  });
});

describe('too few words open a form, and say what is missing where none can be opened', () => {
  const statements = [
    'note',
    'impact',
    'cause',
    'trigger',
    'fix',
    'detected',
    'started',
    'suspect',
    'ruled-out',
  ];

  it.each([
    ...statements.map((what) => [what, { name: 'statement', what, message: null }, what] as const),
    ['decide', { name: 'statement', what: 'decision', message: null }, 'decide'],
    ['log', { name: 'statement', what: 'note', message: null }, 'note'],
    ['update', { name: 'update' }, 'update'],
    ['task', { name: 'task' }, 'task'],
    ['edit k3f9', { name: 'edit', code: 'k3f9' }, 'edit'],
    ['answer 2', { name: 'answer', question: '2' }, 'answer'],
    ['before', { name: 'before' }, 'before'],
  ] as const)('%j', (text, form, verb) => {
    expect(said(text)).toEqual({ kind: 'form', form, otherwise: { kind: 'text-missing', verb } });
  });
});

describe('what people put around their words', () => {
  const note = { kind: 'state', what: 'note', at: null, message: null };

  it.each([
    ['"note it is back"', 'it is back'],
    ['“note it is back”', 'it is back'],
    ['`note it is back`', 'it is back'],
    ['*note it is back*', 'it is back'],
    ['"note" it is back', 'it is back'],
    ['note "it is back"', '"it is back"'],
    ['note: "it is back", she said', '"it is back", she said'],
    ['"note he said "it is back""', 'he said "it is back"'],
  ])('%j', (text, expected) => {
    expect(command(text)).toEqual({ ...note, text: expected });
  });

  const hard = [
    '*bold* _it_ ~gone~ `code` ```block```',
    'a & b < c > d &amp; <!channel> <#C1|ops>',
    'first\n\nsecond\n• third',
    '"quoted" “curly” \'single\' «french»',
    '🔥👩‍🚒🏳️‍🌈 🇩🇪',
    'مرحبا العالم 123',
    '数据库重启了、日本語も',
    'Ελληνικά Кириллица ไทย हिन्दी',
    '\\n %s {{y}} $1 $& \\u0000',
    '--flag -x /path //url # @everyone',
  ];
  const asSlackSends = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const arguments_: readonly (readonly [string, string])[] = [
    ['note', 'text'],
    ['impact', 'text'],
    ['decide', 'text'],
    ['started', 'text'],
    ['update', 'text'],
    ['task', 'text'],
    ['resolve', 'text'],
    ['reopen', 'text'],
    ['cancel', 'text'],
    ['close', 'text'],
    ['rename', 'title'],
    ['merge INC-4', 'text'],
    ['answer 2', 'text'],
    ['edit k3f9', 'text'],
    ['handoff <@U1>', 'text'],
    ['escalate <@U1>', 'text'],
    ['status monitoring', 'text'],
    ['severity 2', 'text'],
  ];

  it.each(arguments_)('%s keeps every character of its text', (verb, field) => {
    for (const text of hard) expect(command(`${verb} ${asSlackSends(text)}`)).toHaveProperty(field, text);
  });

  it('find, declare and adopt do too', () => {
    for (const text of hard) {
      expect(said(`find ${asSlackSends(text)}`)).toMatchObject({ show: { text } });
      expect(said(`declare ${asSlackSends(text)}`)).toMatchObject({ declaration: { title: text } });
      expect(said(`adopt ${asSlackSends(text)}`)).toMatchObject({ title: text });
    }
  });
});

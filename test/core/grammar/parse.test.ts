import { command, refusal, said } from './saying.js';

function declaration(text: string) {
  const request = said(text, { inIncident: false });
  if (request.kind !== 'declare') throw new Error(`${text}: ${JSON.stringify(request)}`);
  return request.declaration;
}

describe('what is to be seen', () => {
  const timeline = { what: 'timeline', scope: 'key', last: null, page: 1, copy: false };

  it.each([
    ['', { what: 'panel' }],
    ['   \u200b ', { what: 'panel' }],
    ['status', { what: 'status' }],
    ['Status?', { what: 'status' }],
    ['severity', { what: 'status' }],
    ['timeline', timeline],
    ['timeline all last 20', { ...timeline, scope: 'all', last: 20 }],
    ['TIMELINE  key   7', { ...timeline, last: 7 }],
    ['timeline last 5 lines, please', { ...timeline, last: 5 }],
    ['timeline all page 3', { ...timeline, scope: 'all', page: 3 }],
    ['timeline copy all', { ...timeline, scope: 'all', copy: true }],
    ['timeline as markdown', { ...timeline, copy: true }],
    ['timeline k3f9', { what: 'entry', code: 'k3f9' }],
    ['timeline `K3F9`', { what: 'entry', code: 'k3f9' }],
    ['timeline #k3f9', { what: 'entry', code: 'k3f9' }],
    ['roles', { what: 'roles' }],
    ['tasks', { what: 'tasks', scope: 'open', page: 1 }],
    ['todos all page 2', { what: 'tasks', scope: 'all', page: 2 }],
    ['actions mine', { what: 'tasks', scope: 'mine', page: 1 }],
    ['answer', { what: 'questions' }],
    ['questions', { what: 'questions' }],
    ['list', { what: 'list', scope: 'open', page: 1 }],
    ['ls', { what: 'list', scope: 'open', page: 1 }],
    ['list mine', { what: 'list', scope: 'mine', page: 1 }],
    ['list my incidents', { what: 'list', scope: 'mine', page: 1 }],
    ['list all page 2', { what: 'list', scope: 'all', page: 2 }],
    ['list page 3', { what: 'list', scope: 'open', page: 3 }],
    ['find replication lag', { what: 'find', text: 'replication lag', page: 1 }],
    ['search *db* &amp; 日本', { what: 'find', text: '*db* & 日本', page: 1 }],
    ['find lag page 2', { what: 'find', text: 'lag', page: 2 }],
    ['find "landing page 2"', { what: 'find', text: 'landing page 2', page: 1 }],
    ['stats', { what: 'stats', days: 90 }],
    ['stats 30d', { what: 'stats', days: 30 }],
    ['stats 30 days', { what: 'stats', days: 30 }],
    ['stats last 3 months', { what: 'stats', days: 90 }],
    ['stats 2 weeks', { what: 'stats', days: 14 }],
    ['stats for the last year', { what: 'stats', days: 365 }],
    ['stats 45', { what: 'stats', days: 45 }],
    ['doctor', { what: 'doctor' }],
    ['help', { what: 'help', verb: null }],
    ['help log', { what: 'help', verb: 'note' }],
    ['help with "false alarm"', { what: 'help', verb: 'cancel' }],
    ['help /incident note', { what: 'help', verb: 'note' }],
    ['note --help', { what: 'help', verb: 'note' }],
  ])('%j shows %j', (text, show) => {
    expect(said(text)).toEqual({ kind: 'show', show });
  });
});

describe('declare', () => {
  const plain = { severity: null, private: false, startedAt: null, drill: false, impact: '' };

  it.each([
    ['declare Checkout down', { ...plain, title: 'Checkout down' }],
    ['new Checkout down', { ...plain, title: 'Checkout down' }],
    ['OPEN   Checkout   down', { ...plain, title: 'Checkout   down' }],
    ['start Checkout down sev 2', { ...plain, title: 'Checkout down', severity: 2 }],
    ['declare Checkout down SEV-1', { ...plain, title: 'Checkout down', severity: 1 }],
    ['declare Checkout down sev: 1', { ...plain, title: 'Checkout down', severity: 1 }],
    ['declare Checkout down sev1', { ...plain, title: 'Checkout down', severity: 1 }],
    ['declare Checkout down severity one?', { ...plain, title: 'Checkout down', severity: 1 }],
    ['declare Checkout down (sev 3)', { ...plain, title: 'Checkout down', severity: 3 }],
    ['declare Checkout down, P1', { ...plain, title: 'Checkout down', severity: 1 }],
    ['declare SEV1: Checkout down', { ...plain, title: 'Checkout down', severity: 1 }],
    ['declare sev 1 Checkout down', { ...plain, title: 'Checkout down', severity: 1 }],
    ['declare Sev 1 pages are not sent sev 3', { ...plain, title: 'Sev 1 pages are not sent', severity: 3 }],
    ['declare Checkout down private', { ...plain, title: 'Checkout down', private: true }],
    ['declare Leak private sev 2', { ...plain, title: 'Leak', private: true, severity: 2 }],
    ['declare Leak sev 2 private', { ...plain, title: 'Leak', private: true, severity: 2 }],
    ['declare Bucket is no longer private', { ...plain, title: 'Bucket is no longer private' }],
    [
      'declare Checkout down since 14:05',
      { ...plain, title: 'Checkout down', startedAt: new Date('2024-06-08T12:05:00Z') },
    ],
    [
      'declare Checkout down since 20m ago sev 2 private',
      {
        ...plain,
        title: 'Checkout down',
        severity: 2,
        private: true,
        startedAt: new Date('2024-06-08T14:10:00Z'),
      },
    ],
    [
      'declare Checkout down sev 2 since 14:05',
      { ...plain, title: 'Checkout down', severity: 2, startedAt: new Date('2024-06-08T12:05:00Z') },
    ],
    ['declare Checkout slow since the deploy', { ...plain, title: 'Checkout slow since the deploy' }],
    ['declare Reserve seven seats 7', { ...plain, title: 'Reserve seven seats 7' }],
    ['declare 5 of 7 seven', { ...plain, title: '5 of 7 seven' }],
    ['declare Errors on p95', { ...plain, title: 'Errors on p95' }],
    ['declare Line 7 sev 9', { ...plain, title: 'Line 7 sev 9' }],
    ['declare &lt;!channel&gt; *x* &amp; 日本語 🔥', { ...plain, title: '<!channel> *x* & 日本語 🔥' }],
    ['declare “API” p99 &gt; 5s\nand rising', { ...plain, title: '“API” p99 > 5s\nand rising' }],
    ['declare <http://shop.example|shop.example> is down', { ...plain, title: 'shop.example is down' }],
  ])('%j', (text, expected) => {
    expect(declaration(text)).toEqual(expected);
  });

  it.each(['declare sev 1', 'declare private', 'declare sev 2 private since 14:05'])(
    '%j asks for a title',
    (text) => {
      expect(refusal(text, { inIncident: false })).toEqual({ kind: 'title-missing' });
    },
  );

  it.each(['declare', 'open', 'declare \u200b\u202e'])('%j opens a form', (text) => {
    expect(said(text, { inIncident: false })).toEqual({
      kind: 'form',
      form: { name: 'declare', title: '' },
      otherwise: { kind: 'title-missing' },
    });
  });
});

describe('status and severity', () => {
  it.each([
    ['status monitoring', { kind: 'change-status', to: 'monitoring', text: '' }],
    [
      'status: Monitoring error rate falls',
      { kind: 'change-status', to: 'monitoring', text: 'error rate falls' },
    ],
    ['status to identified - the index', { kind: 'change-status', to: 'identified', text: 'the index' }],
    ['status monitring', { kind: 'change-status', to: 'monitoring', text: '' }],
    ['status mitigated', { kind: 'change-status', to: 'mitigated', text: '' }],
    ['status resolved all is well', { kind: 'resolve', text: 'all is well' }],
    ['status false alarm', { kind: 'cancel', text: '' }],
    ['sev 1', { kind: 'change-severity', to: 1, text: '' }],
    ['severity 1', { kind: 'change-severity', to: 1, text: '' }],
    ['sev1', { kind: 'change-severity', to: 1, text: '' }],
    ['SEV-1 everyone affected', { kind: 'change-severity', to: 1, text: 'everyone affected' }],
    ['sev: 1', { kind: 'change-severity', to: 1, text: '' }],
    ['severity: 3, since only EU', { kind: 'change-severity', to: 3, text: 'since only EU' }],
    ['severity one?', { kind: 'change-severity', to: 1, text: '' }],
    ['severity SEV2 because', { kind: 'change-severity', to: 2, text: 'because' }],
    ['severity P1', { kind: 'change-severity', to: 1, text: '' }],
    ['P1', { kind: 'change-severity', to: 1, text: '' }],
    ['severity to 2', { kind: 'change-severity', to: 2, text: '' }],
  ])('%j', (text, expected) => {
    expect(command(text)).toEqual(expected);
  });

  it.each(['severity 0', 'severity 6', 'severity 1.5', 'severity high', 'severity 10% of users', 'sev 12'])(
    '%j is refused, not guessed',
    (text) => {
      expect(refusal(text).kind).toBe('severity-unclear');
    },
  );

  it('refuses a status that it does not know', () => {
    expect(refusal('status page is down')).toEqual({ kind: 'status-unclear', said: 'page is down' });
  });
});

describe('people', () => {
  it.each([
    ['lead <@U0CORA|cora>', { kind: 'assign-lead', user: 'U0CORA' }],
    ['lead <@W0GRID>', { kind: 'assign-lead', user: 'W0GRID' }],
    ['ic <@U0CORA> please', { kind: 'assign-lead', user: 'U0CORA' }],
    ['commander me', { kind: 'assign-lead', user: 'U0MAYA' }],
    ['lead @me', { kind: 'assign-lead', user: 'U0MAYA' }],
    ['role comms <@U0CORA|cora>', { kind: 'assign-role', role: 'comms', user: 'U0CORA' }],
    ['role <@U0CORA> comms', { kind: 'assign-role', role: 'comms', user: 'U0CORA' }],
    ['role Customer Liaison: <@U0CORA>', { kind: 'assign-role', role: 'customer liaison', user: 'U0CORA' }],
    ['role <@U0CORA> as scribe', { kind: 'assign-role', role: 'scribe', user: 'U0CORA' }],
    ['role scribe me', { kind: 'assign-role', role: 'scribe', user: 'U0MAYA' }],
    ['role lead <@U0CORA>', { kind: 'assign-lead', user: 'U0CORA' }],
    ['role incident commander <@U0CORA>', { kind: 'assign-lead', user: 'U0CORA' }],
  ])('%j', (text, expected) => {
    expect(command(text)).toEqual(expected);
  });

  it.each([
    ['lead', { kind: 'person-missing', verb: 'lead' }],
    ['lead maya', { kind: 'person-missing', verb: 'lead' }],
    ['role comms', { kind: 'person-missing', verb: 'role' }],
    ['role <@U0CORA>', { kind: 'role-missing' }],
    ['role', { kind: 'role-missing' }],
  ])('%j is refused', (text, expected) => {
    expect(refusal(text)).toEqual(expected);
  });
});

describe('statements', () => {
  const note = { kind: 'state', what: 'note', at: null, message: null };

  it.each([
    ['note restarted *db-1* now', { ...note, text: 'restarted *db-1* now' }],
    ['log: found it', { ...note, text: 'found it' }],
    ['log:found it', { ...note, text: 'found it' }],
    ['NOTE  two  spaces', { ...note, text: 'two  spaces' }],
    ['note first line\nsecond line', { ...note, text: 'first line\nsecond line' }],
    ['note <@U0CORA|cora> has joined', { ...note, text: '<@U0CORA> has joined' }],
    ['note 5 &lt; 6 &amp;&amp; x &gt; y', { ...note, text: '5 < 6 && x > y' }],
    ['note 2x the usual load', { ...note, text: '2x the usual load' }],
    ['note 10% of requests fail', { ...note, text: '10% of requests fail' }],
    [
      'note 10m ago db failed over',
      { ...note, text: 'db failed over', at: new Date('2024-06-08T14:20:00Z') },
    ],
    ['note –15m db failed over', { ...note, text: 'db failed over', at: new Date('2024-06-08T14:15:00Z') }],
    [
      'impact 14:05 30% of users',
      { ...note, what: 'impact', text: '30% of users', at: new Date('2024-06-08T12:05:00Z') },
    ],
    ['cause corrupted index', { ...note, what: 'cause', text: 'corrupted index' }],
    ['root cause: corrupted index', { ...note, what: 'cause', text: 'corrupted index' }],
    ['trigger the upgrade', { ...note, what: 'trigger', text: 'the upgrade' }],
    ['fix rolled back', { ...note, what: 'fix', text: 'rolled back' }],
    ['resolution rolled back', { ...note, what: 'fix', text: 'rolled back' }],
    ['suspect the LB', { ...note, what: 'suspect', text: 'the LB' }],
    ['ruled-out the LB', { ...note, what: 'ruled-out', text: 'the LB' }],
    ['ruled out the LB', { ...note, what: 'ruled-out', text: 'the LB' }],
    ['Ruled—out: the LB', { ...note, what: 'ruled-out', text: 'the LB' }],
    ['decision fail over', { ...note, what: 'decision', text: 'fail over' }],
    ['started 14:05', { ...note, what: 'started', text: '', at: new Date('2024-06-08T12:05:00Z') }],
    [
      'detected 14:07 by the latency alert',
      { ...note, what: 'detected', text: 'by the latency alert', at: new Date('2024-06-08T12:07:00Z') },
    ],
  ])('%j', (text, expected) => {
    expect(command(text)).toEqual(expected);
  });

  it.each([
    ['note 10m ago', 'note'],
    ['impact 14:05', 'impact'],
    ['update next in 30m', 'update'],
    ['task <@U0CORA>', 'task'],
    ['rename', 'rename'],
    ['find', 'find'],
    ['find page 2', 'find'],
  ])('%j asks for the text', (text, verb) => {
    expect(refusal(text)).toEqual({ kind: 'text-missing', verb });
  });

  it('refuses a time that lies ahead', () => {
    expect(refusal('note 2031-01-01 10:00 failover')).toMatchObject({ kind: 'time-in-future' });
  });

  it('offers both moments of an unclear time, as commands that leave no doubt', () => {
    const unclear = refusal('note 3:10 failover', { now: new Date('2024-06-08T13:20:00Z') });

    if (unclear.kind !== 'time-unclear') throw new Error(unclear.kind);
    const again = unclear.choices.map((choice) => command(choice.command));

    expect(unclear.choices).toHaveLength(2);
    expect(again).toEqual(unclear.choices.map(({ at }) => ({ ...note, text: 'failover', at })));
  });
});

describe('tasks', () => {
  const task = { kind: 'add-follow-up', owner: null, due: null, message: null };

  it.each([
    ['task write a runbook', { ...task, text: 'write a runbook' }],
    ['todo write a runbook <@U0CORA|cora>', { ...task, text: 'write a runbook', owner: 'U0CORA' }],
    ['action <@U0CORA> write a runbook', { ...task, text: 'write a runbook', owner: 'U0CORA' }],
    ['task write a runbook @me', { ...task, text: 'write a runbook', owner: 'U0MAYA' }],
    [
      'task write a runbook <@U0CORA> by 2024-07-31',
      { ...task, text: 'write a runbook', owner: 'U0CORA', due: '2024-07-31' },
    ],
    [
      'task write a runbook by July 31 <@U0CORA>',
      { ...task, text: 'write a runbook', owner: 'U0CORA', due: '2024-07-31' },
    ],
    [
      'task <@U0CORA> write a runbook by August 15',
      { ...task, text: 'write a runbook', owner: 'U0CORA', due: '2024-08-15' },
    ],
    [
      'task by July 31 write a runbook <@U0CORA>',
      { ...task, text: 'write a runbook', owner: 'U0CORA', due: '2024-07-31' },
    ],
    ['task ask <@U0BEN> and <@U0CORA>', { ...task, text: 'ask <@U0BEN> and', owner: 'U0CORA' }],
    ['task <@U0BEN> shows <@U0CORA>', { ...task, text: '<@U0BEN> shows', owner: 'U0CORA' }],
    ['task ask <@U0BEN> for the graphs', { ...task, text: 'ask <@U0BEN> for the graphs' }],
    ['task review + optimize – <@U0CORA>', { ...task, text: 'review + optimize', owner: 'U0CORA' }],
    ['task cut latency by 30%', { ...task, text: 'cut latency by 30%' }],
    ['task monitoring &amp; alerts', { ...task, text: 'monitoring & alerts' }],
  ])('%j', (text, expected) => {
    expect(command(text)).toEqual(expected);
  });
});

describe('endings', () => {
  it.each([
    ['resolve', { kind: 'resolve', text: '' }],
    ['fixed all services are back', { kind: 'resolve', text: 'all services are back' }],
    ['Resolved: all services are back', { kind: 'resolve', text: 'all services are back' }],
    ['reopen errors are back', { kind: 'reopen', text: 'errors are back' }],
    ['cancel', { kind: 'cancel', text: '' }],
    ['false-alarm probe was wrong', { kind: 'cancel', text: 'probe was wrong' }],
    ['false alarm: probe was wrong', { kind: 'cancel', text: 'probe was wrong' }],
    ['pm', { kind: 'draft' }],
    ['postmortem refresh', { kind: 'draft' }],
    ['/incident resolve', { kind: 'resolve', text: '' }],
  ])('%j', (text, expected) => {
    expect(command(text)).toEqual(expected);
  });
});

describe('what is no command', () => {
  it.each([
    ['resovle all good', 'resolve'],
    ['stauts', 'status'],
    ['nots found it', 'note'],
    ['timelime', 'timeline'],
    ['flase alarm', 'false-alarm'],
    ['resolved?', 'resolved'],
    ['close?', 'close'],
    ['API 500s in checkout', null],
    ['日本語', null],
    ['x', null],
  ])('%j suggests %j and keeps the words', (text, suggestion) => {
    expect(refusal(text)).toEqual({
      kind: 'unknown-verb',
      said: text.split(' ')[0],
      suggestion,
      text,
      inIncident: true,
    });
  });

  it.each(['note x', 'resolve', 'timeline', 'status', 'pm'])(
    '%j needs the channel of an incident',
    (text) => {
      expect(refusal(text, { inIncident: false })).toEqual({ kind: 'not-an-incident-channel' });
    },
  );
});

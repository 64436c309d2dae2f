import type { Message } from '../../src/core/effects.js';
import { parse } from '../../src/core/grammar/parse.js';
import { SUBCOMMANDS } from '../../src/core/grammar/subcommands.js';
import { channelId, deliveryKey, entryId, messageTs, type UserId, userId } from '../../src/core/ids.js';
import type { IncidentEvent } from '../../src/core/incident/events.js';
import type { Incident } from '../../src/core/incident/incident.js';
import type { Person } from '../../src/core/record.js';
import type { Refusal } from '../../src/core/refusal.js';
import type { TimelineEntry } from '../../src/core/timeline/entry.js';
import { CARD_BUTTONS, CARD_LINES } from '../../src/render/limits.js';
import { announcement } from '../../src/render/messages/announcement.js';
import { declared } from '../../src/render/messages/declared.js';
import { help } from '../../src/render/messages/help.js';
import { incidentCard } from '../../src/render/messages/incident-card.js';
import { incidentList } from '../../src/render/messages/incident-list.js';
import { panel } from '../../src/render/messages/panel.js';
import { receipt } from '../../src/render/messages/receipt.js';
import { refused } from '../../src/render/messages/refusal.js';
import { status } from '../../src/render/messages/status.js';
import { timeline } from '../../src/render/messages/timeline.js';
import { channelTrouble } from '../../src/render/messages/trouble.js';
import { updateMessage } from '../../src/render/messages/update.js';
import { anAct, anIncident, aResolvedIncident, CORA, MAYA, NOW } from '../core/incident/builders.js';
import { ABSURD } from './absurd.js';
import { faults, shown } from './faults.js';

const people: ReadonlyMap<UserId, Person> = new Map([
  [MAYA, { name: 'Maya', zone: 'UTC' }],
  [CORA, { name: 'Cora', zone: null }],
]);
const act = anAct();

function anEntry(about: Partial<TimelineEntry> = {}): TimelineEntry {
  return {
    id: entryId('delivery:1'),
    incident: anIncident().id,
    kind: 'note',
    origin: { kind: 'delivery', channel: channelId('C0INC42'), key: deliveryKey('1') },
    author: { kind: 'person', user: MAYA },
    text: 'restarted the primary',
    occurredAt: NOW,
    recordedAt: NOW,
    backdated: false,
    revisions: [],
    withdrawn: false,
    marks: [],
    files: [],
    masked: 0,
    beforeDeclaration: false,
    detail: {},
    ...about,
  };
}

const aMessage = (about: Partial<TimelineEntry> = {}): TimelineEntry =>
  anEntry({
    kind: 'message',
    origin: {
      kind: 'message',
      channel: channelId('C0INC42'),
      ts: messageTs('1717857003.000100'),
      threadTs: null,
    },
    ...about,
  });

const view = { scope: 'key', last: null, page: 1, people, workspaceUrl: null } as const;

const EVENTS: readonly IncidentEvent[] = [
  { kind: 'declared', ...act, title: 'Down', severity: 1, private: false, origin: null, zone: 'UTC' },
  { kind: 'channel-opened', at: NOW, channel: channelId('C1'), channelName: 'inc-42' },
  { kind: 'status-changed', ...act, from: 'investigating', to: 'monitoring', text: 'x' },
  { kind: 'severity-changed', ...act, from: null, to: 1, text: 'x' },
  { kind: 'lead-assigned', ...act, user: CORA },
  { kind: 'role-assigned', ...act, role: 'comms', user: CORA },
  { kind: 'stated', ...act, what: 'note', text: 'x', backdated: true },
  { kind: 'update-posted', ...act, text: 'x' },
  { kind: 'follow-up-added', ...act, number: 1, text: 'x', owner: CORA, due: '2024-07-31' },
  { kind: 'resolved', ...act, text: 'x' },
  { kind: 'reopened', ...act, text: 'x' },
  { kind: 'cancelled', ...act, text: 'x' },
  { kind: 'draft-requested', at: NOW, version: 2 },
];

const REFUSALS: readonly Refusal[] = [
  { kind: 'not-an-incident-channel' },
  { kind: 'title-missing' },
  { kind: 'text-missing', verb: 'note' },
  { kind: 'text-missing', verb: 'fix' },
  { kind: 'person-missing', verb: 'lead' },
  { kind: 'person-missing', verb: 'role' },
  { kind: 'role-missing' },
  { kind: 'severity-unclear', said: 'high' },
  { kind: 'status-unclear', said: 'page is down' },
  { kind: 'time-in-future', said: '23:50' },
  {
    kind: 'time-unclear',
    said: '3:10',
    zone: 'Europe/Berlin',
    choices: [
      { at: NOW, command: 'note 2024-06-08T14:30:00.000Z failover' },
      { at: new Date(0), command: 'note 1970-01-01T00:00:00.000Z failover' },
    ],
  },
  { kind: 'already-ended', status: 'resolved' },
  { kind: 'already-ended', status: 'cancelled' },
  { kind: 'still-open' },
  { kind: 'no-change', what: 'status' },
  { kind: 'no-change', what: 'severity' },
  { kind: 'no-change', what: 'lead' },
  { kind: 'no-change', what: 'role' },
  {
    kind: 'unknown-verb',
    said: 'resovle',
    suggestion: 'resolve',
    text: 'resovle all good',
    inIncident: true,
  },
  { kind: 'unknown-verb', said: 'API', suggestion: null, text: 'API 500s', inIncident: false },
];

/** One of each message, with `text` wherever people's words can stand. */
function everyMessage(text: string): readonly Message[] {
  const absurd: Partial<Incident> = {
    title: text,
    lead: CORA,
    roles: { [text.slice(0, 80) || 'comms']: CORA, b: MAYA, c: MAYA, d: MAYA, e: userId('U0GONE') },
    lastUpdate: { text, by: MAYA, at: NOW },
  };
  const open = anIncident(absurd);
  const ended = aResolvedIncident(absurd);
  const named = new Map(people).set(CORA, { name: text, zone: null });
  const entries = Array.from({ length: 30 }, (_, number) =>
    number % 2 === 0
      ? anEntry({ text, kind: 'task', detail: { followUp: '3', owner: 'U0CORA', due: '2024-07-31' } })
      : aMessage({
          text,
          author: { kind: 'bot', name: text },
          marks: [{ sign: 'pin', by: MAYA, on: true, at: messageTs('1.0') }],
          files: [{ name: text, type: 'png', link: null }],
        }),
  );
  const texted = EVENTS.map((event) => ('text' in event ? { ...event, text } : event));
  const said: readonly Refusal[] = [
    { kind: 'severity-unclear', said: text },
    { kind: 'status-unclear', said: text },
    { kind: 'time-in-future', said: text },
    { kind: 'time-unclear', said: text, zone: 'UTC', choices: [{ at: NOW, command: `note ${text}` }] },
    { kind: 'unknown-verb', said: text.split(' ')[0] ?? '', suggestion: 'note', text, inIncident: true },
    { kind: 'unknown-verb', said: text.split(' ')[0] ?? '', suggestion: null, text, inIncident: false },
  ];
  return [
    incidentCard(open, named),
    incidentCard(ended, named),
    announcement(open, named),
    updateMessage(open, { text, by: CORA, at: NOW }, named),
    panel(open, { people: named, now: NOW }),
    panel(ended, { people: named, now: NOW }),
    status(open, { people: named, followUps: [] }),
    timeline(open, entries, { ...view, people: named, workspaceUrl: 'https://team.slack.example' }),
    timeline(open, entries, { ...view, scope: 'all', page: 2, people: named }),
    incidentList(
      Array.from({ length: 40 }, () => open),
      { user: MAYA, scope: 'open', people: named },
    ),
    declared(open),
    channelTrouble(open, text),
    ...texted.map((event) => receipt(event, open, { masked: 2, people: named })),
    ...[...REFUSALS, ...said].map(refused),
  ];
}

describe('every message', () => {
  it.each(ABSURD.map((text) => [text.slice(0, 30), text] as const))(
    'keeps within Slack’s limits and pings nobody: %j',
    (_, text) => {
      expect(everyMessage(text).flatMap(faults)).toEqual([]);
    },
  );

  it.each(ABSURD.map((text) => [text.slice(0, 30), text] as const))(
    'names nobody live where everybody reads it: %j',
    (_, text) => {
      const open = anIncident({ title: text, lead: CORA, lastUpdate: { text, by: MAYA, at: NOW } });
      const nobody = new Map<UserId, Person>();

      const publicly = [
        incidentCard(open, nobody),
        announcement(open, nobody),
        updateMessage(open, { text, by: CORA, at: NOW }, nobody),
      ];

      expect(JSON.stringify(publicly)).not.toMatch(/<@/);
    },
  );

  it('has only buttons that stand for a command which is understood', () => {
    const values = everyMessage('API 500s')
      .flatMap((message) => message.blocks ?? [])
      .flatMap((block) =>
        block['type'] === 'actions' && Array.isArray(block['elements']) ? block['elements'] : [],
      )
      .map((button: { readonly value: string }) => button.value);

    const understood = [...new Set(values)].map((value) =>
      parse(value, { now: NOW, speaker: MAYA, speakerZone: 'UTC', incidentZone: 'UTC', inIncident: true }),
    );

    expect(understood.length).toBeGreaterThan(10);
    expect(understood.filter((request) => request.kind === 'refused')).toEqual([]);
  });
});

describe('the card', () => {
  const lines = (message: Message): number => (message.text.match(/\n/g) ?? []).length + 1;
  const buttonCount = (message: Message): number => (shown(message).match(/ -> /g) ?? []).length;

  it.each([
    ['new', anIncident()],
    [
      'led and told',
      anIncident({ lead: CORA, roles: { comms: MAYA }, lastUpdate: { text: 'a\nb\nc', by: MAYA, at: NOW } }),
    ],
    ['mitigated', anIncident({ status: 'mitigated', title: 'two\nlines' })],
    ['resolved', aResolvedIncident()],
    ['cancelled', aResolvedIncident({ status: 'cancelled' })],
  ])('has at most six lines and four buttons (%s)', (_, incident) => {
    const card = incidentCard(incident, people);

    expect(lines(card)).toBeLessThanOrEqual(CARD_LINES);
    expect(buttonCount(card)).toBeLessThanOrEqual(CARD_BUTTONS);
  });

  it('shows where an open incident stands', () => {
    expect(
      shown(
        incidentCard(
          anIncident({ lead: CORA, lastUpdate: { text: 'failing over', by: MAYA, at: NOW } }),
          people,
        ),
      ),
    ).toMatchInlineSnapshot(`
"*INC-42* Checkout down
SEV2 · Investigating
Lead @Cora
Declared <!date^1717851600^{date_short_pretty} {time}|June 8, 2024 13:00 UTC> by @Maya, <!date^1717851600^{ago}|June 8, 2024 13:00 UTC>
Update <!date^1717857000^{date_short_pretty} {time}|June 8, 2024 14:30 UTC> by @Maya: failing over
Pin a message or use \`/incident note TEXT\` to put it in the timeline
[Identified -> status identified]
[Timeline -> timeline]
[Resolve -> resolve]"
`);
  });

  it('shows how an incident ended', () => {
    expect(shown(incidentCard(aResolvedIncident({ roles: { comms: CORA } }), people))).toMatchInlineSnapshot(`
"*INC-42* Checkout down
SEV2 · Resolved
No lead · comms @Cora
Declared <!date^1717851600^{date_short_pretty} {time}|June 8, 2024 13:00 UTC> by @Maya · Resolved <!date^1717855200^{date_short_pretty} {time}|June 8, 2024 14:00 UTC>, after 1 h
What is missing can still be added: \`/incident impact\`, \`cause\`, \`fix\`, \`task\`
[Timeline -> timeline]
[Draft again -> postmortem]
[Reopen -> reopen]"
`);
  });

  it('is the same for the same incident, so that nothing is sent twice', () => {
    expect(incidentCard(anIncident(), people)).toEqual(incidentCard(anIncident(), people));
  });
});

it('a private incident is never announced', () => {
  expect(() => announcement(anIncident({ private: true }), people)).toThrow(RangeError);
});

describe('the timeline', () => {
  const pinned = [{ sign: 'pin', by: MAYA, on: true, at: messageTs('1.0') }] as const;

  it('shows commands and marked messages, and says what it leaves out', () => {
    const entries = [
      anEntry({ kind: 'declared', text: 'Checkout down' }),
      aMessage({ text: 'idle talk' }),
      aMessage({ text: 'latency is up', marks: pinned }),
      anEntry({ kind: 'joined', text: '' }),
    ];

    const text = shown(timeline(anIncident(), entries, view));

    expect(text).toContain('Checkout down');
    expect(text).toContain('latency is up');
    expect(text).not.toContain('idle talk');
    expect(text).toContain('2 ordinary lines are not shown: `/incident timeline all`');
    expect(text).toContain('[Everything -> timeline all]');
  });

  it('does not repeat what was deleted', () => {
    const text = shown(
      timeline(anIncident(), [aMessage({ text: 'oops', withdrawn: true })], { ...view, scope: 'all' }),
    );

    expect(text).not.toContain('oops');
    expect(text).toContain('deleted message');
  });

  it('pages through everything without losing or repeating a line', () => {
    const entries = Array.from({ length: 61 }, (_, number) => anEntry({ text: `line <${number}>` }));

    const pages = [1, 2, 3].map((page) => shown(timeline(anIncident(), entries, { ...view, page })));
    const seen = pages.flatMap((page) =>
      [...page.matchAll(/line &lt;(\d+)&gt;/g)].map((match) => Number(match[1])),
    );

    expect(seen.toSorted((a, b) => a - b)).toEqual(entries.map((_, number) => number));
    expect(pages[0]).toContain('37 to 61 of 61');
    expect(pages[0]).toContain('[Earlier -> timeline key page 2]');
    expect(pages[1]).toContain('[Later -> timeline key page 1]');
    expect(pages[2]).toContain('1 to 11 of 61');
  });

  it('shows the last so many, and says how many came before', () => {
    const entries = Array.from({ length: 9 }, (_, number) => anEntry({ text: `line ${number}.` }));

    const text = shown(timeline(anIncident(), entries, { ...view, last: 2 }));

    expect(text).not.toContain('line 6.');
    expect(text).toContain('line 7.');
    expect(text).toContain('7 earlier lines are not shown');
  });

  it('tells what each line is, who said it and when it was added', () => {
    const entries = [
      anEntry({ kind: 'severity', text: 'all EU', detail: { to: '1' } }),
      anEntry({ kind: 'role', text: '', detail: { role: 'comms', user: 'U0CORA' } }),
      anEntry({ kind: 'note', text: 'failover', backdated: true }),
      anEntry({
        kind: 'task',
        text: 'runbook',
        detail: { followUp: '1', owner: 'U0CORA', due: '2024-07-31' },
      }),
      aMessage({ text: 'graph', marks: pinned, files: [{ name: 'p99.png', type: 'png', link: null }] }),
    ];

    expect(
      shown(timeline(anIncident(), entries, { ...view, workspaceUrl: 'https://t.example/' })),
    ).toMatchInlineSnapshot(`
"*Timeline of INC-42*, its key lines, 1 to 5 of 5
<!date^1717857000^{date_short_pretty} {time}|June 8, 2024 14:30 UTC> *Severity* SEV1 all EU (@Maya)
<!date^1717857000^{date_short_pretty} {time}|June 8, 2024 14:30 UTC> *Role* comms @Cora (@Maya)
<!date^1717857000^{date_short_pretty} {time}|June 8, 2024 14:30 UTC> *Note* failover (@Maya, added later)
<!date^1717857000^{date_short_pretty} {time}|June 8, 2024 14:30 UTC> *Follow-up* 1: runbook · owner @Cora · due 2024-07-31 (@Maya)
<!date^1717857000^{date_short_pretty} {time}^https://t.example/archives/C0INC42/p1717857003000100|June 8, 2024 14:30 UTC> graph [p99.png] (@Maya, pinned)"
`);
  });
});

describe('receipts', () => {
  it.each(EVENTS.map((event) => [event.kind, event] as const))('%s', (_, event) => {
    expect(shown(receipt(event, anIncident(), { masked: 0, people }))).toMatchSnapshot();
  });

  it('says how many secrets were masked', () => {
    const note: IncidentEvent = { kind: 'stated', ...act, what: 'note', text: '[masked]', backdated: false };

    expect(shown(receipt(note, anIncident(), { masked: 2, people }))).toContain('2 secrets were masked');
  });

  it('says that a long text is saved whole', () => {
    const note: IncidentEvent = {
      kind: 'stated',
      ...act,
      what: 'note',
      text: 'a'.repeat(40_000),
      backdated: false,
    };

    expect(shown(receipt(note, anIncident(), { masked: 0, people }))).toContain(
      'all 40000 characters are saved',
    );
  });
});

describe('refusals', () => {
  it.each(REFUSALS.map((refusal) => [refusal.kind, refusal] as const))('%s', (_, refusal) => {
    expect(shown(refused(refusal))).toMatchSnapshot();
  });

  it('says that a text is too long for a button instead of cutting it', () => {
    const text = `resovle ${'a'.repeat(3000)}`;

    const message = shown(
      refused({ kind: 'unknown-verb', said: 'resovle', suggestion: 'resolve', text, inIncident: true }),
    );

    expect(message).not.toContain(' -> ');
    expect(message).toContain('too long for a button');
  });

  it('carries the words over to the command that was meant, unchanged', () => {
    const message = refused({
      kind: 'unknown-verb',
      said: 'resovle',
      suggestion: 'resolve',
      text: 'resovle <@U0CORA> says A & B < C',
      inIncident: true,
    });

    expect(shown(message)).toContain('-> resolve <@U0CORA> says A &amp; B &lt; C]');
  });
});

describe('help', () => {
  it('has a line for each verb of the table', () => {
    const text = shown(help(null));

    expect(faults(help(null))).toEqual([]);
    for (const row of SUBCOMMANDS) expect(text).toContain(`/incident ${row.verb}`);
  });

  it.each(SUBCOMMANDS.map((row) => row.verb))('explains %s', (verb) => {
    expect(faults(help(verb))).toEqual([]);
    expect(shown(help(verb))).toContain('For example');
  });

  it('knows aliases', () => {
    expect(help('pm')).toEqual(help('postmortem'));
  });
});

it('the trouble with a channel says what was saved, what was not, and what is next', () => {
  expect(shown(channelTrouble(anIncident(), 'restricted_action'))).toMatchInlineSnapshot(`
"*INC-42* is saved: Checkout down
Its channel could not be opened: the workspace does not let the app do that; an admin can allow it.
Once that is mended, declare it again; this one stays in the record."
`);
});

it('the declarer is told where it happens', () => {
  expect(shown(declared(anIncident({ private: true, severity: null })))).toMatchInlineSnapshot(`
"*INC-42* is open: Checkout down
Its channel is <#C0INC42>. It is private: only people who are invited see it.
Severity not set: \`/incident severity 2\` in the channel."
`);
});

it('the panel says how long it has been open and silent', () => {
  const incident = anIncident({
    lastUpdate: { text: 'failing over', by: MAYA, at: new Date('2024-06-08T14:00:00Z') },
  });

  expect(shown(panel(incident, { people, now: NOW }))).toContain(
    'open for 1 h 30 min, last update 30 min ago',
  );
});

it('an update that is too long for the channel says that the record has it all', () => {
  const message = updateMessage(anIncident(), { text: 'word '.repeat(8000), by: MAYA, at: NOW }, people);

  expect(shown(message)).toContain('the record has all 40000 characters');
});

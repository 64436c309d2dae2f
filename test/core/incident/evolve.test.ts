import { channelId, entryId, groupId, incidentId, workspaceId } from '../../../src/core/ids.js';
import { type DecidedCommand, decide, declare } from '../../../src/core/incident/decide.js';
import type { IncidentEvent, LoggedEvent } from '../../../src/core/incident/events.js';
import { begin, evolve, followUpAfter } from '../../../src/core/incident/evolve.js';
import type { FollowUp, Incident } from '../../../src/core/incident/incident.js';
import { REDACTED } from '../../../src/core/timeline/redacted.js';
import {
  aContext,
  aFollowUp,
  anAct,
  anEntry,
  anIncident,
  aResolvedIncident,
  CORA,
  MAYA,
  NOW,
  OMAR,
} from './builders.js';

const act = anAct();
const quiet = { by: MAYA, at: NOW };
const later = new Date('2024-06-09T14:30:00Z');
const about = { id: incidentId('incident-1'), workspace: workspaceId('T0TEAM'), number: 1 };
const declaration = {
  title: 'Checkout down',
  severity: null,
  private: false,
  startedAt: null,
  origin: null,
  drill: false,
  impact: '',
} as const;

it('begins open, unrated, without a channel and without anybody in charge', () => {
  const [declared] = declare({ ...declaration, drill: true }, act, { zone: 'Europe/Berlin' });

  expect(begin(declared, { ...about, seq: 1 })).toMatchObject({
    number: 1,
    title: 'Checkout down',
    status: 'investigating',
    zone: 'Europe/Berlin',
    channel: null,
    lead: null,
    handoffTo: null,
    postmortemOwner: null,
    endedAt: null,
    closingAt: null,
    mergedInto: null,
    drill: true,
    adopted: false,
    lastSeq: 1,
  });
});

it.each<[IncidentEvent, Partial<Incident>]>([
  [
    { kind: 'channel-opened', at: NOW, channel: channelId('C1'), channelName: 'ops', adopted: true },
    { channel: channelId('C1'), channelName: 'ops', adopted: true },
  ],
  [
    { kind: 'status-changed', ...act, from: 'investigating', to: 'identified', text: '' },
    { status: 'identified' },
  ],
  [{ kind: 'severity-changed', ...act, from: 2, to: 1, text: '' }, { severity: 1 }],
  [{ kind: 'role-assigned', ...act, role: 'comms', user: CORA }, { roles: { comms: CORA } }],
  [{ kind: 'handoff-offered', ...act, user: CORA, text: '' }, { handoffTo: CORA }],
  [{ kind: 'renamed', ...act, from: 'Checkout down', to: 'Search down' }, { title: 'Search down' }],
  [
    { kind: 'update-posted', ...act, text: 'back soon', nextAt: later },
    { lastUpdate: { text: 'back soon', by: MAYA, at: NOW }, nextUpdateAt: later },
  ],
  [{ kind: 'snoozed', ...quiet, until: later }, { nextUpdateAt: later }],
  [{ kind: 'snoozed', ...quiet, until: null }, { remindersOff: true }],
  [
    { kind: 'resolved', ...act, text: '' },
    { status: 'resolved', endedAt: NOW },
  ],
  [
    { kind: 'cancelled', ...act, text: '' },
    { status: 'cancelled', endedAt: NOW },
  ],
  [
    { kind: 'merged', ...act, into: 4, text: '' },
    { status: 'cancelled', endedAt: NOW, mergedInto: 4 },
  ],
  [{ kind: 'closing', ...quiet, archiveAt: later, text: '' }, { closingAt: later }],
  [{ kind: 'postmortem-assigned', ...quiet, user: CORA }, { postmortemOwner: CORA }],
  [{ kind: 'draft-requested', at: NOW, version: 3 }, { draftVersion: 3 }],
  [
    { kind: 'undone', ...quiet, target: act.entry, restore: { status: 'monitoring', lead: CORA } },
    { status: 'monitoring', lead: CORA },
  ],
  [{ kind: 'undone', ...quiet, target: act.entry, restore: {} }, {}],
  [{ kind: 'stated', ...act, what: 'impact', text: 'all', backdated: false, message: null }, {}],
  [{ kind: 'escalated', ...act, users: [CORA], groups: [], text: '' }, {}],
  [{ kind: 'absorbed', ...act, from: 5, text: '' }, {}],
  [{ kind: 'entry-hidden', ...quiet, target: act.entry, hidden: true }, {}],
  [{ kind: 'entry-redacted', ...quiet, target: act.entry }, {}],
  [{ kind: 'follow-up-changed', ...quiet, number: 1, change: { done: true } }, {}],
])('%j', (event, change) => {
  expect(evolve(anIncident(), event, 8)).toEqual({ ...anIncident(), ...change, lastSeq: 8 });
});

it('has a lead and no offer once the lead is assigned, to whomever', () => {
  const incident = anIncident({ lead: OMAR, handoffTo: CORA });

  expect(evolve(incident, { kind: 'lead-assigned', ...act, user: MAYA }, 8)).toMatchObject({
    lead: MAYA,
    handoffTo: null,
  });
});

it('has neither ended nor is it closing or merged once it is reopened', () => {
  const incident = aResolvedIncident({ status: 'cancelled', closingAt: later, mergedInto: 4 });

  expect(evolve(incident, { kind: 'reopened', ...act, text: '' }, 9)).toMatchObject({
    status: 'investigating',
    endedAt: null,
    closingAt: null,
    mergedInto: null,
  });
});

it('stays ended when it is kept open', () => {
  expect(evolve(aResolvedIncident({ closingAt: later }), { kind: 'kept-open', ...quiet }, 9)).toMatchObject({
    status: 'resolved',
    closingAt: null,
  });
});

it.each(['__proto__', 'constructor', 'toString'])('%s is a role like any other', (role) => {
  const { roles } = evolve(anIncident(), { kind: 'role-assigned', ...act, role, user: CORA }, 8);

  expect(Object.entries(roles)).toEqual([[role, CORA]]);
  expect(Object.getPrototypeOf(roles)).toBe(Object.prototype);
});

describe('a follow-up', () => {
  const added = {
    kind: 'follow-up-added',
    ...act,
    number: 2,
    text: 'runbook',
    owner: CORA,
    due: null,
    message: null,
  } as const;

  it('is made of the event that adds it', () => {
    expect(followUpAfter(about.id, added, [])).toEqual({
      incident: about.id,
      number: 2,
      text: 'runbook',
      owner: CORA,
      due: null,
      done: false,
      withdrawn: false,
      entry: act.entry,
    });
  });

  it.each<[IncidentEvent, Partial<FollowUp>]>([
    [{ kind: 'follow-up-changed', ...quiet, number: 2, change: { done: true } }, { done: true }],
    [{ kind: 'follow-up-changed', ...quiet, number: 2, change: { due: null } }, { due: null }],
    [{ kind: 'follow-up-changed', ...quiet, number: 2, change: { withdrawn: true } }, { withdrawn: true }],
    [{ kind: 'entry-redacted', ...quiet, target: entryId('e:2') }, { text: REDACTED }],
  ])('is changed by %j', (event, change) => {
    const followUp = aFollowUp({ number: 2, entry: 'e:2', due: '2024-07-31' });

    expect(followUpAfter(about.id, event, [aFollowUp(), followUp])).toEqual({ ...followUp, ...change });
  });

  it.each<IncidentEvent>([
    { kind: 'follow-up-changed', ...quiet, number: 3, change: { done: true } },
    { kind: 'entry-redacted', ...quiet, target: entryId('e:3') },
    { kind: 'resolved', ...act, text: '' },
  ])('is left alone by %j', (event) => {
    expect(followUpAfter(about.id, event, [aFollowUp()])).toBeNull();
  });
});

/** A small generator with a seed, so that a failing run can be told by its number. */
function chance(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const COMMANDS: readonly DecidedCommand[] = [
  { kind: 'change-status', to: 'monitoring', text: '' },
  { kind: 'change-status', to: 'identified', text: 'x' },
  { kind: 'change-severity', to: 1, text: '' },
  { kind: 'change-severity', to: 3, text: 'x' },
  { kind: 'assign-lead', user: CORA },
  { kind: 'hand-off', user: MAYA, text: '' },
  { kind: 'accept-handoff' },
  { kind: 'assign-role', role: '__proto__', user: CORA },
  { kind: 'assign-role', role: 'comms', user: MAYA },
  { kind: 'escalate', users: [CORA], groups: [{ id: groupId('S1'), handle: 'dba' }], text: '' },
  { kind: 'rename', title: 'Search down' },
  { kind: 'rename', title: 'Checkout down' },
  { kind: 'state', what: 'cause', text: 'x', at: null, message: null },
  { kind: 'post-update', text: 'x', nextAt: null, status: 'mitigated' },
  { kind: 'snooze', until: new Date('2024-06-08T15:30:00Z') },
  { kind: 'snooze', until: null },
  { kind: 'add-follow-up', text: 'x', owner: null, due: null, message: null },
  { kind: 'undo', code: null },
  { kind: 'undo', code: null },
  { kind: 'undo', code: null },
  { kind: 'resolve', text: '' },
  { kind: 'cancel', text: '' },
  { kind: 'merge', into: 4, text: '' },
  { kind: 'close', text: '' },
  { kind: 'keep-open' },
  { kind: 'reopen', text: '' },
  { kind: 'draft' },
  { kind: 'assign-postmortem', user: CORA },
];

it.each(Array.from({ length: 50 }, (_, seed) => seed))(
  'the log alone gives the same incident again, and what was undone is put back (run %i)',
  (seed) => {
    const pick = chance(seed + 1);
    const [declared, ...more] = declare(declaration, act, { zone: 'UTC' });
    const log: LoggedEvent[] = [{ seq: 1, event: declared }];
    let row = begin(declared, { ...about, seq: 1 });
    let followUps: readonly FollowUp[] = [];
    const append = (event: IncidentEvent): void => {
      const seq = row.lastSeq + 1;
      row = evolve(row, event, seq);
      log.push({ seq, event });
      const followUp = followUpAfter(row.id, event, followUps);
      if (followUp) followUps = [...followUps.filter((one) => one.number !== followUp.number), followUp];
    };
    for (const event of more) append(event);
    const other = anIncident({ number: 4 });
    for (let step = 0; step < 60; step += 1) {
      const command = COMMANDS[pick(COMMANDS.length)] ?? { kind: 'draft' };
      const by = pick(3) === 0 ? CORA : MAYA;
      const now = anAct({ by, at: new Date(NOW.getTime() + step), entry: entryId(`e:${step}`) });
      const decision = decide(row, command, now, aContext({ followUps, log: [...log], other }));
      if (decision.ok) for (const event of decision.events) append(event);
    }
    // Everything that can be taken back is, by the lines themselves, in any order.
    for (const { event } of [...log].toSorted(() => pick(3) - 1)) {
      if (!('entry' in event)) continue;
      const target = { kind: 'one', entry: anEntry({ id: event.entry }) } as const;
      const context = aContext({ followUps, log: [...log], target });
      const decision = decide(row, { kind: 'undo', code: 'k3f9' }, anAct(), context);
      if (decision.ok) for (const undone of decision.events) append(undone);
    }

    let rebuilt: Incident | null = null;
    for (const { seq, event } of log) {
      if (event.kind === 'declared') rebuilt = begin(event, { ...about, seq });
      else if (rebuilt) rebuilt = evolve(rebuilt, event, seq);
    }

    expect(rebuilt).toEqual(row);
    expect(row.lastSeq).toBe(log.length);
    expect(row).toMatchObject({ title: 'Checkout down', severity: null, lead: null });
    expect(Object.keys(row.roles)).toEqual([]);
    expect(followUps.filter((followUp) => !followUp.withdrawn)).toEqual([]);
  },
);

import { channelId, entryId, groupId, messageTs } from '../../../src/core/ids.js';
import { type DecidedCommand, declare } from '../../../src/core/incident/decide.js';
import type { Incident } from '../../../src/core/incident/incident.js';
import { anAct, anIncident, aResolvedIncident, CORA, decided, MAYA, NOW, OMAR } from './builders.js';

const act = anAct();
const said = new Date('2024-06-08T14:05:00Z');

describe('declare', () => {
  const declaration = {
    title: 'Checkout down',
    severity: 1,
    private: true,
    startedAt: null,
    origin: channelId('C0OPS'),
    drill: false,
    impact: '',
  } as const;

  it('always opens an incident', () => {
    expect(declare(declaration, act, { zone: 'UTC' })).toEqual([
      {
        kind: 'declared',
        ...act,
        title: 'Checkout down',
        severity: 1,
        private: true,
        origin: 'C0OPS',
        zone: 'UTC',
        drill: false,
      },
    ]);
  });

  it('records when it began and who is affected, if that was said, as entries of their own', () => {
    const [, started, impact] = declare({ ...declaration, startedAt: said, impact: 'all logins' }, act, {
      zone: 'UTC',
    });

    expect(started).toMatchObject({
      kind: 'stated',
      what: 'started',
      at: said,
      backdated: true,
      entry: entryId('delivery:command:1:since'),
    });
    expect(impact).toMatchObject({
      kind: 'stated',
      what: 'impact',
      text: 'all logins',
      at: NOW,
      backdated: false,
      entry: entryId('delivery:command:1:impact'),
    });
  });

  it('knows practice as practice', () => {
    expect(declare({ ...declaration, drill: true }, act, { zone: 'UTC' })[0]).toMatchObject({ drill: true });
  });
});

describe('an open incident', () => {
  const message = { channel: channelId('C1'), ts: messageTs('1717855500.000100'), threadTs: null };

  it.each<[DecidedCommand, object]>([
    [
      { kind: 'change-status', to: 'monitoring', text: 'errors fall' },
      { kind: 'status-changed', from: 'investigating', to: 'monitoring', text: 'errors fall' },
    ],
    [
      { kind: 'change-severity', to: 1, text: '' },
      { kind: 'severity-changed', from: 2, to: 1, text: '' },
    ],
    [
      { kind: 'assign-lead', user: CORA },
      { kind: 'lead-assigned', user: CORA },
    ],
    [
      { kind: 'assign-role', role: 'comms', user: CORA },
      { kind: 'role-assigned', role: 'comms', user: CORA },
    ],
    [
      { kind: 'assign-role', role: '__proto__', user: CORA },
      { kind: 'role-assigned', role: '__proto__', user: CORA },
    ],
    [
      { kind: 'assign-role', role: 'constructor', user: CORA },
      { kind: 'role-assigned', role: 'constructor', user: CORA },
    ],
    [
      { kind: 'hand-off', user: CORA, text: 'off at six' },
      { kind: 'handoff-offered', user: CORA, text: 'off at six' },
    ],
    [
      { kind: 'escalate', users: [CORA], groups: [{ id: groupId('S1'), handle: 'dba' }], text: 'lag' },
      { kind: 'escalated', users: [CORA], groups: [{ id: 'S1', handle: 'dba' }], text: 'lag' },
    ],
    [
      { kind: 'rename', title: ' Search down ' },
      { kind: 'renamed', from: 'Checkout down', to: 'Search down' },
    ],
    [
      { kind: 'post-update', text: 'failover is done', nextAt: null, status: null },
      { kind: 'update-posted', text: 'failover is done', nextAt: null },
    ],
    [
      { kind: 'state', what: 'impact', text: '30% of users', at: null, message: null },
      { kind: 'stated', what: 'impact', text: '30% of users', backdated: false, message: null },
    ],
    [
      { kind: 'state', what: 'note', text: 'failover', at: said, message: null },
      { kind: 'stated', what: 'note', text: 'failover', at: said, backdated: true, message: null },
    ],
    [
      { kind: 'state', what: 'cause', text: 'index', at: null, message },
      {
        kind: 'stated',
        what: 'cause',
        text: 'index',
        at: new Date('2024-06-08T14:05:00Z'),
        backdated: false,
        message,
      },
    ],
  ])('%j', (command, event) => {
    expect(decided(anIncident(), command)).toEqual([{ ...act, ...event }]);
  });

  it('is snoozed without a line in the timeline', () => {
    expect(decided(anIncident(), { kind: 'snooze', until: said })).toEqual([
      { kind: 'snoozed', by: MAYA, at: NOW, until: said },
    ]);
  });

  it('takes a status along with an update, on a line of its own', () => {
    const command = { kind: 'post-update', text: 'x', nextAt: said, status: 'monitoring' } as const;

    expect(decided(anIncident(), command)).toEqual([
      { kind: 'update-posted', ...act, text: 'x', nextAt: said },
      {
        kind: 'status-changed',
        ...act,
        entry: 'delivery:command:1:status',
        from: 'investigating',
        to: 'monitoring',
        text: '',
      },
    ]);
    expect(decided(anIncident({ status: 'monitoring' }), command)).toHaveLength(1);
  });

  it.each<[Partial<Incident>, DecidedCommand, string]>([
    [{}, { kind: 'change-status', to: 'investigating', text: '' }, 'status'],
    [{}, { kind: 'change-severity', to: 2, text: '' }, 'severity'],
    [{ lead: CORA }, { kind: 'assign-lead', user: CORA }, 'lead'],
    [{ roles: { comms: CORA } }, { kind: 'assign-role', role: 'comms', user: CORA }, 'role'],
    [{}, { kind: 'rename', title: 'Checkout down' }, 'title'],
    [{ postmortemOwner: CORA }, { kind: 'assign-postmortem', user: CORA }, 'owner'],
  ])('says so when nothing would change (%j, %j)', (about, command, what) => {
    expect(decided(anIncident(about), command)).toEqual({ kind: 'no-change', what });
  });

  it('keeps what was said along with a change that is none', () => {
    const command = { kind: 'change-status', to: 'investigating', text: 'still looking at the LB' } as const;

    expect(decided(anIncident(), command)).toMatchObject([
      { kind: 'stated', what: 'note', text: 'still looking at the LB', message: null },
    ]);
  });

  it('has no empty title, and calls nobody without naming them', () => {
    expect(decided(anIncident(), { kind: 'rename', title: '  ' })).toEqual({ kind: 'title-missing' });
    expect(decided(anIncident(), { kind: 'escalate', users: [], groups: [], text: 'x' })).toEqual({
      kind: 'person-missing',
      verb: 'escalate',
    });
  });
});

describe('a handoff', () => {
  it('is not offered to oneself', () => {
    expect(decided(anIncident({ lead: CORA }), { kind: 'hand-off', user: MAYA, text: 'me' })).toEqual({
      kind: 'no-handoff',
    });
  });

  it('is not offered to who leads already', () => {
    expect(decided(anIncident({ lead: CORA }), { kind: 'hand-off', user: CORA, text: '' })).toEqual({
      kind: 'handoff-to-lead',
    });
  });

  it('gives the lead to whom it was offered, once they accept', () => {
    const incident = anIncident({ lead: CORA, handoffTo: MAYA });

    expect(decided(incident, { kind: 'accept-handoff' })).toEqual([
      { kind: 'lead-assigned', ...act, user: MAYA },
    ]);
  });

  it('is accepted by nobody else, and not without an offer', () => {
    expect(decided(anIncident({ handoffTo: OMAR }), { kind: 'accept-handoff' })).toEqual({
      kind: 'handoff-to-other',
      user: OMAR,
    });
    expect(decided(anIncident(), { kind: 'accept-handoff' })).toEqual({ kind: 'no-handoff' });
  });
});

describe('an ended incident', () => {
  it.each<DecidedCommand>([
    { kind: 'state', what: 'cause', text: 'corrupted index', at: null, message: null },
    { kind: 'add-follow-up', text: 'runbook', owner: null, due: null, message: null },
    { kind: 'post-update', text: 'credits are on their way', nextAt: null, status: null },
    { kind: 'change-severity', to: 1, text: '' },
    { kind: 'assign-lead', user: CORA },
    { kind: 'assign-role', role: 'scribe', user: CORA },
    { kind: 'assign-postmortem', user: CORA },
    { kind: 'rename', title: 'Search down' },
  ])('still takes $kind', (command) => {
    expect(decided(aResolvedIncident(), command)).toHaveLength(1);
  });

  it.each<DecidedCommand>([
    { kind: 'change-status', to: 'monitoring', text: '' },
    { kind: 'snooze', until: null },
  ])('refuses %j', (command) => {
    expect(decided(aResolvedIncident(), command)).toEqual({ kind: 'already-ended', status: 'resolved' });
  });
});

it('an update of an ended incident keeps its words, without the status that came with it', () => {
  const command = { kind: 'post-update', text: 'x', nextAt: null, status: 'monitoring' } as const;
  expect(decided(aResolvedIncident(), command)).toMatchObject([{ kind: 'update-posted', text: 'x' }]);
});

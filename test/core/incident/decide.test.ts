import { channelId, entryId } from '../../../src/core/ids.js';
import type { IncidentCommand } from '../../../src/core/incident/commands.js';
import { decide, declare } from '../../../src/core/incident/decide.js';
import type { FollowUp, Incident } from '../../../src/core/incident/incident.js';
import { anAct, anIncident, aResolvedIncident, CORA, MAYA, NOW } from './builders.js';

const act = anAct();

function decided(incident: Incident, command: IncidentCommand, followUps: readonly FollowUp[] = []) {
  const decision = decide(incident, command, act, { followUps });
  return decision.ok ? decision.events : decision.refusal;
}

describe('declare', () => {
  const declaration = {
    title: 'Checkout down',
    severity: 1,
    private: true,
    startedAt: null,
    origin: channelId('C0OPS'),
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
      },
    ]);
  });

  it('records when it began, if that was said, as an entry of its own', () => {
    const startedAt = new Date('2024-06-08T14:05:00Z');

    const [, started] = declare({ ...declaration, startedAt }, act, { zone: 'UTC' });

    expect(started).toMatchObject({
      kind: 'stated',
      what: 'started',
      at: startedAt,
      backdated: true,
      entry: entryId('delivery:command:1:since'),
    });
  });
});

describe('an open incident', () => {
  it.each<[IncidentCommand, object]>([
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
      { kind: 'post-update', text: 'failover is done' },
      { kind: 'update-posted', text: 'failover is done' },
    ],
    [
      { kind: 'state', what: 'impact', text: '30% of users', at: null },
      { kind: 'stated', what: 'impact', text: '30% of users', at: NOW, backdated: false },
    ],
    [
      { kind: 'state', what: 'note', text: 'failover', at: new Date('2024-06-08T14:05:00Z') },
      {
        kind: 'stated',
        what: 'note',
        text: 'failover',
        at: new Date('2024-06-08T14:05:00Z'),
        backdated: true,
      },
    ],
    [
      { kind: 'add-follow-up', text: 'runbook', owner: null, due: '2024-07-31' },
      { kind: 'follow-up-added', number: 1, text: 'runbook', owner: null, due: '2024-07-31' },
    ],
  ])('%j', (command, event) => {
    expect(decided(anIncident(), command)).toEqual([{ ...act, ...event }]);
  });

  it('ends with a draft', () => {
    expect(decided(anIncident({ draftVersion: 2 }), { kind: 'resolve', text: 'all is back' })).toEqual([
      { kind: 'resolved', ...act, text: 'all is back' },
      { kind: 'draft-requested', at: NOW, version: 3 },
    ]);
    expect(decided(anIncident(), { kind: 'cancel', text: '' })).toMatchObject([
      { kind: 'cancelled' },
      { kind: 'draft-requested', version: 1 },
    ]);
  });

  it('can be drafted before its end', () => {
    expect(decided(anIncident(), { kind: 'draft' })).toEqual([
      { kind: 'draft-requested', at: NOW, version: 1 },
    ]);
  });

  it('cannot be reopened', () => {
    expect(decided(anIncident(), { kind: 'reopen', text: '' })).toEqual({ kind: 'still-open' });
  });

  it.each<[Partial<Incident>, IncidentCommand, string]>([
    [{}, { kind: 'change-status', to: 'investigating', text: '' }, 'status'],
    [{}, { kind: 'change-severity', to: 2, text: '' }, 'severity'],
    [{ lead: CORA }, { kind: 'assign-lead', user: CORA }, 'lead'],
    [{ roles: { comms: CORA } }, { kind: 'assign-role', role: 'comms', user: CORA }, 'role'],
  ])('says so when nothing would change', (about, command, what) => {
    expect(decided(anIncident(about), command)).toEqual({ kind: 'no-change', what });
  });

  it('keeps what was said along with a change that is none', () => {
    const command = { kind: 'change-status', to: 'investigating', text: 'still looking at the LB' } as const;

    expect(decided(anIncident(), command)).toMatchObject([
      { kind: 'stated', what: 'note', text: 'still looking at the LB' },
    ]);
  });

  it('counts follow-ups from one, without gaps being filled', () => {
    const followUp: FollowUp = {
      incident: anIncident().id,
      number: 4,
      text: '',
      owner: null,
      due: null,
      done: true,
      entry: '',
    };

    expect(
      decided(anIncident(), { kind: 'add-follow-up', text: 'x', owner: MAYA, due: null }, [followUp]),
    ).toMatchObject([{ number: 5 }]);
  });
});

describe('an ended incident', () => {
  it.each<IncidentCommand>([
    { kind: 'state', what: 'cause', text: 'corrupted index', at: null },
    { kind: 'add-follow-up', text: 'runbook', owner: null, due: null },
    { kind: 'post-update', text: 'credits are on their way' },
    { kind: 'change-severity', to: 1, text: '' },
    { kind: 'assign-lead', user: CORA },
    { kind: 'assign-role', role: 'scribe', user: CORA },
  ])('still takes $kind', (command) => {
    expect(decide(aResolvedIncident(), command, act, { followUps: [] }).ok).toBe(true);
  });

  it.each<[IncidentCommand]>([
    [{ kind: 'resolve', text: '' }],
    [{ kind: 'change-status', to: 'monitoring', text: '' }],
  ])('refuses %j', (command) => {
    expect(decided(aResolvedIncident(), command)).toEqual({ kind: 'already-ended', status: 'resolved' });
  });

  it('turns out to be a false alarm after it was resolved', () => {
    expect(decided(aResolvedIncident(), { kind: 'cancel', text: 'probe was wrong' })).toMatchObject([
      { kind: 'cancelled' },
      { kind: 'draft-requested', version: 2 },
    ]);
  });

  it('is not cancelled twice', () => {
    expect(decided(aResolvedIncident({ status: 'cancelled' }), { kind: 'cancel', text: '' })).toEqual({
      kind: 'already-ended',
      status: 'cancelled',
    });
  });

  it('is reopened without a draft, which waits for the next end', () => {
    expect(decided(aResolvedIncident(), { kind: 'reopen', text: 'errors are back' })).toEqual([
      { kind: 'reopened', ...act, text: 'errors are back' },
    ]);
  });
});

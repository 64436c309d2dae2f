import { channelId, incidentId, workspaceId } from '../../../src/core/ids.js';
import type { IncidentCommand } from '../../../src/core/incident/commands.js';
import { decide, declare } from '../../../src/core/incident/decide.js';
import type { IncidentEvent, LoggedEvent } from '../../../src/core/incident/events.js';
import { begin, evolve, followUpOf } from '../../../src/core/incident/evolve.js';
import type { Incident } from '../../../src/core/incident/incident.js';
import { anAct, anIncident, aResolvedIncident, CORA, MAYA, NOW } from './builders.js';

const act = anAct();
const about = { id: incidentId('incident-1'), workspace: workspaceId('T0TEAM'), number: 1 };
const declaration = {
  title: 'Checkout down',
  severity: null,
  private: false,
  startedAt: null,
  origin: null,
} as const;

it('begins open, unrated and without a channel', () => {
  const [declared] = declare(declaration, act, { zone: 'Europe/Berlin' });

  expect(begin(declared, { ...about, seq: 1 })).toMatchObject({
    number: 1,
    title: 'Checkout down',
    status: 'investigating',
    zone: 'Europe/Berlin',
    channel: null,
    endedAt: null,
    lastSeq: 1,
  });
});

it.each<[IncidentEvent, Partial<Incident>]>([
  [
    { kind: 'channel-opened', at: NOW, channel: channelId('C1'), channelName: 'inc-42' },
    { channel: channelId('C1'), channelName: 'inc-42' },
  ],
  [
    { kind: 'status-changed', ...act, from: 'investigating', to: 'identified', text: '' },
    { status: 'identified' },
  ],
  [{ kind: 'severity-changed', ...act, from: 2, to: 1, text: '' }, { severity: 1 }],
  [{ kind: 'lead-assigned', ...act, user: CORA }, { lead: CORA }],
  [{ kind: 'role-assigned', ...act, role: 'comms', user: CORA }, { roles: { comms: CORA } }],
  [
    { kind: 'update-posted', ...act, text: 'back soon' },
    { lastUpdate: { text: 'back soon', by: MAYA, at: NOW } },
  ],
  [
    { kind: 'resolved', ...act, text: '' },
    { status: 'resolved', endedAt: NOW },
  ],
  [
    { kind: 'cancelled', ...act, text: '' },
    { status: 'cancelled', endedAt: NOW },
  ],
  [{ kind: 'draft-requested', at: NOW, version: 3 }, { draftVersion: 3 }],
  [{ kind: 'stated', ...act, what: 'impact', text: 'all', backdated: false }, {}],
])('%j', (event, change) => {
  expect(evolve(anIncident(), event, 8)).toEqual({ ...anIncident(), ...change, lastSeq: 8 });
});

it('has not ended once it is reopened', () => {
  expect(evolve(aResolvedIncident(), { kind: 'reopened', ...act, text: '' }, 9)).toMatchObject({
    status: 'investigating',
    endedAt: null,
  });
});

it('makes a follow-up of the event that adds one', () => {
  const event = {
    kind: 'follow-up-added',
    ...act,
    number: 2,
    text: 'runbook',
    owner: CORA,
    due: null,
  } as const;

  expect(followUpOf(about.id, event)).toEqual({
    incident: about.id,
    number: 2,
    text: 'runbook',
    owner: CORA,
    due: null,
    done: false,
    entry: act.entry,
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

const COMMANDS: readonly IncidentCommand[] = [
  { kind: 'change-status', to: 'monitoring', text: '' },
  { kind: 'change-status', to: 'identified', text: 'x' },
  { kind: 'change-severity', to: 1, text: '' },
  { kind: 'change-severity', to: 3, text: 'x' },
  { kind: 'assign-lead', user: CORA },
  { kind: 'assign-role', role: '__proto__', user: CORA },
  { kind: 'state', what: 'cause', text: 'x', at: null },
  { kind: 'post-update', text: 'x' },
  { kind: 'add-follow-up', text: 'x', owner: null, due: null },
  { kind: 'resolve', text: '' },
  { kind: 'cancel', text: '' },
  { kind: 'reopen', text: '' },
  { kind: 'draft' },
];

it.each(Array.from({ length: 50 }, (_, seed) => seed))(
  'the log alone gives the same incident again (run %i)',
  (seed) => {
    const pick = chance(seed + 1);
    const [declared, ...more] = declare(declaration, act, { zone: 'UTC' });
    const log: LoggedEvent[] = [{ seq: 1, event: declared }];
    let row = begin(declared, { ...about, seq: 1 });
    const append = (event: IncidentEvent): void => {
      const seq = row.lastSeq + 1;
      row = evolve(row, event, seq);
      log.push({ seq, event });
    };
    for (const event of more) append(event);
    for (let step = 0; step < 40; step += 1) {
      const command = COMMANDS[pick(COMMANDS.length)] ?? { kind: 'draft' };
      const decision = decide(row, command, anAct({ at: new Date(NOW.getTime() + step) }), { followUps: [] });
      if (decision.ok) for (const event of decision.events) append(event);
    }

    let rebuilt: Incident | null = null;
    for (const { seq, event } of log) {
      if (event.kind === 'declared') rebuilt = begin(event, { ...about, seq });
      else if (rebuilt) rebuilt = evolve(rebuilt, event, seq);
    }

    expect(rebuilt).toEqual(row);
    expect(row.lastSeq).toBe(log.length);
  },
);

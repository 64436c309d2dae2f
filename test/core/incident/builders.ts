import { channelId, entryId, incidentId, userId, workspaceId } from '../../../src/core/ids.js';
import type { DecidedAct } from '../../../src/core/incident/decide.js';
import type { Incident } from '../../../src/core/incident/incident.js';

export const MAYA = userId('U0MAYA');
export const CORA = userId('U0CORA');
export const NOW = new Date('2024-06-08T14:30:00Z');

/** An open incident, INC-42, in its channel; say only what the test is about. */
export function anIncident(about: Partial<Incident> = {}): Incident {
  return {
    id: incidentId('incident-42'),
    workspace: workspaceId('T0TEAM'),
    number: 42,
    title: 'Checkout down',
    status: 'investigating',
    severity: 2,
    private: false,
    zone: 'UTC',
    channel: channelId('C0INC42'),
    channelName: 'inc-42-checkout-down',
    origin: channelId('C0OPS'),
    declaredBy: MAYA,
    declaredAt: new Date('2024-06-08T13:00:00Z'),
    lead: null,
    roles: {},
    lastUpdate: null,
    endedAt: null,
    draftVersion: 0,
    lastSeq: 7,
    ...about,
  };
}

/** The same, resolved half an hour ago, with a draft. */
export const aResolvedIncident = (about: Partial<Incident> = {}): Incident =>
  anIncident({ status: 'resolved', endedAt: new Date('2024-06-08T14:00:00Z'), draftVersion: 1, ...about });

export const anAct = (about: Partial<DecidedAct> = {}): DecidedAct => ({
  by: MAYA,
  at: NOW,
  entry: entryId('delivery:command:1'),
  ...about,
});

import type { ReceivedDelivery } from '../../src/core/delivery.js';
import type { Debt, Effect } from '../../src/core/effects.js';
import {
  type ChannelId,
  channelId,
  deliveryKey,
  entryId,
  type IncidentId,
  incidentId,
  messageTs,
  userId,
  workspaceId,
} from '../../src/core/ids.js';
import type { Incident } from '../../src/core/incident/incident.js';
import type { TimelineEntry } from '../../src/core/timeline/entry.js';

export const acme = workspaceId('T1');
export const inc1: IncidentId = incidentId('inc-1');
export const war: ChannelId = channelId('C1');
export const ada = userId('U1');
export const grace = userId('U2');

const START = Date.parse('2024-06-08T14:00:00.123Z');
/** A moment, `seconds` after the tests' beginning of time. */
export const at = (seconds: number): Date => new Date(START + seconds * 1000);

export function anIncident(over: Partial<Incident> = {}): Incident {
  return {
    id: inc1,
    workspace: acme,
    number: 1,
    title: 'Checkout is down',
    status: 'investigating',
    severity: 2,
    private: false,
    zone: 'Europe/Berlin',
    channel: null,
    channelName: null,
    origin: null,
    declaredBy: ada,
    declaredAt: at(0),
    lead: null,
    roles: {},
    lastUpdate: null,
    endedAt: null,
    draftVersion: 0,
    drill: false,
    adopted: false,
    nextUpdateAt: null,
    remindersOff: false,
    handoffTo: null,
    postmortemOwner: null,
    closingAt: null,
    mergedInto: null,
    lastSeq: 0,
    ...over,
  };
}

export function anEntry(over: Partial<TimelineEntry> = {}): TimelineEntry {
  return {
    id: entryId('message:C1:1717857003.000100'),
    incident: inc1,
    kind: 'message',
    origin: { kind: 'message', channel: war, ts: messageTs('1717857003.000100'), threadTs: null },
    author: { kind: 'person', user: ada },
    text: 'we see errors',
    occurredAt: at(1),
    recordedAt: at(2),
    backdated: false,
    revisions: [],
    withdrawn: false,
    hidden: false,
    redacted: false,
    corrected: null,
    marks: [],
    files: [],
    masked: 0,
    beforeDeclaration: false,
    detail: {},
    ...over,
  };
}

export function aDelivery(key: string, over: Partial<ReceivedDelivery> = {}): ReceivedDelivery {
  return {
    workspace: acme,
    key: deliveryKey(key),
    receivedAt: at(0),
    delivery: {
      kind: 'fact',
      fact: { kind: 'member-joined', channel: war, user: ada, at: messageTs('1717857003.000100') },
    },
    ...over,
  };
}

export function aDebt(key: string, over: Partial<Debt> = {}): Debt {
  return { key, lane: 'lane', incident: null, effect: { kind: 'open-channel' }, standing: false, ...over };
}

/** A standing debt: its effect is the card. */
export function aCard(over: Partial<Debt> = {}): Debt {
  return aDebt('card:inc-1', { effect: { kind: 'card' }, standing: true, ...over });
}

export const aReply: Extract<Effect, { kind: 'reply' }> = {
  kind: 'reply',
  to: { kind: 'response-url', url: 'https://hooks.example.test/once', channel: war, user: ada },
  message: { text: 'Noted.', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Noted.' } }] },
};

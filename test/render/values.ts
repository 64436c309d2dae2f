import {
  channelId,
  deliveryKey,
  entryId,
  groupId,
  type MessageTs,
  messageEntryId,
  messageTs,
  type UserId,
  userId,
} from '../../src/core/ids.js';
import type { IncidentEvent } from '../../src/core/incident/events.js';
import type { FollowUp } from '../../src/core/incident/incident.js';
import type { Person } from '../../src/core/record.js';
import type { Mark, TimelineEntry } from '../../src/core/timeline/entry.js';
import { anAct, anIncident, aResolvedIncident, CORA, MAYA, NOW } from '../core/incident/builders.js';

export const PEOPLE: ReadonlyMap<UserId, Person> = new Map([
  [MAYA, { name: 'Maya', zone: 'UTC' }],
  [CORA, { name: 'Cora', zone: null }],
]);

export const NOBODY_KNOWN: ReadonlyMap<UserId, Person> = new Map();

export { anIncident, aResolvedIncident };

export const CHANNEL = channelId('C0INC42');
const act = anAct();

export const PINNED: readonly Mark[] = [{ sign: 'pin', by: MAYA, on: true, at: messageTs('1.0') }];

/** What a command left in the record; say only what the test is about. */
export function anEntry(about: Partial<TimelineEntry> = {}): TimelineEntry {
  return {
    id: entryId('delivery:1'),
    incident: anIncident().id,
    kind: 'note',
    origin: { kind: 'delivery', channel: CHANNEL, key: deliveryKey('1') },
    author: { kind: 'person', user: MAYA },
    text: 'restarted the primary',
    occurredAt: NOW,
    recordedAt: NOW,
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
    ...about,
  };
}

/** A message in the incident's channel. */
export function aMessage(
  about: Partial<TimelineEntry> = {},
  place: { readonly ts?: MessageTs; readonly threadTs?: MessageTs } = {},
): TimelineEntry {
  const { ts = messageTs('1717857003.000100'), threadTs = null } = place;
  return anEntry({
    id: messageEntryId(CHANNEL, ts),
    kind: 'message',
    origin: { kind: 'message', channel: CHANNEL, ts, threadTs },
    ...about,
  });
}

export function aFollowUp(about: Partial<FollowUp> = {}): FollowUp {
  return {
    incident: anIncident().id,
    number: 1,
    text: 'alert on replication lag',
    owner: CORA,
    due: '2024-07-31',
    done: false,
    withdrawn: false,
    entry: 'delivery:1',
    ...about,
  };
}

/** One of each kind of event, in the kinds' order. The compiler asks for a new one with each new kind. */
export const EVENTS: { readonly [Kind in IncidentEvent['kind']]: Extract<IncidentEvent, { kind: Kind }> } = {
  declared: {
    kind: 'declared',
    ...act,
    title: 'Down',
    severity: 1,
    private: false,
    origin: null,
    zone: 'UTC',
    drill: false,
  },
  'channel-opened': {
    kind: 'channel-opened',
    at: NOW,
    channel: CHANNEL,
    channelName: 'inc-42',
    adopted: false,
  },
  'status-changed': { kind: 'status-changed', ...act, from: 'investigating', to: 'monitoring', text: 'x' },
  'severity-changed': { kind: 'severity-changed', ...act, from: null, to: 1, text: 'x' },
  'lead-assigned': { kind: 'lead-assigned', ...act, user: CORA },
  'role-assigned': { kind: 'role-assigned', ...act, role: 'comms', user: CORA },
  'handoff-offered': { kind: 'handoff-offered', ...act, user: CORA, text: 'x' },
  escalated: {
    kind: 'escalated',
    ...act,
    users: [CORA],
    groups: [{ id: groupId('S0DB'), handle: 'oncall-db' }],
    text: 'x',
  },
  renamed: { kind: 'renamed', ...act, from: 'Down', to: 'Checkout down' },
  stated: { kind: 'stated', ...act, what: 'note', text: 'x', backdated: true, message: null },
  'update-posted': { kind: 'update-posted', ...act, text: 'x', nextAt: NOW },
  snoozed: { kind: 'snoozed', by: MAYA, at: NOW, until: NOW },
  'follow-up-added': {
    kind: 'follow-up-added',
    ...act,
    number: 1,
    text: 'x',
    owner: CORA,
    due: '2024-07-31',
    message: null,
  },
  'follow-up-changed': { kind: 'follow-up-changed', by: MAYA, at: NOW, number: 1, change: { done: true } },
  'entry-corrected': {
    kind: 'entry-corrected',
    by: MAYA,
    at: NOW,
    target: act.entry,
    text: 'x',
    occurredAt: NOW,
    was: { text: 'y', occurredAt: new Date('2024-06-08T14:00:00Z') },
  },
  'entry-hidden': { kind: 'entry-hidden', by: MAYA, at: NOW, target: act.entry, hidden: true },
  'entry-redacted': { kind: 'entry-redacted', by: MAYA, at: NOW, target: act.entry },
  undone: {
    kind: 'undone',
    by: MAYA,
    at: NOW,
    target: act.entry,
    restore: { status: 'investigating', lead: null },
  },
  resolved: { kind: 'resolved', ...act, text: 'x' },
  reopened: { kind: 'reopened', ...act, text: 'x' },
  cancelled: { kind: 'cancelled', ...act, text: 'x' },
  merged: { kind: 'merged', ...act, into: 4, text: 'x' },
  absorbed: { kind: 'absorbed', ...act, from: 4, text: 'x' },
  closing: { kind: 'closing', by: MAYA, at: NOW, archiveAt: new Date('2024-06-09T14:30:00Z'), text: '' },
  'kept-open': { kind: 'kept-open', by: MAYA, at: NOW },
  'postmortem-assigned': { kind: 'postmortem-assigned', by: MAYA, at: NOW, user: CORA },
  'draft-edited': {
    kind: 'draft-edited',
    by: MAYA,
    at: NOW,
    section: 'impact',
    claim: 'impact:1',
    text: 'x',
    base: 'b',
  },
  'question-declined': { kind: 'question-declined', by: MAYA, at: NOW, question: 'impact' },
  'draft-requested': { kind: 'draft-requested', at: NOW, version: 2 },
};

/** An event with `text` wherever a person's words can stand. */
export function worded(event: IncidentEvent, text: string): IncidentEvent {
  switch (event.kind) {
    case 'declared':
      return { ...event, title: text };
    case 'role-assigned':
      return { ...event, role: text };
    case 'renamed':
      return { ...event, from: text, to: text };
    case 'escalated':
      return { ...event, text, groups: [{ id: groupId('S0DB'), handle: text }] };
    case 'follow-up-changed':
      return { ...event, change: { ...event.change, text } };
    case 'entry-corrected':
      return { ...event, text, was: { ...event.was, text } };
    case 'undone':
      return { ...event, restore: { ...event.restore, title: text } };
    default:
      return 'text' in event ? { ...event, text } : event;
  }
}

export const GONE = userId('U0GONE');

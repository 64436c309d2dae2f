import {
  channelId,
  deliveryKey,
  type EntryId,
  entryId,
  incidentId,
  userId,
  workspaceId,
} from '../../../src/core/ids.js';
import type { DecideContext, DecidedAct, DecidedCommand } from '../../../src/core/incident/decide.js';
import { decide } from '../../../src/core/incident/decide.js';
import type { IncidentEvent, LoggedEvent } from '../../../src/core/incident/events.js';
import type { FollowUp, Incident } from '../../../src/core/incident/incident.js';
import type { TimelineEntry } from '../../../src/core/timeline/entry.js';

export const MAYA = userId('U0MAYA');
export const CORA = userId('U0CORA');
export const OMAR = userId('U0OMAR');
export const NOW = new Date('2024-06-08T14:30:00Z');
export const DECLARED = new Date('2024-06-08T13:00:00Z');

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
    declaredAt: DECLARED,
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

/** A command's place without anything around it. */
export const aContext = (about: Partial<DecideContext> = {}): DecideContext => ({
  followUps: [],
  log: [],
  target: null,
  drawnFor: null,
  other: null,
  questions: [],
  lines: null,
  entries: [],
  ...about,
});

/** The events of a decision, or its refusal. */
export function decided(
  incident: Incident,
  command: DecidedCommand,
  context: Partial<DecideContext> = {},
  act: DecidedAct = anAct(),
) {
  const decision = decide(incident, command, act, aContext(context));
  return decision.ok ? decision.events : decision.refusal;
}

export const aFollowUp = (about: Partial<FollowUp> = {}): FollowUp => ({
  incident: anIncident().id,
  number: 1,
  text: 'runbook',
  owner: null,
  due: null,
  done: false,
  withdrawn: false,
  entry: 'delivery:command:task',
  ...about,
});

/** A note by Maya. */
export const anEntry = (about: Partial<TimelineEntry> = {}): TimelineEntry => ({
  id: entryId('delivery:command:note'),
  incident: anIncident().id,
  kind: 'note',
  origin: { kind: 'delivery', channel: channelId('C0INC42'), key: deliveryKey('command:note') },
  author: { kind: 'person', user: MAYA },
  text: 'failover',
  occurredAt: new Date('2024-06-08T14:05:23Z'),
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
});

/** The declaration of INC-42, as the first event of its log. */
export const DECLARATION = {
  kind: 'declared',
  by: MAYA,
  at: DECLARED,
  entry: entryId('e:declared'),
  title: 'Checkout down',
  severity: 2,
  private: false,
  origin: channelId('C0OPS'),
  zone: 'UTC',
  drill: false,
} as const satisfies IncidentEvent;

/** A log that begins with the declaration. */
export const aLog = (...events: readonly IncidentEvent[]): readonly LoggedEvent[] =>
  [DECLARATION, ...events].map((event, index) => ({ seq: index + 1, event }));

/** Who did it and where it is shown: `e:NAME`. */
export const actOf = (name: string, by = MAYA): { by: typeof MAYA; at: Date; entry: EntryId } => ({
  by,
  at: NOW,
  entry: entryId(`e:${name}`),
});

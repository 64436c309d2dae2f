import type { IncidentId, WorkspaceId } from '../ids.js';
import { REDACTED } from '../timeline/redacted.js';
import type { DeclaredEvent } from './declare.js';
import type { IncidentEvent } from './events.js';
import type { FollowUp, Incident } from './incident.js';
import { dueAfterReopening, putOff } from './reminders.js';

/** The incident that a declaration begins. */
export function begin(
  event: DeclaredEvent,
  about: {
    readonly id: IncidentId;
    readonly workspace: WorkspaceId;
    readonly number: number;
    readonly seq: number;
  },
): Incident {
  return {
    id: about.id,
    workspace: about.workspace,
    number: about.number,
    title: event.title,
    status: 'investigating',
    severity: event.severity,
    private: event.private,
    zone: event.zone,
    channel: null,
    channelName: null,
    origin: event.origin,
    declaredBy: event.by,
    declaredAt: event.at,
    lead: null,
    roles: {},
    lastUpdate: null,
    endedAt: null,
    draftVersion: 0,
    drill: event.drill,
    adopted: false,
    nextUpdateAt: null,
    remindersOff: false,
    handoffTo: null,
    postmortemOwner: null,
    closingAt: null,
    mergedInto: null,
    lastSeq: about.seq,
  };
}

/** The incident after event number `seq` of its log. */
export function evolve(incident: Incident, event: IncidentEvent, seq: number): Incident {
  return { ...incident, ...changes(incident, event), lastSeq: seq };
}

function changes(incident: Incident, event: IncidentEvent): Partial<Incident> {
  switch (event.kind) {
    case 'declared':
    case 'stated':
    case 'escalated':
    case 'absorbed':
    case 'follow-up-added':
    case 'follow-up-changed':
    case 'entry-corrected':
    case 'entry-hidden':
    case 'entry-redacted':
    case 'draft-edited':
    case 'question-declined':
      return {};
    case 'channel-opened':
      return { channel: event.channel, channelName: event.channelName, adopted: event.adopted };
    case 'status-changed':
      return { status: event.to };
    case 'severity-changed':
      return { severity: event.to };
    case 'lead-assigned':
      return { lead: event.user, handoffTo: null };
    case 'role-assigned':
      return { roles: { ...incident.roles, [event.role]: event.user } };
    case 'handoff-offered':
      return { handoffTo: event.user };
    case 'renamed':
      return { title: event.to };
    case 'update-posted':
      return {
        lastUpdate: { text: event.text, by: event.by, at: event.at },
        nextUpdateAt: event.nextAt,
        // Who promises the next one wants to be reminded of it.
        remindersOff: incident.remindersOff && event.nextAt === null,
      };
    case 'snoozed':
      return event.until === null
        ? { remindersOff: true }
        : { remindersOff: false, nextUpdateAt: putOff(incident, event.until) };
    case 'undone':
      return event.restore;
    case 'resolved':
      return { status: 'resolved', endedAt: event.at };
    case 'cancelled':
      return { status: 'cancelled', endedAt: event.at };
    case 'merged':
      return { status: 'cancelled', endedAt: event.at, mergedInto: event.into };
    case 'reopened':
      return {
        status: 'investigating',
        endedAt: null,
        closingAt: null,
        mergedInto: null,
        remindersOff: false,
        nextUpdateAt: dueAfterReopening(incident, event.at),
      };
    case 'closing':
      return { closingAt: event.archiveAt };
    case 'kept-open':
      return { closingAt: null };
    case 'postmortem-assigned':
      return { postmortemOwner: event.user };
    case 'draft-requested':
      return { draftVersion: event.version };
  }
}

/** The follow-up as an event leaves it, added or changed; null where the event concerns none. */
export function followUpAfter(
  incident: IncidentId,
  event: IncidentEvent,
  followUps: readonly FollowUp[],
): FollowUp | null {
  if (event.kind === 'follow-up-added') {
    const { number, text, owner, due, entry } = event;
    return { incident, number, text, owner, due, done: false, withdrawn: false, entry };
  }
  if (event.kind === 'follow-up-changed') {
    const followUp = followUps.find((one) => one.number === event.number);
    return followUp === undefined ? null : { ...followUp, ...event.change };
  }
  if (event.kind === 'entry-redacted') {
    const followUp = followUps.find((one) => one.entry === event.target);
    return followUp === undefined ? null : { ...followUp, text: REDACTED };
  }
  return null;
}

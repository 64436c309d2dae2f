import type { IncidentId, WorkspaceId } from '../ids.js';
import type { DeclaredEvent } from './decide.js';
import type { IncidentEvent } from './events.js';
import type { FollowUp, Incident } from './incident.js';

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
    case 'follow-up-added':
      return {};
    case 'channel-opened':
      return { channel: event.channel, channelName: event.channelName };
    case 'status-changed':
      return { status: event.to };
    case 'severity-changed':
      return { severity: event.to };
    case 'lead-assigned':
      return { lead: event.user };
    case 'role-assigned':
      return { roles: { ...incident.roles, [event.role]: event.user } };
    case 'update-posted':
      return { lastUpdate: { text: event.text, by: event.by, at: event.at } };
    case 'resolved':
      return { status: 'resolved', endedAt: event.at };
    case 'cancelled':
      return { status: 'cancelled', endedAt: event.at };
    case 'reopened':
      return { status: 'investigating', endedAt: null };
    case 'draft-requested':
      return { draftVersion: event.version };
  }
}

/** The follow-up that an event adds, or null. */
export function followUpOf(incident: IncidentId, event: IncidentEvent): FollowUp | null {
  if (event.kind !== 'follow-up-added') return null;
  return {
    incident,
    number: event.number,
    text: event.text,
    owner: event.owner,
    due: event.due,
    done: false,
    entry: event.entry,
  };
}

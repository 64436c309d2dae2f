import type { EntryId, UserId } from '../ids.js';
import type { IncidentEvent, LoggedEvent } from './events.js';
import type { Incident, Severity, Status } from './incident.js';

type Restored = Extract<IncidentEvent, { kind: 'undone' }>['restore'];

/**
 * What taking `target` back puts back: what stood before it, acts already undone left out. Nothing, where
 * something of its kind has happened since: then that stands.
 */
export function restoredBy(
  incident: Incident,
  target: IncidentEvent,
  log: readonly LoggedEvent[],
  undone: ReadonlySet<EntryId>,
): Restored {
  const standing = log
    .map((line) => line.event)
    .filter((event) => !('entry' in event && undone.has(event.entry)));
  if (target.kind === 'status-changed')
    return ifLast(standing, target, statusAfter, (status = target.from) => ({ status }));
  if (target.kind === 'severity-changed')
    return ifLast(standing, target, severityAfter, (severity = target.from) => ({ severity }));
  if (target.kind === 'renamed')
    return ifLast(standing, target, titleAfter, (title = target.from) => ({ title }));
  if (target.kind === 'lead-assigned')
    return ifLast(standing, target, leadAfter, (lead = null) => ({ lead }));
  if (target.kind === 'handoff-offered')
    return ifLast(standing, target, handoffAfter, (handoffTo = null) => ({ handoffTo }));
  if (target.kind === 'role-assigned') {
    const { role } = target;
    return ifLast(standing, target, roleAfter(role), (user = null) => ({
      roles: withRole(incident.roles, role, user),
    }));
  }
  return {};
}

/** `after` gives what an event leaves behind; undefined where it does not concern the matter. */
function ifLast<Value>(
  standing: readonly IncidentEvent[],
  target: IncidentEvent,
  after: (event: IncidentEvent) => Value | undefined,
  restore: (value: Value | undefined) => Restored,
): Restored {
  const place = standing.indexOf(target);
  if (standing.slice(place + 1).some((event) => after(event) !== undefined)) return {};
  const before = standing.slice(0, place).findLast((event) => after(event) !== undefined);
  return restore(before === undefined ? undefined : after(before));
}

function statusAfter(event: IncidentEvent): Status | undefined {
  if (event.kind === 'status-changed') return event.to;
  if (event.kind === 'declared' || event.kind === 'reopened') return 'investigating';
  if (event.kind === 'resolved') return 'resolved';
  return event.kind === 'cancelled' || event.kind === 'merged' ? 'cancelled' : undefined;
}

function severityAfter(event: IncidentEvent): Severity | null | undefined {
  if (event.kind === 'declared') return event.severity;
  return event.kind === 'severity-changed' ? event.to : undefined;
}

function titleAfter(event: IncidentEvent): string | undefined {
  if (event.kind === 'declared') return event.title;
  return event.kind === 'renamed' ? event.to : undefined;
}

const leadAfter = (event: IncidentEvent): UserId | null | undefined =>
  event.kind === 'lead-assigned' ? event.user : undefined;

/** Null: the offer is over, since somebody took the lead. */
function handoffAfter(event: IncidentEvent): UserId | null | undefined {
  if (event.kind === 'handoff-offered') return event.user;
  return event.kind === 'lead-assigned' ? null : undefined;
}

const roleAfter =
  (role: string) =>
  (event: IncidentEvent): UserId | null | undefined =>
    event.kind === 'role-assigned' && event.role === role ? event.user : undefined;

/** By entries, so that a role named `__proto__` stays one. */
function withRole(roles: Incident['roles'], role: string, user: UserId | null): Incident['roles'] {
  const others = Object.entries(roles).filter(([name]) => name !== role);
  return Object.fromEntries(user === null ? others : [...others, [role, user]]);
}

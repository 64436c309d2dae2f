import type { Refusal } from '../refusal.js';
import type { IncidentCommand } from './commands.js';
import type { DecideContext } from './decision.js';
import { type Drawn, readDrawnFor } from './drawn-for.js';
import type { IncidentEvent } from './events.js';
import { type Incident, isOpen } from './incident.js';

type Stale = Extract<Refusal, { kind: 'stale' }>;

/**
 * Why a button no longer means what it showed: what it would change has been changed since it was drawn. Null
 * where it still does, and for commands that carry no state.
 */
export function staleness(
  incident: Incident,
  command: IncidentCommand,
  { drawnFor, log }: Pick<DecideContext, 'drawnFor' | 'log'>,
): Stale | null {
  const drawn = drawnFor === null ? null : readDrawnFor(drawnFor);
  const what = drawn === null ? null : changedSince(incident, command, drawn);
  if (what === null) return null;
  const change = log.map((line) => line.event).findLast((event) => concerns(event, what));
  return {
    kind: 'stale',
    now: { status: incident.status, lead: incident.lead },
    what,
    by: change !== undefined && 'by' in change ? change.by : null,
    at: change?.at ?? null,
  };
}

/** What a command changes, where buttons for it are drawn for a state. */
const LEAD_COMMANDS: ReadonlySet<string> = new Set<IncidentCommand['kind']>([
  'assign-lead',
  'hand-off',
  'accept-handoff',
]);
const END_COMMANDS: ReadonlySet<string> = new Set<IncidentCommand['kind']>([
  'change-status',
  'resolve',
  'cancel',
  'reopen',
  'merge',
  'close',
  'keep-open',
]);

function changedSince(incident: Incident, { kind }: IncidentCommand, drawn: Drawn): Stale['what'] | null {
  if (LEAD_COMMANDS.has(kind) && drawn.lead !== (incident.lead ?? '-')) return 'lead';
  if (END_COMMANDS.has(kind) && drawn.isOpen !== isOpen(incident)) return 'ended';
  return kind === 'change-status' && drawn.status !== incident.status ? 'status' : null;
}

const ENDS: ReadonlySet<string> = new Set<IncidentEvent['kind']>([
  'resolved',
  'cancelled',
  'reopened',
  'merged',
]);

function concerns(event: IncidentEvent, what: Stale['what']): boolean {
  if (what === 'lead')
    return event.kind === 'lead-assigned' || (event.kind === 'undone' && event.restore.lead !== undefined);
  if (ENDS.has(event.kind)) return true;
  if (what === 'ended') return false;
  return event.kind === 'status-changed' || (event.kind === 'undone' && event.restore.status !== undefined);
}

import { subHours } from 'date-fns';
import { debt } from '../core/debt.js';
import type { Debt } from '../core/effects.js';
import { incidentLane } from '../core/effects.js';
import { deliveryEntryId, type IncidentId } from '../core/ids.js';
import type { Declaration } from '../core/incident/commands.js';
import { consequences } from '../core/incident/consequences.js';
import { declare } from '../core/incident/decide.js';
import type { IncidentEvent } from '../core/incident/events.js';
import { begin } from '../core/incident/evolve.js';
import type { Incident } from '../core/incident/incident.js';
import { type Asking, causeOf } from './asking.js';
import { carryOut, keepEntry } from './carry-out.js';
import type { Changes, Ids } from './ports.js';

export interface OpenPorts {
  readonly ids: Ids;
  /** IANA zone in which new incidents show their times. */
  readonly zone: string;
}

/** Begins an incident: row, log, entry and debts. `more` events follow the declaration at once. */
export async function openIncident(
  ports: OpenPorts,
  changes: Changes,
  declaration: Declaration,
  asking: Asking,
  more: readonly IncidentEvent[] = [],
): Promise<Incident> {
  const { workspace, key, receivedAt, user } = asking;
  const number = await changes.nextIncidentNumber(workspace);
  const act = { by: user, at: receivedAt, entry: deliveryEntryId(key) };
  const [declared, ...stated] = declare(declaration, act, { zone: ports.zone });
  const incident = begin(declared, { id: ports.ids.incident(), workspace, number, seq: 1 });
  await changes.insertIncident(incident);
  await changes.appendToLog(workspace, incident.id, [{ seq: 1, event: declared }]);
  const cause = causeOf(asking);
  await keepEntry(changes, incident, declared, receivedAt, cause);
  await changes.owe(workspace, consequences(null, declared, incident), receivedAt);
  return carryOut(changes, incident, [...stated, ...more], receivedAt, cause);
}

/** The debt to tell the declarer where the channel is, in the incident's lane so that it is known by then. */
export function declaredReply(incident: IncidentId, asking: Asking): Debt {
  const effect = { kind: 'declared-reply', to: asking.replyTo } as const;
  return debt(incident, `declared-reply:${incident}`, effect, { lane: incidentLane(incident) });
}

/** How far back an adopted channel is read where nobody said since when. */
const ADOPT_HOURS = 24;

/** The debt to take an adopted channel's past into the record. */
export function capturePast(incident: IncidentId, since: Date | null, asking: Asking): Debt {
  const from = since ?? subHours(asking.receivedAt, ADOPT_HOURS);
  return debt(incident, `capture-past:${incident}`, { kind: 'capture-past', from, to: asking.replyTo });
}

/** The debt to play a practice incident's script from its first step. */
export function playDrill(incident: IncidentId, script: string): Debt {
  const effect = { kind: 'drill-step', script, step: 0 } as const;
  // Behind the opening of the channel in which it is said.
  return debt(incident, `drill:${incident}:0`, effect, { lane: incidentLane(incident) });
}

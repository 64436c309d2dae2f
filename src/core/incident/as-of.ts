import type { LoggedEvent } from './events.js';
import { begin, evolve } from './evolve.js';
import type { Incident } from './incident.js';

/** The incident as it was after event `seq` and whatever else was done at the same moment. */
export function incidentAsOf(incident: Incident, log: readonly LoggedEvent[], seq: number): Incident {
  const [first, ...rest] = log;
  const moment = log.find((logged) => logged.seq === seq)?.event.at.getTime();
  if (first?.event.kind !== 'declared') return incident;
  const { id, workspace, number } = incident;
  return rest
    .filter((logged) => logged.seq <= seq || logged.event.at.getTime() === moment)
    .reduce(
      (state, logged) => evolve(state, logged.event, logged.seq),
      begin(first.event, { id, workspace, number, seq: first.seq }),
    );
}

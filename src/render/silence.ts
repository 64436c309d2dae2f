import type { Incident } from '../core/incident/incident.js';
import { durationInWords } from '../core/time/duration.js';

/** `no update for 45 min`, or how long there was none since the declaration. */
export function silenceInWords(incident: Incident, now: Date): string {
  const since = incident.lastUpdate?.at ?? incident.declaredAt;
  const length = durationInWords(Math.max(0, now.getTime() - since.getTime()));
  return incident.lastUpdate === null
    ? `no update yet, ${length} after the declaration`
    : `no update for ${length}`;
}

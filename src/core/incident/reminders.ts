import { addMinutes, max } from 'date-fns';
import { type Incident, isOpen } from './incident.js';

/** Minutes after which an update is due, where the severity is neither 1 nor 2. */
const USUAL_MINUTES = 120;

/** How often an update is due, in minutes; null for practice, of which nobody is reminded. */
export function reminderInterval(incident: Pick<Incident, 'drill' | 'severity'>): number | null {
  if (incident.drill) return null;
  if (incident.severity === 1) return 30;
  if (incident.severity === 2) return 60;
  return USUAL_MINUTES;
}

/**
 * When the next update is due: at the time that was promised or to which it was put off, else an interval after
 * the last update or the declaration. Null where nobody is to be reminded.
 */
export function reminderDue(incident: Incident): Date | null {
  const interval = reminderInterval(incident);
  if (interval === null || incident.remindersOff || !isOpen(incident)) return null;
  return incident.nextUpdateAt ?? addMinutes(incident.lastUpdate?.at ?? incident.declaredAt, interval);
}

/** The due time after somebody has put it off: never sooner than it was. */
export function putOff(incident: Incident, until: Date): Date {
  const due = reminderDue({ ...incident, remindersOff: false });
  return due === null ? until : max([due, until]);
}

/** The due time of an incident that is open again since `at`. */
export function dueAfterReopening(incident: Incident, at: Date): Date | null {
  const interval = reminderInterval(incident);
  return interval === null ? null : addMinutes(at, interval);
}

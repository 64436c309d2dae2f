import { addMinutes, isBefore } from 'date-fns';
import type { Incident } from '../../core/incident/incident.js';
import { reminderDue, reminderInterval } from '../../core/incident/reminders.js';

/** `slot`: the due time that has come, counted in intervals from the first; `next`: when to look again. */
export type ReminderVerdict =
  | { readonly kind: 'over' }
  | { readonly kind: 'wait'; readonly until: Date }
  | { readonly kind: 'due'; readonly slot: Date; readonly next: Date };

const MINUTE_MS = 60_000;

/** Whether somebody is to be reminded now. The same state at the same hour has the same answer, after a crash too. */
export function reminderVerdict(incident: Incident, now: Date): ReminderVerdict {
  const due = reminderDue(incident);
  const interval = reminderInterval(incident);
  if (due === null || interval === null) return { kind: 'over' };
  if (isBefore(now, due)) return { kind: 'wait', until: due };
  const passed = Math.floor((now.getTime() - due.getTime()) / (interval * MINUTE_MS));
  return {
    kind: 'due',
    slot: addMinutes(due, passed * interval),
    next: addMinutes(now, interval),
  };
}

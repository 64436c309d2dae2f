import { addMinutes, isBefore } from 'date-fns';
import type { Incident } from './incident.js';
import { reminderDue, reminderInterval } from './reminders.js';

/** `slot`: the due time that has come, `nth` of this silence, the first being 0; `next`: the one after it. */
export type ReminderVerdict =
  | { readonly kind: 'over' }
  | { readonly kind: 'wait'; readonly until: Date }
  | { readonly kind: 'due'; readonly nth: number; readonly slot: Date; readonly next: Date };

/** Whoever does not answer is not asked more often, but less; never less than every four hours. */
const LONGEST_PAUSE_MINUTES = 240;

/** Whether somebody is to be reminded now. The same state at the same hour has the same answer, after a crash too. */
export function reminderVerdict(incident: Incident, now: Date): ReminderVerdict {
  const due = reminderDue(incident);
  const interval = reminderInterval(incident);
  if (due === null || interval === null) return { kind: 'over' };
  if (isBefore(now, due)) return { kind: 'wait', until: due };
  let nth = 0;
  let slot = due;
  let pause = interval;
  for (;;) {
    const next = addMinutes(slot, pause);
    if (isBefore(now, next)) return { kind: 'due', nth, slot, next };
    nth += 1;
    slot = next;
    pause = Math.max(interval, Math.min(2 * pause, LONGEST_PAUSE_MINUTES));
  }
}

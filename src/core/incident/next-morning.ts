import { wallTimeIn, zoneOrUtc } from '../time/zone.js';

const MORNING = '09:00';
/** Who ended it at 6 should not be asked at 9, in hours. */
const REST_HOURS = 4;
const FRIDAY = 5;

/** The next 09:00 of a working day (Monday to Friday) in `zone` that leaves some hours after `at`. */
export function nextMorning(zone: string, at: Date): Date {
  const timeZone = zoneOrUtc(zone);
  const rested = wallTimeIn(timeZone, at).add({ hours: REST_HOURS });
  let day = rested.toPlainDate();
  for (;;) {
    const morning = day.toZonedDateTime({ timeZone, plainTime: MORNING });
    if (day.dayOfWeek <= FRIDAY && morning.epochMilliseconds >= rested.epochMilliseconds)
      return new Date(morning.epochMilliseconds);
    day = day.add({ days: 1 });
  }
}

import { Temporal } from 'temporal-polyfill';
import { readClock } from '../../time/clock-words.js';
import { readDay } from '../../time/date-words.js';
import { instantAfterGap, instantsOf } from '../../time/zone.js';
import { readZone, type SaidZone } from '../../time/zone-words.js';

/** A time as read: parts that were not written are null. */
export interface ReadTime {
  readonly day: Temporal.PlainDate | null;
  readonly clock: Temporal.PlainTime;
  readonly zone: SaidZone | null;
  readonly label: string | null;
  readonly asWritten: string;
}

/** Only days with their year are read: a document is no place for today. */
const ANY_DAY = Temporal.PlainDate.from({ year: 2000, month: 1, day: 1 });

/** Reads `June 9, 2023`, and nothing without a year, at the start of `text`. */
export function readFullDay(
  text: string,
): { readonly day: Temporal.PlainDate; readonly length: number } | null {
  const read = readDay(text, ANY_DAY, 'past');
  const [day, other] = read?.days ?? [];
  if (read === null || day === undefined || other !== undefined || !/\d{4}/.test(text.slice(0, read.length)))
    return null;
  return { day, length: read.length };
}

/** Reads a time at the very start of `text`: a clock time, perhaps with a day before and a zone behind it. */
export function readTime(text: string): ReadTime | null {
  const day = readFullDay(text);
  const from =
    day === null ? 0 : day.length + (/^(?:,|\s+at|T)?\s*/.exec(text.slice(day.length))?.[0].length ?? 0);
  const clock = readClock(text.slice(from));
  if (clock === null) return null;
  const afterClock = from + clock.length;
  const blank = /^\s*/.exec(text.slice(afterClock))?.[0].length ?? 0;
  const zone = readZone(text.slice(afterClock + blank), 'UTC');
  const end = zone === null ? afterClock : afterClock + blank + zone.length;
  return {
    day: day?.day ?? null,
    clock: clock.time,
    zone: zone?.zone ?? null,
    label: zone === null ? null : text.slice(afterClock + blank, end).replace(/[()]/g, ''),
    asWritten: text.slice(0, end),
  };
}

/** The moment that wall time and zone stand for: the offset that the label names, even in the wrong season. */
export function instantOf(day: Temporal.PlainDate, clock: Temporal.PlainTime, zone: SaidZone): Date {
  const wall = day.toPlainDateTime(clock);
  if (zone.offset !== null)
    return new Date(wall.toZonedDateTime('UTC').epochMilliseconds - zone.offset * 60_000);
  const [home = 'UTC'] = zone.zones;
  return instantsOf(wall, home)[0] ?? instantAfterGap(wall, home);
}

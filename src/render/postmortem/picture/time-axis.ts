import { clockIn } from '../../../core/time/calendar.js';
import { DAY, HOUR, MINUTE } from '../../../core/time/duration.js';
import { offsetMinutes, wallTimeIn } from '../../../core/time/zone.js';

export interface Axis {
  readonly from: number;
  readonly to: number;
  /** Pixels. */
  readonly left: number;
  readonly right: number;
  x(at: number): number;
}

/** Shortest time that an axis shows: an incident of one instant has room as well. */
const SHORTEST = 5 * MINUTE;

export function axisOf(moments: readonly number[], left: number, right: number): Axis {
  const from = Math.min(...moments);
  const to = Math.max(from + SHORTEST, ...moments);
  return {
    from,
    to,
    left,
    right,
    x: (at) => left + ((Math.min(Math.max(at, from), to) - from) / (to - from)) * (right - left),
  };
}

const STEPS = [
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
] as const;
const TICK_ROOM = 64;

export interface Tick {
  readonly at: number;
  readonly clock: string;
}

/** Round clock times of the zone, so many that their labels have room; none where only days have. */
export function ticksOf(axis: Axis, zone: string): readonly Tick[] {
  const perMs = (axis.right - axis.left) / (axis.to - axis.from);
  const step = STEPS.find((length) => length * perMs >= TICK_ROOM);
  if (step === undefined) return [];
  const shift = offsetMinutes(zone, new Date(axis.from)) * MINUTE;
  const first = Math.ceil((axis.from + shift) / step) * step - shift;
  const count = Math.max(0, Math.floor((axis.to - first) / step) + 1);
  return Array.from({ length: count }, (_, i) => first + i * step).map((at) => ({
    at,
    clock: clockIn(zone, new Date(at)),
  }));
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `Jun 8` */
export function shortDay(zone: string, at: number): string {
  const wall = wallTimeIn(zone, new Date(at));
  return `${MONTHS[wall.month - 1] ?? ''} ${wall.day}`;
}

export interface DayMark {
  readonly at: number;
  readonly day: string;
}

/** The first moment of the axis and each midnight after it; a month at most, since more would be no picture. */
export function daysOf(axis: Axis, zone: string): readonly DayMark[] {
  const most = 62;
  const days: DayMark[] = [{ at: axis.from, day: shortDay(zone, axis.from) }];
  let midnight = wallTimeIn(zone, new Date(axis.from)).startOfDay().add({ days: 1 });
  while (midnight.epochMilliseconds <= axis.to && days.length < most) {
    days.push({ at: midnight.epochMilliseconds, day: shortDay(zone, midnight.epochMilliseconds) });
    midnight = midnight.add({ days: 1 });
  }
  return days;
}

export const isOverADay = (axis: Axis, zone: string): boolean =>
  axis.to - axis.from >= DAY || shortDay(zone, axis.from) !== shortDay(zone, axis.to);

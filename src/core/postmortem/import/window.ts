import type { Temporal } from 'temporal-polyfill';
import type { SaidZone } from '../../time/zone-words.js';
import { instantOf, type ReadTime, readFullDay, readTime } from './times.js';
import type { WrittenTime, WrittenWindow } from './written.js';

/** What the times of the timeline hang on: the first day, and the zone that was given once for all. */
export interface Frame {
  readonly window: WrittenWindow | null;
  readonly day: Temporal.PlainDate | null;
  readonly zone: SaidZone | null;
}

interface Found {
  readonly index: number;
  readonly time: ReadTime;
}

/** The window as the summary tells it: its first two clock times, with the days around them. */
export function readWindow(lines: readonly { readonly line: number; readonly text: string }[]): Frame {
  for (const { line, text } of lines) {
    const { times, days } = scan(text);
    const [first, second] = times;
    if (first === undefined) continue;
    const dayBefore = (index: number): Temporal.PlainDate | null =>
      days.findLast((day) => day.index <= index)?.day ?? null;
    const startDay = first.time.day ?? dayBefore(first.index) ?? days[0]?.day ?? null;
    const endDay = second === undefined ? null : (second.time.day ?? dayBefore(second.index) ?? startDay);
    const zone = first.time.zone ?? second?.time.zone ?? null;
    const start = written(first.time, startDay, zone);
    const end = second === undefined ? null : written(second.time, endDay, second.time.zone ?? zone);
    return { window: { start, end: overMidnight(start, end), line }, day: startDay, zone };
  }
  return { window: null, day: null, zone: null };
}

function scan(text: string): {
  readonly times: readonly Found[];
  readonly days: readonly { readonly index: number; readonly day: Temporal.PlainDate }[];
} {
  const times: Found[] = [];
  const days: { index: number; day: Temporal.PlainDate }[] = [];
  let index = 0;
  for (const { index: at } of text.matchAll(/(?<![\p{L}\p{N}:.])[\p{L}\p{N}]/gu)) {
    if (at < index) continue;
    const rest = text.slice(at);
    const time = readTime(rest);
    const day = readFullDay(rest);
    if (day !== null) days.push({ index: at, day: day.day });
    if (time !== null) times.push({ index: at, time });
    index = at + (time?.asWritten.length ?? day?.length ?? 0);
  }
  return { times, days };
}

export function written(time: ReadTime, day: Temporal.PlainDate | null, zone: SaidZone | null): WrittenTime {
  return {
    asWritten: time.asWritten,
    at: day === null || zone === null ? null : instantOf(day, time.clock, zone).toISOString(),
    zone: time.label,
  };
}

const DAY_MS = 86_400_000;

/** `11:00 PM to 1:00 AM` ends on the next day. */
function overMidnight(start: WrittenTime, end: WrittenTime | null): WrittenTime | null {
  if (end === null || end.at === null || start.at === null || end.at >= start.at) return end;
  return { ...end, at: new Date(Date.parse(end.at) + DAY_MS).toISOString() };
}

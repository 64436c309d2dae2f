import type { Temporal } from 'temporal-polyfill';
import { readSpan } from '../time/ago-words.js';
import { readClock } from '../time/clock-words.js';
import { DAY, HOUR } from '../time/duration.js';
import { zoneSaid } from '../time/moments.js';
import { instantAfterGap, instantsOf, wallTimeIn, zoneOrUtc } from '../time/zone.js';
import { readZone } from '../time/zone-words.js';
import type { ParseContext } from './context.js';
import { splitTail, trimmed } from './edges.js';

/** A text and when the next update was promised in it, or null. */
export interface Next {
  readonly nextAt: Date | null;
  /** The text without the promise. */
  readonly rest: string;
}

const PROMISE =
  /(?:^|[\s,;.(—–-]+)next(?:\s+(?:one|update))?(?:\s+(?:is|due|comes|follows))*(?:\s*[:=])?\s+(?=in\s|at\s|by\s|tomorrow|\d)/gi;
const END = /^[\s).!]*$/;

/** `next in 30m`, `next update at 15:00` at the end of an update. What cannot be read stays in the text. */
export function readNext(text: string, context: ParseContext): Next {
  const [head, tail] = splitTail(text);
  for (const match of [...tail.matchAll(PROMISE)].reverse()) {
    const said = tail.slice(match.index + match[0].length).replace(/[\s).!]+$/, '');
    const nextAt = readTimeAhead(said.replace(/^by\s+/i, 'at '), context);
    if (nextAt === null || isFarOff(said, nextAt, context)) continue;
    if (!END.test(tail.slice(match.index + match[0].length + said.length))) continue;
    // The full stop before the promise ends the sentence that stays.
    const stop = /^[\s]*([.;])/.exec(match[0])?.[1] === '.' ? '.' : '';
    return { nextAt, rest: trimmed(`${head}${tail.slice(0, match.index)}${stop}`) };
  }
  return { nextAt: null, rest: text };
}

/** `next at 15:00`, said at 15:02, is a slip: nobody means tomorrow without saying so. */
const isFarOff = (said: string, at: Date, { now }: ParseContext): boolean =>
  !/^(?:at\s+)?tomorrow/i.test(said) &&
  readSpan(said.replace(/^in\s+/i, '')) === null &&
  at.getTime() - now.getTime() > 12 * HOUR;

/**
 * A moment to come, of which nothing is left over: `in 30m`, `30m`, `at 15:00`, `tomorrow at 9:00`. A clock time
 * is the next one there is, `3:00` the next of morning and afternoon. Null for anything else.
 */
export function readTimeAhead(text: string, context: ParseContext): Date | null {
  const words = text.replace(/^(?:in|at|about|around|~)\s+/i, '');
  const span = readSpan(words);
  if (span !== null)
    return span.length === words.length && span.ms > 0 && span.ms <= 7 * DAY
      ? new Date(context.now.getTime() + span.ms)
      : null;

  const tomorrow = /^tomorrow[,\s]+(?:at\s+)?/i.exec(words)?.[0] ?? '';
  const said = words.slice(tomorrow.length);
  const clock = readClock(said);
  if (clock === null) return null;
  const label = trimmed(said.slice(clock.length));
  const named = label === '' ? null : readZone(label, context.speakerZone);
  if (label !== '' && named?.length !== label.length) return null;
  const zone = named === null ? zoneOrUtc(context.speakerZone) : zoneSaid(named.zone);
  const times =
    clock.eitherHalf && tomorrow === '' ? [clock.time, clock.time.add({ hours: 12 })] : [clock.time];
  const today = wallTimeIn(zone, context.now).toPlainDate();
  const days = tomorrow === '' ? [today, today.add({ days: 1 })] : [today.add({ days: 1 })];
  return earliest(
    days.flatMap((day) => times.flatMap((time) => momentsOf(day, time, zone))),
    context.now,
  );
}

function momentsOf(day: Temporal.PlainDate, time: Temporal.PlainTime, zone: string): readonly Date[] {
  const wall = day.toPlainDateTime(time);
  const moments = instantsOf(wall, zone);
  return moments.length > 0 ? moments : [instantAfterGap(wall, zone)];
}

function earliest(moments: readonly Date[], now: Date): Date | null {
  const ahead = moments.filter((at) => at > now).sort((a, b) => a.getTime() - b.getTime());
  return ahead[0] ?? null;
}

import type { Temporal } from 'temporal-polyfill';
import type { ReadClock } from './clock-words.js';
import type { ReadDay } from './date-words.js';
import { HOUR, MINUTE } from './duration.js';
import { instantAfterGap, instantsOf, offsetMinutes, wallTimeIn } from './zone.js';
import type { SaidZone } from './zone-words.js';

/** Which moment is meant: one, none that has come yet, or more than one (the likelier first). */
export type Moments =
  | { readonly kind: 'at'; readonly at: Date }
  | { readonly kind: 'future' }
  | { readonly kind: 'unclear'; readonly candidates: readonly Date[] };

/** The moment of speaking, and the IANA zone in which the speaker lives. */
interface Speaker {
  readonly now: Date;
  readonly speakerZone: string;
}

/** Clocks differ, and people round up: so far ahead still means now. */
const SLACK_AHEAD = 5 * MINUTE;

/** The moments of a clock time on a day that was named. */
export function onDay(spoken: ReadDay, clock: ReadClock, said: SaidZone | null, speaker: Speaker): Moments {
  const momentsOn = (days: readonly Temporal.PlainDate[]) =>
    settle(
      days.flatMap((day) => momentsAt(day.toPlainDateTime(clock.time), said, speaker)),
      speaker.now,
    );
  const moments = momentsOn(spoken.days);
  // "Friday 23:50", said on a Friday morning, is a week ago.
  if (moments.kind === 'future' && spoken.isWeekday)
    return momentsOn(spoken.days.map((day) => day.subtract({ days: 7 })));
  return moments;
}

/** The last time that clocks showed this: today, or else yesterday. */
export function lately(clock: ReadClock, said: SaidZone | null, speaker: Speaker): Moments {
  const last = lastTime(clock.time, said, speaker);
  if (!clock.eitherHalf || said !== null || last.kind !== 'at') return last;
  // "2:05" at 14:10 is more likely five minutes than twelve hours ago. Only a person can tell.
  const twin = lastTime(clock.time.add({ hours: 12 }), said, speaker);
  if (twin.kind !== 'at' || speaker.now.getTime() - twin.at.getTime() > 2 * HOUR) return last;
  return { kind: 'unclear', candidates: [twin.at, last.at] };
}

function lastTime(time: Temporal.PlainTime, said: SaidZone | null, speaker: Speaker): Moments {
  const zone = said === null ? speaker.speakerZone : zoneSaid(said);
  const today = wallTimeIn(zone, speaker.now).toPlainDate();
  for (const daysAgo of [0, 1]) {
    const wall = today.subtract({ days: daysAgo }).toPlainDateTime(time);
    const moments = settle(momentsAt(wall, said, speaker), speaker.now);
    if (moments.kind !== 'future') return moments;
  }
  return { kind: 'future' };
}

/** Drops what lies ahead, and chooses where only one can be meant. */
function settle(moments: readonly Date[], now: Date): Moments {
  const past = moments
    .filter((moment) => moment.getTime() <= now.getTime() + SLACK_AHEAD)
    .map((moment) => (moment > now ? now : moment))
    .sort((a, b) => b.getTime() - a.getTime());
  const [latest, ...others] = past;
  if (latest === undefined) return { kind: 'future' };
  if (others.length === 0 || now.getTime() - latest.getTime() < HOUR) return { kind: 'at', at: latest };
  return { kind: 'unclear', candidates: past };
}

/** All moments that a wall time may mean in the zone that was said, or else in the speaker's. */
function momentsAt(wall: Temporal.PlainDateTime, said: SaidZone | null, speaker: Speaker): readonly Date[] {
  if (said === null) return inZone(wall, speaker.speakerZone);
  const [home] = said.zones;
  if (said.offset === null) return home === undefined ? [] : inZone(wall, home);
  const literal = new Date(wall.toZonedDateTime(offsetZone(said.offset)).epochMilliseconds);
  if (home === undefined) return [literal];

  const local = inZone(wall, home);
  const isRightLabel = offsetMinutes(home, literal) === said.offset;
  if (isRightLabel || offsetMinutes(speaker.speakerZone, literal) === said.offset) return [literal];
  // "PST" in June: those who live there mean what their clock shows, of others one cannot know.
  const livesThere = local.some((at) => offsetMinutes(home, at) === offsetMinutes(speaker.speakerZone, at));
  return livesThere ? local : [...local, literal];
}

/** A wall time that the start of summer time skipped counts as if the clocks had not changed. */
function inZone(wall: Temporal.PlainDateTime, zone: string): readonly Date[] {
  const moments = instantsOf(wall, zone);
  return moments.length > 0 ? moments : [instantAfterGap(wall, zone)];
}

/** The zone whose clock is meant: by the label's people, or else its bare offset. */
export const zoneSaid = (said: SaidZone): string => said.zones[0] ?? offsetZone(said.offset ?? 0);

function offsetZone(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

import { Temporal } from 'temporal-polyfill';
import { instantAfterGap, instantsOf, wallTimeIn } from '../time/zone.js';

/** Minutes east of UTC for the abbreviations that people write behind a clock time. */
const OFFSETS: Readonly<Record<string, number>> = {
  UTC: 0,
  GMT: 0,
  Z: 0,
  WET: 0,
  WEST: 60,
  BST: 60,
  CET: 60,
  CEST: 120,
  MEZ: 60,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  IST: 330,
  JST: 540,
  KST: 540,
  SGT: 480,
  HKT: 480,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  BRT: -180,
  ART: -180,
};
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const DAY =
  '(?:(\\d{4}-\\d\\d-\\d\\d)|((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?)[,T ]+(?:at )?';
const ZONE = `(${Object.keys(OFFSETS).join('|')})\\b`;
const clockPattern = (bare: boolean): string =>
  `(?:${DAY})?(\\d{1,2})(?:[:h](\\d\\d)|時(?:(\\d{1,2})分)?|点(?:(\\d{1,2})分)?| ?Uhr\\b${bare ? '|' : '|(?= ?[ap]\\.?m)'})(?::\\d\\d)?(?: ?([ap])\\.?m\\b\\.?)?(?: ?\\(?${ZONE})?`;
const GROUPS = 9;
const CLOCK = clockPattern(false);
const TO = ' ?(?:-|–|—|~|〜|～|to|till?|until|through|and|bis|à|a|al|hasta|até|から|至|到) ?';
const RANGE = new RegExp(`(?<![\\d:.,#-])${clockPattern(true)}${TO}${CLOCK}`, 'giu');
const SINCE = new RegExp(
  `(?:\\b(?:since|from|first (?:\\w+ ){0,2}(?:at|around)|start(?:ed|ing|s)?(?: (?:at|around|about|on))?|began(?: at| around)?|beginning(?: at)?|as of|seit|ab|depuis|desde|dal(?:le)?)|自|从) ?(?:about |around |approx\\.? |~|ca\\.? |etwa |las |les |as |às )?${CLOCK}`,
  'giu',
);
const SINCE_AFTER = new RegExp(`${CLOCK} ?(?:頃|ごろ)?(?:から|より|开始|起)`, 'giu');
const AGO =
  /(?<!wait(?:ing)? )(?:\b(?:since|for(?: the last)?|started|starting|began|seit|depuis|desde hace|hace)|(?<!\p{L})(?:há|faz))\D{0,12}(\d{1,3}) ?(min|mins|minutes?|m|h|hours?|minuten|stunden|heures?|minutos|horas)(?!\p{L})|(\d{1,3})(分|分钟|時間|小时)前(?:から|开始|頃から|くらいから)/iu;

interface Clock {
  readonly day: Temporal.PlainDate | null;
  readonly hour: number;
  readonly minute: number;
  readonly half: 'a' | 'p' | null;
  readonly offset: number | null;
}

/** What a text says of when the trouble was. Null where it says nothing. */
export interface SpokenSpan {
  readonly start: Date;
  readonly end: Date | null;
}

function clockFrom(groups: readonly (string | undefined)[], said: Temporal.ZonedDateTime): Clock | null {
  const [iso, month, day, year, hour, minute, minuteJa, minuteZh, half] = groups;
  const zone = groups[GROUPS];
  const value = { hour: Number(hour), minute: Number(minute ?? minuteJa ?? minuteZh ?? 0) };
  if (hour === undefined || value.hour > 24 || value.minute > 59) return null;
  return {
    ...value,
    day: dayFrom(iso, month, day, year, said),
    half: half === undefined ? null : half.toLowerCase() === 'a' ? 'a' : 'p',
    offset: zone === undefined ? null : (OFFSETS[zone.toUpperCase()] ?? null),
  };
}

function dayFrom(
  iso: string | undefined,
  month: string | undefined,
  day: string | undefined,
  year: string | undefined,
  said: Temporal.ZonedDateTime,
): Temporal.PlainDate | null {
  try {
    if (iso !== undefined) return Temporal.PlainDate.from(iso, { overflow: 'reject' });
    if (month === undefined || day === undefined) return null;
    const index = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
    const named = (of: number) =>
      Temporal.PlainDate.from({ year: of, month: index, day: Number(day) }, { overflow: 'reject' });
    if (year !== undefined) return named(Number(year));
    const sameYear = named(said.year);
    return Temporal.PlainDate.compare(sameYear, said.toPlainDate().add({ days: 2 })) > 0
      ? named(said.year - 1)
      : sameYear;
  } catch {
    return null;
  }
}

/** The latest moment not after `limit` at which the clock showed this, in the given zone. */
function resolve(clock: Clock, zone: string, limit: Date): Date | null {
  const place = clock.offset === null ? zone : offsetZone(clock.offset);
  const hours = clock.half === null ? clock.hour % 24 : (clock.hour % 12) + (clock.half === 'p' ? 12 : 0);
  const time = Temporal.PlainTime.from({ hour: hours, minute: clock.minute });
  const today = wallTimeIn(place, limit).toPlainDate();
  for (const day of clock.day === null ? [today, today.subtract({ days: 1 })] : [clock.day]) {
    const wall = day.toPlainDateTime(time);
    const found =
      instantsOf(wall, place)
        .filter((at) => at.getTime() <= limit.getTime())
        .at(-1) ?? null;
    if (found !== null) return found;
    const skipped = instantAfterGap(wall, place);
    if (skipped.getTime() <= limit.getTime()) return skipped;
  }
  return null;
}

const offsetZone = (minutes: number): string => {
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
};

/** A speaker may be a little ahead of the clock. */
const AHEAD = 5 * 60_000;

/** "from 2 PM to 6 PM", "11:02 to 14:16 GMT", "June 9 10 AM to June 10 2 PM": start and end. */
export function spokenRange(text: string, said: Date, zone: string): SpokenSpan | null {
  const now = wallTimeIn(zone, said);
  const limit = new Date(said.getTime() + AHEAD);
  for (const match of text.matchAll(RANGE)) {
    const first = clockFrom(match.slice(1, GROUPS + 2), now);
    const second = clockFrom(match.slice(GROUPS + 2, 2 * GROUPS + 3), now);
    if (first === null || second === null) continue;
    if (match[6] === undefined && match[7] === undefined && second.half === null && !/時|点/.test(match[0]))
      continue;
    const end = resolve(second, zone, limit);
    if (end === null) continue;
    const filled = { ...first, half: first.half ?? second.half, offset: first.offset ?? second.offset };
    const start = resolve(
      first.half === null && second.half !== null ? nearestHalf(filled, second) : filled,
      zone,
      end,
    );
    if (start !== null && start.getTime() < end.getTime()) return { start, end };
  }
  return null;
}

/** "11 to 1 PM" began in the morning. */
function nearestHalf(first: Clock, second: Clock): Clock {
  return {
    ...first,
    half: first.hour % 12 > second.hour % 12 ? (second.half === 'p' ? 'a' : 'p') : second.half,
  };
}

/** "since 11:02", "started at 10:00 PDT", "10 minutes ago": when it began. */
export function spokenStart(text: string, said: Date, zone: string): Date | null {
  const now = wallTimeIn(zone, said);
  const limit = new Date(said.getTime() + AHEAD);
  for (const pattern of [SINCE, SINCE_AFTER]) {
    for (const match of text.matchAll(pattern)) {
      const clock = clockFrom(match.slice(1, GROUPS + 2), now);
      const start = clock === null ? null : resolve(clock, zone, limit);
      if (start !== null) return start;
    }
  }
  const ago = AGO.exec(text);
  if (ago === null) return null;
  const size = Number(ago[1] ?? ago[3]) * (/^(?:h|st|時|小)/i.test(ago[2] ?? ago[4] ?? '') ? 60 : 1);
  return new Date(said.getTime() - size * 60_000);
}

import { Temporal } from 'temporal-polyfill';

/** A day as it was written; `days` has one, or two where month and day cannot be told apart (`6/8`). */
export interface ReadDay {
  readonly days: readonly Temporal.PlainDate[];
  readonly isWeekday: boolean;
  /** How much of the text was the day. */
  readonly length: number;
}

/** Where a day without a year, or a bare weekday, is looked for: before today or after it, today included. */
export type Direction = 'past' | 'future';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?';
const YEAR = '(20\\d\\d)';
/** No letter, digit or percent sign may follow, nor a clock time's or a decimal's second half. */
const END = '(?![\\p{L}\\p{N}%]|[.:,/]\\d)';

const ISO = new RegExp(
  `^${YEAR}([-/.])(0[1-9]|1[0-2])\\2(3[01]|[12]\\d|0[1-9])(?:(?=T\\d\\d:)|(?![\\p{L}\\p{N}-]))`,
  'u',
);
const MONTH_FIRST = new RegExp(`^${MONTH}\\s+${DAY}(?:,?\\s+${YEAR}(?![:\\d]))?${END}`, 'iu');
const DAY_FIRST = new RegExp(
  `^(?:the\\s+)?${DAY}\\.?\\s+(?:of\\s+)?${MONTH}(?:,?\\s+${YEAR}(?![:\\d]))?${END}`,
  'iu',
);
/** Without a year only with two-digit months: `31.07.` is a day, `10.5.` may end a sentence about a number. */
const DOTTED = new RegExp(
  `^(3[01]|[12]\\d|0?[1-9])\\.(?:(1[0-2]|0?[1-9])\\.${YEAR}|(1[0-2]|0[1-9])\\.)(?![\\p{L}\\p{N}]|\\.\\d)`,
  'u',
);
const SLASHED = new RegExp(`^([0-3]?\\d)/([0-3]?\\d)(?:/${YEAR})?(?![\\p{L}\\p{N}/%])`, 'u');
const WEEKDAY =
  /^(?:(?:on|this|last)\s+)?(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)(?![\p{L}\p{N}'’])/iu;

function dateOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  if (month < 1 || day < 1) return null;
  const date = Temporal.PlainDate.from({ year, month, day });
  return date.day === day && date.month === month ? date : null;
}

/** The day of that month and number nearest to today in the direction; February 29 only where it exists. */
function nearest(
  month: number,
  day: number,
  today: Temporal.PlainDate,
  direction: Direction,
): Temporal.PlainDate | null {
  const step = direction === 'past' ? -1 : 1;
  for (let year = today.year, tries = 0; tries <= 8; tries += 1, year += step) {
    const date = dateOf(year, month, day);
    if (date === null) {
      if (month === 2 && day === 29) continue;
      return null;
    }
    if (Temporal.PlainDate.compare(date, today) * step >= 0) return date;
  }
  return null;
}

const monthNumber = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/**
 * Reads a calendar day at the very start of `text`: `2024-06-08`, `June 8`, `8 June 2024`, `08.06.2024`,
 * `6/8`, `Friday`. Words such as `yesterday` belong to those who know the sentence.
 */
export function readDay(text: string, today: Temporal.PlainDate, direction: Direction): ReadDay | null {
  const day = (
    said: string,
    year: string | undefined,
    month: number,
    number: string | undefined,
  ): ReadDay | null => {
    const date =
      year === undefined
        ? nearest(month, Number(number), today, direction)
        : dateOf(Number(year), month, Number(number));
    return date === null ? null : { days: [date], isWeekday: false, length: said.length };
  };

  const iso = ISO.exec(text);
  if (iso !== null) return day(iso[0], iso[1], Number(iso[3]), iso[4]);
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst !== null)
    return day(monthFirst[0], monthFirst[3], monthNumber(monthFirst[1] ?? ''), monthFirst[2]);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) return day(dayFirst[0], dayFirst[3], monthNumber(dayFirst[2] ?? ''), dayFirst[1]);
  const dotted = DOTTED.exec(text);
  if (dotted !== null) return day(dotted[0], dotted[3], Number(dotted[2] ?? dotted[4]), dotted[1]);
  const slashed = SLASHED.exec(text);
  if (slashed !== null) {
    const [said, first, second, year] = slashed;
    const readings = [day(said, year, Number(first), second), day(said, year, Number(second), first)];
    const days = readings.flatMap((reading) => reading?.days ?? []);
    return days.length === 0
      ? null
      : { days: likely(distinct(days), today), isWeekday: false, length: said.length };
  }
  const weekday = WEEKDAY.exec(text);
  if (weekday === null) return null;
  return { days: [dayNamed(weekday[1] ?? '', today, direction)], isWeekday: true, length: weekday[0].length };
}

const distinct = (days: readonly Temporal.PlainDate[]): readonly Temporal.PlainDate[] =>
  days.filter((day, index) => days.findIndex((other) => other.equals(day)) === index);

/** Of two readings of `6/8`, one of these days and one of another season, nobody means the latter. */
function likely(
  days: readonly Temporal.PlainDate[],
  today: Temporal.PlainDate,
): readonly Temporal.PlainDate[] {
  const near = days.filter((day) => Math.abs(today.until(day).days) <= 14);
  return near.length === 1 ? near : days;
}

/** The weekday nearest to today in the direction, today included. */
function dayNamed(name: string, today: Temporal.PlainDate, direction: Direction): Temporal.PlainDate {
  const wanted = WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const ahead = (wanted - today.dayOfWeek + 7) % 7;
  return today.add({ days: direction === 'future' || ahead === 0 ? ahead : ahead - 7 });
}

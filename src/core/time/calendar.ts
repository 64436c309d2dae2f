import { wallTimeIn } from './zone.js';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const two = (value: number): string => String(value).padStart(2, '0');

/** The calendar day of that moment in `zone`: `2024-06-08`. */
export function dayIn(zone: string, at: Date): string {
  return wallTimeIn(zone, at).toPlainDate().toString();
}

/** The calendar day in words: `June 8, 2024`. */
export function dayInWords(zone: string, at: Date): string {
  const wall = wallTimeIn(zone, at);
  return `${MONTHS[wall.month - 1]} ${wall.day}, ${wall.year}`;
}

/** A calendar day as we keep it, in words: `July 31, 2024` of `2024-07-31`. What is none stays as it is. */
export function dateInWords(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? day : `${name} ${Number(date)}, ${year}`;
}

/** What the clock shows in `zone`: `14:05`, or `2:05 PM` in the twelve-hour style. */
export function clockIn(zone: string, at: Date, style: '24h' | '12h' = '24h'): string {
  const wall = wallTimeIn(zone, at);
  if (style === '24h') return `${two(wall.hour)}:${two(wall.minute)}`;
  return `${wall.hour % 12 || 12}:${two(wall.minute)} ${wall.hour < 12 ? 'AM' : 'PM'}`;
}

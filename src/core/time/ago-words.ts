import { DAY, HOUR, MINUTE, SECOND } from './duration.js';

export interface ReadSpan {
  readonly ms: number;
  /** How much of the text was the span. */
  readonly length: number;
}

const UNIT_OF_LETTER: Readonly<Record<string, number>> = {
  s: SECOND,
  m: MINUTE,
  h: HOUR,
  d: DAY,
  w: 7 * DAY,
};

/** One part of a span. Longer words first, and no letter after, so that `5 minor` or `3 hosts` are none. */
const PART =
  /^(\d{1,4}(?:[.,]\d)?)\s?(seconds?|secs?|s|minutes?|minuten?|minutos?|mins?|m|hours?|hrs?|heures?|horas?|h|days?|d|weeks?|wks?|w)(?![\p{L}]|\.\p{L})\.?/iu;
const HALVES = /^(half an hour|an hour|a minute|a day|a week)(?![\p{L}])/iu;
const HALF_MS: Readonly<Record<string, number>> = {
  'half an hour': 30 * MINUTE,
  'an hour': HOUR,
  'a minute': MINUTE,
  'a day': DAY,
  'a week': 7 * DAY,
};
/** `1h30`: minutes without their unit, after hours. `1h30m` is left to the parts. */
const HOURS_AND_MINUTES = /^(\d{1,2})h([0-5]\d)(?![\p{L}\p{N}])/iu;

/** Reads a span at the very start of `text`: `15m`, `1h30m`, `1 h 30 min`, `90 seconds`, `half an hour`. */
export function readSpan(text: string): ReadSpan | null {
  const half = HALVES.exec(text)?.[0];
  if (half !== undefined) return { ms: HALF_MS[half.toLowerCase()] ?? 0, length: half.length };
  const [both, whole, minutes] = HOURS_AND_MINUTES.exec(text) ?? [];
  if (both !== undefined) return { ms: Number(whole) * HOUR + Number(minutes) * MINUTE, length: both.length };

  let ms = 0;
  let length = 0;
  for (let rest = text; ; ) {
    const [said, amount = '', unit = ''] =
      PART.exec(rest) ?? /^(\d{1,2})(h)(?=\d{1,2}\s?m)/i.exec(rest) ?? [];
    if (said === undefined) break;
    ms += Number(amount.replace(',', '.')) * (UNIT_OF_LETTER[unit.charAt(0).toLowerCase()] ?? 0);
    length = text.length - rest.length + said.length;
    rest = rest.slice(said.length).replace(/^(?:\s*(?:,|and)\s+|\s)/i, '');
  }
  return length === 0 ? null : { ms, length };
}

/** The same in the languages that say it in front, and the one that says it behind without a space. */
const BEFORE = /^(?:vor|il y a|hace|há)\s+/i;
const AFTER = /^\s+(?:ago|earlier)(?![\p{L}])/iu;
const JAPANESE = /^(\d{1,4})(分|時間|秒)前/u;
const JAPANESE_MS: Readonly<Record<string, number>> = { 秒: SECOND, 分: MINUTE, 時間: HOUR };

/** Reads how long ago something was, at the very start of `text`: `10m ago`, `-15m`, `vor 10 min`, `10分前`. */
export function readAgo(text: string): ReadSpan | null {
  const minus = /^[-\u2212\u2013](?=[\d])/.exec(text);
  if (minus !== null) return shifted(readSpan(text.slice(1)), 1);
  const before = BEFORE.exec(text);
  if (before !== null) return shifted(readSpan(text.slice(before[0].length)), before[0].length);
  const [japanese, amount, unit = ''] = JAPANESE.exec(text) ?? [];
  if (japanese !== undefined)
    return { ms: Number(amount) * (JAPANESE_MS[unit] ?? 0), length: japanese.length };

  const span = readSpan(text);
  if (span === null) return null;
  const ago = AFTER.exec(text.slice(span.length));
  return ago === null ? null : { ms: span.ms, length: span.length + ago[0].length };
}

const shifted = (span: ReadSpan | null, by: number): ReadSpan | null =>
  span === null ? null : { ms: span.ms, length: span.length + by };

import { Temporal } from 'temporal-polyfill';

/** Zones that were asked for and exist: asking the platform takes half a millisecond. */
const KNOWN = new Set<string>();

/** True for an IANA zone that this platform knows, such as `Europe/Berlin` or `UTC`. */
export function isZone(name: string): boolean {
  if (KNOWN.has(name)) return true;
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    KNOWN.add(name);
    return true;
  } catch {
    return false;
  }
}

/** `name` where it is a zone, else UTC: a profile with an unknown zone must not stop anybody. */
export const zoneOrUtc = (name: string | null): string => (name !== null && isZone(name) ? name : 'UTC');

/** What calendar and clock show in `zone` at that moment. `zone` is an IANA name or an offset such as `+05:30`. */
export function wallTimeIn(zone: string, at: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
}

/**
 * The moments at which clocks in `zone` show this wall time: one, as a rule; two when the end of summer
 * time repeats it; none when its start skips it.
 */
export function instantsOf(wall: Temporal.PlainDateTime, zone: string): readonly Date[] {
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return [new Date(earlier.epochMilliseconds)];
  if (!earlier.toPlainDateTime().equals(wall)) return [];
  return [new Date(earlier.epochMilliseconds), new Date(later.epochMilliseconds)];
}

/** A skipped wall time, read as if the clocks had not changed: 02:30 becomes 03:30. */
export function instantAfterGap(wall: Temporal.PlainDateTime, zone: string): Date {
  return new Date(wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds);
}

/** Minutes east of UTC at that moment. */
export function offsetMinutes(zone: string, at: Date): number {
  return wallTimeIn(zone, at).offsetNanoseconds / 60e9;
}

/** Each locale knows the short names of its own region only, and writes `GMT-4` for all others. */
const LOCALES = ['en-US', 'en-GB', 'en-AU', 'en-IN', 'en-ZA'];

/** Names in common use that no English locale of Intl prints. */
const OTHER_LABELS: Readonly<Record<string, string>> = {
  'Asia/Tokyo': 'JST',
  'Asia/Seoul': 'KST',
  'Asia/Singapore': 'SGT',
  'Asia/Hong_Kong': 'HKT',
  'Europe/Moscow': 'MSK',
};

/** Made once for each zone: a formatter costs more than all that it formats here. */
const formatters = new Map<string, readonly Intl.DateTimeFormat[]>();

function formattersOf(zone: string): readonly Intl.DateTimeFormat[] {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = LOCALES.map(
    (locale) => new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' }),
  );
  formatters.set(zone, made);
  return made;
}

/** `EDT`, `BST`, `CET`, `UTC`: the zone's name at that moment, or `UTC+5:45` where it has none in common use. */
export function zoneLabel(zone: string, at: Date): string {
  let offset = 'UTC';
  for (const formatter of formattersOf(zone)) {
    const name = formatter.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
    if (/^[A-Z]{2,5}$/.test(name)) return name;
    if (/^GMT[+-]/.test(name)) offset = name.replace('GMT', 'UTC').replace('\u2212', '-');
  }
  return OTHER_LABELS[zone] ?? offset;
}

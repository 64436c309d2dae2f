import type { Temporal } from 'temporal-polyfill';
import { readAgo, readSpan } from '../time/ago-words.js';
import { readClock } from '../time/clock-words.js';
import { type ReadDay, readDay } from '../time/date-words.js';
import { lately, type Moments, onDay } from '../time/moments.js';
import { wallTimeIn, zoneOrUtc } from '../time/zone.js';
import { readOffset, readZone, type SaidZone } from '../time/zone-words.js';

// Own readers rather than chrono-node: the product's grammar is these few forms, at one end of the text, and
// most of the work is in what must stay text. Chrono ignores IANA zones, depends on the host's zone, lets clock
// times fall into the future and reads `at 5%` as a time.

/** What a text says about when. `rest` is the text without it; `said` is the part that was read. */
export type When =
  | { readonly kind: 'none'; readonly rest: string }
  | { readonly kind: 'at'; readonly at: Date; readonly said: string; readonly rest: string }
  | { readonly kind: 'future'; readonly said: string; readonly rest: string }
  /** More than one moment fits: the likelier first. */
  | {
      readonly kind: 'unclear';
      readonly said: string;
      readonly rest: string;
      readonly candidates: readonly Date[];
    };

/** Who says it, and when. An unknown zone counts as UTC. */
export interface Speaker {
  readonly now: Date;
  /** IANA zone of the person who wrote it. */
  readonly speakerZone: string;
}

/** A WHEN as found in a text, before its words are cut off. */
interface Found {
  readonly moments: Moments;
  readonly length: number;
}

const HEDGE =
  /^(?:(?:at|around|about|approx\.?|approximately|circa|ca\.?|gegen|um|vers|à|às|a las|sobre las)\s+|[@~≈]\s?)+/i;

/** `[14:05] …`, `(14:05) …`, `*14:05* …`, as logs and careful writers have it. */
const WRAPPED = /^(?:\[([^[\]\n]{1,40})\]|\(([^()\n]{1,40})\)|\*([^*\n]{1,40})\*)(?=\s|[:,]|$)/;

/** Reads a leading WHEN: `14:05 db restarted`, `10m ago: …`, `yesterday 23:50 …`, `2024-06-08 10:35 …`. */
export function readWhen(text: string, speaker: Speaker): When {
  const trimmed = text.trim();
  const [outside, ...insides] = WRAPPED.exec(trimmed) ?? [];
  if (outside !== undefined) {
    const when = readWhen(insides.find(Boolean) ?? '', speaker);
    if (when.kind === 'none' || when.rest !== '') return { kind: 'none', rest: trimmed };
    return { ...when, rest: trimmed.slice(outside.length).replace(/^[\s:,]+/, '') };
  }
  const hedge = HEDGE.exec(trimmed)?.[0].length ?? 0;
  const found = find(trimmed.slice(hedge), { ...speaker, speakerZone: zoneOrUtc(speaker.speakerZone) });
  if (found === null) return { kind: 'none', rest: trimmed };
  const length = hedge + found.length;
  const rest = restAfter(trimmed, length);
  if (rest === null) return { kind: 'none', rest: trimmed };
  return { ...found.moments, said: trimmed.slice(0, length), rest };
}

const SINCE = /(?:^|[\s,(])(?:since|seit|depuis|desde)\s+/gi;
/** What may follow the time in `declare TITLE [sev N] [private] [since WHEN]`, whatever the order. */
const OTHER_ARGUMENTS = /^(?:(?:sev(?:erity)?[\s-]?\d|private)(?:\s+|$))+$/i;

/** Reads a trailing `since WHEN`, also `since 10 min`; without one the text stays as it is. */
export function readSince(text: string, speaker: Speaker): When {
  const trimmed = text.trim();
  const zoned = { ...speaker, speakerZone: zoneOrUtc(speaker.speakerZone) };
  for (const match of [...trimmed.matchAll(SINCE)].reverse()) {
    const start = match.index + match[0].length;
    const words = trimmed.slice(start);
    const hedge = HEDGE.exec(words)?.[0].length ?? 0;
    const found = find(words.slice(hedge), zoned) ?? findSpan(words.slice(hedge), speaker.now);
    if (found === null) continue;
    const length = hedge + found.length;
    const after = words.slice(length).replace(/^[\s,.)]+/, '');
    if (after !== '' && !OTHER_ARGUMENTS.test(after)) continue;
    const rest = [trimmed.slice(0, match.index).replace(/[\s,(]+$/, ''), after].filter(Boolean).join(' ');
    return { ...found.moments, said: words.slice(0, length), rest };
  }
  return { kind: 'none', rest: trimmed };
}

/** Reads a trailing `since yesterday`, `since Monday`, `since June 8`: from midnight in the speaker's zone. */
export function readSinceDay(
  text: string,
  speaker: Speaker,
): { readonly at: Date; readonly rest: string } | null {
  const zone = zoneOrUtc(speaker.speakerZone);
  const today = wallTimeIn(zone, speaker.now).toPlainDate();
  for (const match of [...text.matchAll(SINCE)].reverse()) {
    const words = text.slice(match.index + match[0].length);
    const read = readNearDay(words, today) ?? readDay(words, today, 'past');
    const [day, other] = read?.days ?? [];
    if (!read || !day || other !== undefined || !/^[\s,.)]*$/.test(words.slice(read.length))) continue;
    const at = new Date(day.toZonedDateTime(zone).epochMilliseconds);
    if (at <= speaker.now) return { at, rest: text.slice(0, match.index).replace(/[\s,(]+$/, '') };
  }
  return null;
}

/** `since 10 min` */
function findSpan(text: string, now: Date): Found | null {
  const span = readSpan(text);
  return span === null
    ? null
    : { moments: { kind: 'at', at: new Date(now.getTime() - span.ms) }, length: span.length };
}

/** `1:10 ratio`: numbers with a colon that are no time. */
const NO_TIME = /^\s+(?:ratio|odds|split|mapping|scale|mix|aspect)(?![\p{L}\p{N}])/iu;

/** The text behind a WHEN, or null where what follows shows that it was none. */
function restAfter(text: string, length: number): string | null {
  const after = text.slice(length);
  if (NO_TIME.test(after)) return null;
  // A range (`14:05-14:10 errors`) and a script without spaces keep their words; only the time is taken.
  if (/^\s?(?:-|–|—|to\s|bis\s|until\s)\s?/.test(after)) {
    if (readClock(after.replace(/^\s?(?:-|–|—|to\s|bis\s|until\s)\s?/, '')) !== null) return text;
  }
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(after)) return text;
  if (!/^(?:$|\s|[,;)|–—-]|[:.!?](?:\s|$))/.test(after)) return null;
  return after.replace(/^\s*(?:[:,;.)|–—]+|-+(?![\d>]))?\s*/, '');
}

function find(text: string, speaker: Speaker): Found | null {
  const ago = readAgo(text);
  if (ago !== null) {
    return { moments: { kind: 'at', at: new Date(speaker.now.getTime() - ago.ms) }, length: ago.length };
  }
  return findDayFirst(text, speaker) ?? findClockFirst(text, speaker);
}

const gap = (text: string): number =>
  /^(?:,?\s+(?:(?:at|um|à|às|a las)\s+|@\s?)?|T(?=\d))?/i.exec(text)?.[0].length ?? 0;

/** `yesterday 23:50`, `2024-06-08T10:35Z`, `June 8, 10:35 EDT` */
function findDayFirst(text: string, speaker: Speaker): Found | null {
  const today = wallTimeIn(speaker.speakerZone, speaker.now).toPlainDate();
  const spoken = readNearDay(text, today) ?? readDay(text, today, 'past');
  if (spoken === null) return null;
  const isIso = /^T\d/.test(text.slice(spoken.length));
  const start = spoken.length + gap(text.slice(spoken.length));
  if (start === spoken.length) return null;
  const clock = readClock(text.slice(start));
  if (clock === null) return null;
  const end = start + clock.length;
  const zone = readZoneAfter(text.slice(end), speaker.speakerZone, isIso);
  return {
    moments: onDay(spoken, clock, zone?.zone ?? null, speaker),
    length: end + (zone?.length ?? 0),
  };
}

/** `14:05`, `10:35 EDT`, `23:50 yesterday`, `10:30 AM EDT on June 8` */
function findClockFirst(text: string, speaker: Speaker): Found | null {
  const clock = readClock(text);
  if (clock === null) return null;
  const zone = readZoneAfter(text.slice(clock.length), speaker.speakerZone, false);
  const end = clock.length + (zone?.length ?? 0);
  const day = readDayAfter(text.slice(end), speaker);
  if (day !== null) {
    return { moments: onDay(day.spoken, clock, zone?.zone ?? null, speaker), length: end + day.length };
  }
  return { moments: lately(clock, zone?.zone ?? null, speaker), length: end };
}

function readZoneAfter(
  text: string,
  speakerZone: string,
  isIso: boolean,
): { zone: SaidZone; length: number } | null {
  const space = /^\s?/.exec(text)?.[0].length ?? 0;
  const read = (isIso ? readOffset(text) : null) ?? readZone(text.slice(space), speakerZone);
  if (read === null) return null;
  return { zone: read.zone, length: read.length + (isIso && readOffset(text) !== null ? 0 : space) };
}

/** A day behind the clock time needs `on` or a comma, or cannot be anything else: `14:05 June release` has none. */
function readDayAfter(text: string, speaker: Speaker): { spoken: ReadDay; length: number } | null {
  const today = wallTimeIn(speaker.speakerZone, speaker.now).toPlainDate();
  const joint = /^(?:,\s*|\s+)(?:on\s+)?/i.exec(text)?.[0] ?? '';
  if (joint === '') return null;
  const words = text.slice(joint.length);
  const isTied = /[,o]/i.test(joint) || /^20\d\d-/.test(words);
  const spoken = readNearDay(words, today) ?? (isTied ? readDay(words, today, 'past') : null);
  return spoken === null ? null : { spoken, length: joint.length + spoken.length };
}

const NEAR_DAYS: readonly (readonly [RegExp, number])[] = [
  [/^(?:yesterday|yday|gestern|ayer|ontem|ieri)(?![\p{L}\p{N}'’-])/iu, 1],
  [/^(?:昨日|昨天)/u, 1],
  [/^(?:today|heute|hoy|hoje|oggi)(?![\p{L}\p{N}'’-])/iu, 0],
  [/^(?:今日|今天)/u, 0],
];

function readNearDay(text: string, today: Temporal.PlainDate): ReadDay | null {
  for (const [word, daysAgo] of NEAR_DAYS) {
    const said = word.exec(text)?.[0];
    if (said !== undefined)
      return { days: [today.subtract({ days: daysAgo })], isWeekday: false, length: said.length };
  }
  return null;
}

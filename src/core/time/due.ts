import { Temporal } from 'temporal-polyfill';
import { readClock } from './clock-words.js';
import { readDay } from './date-words.js';
import { wallTimeIn, zoneOrUtc } from './zone.js';

/** A text and the day by which it should be done, `YYYY-MM-DD`; null when it names none that can be read. */
export interface Due {
  readonly due: string | null;
  /** The text without the phrase that named the day. */
  readonly rest: string;
}

/** A day as read: how much of the text it was, and whether it also stands in the middle of a sentence. */
interface Read {
  readonly day: Temporal.PlainDate;
  readonly length: number;
  readonly isSure: boolean;
}

const KEYWORD = /(?:^|[\s,;(—–-])((?:due|deadline)(?::|\s+by|\s+on)?|by|until|till)\s+/gi;
/** What may follow a phrase such as `by Friday`; `by Friday deploys` is another matter. */
const END = /^(?:$|[.,;:)!?—–-]|\s*(?:$|<@|@\S|\(|[—–-]\s|(?:please|pls|latest|at the latest)\b))/;
/** A time of day beside the date says nothing more about the day. */
const TIME_OF_DAY =
  /^,?\s+(?:at\s+)?(?:EOD|COB|end of (?:the )?day|morning|noon|afternoon|evening|night)(?![\p{L}\p{N}])/iu;

/**
 * Reads `by DATE`, `due DATE` or `until DATE` in a task: `by 2023-07-31`, `by July 31`, `by next Tuesday`,
 * `by end of week`. A day without a year is the next such day, today included, in `zone`.
 */
export function readDue(text: string, about: { readonly now: Date; readonly zone: string }): Due {
  const today = wallTimeIn(zoneOrUtc(about.zone), about.now).toPlainDate();
  for (const match of [...text.matchAll(KEYWORD)].reverse()) {
    const start = match.index + match[0].length;
    const read = readDeadline(text.slice(start), today);
    if (read === null) continue;
    const after = text.slice(start + read.length);
    if (!read.isSure && !END.test(after)) continue;
    const from = match.index + match[0].indexOf(match[1] ?? '');
    return { due: read.day.toString(), rest: join(text.slice(0, from), after) };
  }
  return { due: null, rest: text.trim() };
}

const NUMBER_WORDS = ['a', 'two', 'three', 'four', 'five', 'six'];

/** Reads `in 3 days`, `in a week`, `2w`, `in two months`, and nothing else, as a day in `zone`. */
export function readDaysAhead(
  text: string,
  about: { readonly now: Date; readonly zone: string },
): string | null {
  const [, amount = '', unit = ''] =
    /^(?:in\s+)?(\d{1,3}|an?|one|two|three|four|five|six)\s*(d(?:ays?)?|w(?:eeks?)?|months?)$/i.exec(text) ??
    [];
  if (unit === '') return null;
  const word = amount.toLowerCase().replace(/^(?:an|one)$/, 'a');
  const count = /^\d/.test(amount) ? Number(amount) : NUMBER_WORDS.indexOf(word) + 1;
  const today = wallTimeIn(zoneOrUtc(about.zone), about.now).toPlainDate();
  switch (unit.charAt(0).toLowerCase()) {
    case 'd':
      return today.add({ days: count }).toString();
    case 'w':
      return today.add({ weeks: count }).toString();
    default:
      return today.add({ months: count }).toString();
  }
}

/** What is left on both sides of the phrase, as one text; brackets and commas that held it go too. */
function join(before: string, after: string): string {
  const isBracketed = /\(\s*$/.test(before) && /^\s*\)/.test(after);
  const left = (isBracketed ? before.replace(/\(\s*$/, '') : before).replace(/[\s,;—–-]+$/, '');
  const right = (isBracketed ? after.replace(/^\s*\)/, '') : after).trim().replace(/^[.,;]\s*/, '');
  return `${left} ${right}`.trim();
}

function readDeadline(text: string, today: Temporal.PlainDate): Read | null {
  const day = readRelativeDay(text, today) ?? readNamedDay(text, today);
  if (day === null) return null;
  const after = text.slice(day.length);
  const words = TIME_OF_DAY.exec(after);
  if (words !== null) return { ...day, length: day.length + words[0].length };
  const joint = /^,?\s+(?:at\s+)?/i.exec(after)?.[0];
  const clock = joint === undefined ? null : readClock(after.slice(joint.length));
  return clock === null ? day : { ...day, length: day.length + (joint?.length ?? 0) + clock.length };
}

function readNamedDay(text: string, today: Temporal.PlainDate): Read | null {
  const next = /^next\s+/i.exec(text)?.[0] ?? '';
  const read = /^last\s/i.test(text) ? null : readDay(text.slice(next.length), today, 'future');
  const [day, other] = read?.days ?? [];
  // `7/8` is July or August: nobody knows, so the text keeps it and the draft asks.
  if (read === null || day === undefined || other !== undefined) return readDayOfMonth(text, today);
  if (next === '' && read.isWeekday)
    return readDateBeside(text, read.length, today) ?? { day, length: read.length, isSure: false };
  if (next === '') return { day, length: read.length, isSure: !text.slice(0, read.length).includes('/') };
  if (!read.isWeekday) return null;
  // "Next Tuesday" is the one in the week that begins next Monday.
  return {
    day: mondayOf(today).add({ days: 7 + day.dayOfWeek - 1 }),
    length: next.length + read.length,
    isSure: false,
  };
}

/** `Friday, July 31`: the date counts, the weekday only repeats it. */
function readDateBeside(text: string, length: number, today: Temporal.PlainDate): Read | null {
  const joint = /^,?\s+(?:the\s+)?/.exec(text.slice(length))?.[0];
  if (joint === undefined) return null;
  const read = readDay(text.slice(length + joint.length), today, 'future');
  const [day, other] = read?.days ?? [];
  if (read === null || read.isWeekday || day === undefined || other !== undefined) return null;
  return { day, length: length + joint.length + read.length, isSure: true };
}

/** `the 15th` */
function readDayOfMonth(text: string, today: Temporal.PlainDate): Read | null {
  const [said, number] = /^the\s+(3[01]|[12]\d|[1-9])(?:st|nd|rd|th)(?![\p{L}\p{N}])/iu.exec(text) ?? [];
  if (said === undefined) return null;
  for (let month = today.toPlainYearMonth(); ; month = month.add({ months: 1 })) {
    if (Number(number) > month.daysInMonth) continue;
    const day = month.toPlainDate({ day: Number(number) });
    if (Temporal.PlainDate.compare(day, today) >= 0) return { day, length: said.length, isSure: false };
  }
}

type Reckon = (today: Temporal.PlainDate) => Temporal.PlainDate;

const mondayOf: Reckon = (day) => day.subtract({ days: day.dayOfWeek - 1 });
const lastOfMonth: Reckon = (day) => day.with({ day: day.daysInMonth });
/** Work ends on Friday; at the weekend the coming week is meant. */
const endOfWeek: Reckon = (day) => mondayOf(day).add({ days: day.dayOfWeek <= 5 ? 4 : 11 });
const endOfQuarter: Reckon = (day) => lastOfMonth(day.with({ day: 1, month: Math.ceil(day.month / 3) * 3 }));

const RELATIVE: readonly (readonly [RegExp, Reckon])[] = [
  [/^(?:the day after tomorrow)/i, (today) => today.add({ days: 2 })],
  [/^(?:tomorrow|tmrw|tmr)/i, (today) => today.add({ days: 1 })],
  [/^(?:(?:EOD|COB|end of (?:the )?(?:business )?day)\s+tomorrow)/i, (today) => today.add({ days: 1 })],
  [/^(?:today|tonight|EOD|COB|end of (?:the |this )?(?:business )?day)/i, (today) => today],
  [/^(?:(?:the )?end of next week|next week)/i, (today) => mondayOf(today).add({ days: 11 })],
  [/^(?:EOW|(?:the )?end of (?:the |this )?week|this week)/i, endOfWeek],
  [
    /^(?:(?:the )?end of next month|next month)/i,
    (today) => lastOfMonth(today.with({ day: 1 }).add({ months: 1 })),
  ],
  [/^(?:EOM|(?:the )?end of (?:the |this )?month)/i, lastOfMonth],
  [/^(?:EOQ|(?:the )?end of (?:the |this )?quarter)/i, endOfQuarter],
  [
    /^(?:EOY|(?:the )?end of (?:the |this )?year)/i,
    (today) => lastOfMonth(today.with({ day: 1, month: 12 })),
  ],
];

function readRelativeDay(text: string, today: Temporal.PlainDate): Read | null {
  const behind = readDayBehind(text, today);
  if (behind !== null) return behind;
  for (const [words, reckon] of RELATIVE) {
    const said = words.exec(text)?.[0];
    if (said === undefined || /^[\p{L}\p{N}'’-]/u.test(text.slice(said.length))) continue;
    return { day: reckon(today), length: said.length, isSure: false };
  }
  return readEndOfMonth(text, today);
}

/** `EOD Friday`, `end of day July 31` */
function readDayBehind(text: string, today: Temporal.PlainDate): Read | null {
  const said = /^(?:EOD|COB|end of (?:the )?(?:business )?day)\s+(?:on\s+)?/i.exec(text)?.[0];
  const read = said === undefined ? null : readNamedDay(text.slice(said.length), today);
  return said === undefined || read === null ? null : { ...read, length: said.length + read.length };
}

/** `end of July` */
function readEndOfMonth(text: string, today: Temporal.PlainDate): Read | null {
  const said = /^(?:the )?end of\s+/i.exec(text)?.[0];
  if (said === undefined) return null;
  const first = /^[A-Za-z]{3,9}/.exec(text.slice(said.length))?.[0] ?? '';
  const read = readDay(`1 ${first}`, today.with({ day: 1 }), 'future');
  const [day] = read?.days ?? [];
  if (day === undefined || read?.isWeekday) return null;
  return { day: lastOfMonth(day), length: said.length + first.length, isSure: false };
}

import { Temporal } from 'temporal-polyfill';

export interface ReadClock {
  readonly time: Temporal.PlainTime;
  /** `9:05` without am, pm or a leading zero: it may be the evening that is meant. */
  readonly eitherHalf: boolean;
  /** How much of the text was the clock time. */
  readonly length: number;
}

const TWELVE = /^(1[0-2]|0?[1-9])(?:[:.]([0-5]\d)(?::([0-5]\d))?)?\s?([ap])(?:m(?![\p{L}\p{N}])|\.\s?m\.)/iu;
/** Hours and minutes with a colon; `15:3`, `1:2:3`, `10:35:ab` and `16:90` are something else. `10:30Z` is a time. */
const TWENTY_FOUR =
  /^([01]?\d|2[0-3])[:：]([0-5]\d)(?::([0-5]\d)(?:[.,]\d{1,6})?)?(?:\s?Uhr|\s?h)?(?:(?=Z(?![\p{L}\p{N}]))|(?![\p{L}\p{N}%_*]|[:/]\S|[.,]\d))/iu;
/** Kanji and kana may follow a clock time without a space. */
const BEFORE_CJK =
  /^([01]?\d|2[0-3])[:：]([0-5]\d)(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u;
const FRENCH = /^([01]\d|2[0-3])h([0-5]\d)(?![\p{L}\p{N}])/iu;
const GERMAN = /^([01]?\d|2[0-3])(?:\.([0-5]\d))?\s?Uhr(?![\p{L}\p{N}])/iu;
/** Not `3時間`, which is a duration, nor `3点`, which may be three points. */
const CJK = /^([01]?\d|2[0-3])(?:[時时](?![間间])(?:([0-5]?\d)分)?|点(?=[0-5]?\d分)([0-5]?\d)分)/u;

/** Reads a clock time at the very start of `text`: `14:05`, `14:05:30`, `2:05pm`, `2 pm`, `14h05`, `14 Uhr`, `14時05分`. */
export function readClock(text: string): ReadClock | null {
  const twelve = TWELVE.exec(text);
  if (twelve !== null) {
    const [said, hour, minute, second, half] = twelve;
    const base = Number(hour) % 12;
    return clock(said, half?.toLowerCase() === 'p' ? base + 12 : base, minute, second, false);
  }
  const colon = TWENTY_FOUR.exec(text) ?? BEFORE_CJK.exec(text);
  if (colon !== null) {
    const [said, hour, minute, second] = colon;
    return clock(said, Number(hour), minute, second, /^[1-9][:：]/.test(said) && !/[a-z]/i.test(said));
  }
  for (const form of [FRENCH, GERMAN, CJK]) {
    const [said, hour, ...minutes] = form.exec(text) ?? [];
    if (said !== undefined) return clock(said, Number(hour), minutes.find(Boolean), undefined, false);
  }
  return null;
}

function clock(said: string, hour: number, minute = '0', second = '0', eitherHalf: boolean): ReadClock {
  const time = Temporal.PlainTime.from({ hour, minute: Number(minute), second: Number(second) });
  return { time, eitherHalf, length: said.length };
}

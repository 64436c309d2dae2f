const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
};
const N = `(\\d{1,3}|${Object.keys(NUMBERS).join('|')})`;
const LENGTH = new RegExp(
  `((?:about|around|approx\\.?|approximately|roughly|almost|nearly|some|over|more than|under|less than|ca\\.?|~) ?)?(?<![\\p{L}\\d.,:])(?:${N} ?(?:days?)(?:,? (?:and )?${N} ?(?:h|hrs?|hours?))?|${N} ?(?:h|hrs?|hours?)(?:(?:,? (?:and )?| ?)${N} ?(?:m|mins?|minutes?)|(?<=\\dh)([0-5]\\d))?|${N} ?(?:mins?|minutes?))(?![\\p{L}\\d])`,
  'giu',
);

/** How long something was, in words: whole minutes, and how exactly it was meant. */
export interface SpokenLength {
  readonly words: string;
  readonly minutes: number;
  /** Minutes by which it may be off. */
  readonly tolerance: number;
  /** Where in the text it stands. */
  readonly index: number;
}

const count = (word: string | undefined): number =>
  word === undefined ? 0 : (NUMBERS[word.toLowerCase()] ?? Number(word));

/** `3 h 14 min`, `three hours`, `2h15`, `about 40 minutes`: the lengths of time of a text. */
export function durationsIn(text: string): readonly SpokenLength[] {
  return [...text.matchAll(LENGTH)].map((match): SpokenLength => {
    const [words, vague, days, dayHours, hours, spelt, short, minutes] = match;
    const hourMinutes = spelt ?? short;
    const total =
      count(days) * 1440 + (count(dayHours) + count(hours)) * 60 + count(hourMinutes) + count(minutes);
    const unit =
      days !== undefined && dayHours === undefined
        ? 1440
        : hourMinutes === undefined && minutes === undefined
          ? 60
          : 0;
    // "Three hours" is said of anything from two and a half on; "3 h 14 min" was looked up.
    const exact = unit === 0 ? (total >= 10 && total % 5 === 0 && hours === undefined ? 2 : 1) : unit / 2;
    return {
      words: words.trim(),
      minutes: total,
      tolerance: vague === undefined ? exact : Math.max(exact, total / 4),
      index: match.index,
    };
  });
}

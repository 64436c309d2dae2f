import { clockIn, dayIn } from '../../time/calendar.js';
import { durationInWords } from '../../time/duration.js';
import { MINUTE } from '../case.js';
import type { Found, Matter } from './matter.js';

/** Over half an hour without any entry while it was open: what was done then is not on record. */
export function longSilence({ now, drafted, moment }: Matter): readonly Found[] {
  const silences = drafted.silences
    .map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) }))
    .filter(({ from, to }) => to - from >= 31 * MINUTE)
    .toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const longest = silences[0];
  if (longest === undefined) return [];
  const { from, to } = longest;
  const isOneDay = dayIn(now.zone, new Date(from)) === dayIn(now.zone, new Date(to));
  const first = isOneDay ? clockIn(now.zone, new Date(from)) : moment(from);
  const more = silences.length === 1 ? '' : `, the longest of ${silences.length} silences over half an hour`;
  const text = `No entry from ${first} to ${moment(to)}, for ${durationInWords(to - from)}, while it was open${more}. What was done then?`;
  return [{ text, about: now.readings.filter((r) => r.at === from || r.at === to).map((r) => r.id) }];
}

import { durationInWords, MINUTE } from '../../time/duration.js';
import { sentencesOf } from '../quote.js';
import { aboutOf, type Found, headStatements, type Matter } from './matter.js';
import { quoted } from './quoted.js';
import { durationsIn } from './spoken-length.js';

const OF_THE_WHOLE =
  /\b(?:lasted|lasting|in total|total (?:duration|downtime)|duration|altogether|all in all)\b/i;
const OF_A_PART =
  /\b(?:after|within|every|ago|took|takes|lag|behind|delay\w*|backlog|timeouts?|threshold|retention|window|old|of (?:data|orders|writes)|in|per|until|since|first|last|next|another|up to|degraded)\b/i;

/** Somebody said how long it was, and the clock says otherwise. */
export function lengthAgainstWindow(matter: Matter): readonly Found[] {
  const { start, end, drafted } = matter;
  if (start === null || end === null || drafted.window.start.kind === 'asked') return [];
  const whole = Math.floor((end - start) / MINUTE);
  const acts = drafted.acts.reduce(
    (sum, act) => sum + (act.to === null ? 0 : Date.parse(act.to) - Date.parse(act.from)),
    0,
  );
  const lengths = acts === 0 ? [whole] : [whole, Math.floor(acts / MINUTE)];
  const said = [
    ...headStatements(matter),
    ...drafted.timeline.filter((row) => row.kind === 'resolved').map((row) => row.claim),
  ];
  const { start: from, end: to } = drafted.window;
  for (const claim of said) {
    // Said before it was over, it tells how long it had been so far.
    if (claim.status !== 'stated' || Date.parse(claim.at) < end - 10 * MINUTE) continue;
    for (const sentence of sentencesOf(claim.text)) {
      const isWhole = OF_THE_WHOLE.test(sentence);
      for (const { words, minutes, tolerance, index } of durationsIn(sentence)) {
        const before = sentence.slice(Math.max(0, index - 24), index);
        const after = sentence.slice(index + words.length, index + words.length + 14);
        if (OF_A_PART.test(`${before} ${after}`)) continue;
        if (lengths.some((length) => Math.abs(length - minutes) <= tolerance)) continue;
        const isNear = minutes >= whole * 0.6 && minutes <= whole * 1.7;
        if (!isWhole && !(isNear && drafted.impact.claims.includes(claim))) continue;
        const text = `${quoted(words)} was said, but from ${matter.moment(start)} to ${matter.moment(end)} it is ${inTheSameUnit(words, end - start)}. Which start or end is meant?`;
        return [
          {
            text,
            about: aboutOf(
              claim,
              ...[from.kind === 'known' ? from.value : null, to].filter((moment) => moment !== null),
            ),
          },
        ];
      }
    }
  }
  return [];
}

/** "73 hours" is easier held against 75 h 8 min than against 3 days 3 h 8 min. */
function inTheSameUnit(words: string, ms: number): string {
  const minutes = Math.floor(ms / MINUTE);
  if (/d/i.test(words) || minutes < 1440) return durationInWords(ms);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

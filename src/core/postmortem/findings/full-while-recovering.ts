import { MINUTE } from '../case.js';
import { sentencesOf } from '../quote.js';
import { aboutOf, type Found, type Matter } from './matter.js';
import { quoted } from './quoted.js';
import { durationsIn } from './spoken-length.js';
import { totalityIn } from './totality.js';

const RANGE =
  /\d\s?(?:[ap]m)?\)?\s?(?:-|–|to|until|till)\s?(?:\p{L}+ \d{1,2},? )?\d{1,2}(?::\d\d|\s?[ap]m)/iu;
const WORKS =
  /\b(?:part(?:ly|ially)|bit by bit|gradually|some (?:users|customers|requests|orders)|(?:begin|began|start(?:s|ed|ing)?) (?:to work|working|to recover|recovering)|comes? back|coming back|recovering)\b/i;

/** It was out from end to end, and partly back some time before the end. */
export function fullWhileRecovering({ drafted, end, moment }: Matter): readonly Found[] {
  if (end === null) return [];
  const back = drafted.timeline.find(
    ({ at, claim }) => Date.parse(at) <= end - 5 * MINUTE && WORKS.test(claim.text) && !/\?/.test(claim.text),
  );
  const words = sentencesOf(back?.claim.text ?? '').find((sentence) => WORKS.test(sentence));
  if (back === undefined || words === undefined) return [];
  for (const claim of drafted.impact.claims) {
    const total = totalityIn(claim.text, { plainToo: true });
    if (total === null || Date.parse(claim.at) < Date.parse(back.at)) continue;
    if (!RANGE.test(claim.text) && durationsIn(claim.text).length === 0) continue;
    const text = `${quoted(total)} is said of the whole time, but at ${moment(Date.parse(back.at))} the record has ${quoted(words)}. From when on did it work again for some?`;
    return [{ text, about: aboutOf(claim, back.claim) }];
  }
  return [];
}

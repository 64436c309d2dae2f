import { isRecoveryAlert } from '../alerts.js';
import { MINUTE } from '../case.js';
import { has } from '../reading.js';
import { aboutOf, type Found, type Matter } from './matter.js';
import { quoted } from './quoted.js';

const WELL =
  /\b(?:restored|normal|stable|healthy|green|operational|recover\w*|works?|working|back|fine|ok(?:ay)?|clear(?:ed)?|clean|verif\w+|confirmed|tested|checked|good|passing|succeed\w*|go(?:es|ing)? through|no (?:more )?(?:errors|issues|user issues)|loads?|accessible|up|dropp\w+|falling|fell|down to)\b/i;

/** Something was done to end it, and nothing on record says that it worked. */
export function neverVerified({ now, drafted, end, isEnglish }: Matter): readonly Found[] {
  const fix = drafted.resolution.claims[0];
  if (fix === undefined || end === null || !isEnglish) return [];
  const from = Math.min(Date.parse(fix.at), end) - 15 * MINUTE;
  const isSeen = now.readings.some(
    (r) =>
      r.at >= from &&
      !r.asks &&
      (isRecoveryAlert(r) ||
        r.signs.has('worked') ||
        has(r, 'recovering', 'recovered') ||
        (!aboutOf(fix).includes(r.id) && WELL.test(r.text))),
  );
  if (isSeen) return [];
  const text = `${quoted(fix.text)} ended it, but nothing on record says that it was seen to work. Who checked, and how?`;
  return [{ text, about: [...aboutOf(fix), ...(now.ending === null ? [] : [now.ending.id])] }];
}

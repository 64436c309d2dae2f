import { aboutOf, type Found, type Matter } from './matter.js';
import { quoted } from './quoted.js';
import { shareIn } from './totality.js';

const PEOPLE =
  /(?<![\d.,:])(\d{1,3}(?:[,.’ ]\d{3})+|\d{3,9}) (?:of our |of the )?(?:active |affected )?(?:users|customers|people|clients|accounts|visitors|shoppers|members)\b/i;

/** A share and a count of the same people say how many there are in all: is that so? */
export function impliedBase({ drafted }: Matter): readonly Found[] {
  for (const claim of drafted.impact.claims) {
    const share = shareIn(claim.text);
    const count = PEOPLE.exec(claim.text);
    const people = Number((count?.[1] ?? '').replace(/\D/g, ''));
    if (share === null || count === null || share.percent === 0 || share.percent >= 100 || people === 0)
      continue;
    const base = Math.round((people * 100) / share.percent);
    const text = `${quoted(share.words)} and ${quoted(count[0])} together mean ${base.toLocaleString('en-US')} in all. Is that the number of users?`;
    return [{ text, about: aboutOf(claim) }];
  }
  return [];
}

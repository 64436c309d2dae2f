import { aboutOf, type Found, type Matter } from './matter.js';
import { quoted } from './quoted.js';
import { shareIn, totalityIn } from './totality.js';

/** "Completely down" and "75 % of users" cannot both be so. */
export function totalAgainstShare({ drafted }: Matter): readonly Found[] {
  const { claims } = drafted.impact;
  const partial = claims.find((claim) => (shareIn(claim.text)?.percent ?? 100) < 100);
  const share = partial === undefined ? null : shareIn(partial.text);
  if (partial === undefined || share === null) return [];
  const updates = drafted.timeline.filter((row) => row.kind === 'update').map((row) => row.claim);
  const words = [...claims, ...updates].flatMap((claim) => {
    const total = totalityIn(claim.text, { plainToo: claims.includes(claim) });
    return total === null ? [] : [{ claim, total }];
  })[0];
  if (words === undefined) return [];
  return [
    {
      text: `${quoted(words.total)} and ${quoted(share.words)} do not say the same. Was it so for everybody, or for that share?`,
      about: aboutOf(words.claim, partial),
    },
  ];
}

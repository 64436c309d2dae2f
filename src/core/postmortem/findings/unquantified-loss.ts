import { figuresIn } from '../figures.js';
import { aboutOf, type Found, type Matter } from './matter.js';
import { quoted } from './quoted.js';

const LOSS =
  /\b(?:(?:significant|substantial|major|heavy|considerable|huge|big|some|a lot of) )?(?:(?:revenue|sales|money|financial|business) loss(?:es)?|loss(?:es)? (?:of|in) (?:revenue|sales|money|business)|lost (?:revenue|sales|money|business|orders)|loss of orders)\b|\ba lot of lost\b|\b(?:a lot of|lots of|many|countless) (?:users|customers|orders|complaints)\b/i;

/** A loss without a figure, in the impact. */
export function unquantifiedLoss({ drafted }: Matter): readonly Found[] {
  const { claims } = drafted.impact;
  const figures = claims.flatMap((claim) => figuresIn(claim.text));
  for (const claim of claims) {
    const words = LOSS.exec(claim.text)?.[0];
    if (words === undefined) continue;
    const isMoney = /revenue|sales|money|business|financial|lost/i.test(words);
    const isCounted = figures.some(({ unit }) =>
      isMoney
        ? unit === 'money' || (unit === 'things' && /orders/i.test(words))
        : unit === 'people' || unit === 'things' || unit === 'percent',
    );
    if (isCounted) continue;
    return [
      { text: `${quoted(words)} has no figure. How much was it, even roughly?`, about: aboutOf(claim) },
    ];
  }
  return [];
}

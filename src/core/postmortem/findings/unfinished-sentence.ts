import { aboutOf, type Found, headStatements, type Matter } from './matter.js';
import { quoted } from './quoted.js';

const BREAKS_OFF =
  /(?:\b(?:a lot of lost|a lot of|lots of|a number of|the|an|our|their|its|and|or|because|because of|due to|such as|including|as well as|resulting in|caused by|which|led to)|[:,])$/i;

/** A statement that stops in the middle. */
export function unfinishedSentence(matter: Matter): readonly Found[] {
  return headStatements(matter).flatMap((claim): Found[] => {
    const said = claim.text.trim().replace(/[.!]$/, '').trim();
    const words = said.split(/\s+/);
    if (words.length < 3 || claim.text.endsWith('…') || !BREAKS_OFF.test(said)) return [];
    const text = `A statement ends with ${quoted(words.slice(-5).join(' '))}, in the middle. How does it go on?`;
    return [{ text, about: aboutOf(claim) }];
  });
}

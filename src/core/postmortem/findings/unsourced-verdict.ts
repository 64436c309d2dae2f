import { aboutOf, type Found, headStatements, type Matter } from './matter.js';
import { quoted } from './quoted.js';

const VERDICT =
  /\b(?:(?:acted|responded|reacted|resolved|fixed|handled|worked) (?:\w+ )?(?:promptly|swiftly|quickly|rapidly|professionally|heroically|flawlessly|perfectly)|(?:promptly|swiftly|flawlessly) \w+ed|within (?:the )?expected (?:time\w*|time ?frame)|in record time|(?:excellent|outstanding|great|perfect) (?:response|job|work|teamwork)|as quickly as possible)\b/i;
const PROMISE =
  /\b(?:(?:never|not|won'?t|doesn'?t|cannot|can'?t) (?:\w+ ){0,2}happen(?:s|ing)? again|(?:ensure|guarantee|make sure)\w* (?:that )?(?:it|this|such \w+) (?:will )?(?:never|not|doesn'?t|won'?t)\b|uninterrupted service|seamless experience|100 ?% (?:uptime|reliab\w+))\b/i;

/** A judgement or a promise that nothing on record can bear out. */
export function unsourcedVerdict(matter: Matter): readonly Found[] {
  const { drafted } = matter;
  const said = [
    ...headStatements(matter),
    ...drafted.actions.map((action) => action.claim),
    ...drafted.timeline
      .filter((row) => row.kind === 'update' || row.kind === 'resolved')
      .map((row) => row.claim),
  ];
  const ids = new Set<string>();
  return said.flatMap((claim): Found[] => {
    const verdict = VERDICT.exec(claim.text)?.[0];
    const words = verdict ?? PROMISE.exec(claim.text)?.[0];
    const about = aboutOf(claim);
    if (words === undefined || about.some((id) => ids.has(id))) return [];
    for (const id of about) ids.add(id);
    const text =
      verdict === undefined
        ? `${quoted(words)} is a promise that no record can bear out. What will be different instead?`
        : `${quoted(words)} is a judgement without a figure. How long did it take, and what was expected?`;
    return [{ text, about }];
  });
}

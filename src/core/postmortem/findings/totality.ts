import { sentencesOf } from '../quote.js';

/** Says in so many words that it was everything or everybody. */
const STRONG =
  /\b(?:completely|totally|entirely|fully) (?:down|unavailable|inaccessible|unreachable|unusable|offline|broken|dead)\b|\b(?:complete|total|full) (?:outage|downtime|loss of service)\b|\b(?:all|every|none of) (?:of )?(?:the |our )?(?:users?|customers?|clients?|visitors?|shoppers?|requests|traffic)\b|\b(?:everyone|everybody|nobody|no one)\b|\b100 ?% of (?:the |our |all )*\w+/i;
/** Says it of a service, without a limit. */
const PLAIN =
  /\b(?:the |our )?(?!(?:is|was|are|were|be|been|went|goes|not|still|all)\b)\p{L}[\p{L}-]+ (?:(?:is|was|are|were|went) )?(?:down|unavailable|inaccessible|unreachable)\b/iu;
const TROUBLE =
  /\b(?:down|outage|offline|dead|broken|unavailable|inaccessible|unreachable|unusable|affect\w*|unable|can(?:'|no)?t|cannot|could(?:n't| not)|errors?|fail\w*|no \w+ possible)\b|\b100 ?% of/i;
/** It is not so, no longer so, or only for some. */
const LIMITED =
  /\b(?:not|n't|nearly|almost|some|many|most|part(?:ly|ially)?|part of|mostly|few|restored|back|again|recovered|fixed|resolved|for \D{0,12}\d+(?:\.\d+)? ?%)\b|\bfor \D{0,12}\d+(?:\.\d+)? ?%/i;

/** The words of a text by which something failed wholly: `completely down`, `100% of`, `checkout down`; null where none are. */
export function totalityIn(text: string, { plainToo }: { readonly plainToo: boolean }): string | null {
  for (const sentence of sentencesOf(text)) {
    if (LIMITED.test(sentence) || /\?/.test(sentence)) continue;
    const found =
      (TROUBLE.test(sentence) ? STRONG.exec(sentence) : null) ?? (plainToo ? PLAIN.exec(sentence) : null);
    if (found !== null) return found[0];
  }
  return null;
}

const WHO =
  '(?:(?:the|our|your|all|active|paying|affected|registered|total) ){0,3}(?:user base|users?|customers?|customer base|clients?|people|accounts?|visitors?|shoppers?|members?|merchants?|tenants?|players?|subscribers?)';
const SHARE = new RegExp(`(?<![\\d.,])(\\d{1,3}(?:\\.\\d+)?) ?(?:%|percent|per cent) (?:of )?${WHO}\\b`, 'i');

/** A share of the people concerned. */
export interface Share {
  readonly words: string;
  readonly percent: number;
}

/** The first share of users in a text: `~75% of active users`. Other percentages say nothing of who was hit. */
export function shareIn(text: string): Share | null {
  const match = SHARE.exec(text);
  const percent = Number(match?.[1]);
  return match === null || percent > 100 ? null : { words: match[0], percent };
}

import { type Case, ofKind } from './case.js';
import type { Claim, Finding, Window } from './model.js';
import { sourcesIn } from './sources-in.js';

const TOTAL =
  /\b(?:complete(?:ly)?|total(?:ly)?|entire(?:ly)?|fully (?:down|unavailable)|all (?:users|customers))\b/i;
const SHARE = /(\d{1,3}(?:\.\d+)?)\s?%/;

/** What in the record does not agree with itself. */
export function findingsOf(now: Case, window: Window, impact: readonly Claim[]): readonly Finding[] {
  return [...totalAgainstShare(impact), ...signsBeforeStart(now, window)];
}

function totalAgainstShare(impact: readonly Claim[]): readonly Finding[] {
  const total = impact.find((claim) => TOTAL.test(claim.text));
  const share = impact.find((claim) => Number(SHARE.exec(claim.text)?.[1] ?? 100) < 100);
  if (total === undefined || share === undefined) return [];
  return [
    {
      rule: 'total-against-share',
      text: 'The impact is called complete, and is given as less than 100 %.',
      about: [...new Set([...sourcesIn(total), ...sourcesIn(share)])],
    },
  ];
}

function signsBeforeStart(now: Case, window: Window): readonly Finding[] {
  if (window.start.kind === 'asked') return [];
  const start = Date.parse(window.start.value.at);
  const early = ofKind(now.readings, 'alert').find((r) => r.at < start - 60_000);
  if (early === undefined) return [];
  return [
    {
      rule: 'sign-before-start',
      text: 'An alert came before the start of the incident as stated.',
      about: [early.id],
    },
  ];
}

import type { Case } from '../case.js';
import type { Finding } from '../model.js';
import { type Drafted, matterOf } from './matter.js';
import { RULES } from './rules.js';

/** One rule says at most so much: the first of a kind tell what to look for. */
const MOST_OF_A_RULE = 3;
const MOST_CITED = 6;
const WEIGHT = { error: 0, warn: 1, info: 2 } as const;

/** What in the record or in the draft does not agree with itself, the weightiest first. Pure: the same draft gives the same findings. */
export function findingsOf(now: Case, drafted: Drafted): readonly Finding[] {
  const matter = matterOf(now, drafted);
  return RULES.filter((rule) => !now.cancelled || rule.always === true)
    .toSorted((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity])
    .flatMap(({ name, severity, slot, find }) =>
      find(matter)
        .slice(0, MOST_OF_A_RULE)
        .map(({ text, about }) => ({
          rule: name,
          severity,
          text,
          about: [...new Set(about)].slice(0, MOST_CITED),
          slot,
        })),
    );
}

import { cuesIn } from './cues.js';
import type { Reading } from './reading.js';
import { shared, topicOf } from './topic.js';

const NOT_IT =
  /\b(?:unrelated|not related|innocent|red herring|wrong|nothing to do|to blame|(?:was|is|were|are)(?: not|n['’]?t)(?: (?:the (?:cause|trigger|reason|problem)|it|that|related|involved))?\s*$|not (?:the|our|because|due))\b|(?:was|is|were|are) ?n[o'’]?t\s*$/iu;

/** The later statement says, in one of its clauses, that what the earlier one names was not it. */
export function withdraws(later: Reading, earlier: Reading): boolean {
  return deniedIn(later).some((denied) => {
    const words = shared(denied, earlier.topic);
    return words >= 2 || (words === 1 && earlier.topic.size <= 2);
  });
}

/** What each denying clause is about. */
function deniedIn(later: Reading): readonly ReadonlySet<string>[] {
  const known = DENIED.get(later);
  if (known !== undefined) return known;
  const denied = later.text
    .split(/[,;:.()。，；、]|\s[-–—]\s/u)
    .filter((clause) => NOT_IT.test(clause) || cuesIn(clause).has('ruled-out'))
    .map((clause) => topicOf(clause));
  DENIED.set(later, denied);
  return denied;
}

/** Read once for each statement: it is held against every message. */
const DENIED = new WeakMap<Reading, readonly ReadonlySet<string>[]>();

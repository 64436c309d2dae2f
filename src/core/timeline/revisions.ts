import type { MessageTs } from '../ids.js';
import { compareStamps } from '../time/stamp.js';
import type { Revision } from './entry.js';

/** A text of a message and the stamp under which Slack told it. */
interface Telling {
  readonly at: MessageTs;
  readonly text: string;
}

/** By stamp; two texts under one stamp are put in an order that does not depend on which came first. */
function compareTellings(a: Telling, b: Telling): number {
  const byStamp = compareStamps(a.at, b.at);
  if (byStamp !== 0) return byStamp;
  if (a.text === b.text) return 0;
  return a.text < b.text ? -1 : 1;
}

const tellingsOf = (revision: Revision): readonly Telling[] =>
  [revision.at, ...(revision.toldAgain ?? [])].map((at) => ({ at, text: revision.text }));

/** The stamp of the newest telling, or null when no text is known. */
export function lastTold(revisions: readonly Revision[]): MessageTs | null {
  const last = revisions.at(-1);
  return last === undefined ? null : (last.toldAgain?.at(-1) ?? last.at);
}

/** The revisions with one more telling; the same array when it was known. A text told again makes no revision. */
export function withTelling(revisions: readonly Revision[], told: Telling): readonly Revision[] {
  const known = revisions.flatMap(tellingsOf);
  if (known.some((telling) => compareTellings(telling, told) === 0)) return revisions;

  const result: { text: string; at: MessageTs; toldAgain: MessageTs[] }[] = [];
  for (const telling of [...known, told].sort(compareTellings)) {
    const last = result.at(-1);
    if (last?.text === telling.text) last.toldAgain.push(telling.at);
    else result.push({ text: telling.text, at: telling.at, toldAgain: [] });
  }
  return result.map(({ toldAgain, ...revision }) =>
    toldAgain.length > 0 ? { ...revision, toldAgain } : revision,
  );
}

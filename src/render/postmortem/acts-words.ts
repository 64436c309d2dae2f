import type { Postmortem } from '../../core/postmortem/model.js';
import { durationInWords } from '../../core/time/duration.js';
import type { Piece } from './nodes.js';
import type { Page } from './page.js';

/** How long it was from start to end; act by act where it was reopened: "50 min, then 40 min". */
export function lengthInWords(document: Postmortem, from: Date, to: Date): string {
  if (document.acts.length === 0) return durationInWords(to.getTime() - from.getTime());
  return lengthsOf(document);
}

const lengthsOf = (document: Postmortem): string =>
  document.acts
    .map((act) => (act.to === null ? 'goes on' : durationInWords(Date.parse(act.to) - Date.parse(act.from))))
    .join(', then ');

/** "resolved at 13:00 and reopened at 13:20 [4] [5]"; null where it was never reopened. */
export function reopenedInWords(page: Page): readonly Piece[] | null {
  const { acts } = page.document;
  const pieces = acts.flatMap((act, i): readonly Piece[] => {
    const next = acts[i + 1];
    if (next === undefined || act.to === null) return [];
    return [
      `${i === 0 ? '' : ', '}resolved at ${page.moment(act.to)} and reopened at ${page.moment(next.from)}`,
      ...page.cite(act.about),
    ];
  });
  return pieces.length === 0 ? null : [...pieces, `; it lasted ${lengthsOf(page.document)}`];
}

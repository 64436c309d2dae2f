import type { Element } from 'hast';
import type { Postmortem } from '../../../core/postmortem/model.js';
import { clockIn } from '../../../core/time/calendar.js';
import { durationInWords } from '../../../core/time/duration.js';
import { fitted } from './drawable.js';
import { DIM, INK, LINE } from './looks.js';
import { momentOf } from './phases.js';
import { line, text } from './shapes.js';
import { shortDay } from './time-axis.js';

/** Height in pixels. */
export const KEY_TIMES = 66;

/** The six moments that everybody asks for, side by side; an unknown one says so. */
export function keyTimes(
  document: Postmortem,
  several: boolean,
  place: { readonly left: number; readonly right: number; readonly y: number },
): readonly Element[] {
  const { start, end } = document.window;
  const began = start.kind === 'known' ? Date.parse(start.value.at) : null;
  const last = document.status === 'cancelled' ? 'Cancelled' : 'Resolved';
  const moments: readonly (readonly [string, number | null])[] = [
    [start.kind === 'known' && start.value.basis !== 'stated' ? 'Started (first sign)' : 'Started', began],
    ['Detected', momentOf(document, 'detect')],
    ['Declared', momentOf(document, 'declare') ?? setAt(document, 'investigating')],
    ['Cause stated', momentOf(document, 'cause') ?? causeStatedAt(document)],
    ['Mitigated', momentOf(document, 'mitigate') ?? setAt(document, 'mitigated')],
    [last, end === null ? null : Date.parse(end.at)],
  ];
  const width = (place.right - place.left) / moments.length;
  return moments.flatMap(([name, at], i) => {
    const x = place.left + i * width;
    const when = at === null ? unknown(document, i === moments.length - 1) : momentIn(document, at, several);
    const after = at === null || began === null || at <= began ? '' : `after ${durationInWords(at - began)}`;
    return [
      line(x, place.y, x + width - 16, place.y, { class: 'dm-line', stroke: LINE, strokeWidth: 1 }),
      text(x, place.y + 18, 12, name, { class: 'dm-dim', fill: DIM }),
      at === null
        ? text(x, place.y + 38, 13, when, { class: 'dm-dim', fill: DIM })
        : text(x, place.y + 38, 16, when, { class: 'dm-ink', fill: INK, fontWeight: 'bold' }),
      ...(after === ''
        ? []
        : [text(x, place.y + 55, 12, fitted(after, width - 16, 12), { class: 'dm-dim', fill: DIM })]),
    ];
  });
}

const unknown = (document: Postmortem, isEnd: boolean): string =>
  isEnd && !document.ended ? 'still open' : 'not recorded';

/** The cause is often written down only when all is over: no measure then, but a moment. */
const causeStatedAt = ({ causes }: Postmortem): number | null => {
  const root = causes.find(({ role, claim }) => role === 'root' && claim.status === 'stated');
  return root === undefined ? null : Date.parse(root.claim.at);
};

const setAt = (document: Postmortem, status: Postmortem['course'][number]['status']): number | null => {
  const turn = document.course.find((one) => one.status === status);
  return turn === undefined ? null : Date.parse(turn.at);
};

const momentIn = ({ zone }: Postmortem, at: number, several: boolean): string =>
  `${several ? `${shortDay(zone, at)}, ` : ''}${clockIn(zone, new Date(at))}`;

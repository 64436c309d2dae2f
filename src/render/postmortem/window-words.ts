import { lengthInWords } from './acts-words.js';
import type { Piece } from './nodes.js';
import type { Page } from './page.js';

/** "June 8, 2024, 10:30 to 12:45 EDT (2 h 15 min)", with citations. */
export function windowInWords(page: Page): readonly Piece[] {
  const { start, end } = page.document.window;
  if (start.kind === 'asked')
    return [
      end === null ? 'not recorded' : `until ${moment(page, end.at)}`,
      ...(end === null ? [] : page.citeSources(end.sources)),
    ];
  const from = start.value;
  const about =
    from.basis === 'stated'
      ? ''
      : from.basis === 'command'
        ? ' (declared; an earlier start is not on record)'
        : ' (first sign on record)';
  if (end === null) return [`since ${moment(page, from.at)}${about}`, ...page.citeSources(from.sources)];
  const same = page.day(from.at) === page.day(end.at);
  const sameZone = page.clockAndZone(from.at).split(' ')[1] === page.clockAndZone(end.at).split(' ')[1];
  const first = same
    ? `${page.day(from.at)}, ${sameZone ? page.clockAndZone(from.at).split(' ')[0] : page.clockAndZone(from.at)}`
    : moment(page, from.at);
  const length = lengthInWords(page.document, new Date(from.at), new Date(end.at));
  return [
    `${first} to ${same ? page.clockAndZone(end.at) : moment(page, end.at)} (${length})${about}`,
    ...page.citeSources(from.sources),
    ...page.citeSources(end.sources),
  ];
}

const moment = (page: Page, at: string): string => `${page.day(at)}, ${page.clockAndZone(at)}`;

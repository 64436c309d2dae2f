import type { RootContent } from 'mdast';
import { paragraph } from './nodes.js';
import type { Page } from './page.js';

/** A cancelled incident needs no postmortem, only an honest word about what it was. */
export function cancelledNote(page: Page): readonly RootContent[] {
  const { end } = page.document.window;
  const when = end === null ? '' : ` on ${page.day(end.at)} at ${page.clockAndZone(end.at)}`;
  return [
    paragraph(
      `This incident was cancelled${when}. It was treated as a false alarm: no impact, cause or resolution is claimed here.`,
      ...(end === null ? [] : page.citeSources(end.sources)),
    ),
  ];
}

import type { RootContent } from 'mdast';
import { paragraph } from './nodes.js';
import type { Page } from './page.js';

/** A cancelled incident needs no postmortem, only an honest word about what it was. */
export function cancelledNote(page: Page): readonly RootContent[] {
  const { end } = page.document.window;
  if (page.document.goesOnIn !== null) {
    return [
      paragraph(
        `This incident was another one, ${page.document.goesOnIn}, and goes on there with its record: this note claims no impact, cause or resolution.`,
        ...(end === null ? [] : page.citeSources(end.sources)),
      ),
    ];
  }
  const when = end === null ? '' : ` on ${page.day(end.at)} at ${page.clockAndZone(end.at)}`;
  return [
    paragraph(
      `This incident was cancelled${when}: it was called off instead of resolved, so this note claims no impact, cause or resolution.`,
      ...(end === null ? [] : page.citeSources(end.sources)),
    ),
  ];
}

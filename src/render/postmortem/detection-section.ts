import type { RootContent } from 'mdast';
import { bullets, heading, paragraph, strong } from './nodes.js';
import type { Page } from './page.js';
import { needed } from './status-block.js';

export function detectionSection(page: Page): readonly RootContent[] {
  const { detection } = page.document;
  if (detection.length === 0)
    return [heading(2, 'Detection'), paragraph(`Not recorded, ${needed(page, 'detected-at')}.`)];
  return [
    heading(2, 'Detection'),
    bullets(
      detection.map((claim) => [
        strong(page.moment(claim.at)),
        claim.by === null ? ' by monitoring: ' : ` by ${page.name(claim.by)}: `,
        ...page.claim(claim),
      ]),
    ),
  ];
}

import type { RootContent } from 'mdast';
import type { Claim } from '../../core/postmortem/model.js';
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
        ` by ${isByMonitor(claim) ? 'monitoring' : page.speaker(claim)}: `,
        ...page.claim(claim),
      ]),
    ),
  ];
}

const isByMonitor = ({ by, sources }: Claim): boolean =>
  by === null && sources.some((source) => source.kind === 'alert');

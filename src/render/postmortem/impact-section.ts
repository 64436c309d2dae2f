import type { RootContent } from 'mdast';
import { bullets, heading, paragraph } from './nodes.js';
import type { Page } from './page.js';
import { needed } from './status-block.js';

export function impactSection(page: Page): readonly RootContent[] {
  const { claims, dataLoss } = page.document.impact;
  const known = claims.map((claim) => page.claim(claim));
  const data =
    dataLoss.kind === 'asked'
      ? [[`Data lost or inconsistent: not recorded, ${needed(page, dataLoss.question)}.`]]
      : [];
  if (known.length + data.length === 0)
    return [heading(2, 'Impact'), paragraph(`Not recorded, ${needed(page, 'impact')}.`)];
  return [heading(2, 'Impact'), bullets([...known, ...data])];
}

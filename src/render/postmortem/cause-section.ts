import type { RootContent } from 'mdast';
import type { Claim } from '../../core/postmortem/model.js';
import { bullets, heading, type Piece, paragraph, strong } from './nodes.js';
import type { Page } from './page.js';
import { needed } from './status-block.js';

export function causeSection(page: Page): readonly RootContent[] {
  const { causes, resolution, ended } = page.document;
  const of = (role: string) => causes.filter((cause) => cause.role === role).map((cause) => cause.claim);
  const contributing = of('contributing');
  return [
    heading(2, 'Root Cause and Resolution'),
    part(page, 'Root cause', of('root'), 'root-cause'),
    part(page, 'Trigger', of('trigger'), 'trigger'),
    ...(contributing.length === 0 ? [] : [part(page, 'Contributing', contributing, '')]),
    ...(ended ? [part(page, 'Resolution', resolution.claims, 'resolution')] : []),
    ...(resolution.leftOvers.length === 0
      ? []
      : [
          paragraph(strong('Left over.'), ' Changed on the way, and not put right on record:'),
          bullets(resolution.leftOvers.map((claim) => page.claim(claim))),
        ]),
  ];
}

function part(page: Page, label: string, claims: readonly Claim[], question: string): RootContent {
  const first = claims[0];
  if (first === undefined) return paragraph(strong(`${label}.`), ` Not recorded, ${needed(page, question)}.`);
  const said = `${first.status === 'stated' ? 'stated' : 'said'} by ${page.speaker(first)} at ${page.moment(first.at)}`;
  const pieces = claims.flatMap((claim, i): readonly Piece[] =>
    i === 0 ? page.claim(claim) : ['; ', ...page.claim(claim)],
  );
  return paragraph(strong(`${label}`), ` (${said}): `, ...pieces);
}

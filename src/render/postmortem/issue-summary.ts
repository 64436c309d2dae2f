import type { RootContent } from 'mdast';
import type { Claim } from '../../core/postmortem/model.js';
import { reopenedInWords } from './acts-words.js';
import { bullets, heading, type Piece, paragraph, strong } from './nodes.js';
import type { Page } from './page.js';
import { needed } from './status-block.js';
import { windowInWords } from './window-words.js';

/** What, when, who, why and how it ended, in a few lines. */
export function issueSummary(page: Page): readonly RootContent[] {
  const { document } = page;
  const root = document.causes.find((cause) => cause.role === 'root')?.claim;
  const reopened = reopenedInWords(page);
  const open = document.questions.length;
  const line = (label: string, claims: readonly Claim[], question: string): readonly Piece[] =>
    claims.length === 0
      ? [strong(label), ` not recorded, ${needed(page, question)}`]
      : [
          strong(label),
          ' ',
          ...claims.flatMap((claim, i) => (i === 0 ? page.claim(claim) : ['; ', ...page.claim(claim)])),
        ];
  return [
    heading(2, 'Issue Summary'),
    bullets([
      [strong('What:'), ` ${document.title}`],
      [strong('When:'), ' ', ...windowInWords(page)],
      ...(reopened === null ? [] : [[strong('Reopened:'), ' ', ...reopened]]),
      line('Impact:', document.impact.claims.slice(0, 2), 'impact'),
      line('Root cause:', root === undefined ? [] : [root], 'root-cause'),
      ...(document.ended ? [line('Resolution:', document.resolution.claims.slice(0, 2), 'resolution')] : []),
    ]),
    paragraph(
      `This draft was assembled from ${document.counts.entries} entries of the record. Every statement cites its source; what was only said in passing is marked as proposed, to be confirmed by a person; what nobody recorded is asked (${open} open ${open === 1 ? 'question' : 'questions'}).`,
    ),
  ];
}

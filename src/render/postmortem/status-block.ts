import type { RootContent } from 'mdast';
import { bullets, heading, type Piece, strong } from './nodes.js';
import type { Page } from './page.js';
import { windowInWords } from './window-words.js';

/** Title and the facts that a reader looks for first. */
export function statusBlock(page: Page): readonly RootContent[] {
  const { document } = page;
  const cancelled = document.status === 'cancelled';
  const status = cancelled
    ? 'cancelled'
    : document.ended
      ? `draft, version ${document.version}; not yet reviewed`
      : `draft, version ${document.version}; the incident is still open`;
  const owner =
    document.owner.kind === 'known' ? page.name(document.owner.value) : needed(page, document.owner.question);
  const practice: readonly (readonly Piece[])[] = document.practice
    ? [[strong('Practice:'), ' a drill; nothing of this was real']]
    : [];
  const items: (readonly Piece[])[] = [
    ...practice,
    [strong('Status:'), ` ${status}`],
    [strong('Severity:'), ` ${document.severity ?? 'not set'}`],
    ...(cancelled ? [[strong('When:'), ' ', ...windowInWords(page)]] : []),
    ...(cancelled ? [] : [[strong('Owner:'), ` ${owner}`]]),
  ];
  return [
    heading(1, `${cancelled ? 'Incident note' : 'Postmortem'}: ${document.title} (${document.name})`),
    bullets(items),
  ];
}

/** "needed (Q12)" */
export function needed(page: Page, question: string): string {
  const number = page.questionNumber(question);
  return number === null ? 'needed' : `needed (${number})`;
}

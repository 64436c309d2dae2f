import type { RootContent } from 'mdast';
import { SECTION_NAMES } from '../section-names.js';
import { bullets, heading, type Piece, paragraph, strong } from './nodes.js';
import type { Page } from './page.js';

/** People's words whose line is gone: for them to say where they belong now. */
export function lostEditsSection(page: Page): readonly RootContent[] {
  const { lostEdits } = page.document;
  if (lostEdits.length === 0) return [];
  const items = lostEdits.map(({ section, text, by }): readonly Piece[] => [
    strong(`${SECTION_NAMES[section]}:`),
    ` ${text} (edited by ${page.name(by)})`,
  ]);
  return [
    heading(2, 'Edited lines without their source'),
    paragraph(
      'What these lines rested on is no longer in the record. They are kept here until somebody decides.',
    ),
    bullets(items),
  ];
}

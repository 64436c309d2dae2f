import type { RootContent } from 'mdast';
import { SECTION_NAMES } from '../section-names.js';
import { shortened } from '../split-text.js';
import { bullets, heading, type Piece, strong } from './nodes.js';
import type { Page } from './page.js';

/** More of them would be the whole document again. */
const SHOWN = 20;
const TEXT = 200;

/** What is new since the draft before; nothing where nothing is. */
export function changesSection({ document }: Page): readonly RootContent[] {
  const { changes } = document;
  if (changes === null || changes.lines.length === 0) return [];
  const gone = changes.lines.filter(({ kind }) => kind === 'gone');
  const told = changes.lines.filter(({ kind }) => kind !== 'gone');
  const items: (readonly Piece[])[] = told
    .slice(0, SHOWN)
    .map(({ kind, section, text }) => [
      strong(`${SECTION_NAMES[section]}, ${kind === 'added' ? 'new' : 'changed'}:`),
      ` ${shortened(text ?? '', TEXT)}`,
    ]);
  if (told.length > SHOWN) items.push([`and ${told.length - SHOWN} more`]);
  const places = [...new Set(gone.map(({ section }) => SECTION_NAMES[section]))].join(', ');
  if (gone.length > 0) {
    items.push([
      `${gone.length === 1 ? '1 line is' : `${gone.length} lines are`} no longer there (${places})`,
    ]);
  }
  return [heading(2, `Changed since version ${changes.since}`), bullets(items)];
}

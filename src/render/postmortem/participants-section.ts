import type { RootContent } from 'mdast';
import { heading, paragraph } from './nodes.js';
import type { Page } from './page.js';

export function participantsSection(page: Page): readonly RootContent[] {
  const { participants } = page.document;
  if (participants.length === 0) return [];
  const words = participants.map(({ name, roles }) =>
    roles.length === 0 ? `@${name}` : `@${name} (${roles.join(', ')})`,
  );
  return [heading(2, 'Participants'), paragraph(`${words.join(', ')}.`)];
}

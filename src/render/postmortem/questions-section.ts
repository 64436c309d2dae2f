import type { RootContent } from 'mdast';
import { bullets, heading, strong } from './nodes.js';
import type { Page } from './page.js';

export function questionsSection(page: Page): readonly RootContent[] {
  const { questions, unknown } = page.document;
  if (questions.length + unknown.length === 0) return [];
  return [
    heading(2, 'Open Questions'),
    bullets([
      ...questions.map((question, i) => [
        strong(`Q${i + 1}`),
        question.to === null ? ' ' : ` for ${page.name(question.to)}: `,
        question.ask,
        ...page.cite(question.about.slice(0, 4)),
      ]),
      ...unknown.map(({ ask, by }) => [strong('Nobody knows'), `, says ${page.name(by)}: ${ask}`]),
    ]),
  ];
}

import type { RootContent } from 'mdast';
import type { Finding } from '../../core/postmortem/model.js';
import { bullets, heading, type Piece, paragraph, strong } from './nodes.js';
import type { Page } from './page.js';

/** So many are read; what comes after them weighs less. */
const SHOWN = 12;

const WORDS: Readonly<Record<Finding['severity'], string>> = {
  error: 'Must be put right',
  warn: 'Check',
  info: 'Worth a look',
};

/** What does not agree with itself, the weightiest first, with the number of the question that settles it. */
export function findingsSection(page: Page): readonly RootContent[] {
  const { findings } = page.document;
  if (findings.length === 0) return [];
  const shown = findings.slice(0, SHOWN);
  const rest = findings.length - shown.length;
  return [
    heading(2, 'Checks'),
    paragraph('Found by the bot in the record and in this draft; nothing was changed because of them.'),
    bullets(
      shown.map((finding): readonly Piece[] => [
        strong(WORDS[finding.severity]),
        `: ${finding.text}`,
        ...settledBy(page, finding),
        ...page.cite(finding.about),
      ]),
    ),
    ...(rest === 0 ? [] : [paragraph(`And ${rest} more of less weight.`)]),
  ];
}

/** The question of its slot, where that asks about the same records or about none in particular. */
function settledBy(page: Page, { slot, about }: Finding): readonly string[] {
  const same = page.document.questions.filter((question) => question.slot === slot);
  const question =
    same.find((one) => one.about.some((id) => about.includes(id))) ??
    same.find((one) => one.about.length === 0);
  const number = question === undefined ? null : page.questionNumber(question.id);
  return number === null ? [] : [` (${number})`];
}

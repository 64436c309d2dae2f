import type { RootContent } from 'mdast';
import { actionKind, answeredBy } from '../../core/postmortem/action-reading.js';
import type { Action } from '../../core/postmortem/model.js';
import { emphasis, heading, type Piece, paragraph, table } from './nodes.js';
import type { Page } from './page.js';
import { needed } from './status-block.js';

export function actionsSection(page: Page): readonly RootContent[] {
  const { actions } = page.document;
  const title = heading(2, 'Corrective and Preventative Measures');
  if (actions.length === 0)
    return [
      title,
      paragraph(
        page.document.ended
          ? `None recorded${page.questionNumber('actions') === null ? '' : `, ${needed(page, 'actions')}`}.`
          : 'None recorded yet.',
      ),
    ];
  const rows = actions.map((action, i): readonly (readonly Piece[])[] => [
    [`A${i + 1}`],
    [
      action.claim.text,
      ...(action.claim.status === 'proposed' ? [' ', emphasis('(proposed)')] : []),
      ...(action.done ? [' (done)'] : []),
    ],
    [actionKind(action) ?? '–'],
    answers(page, action),
    [action.owner.kind === 'known' ? page.name(action.owner.value) : 'needed'],
    [action.due.kind === 'known' ? action.due.value : 'needed'],
    page.citeSources(action.claim.sources),
  ]);
  return [
    title,
    table(['', 'Action', 'Kind', 'Answers', 'Owner', 'Due', 'Source'], rows),
    paragraph('Kind and Answers are read from the words of the action; a dash means that nothing was found.'),
  ];
}

function answers(page: Page, action: Action): readonly Piece[] {
  const answered = answeredBy(page.document, action);
  return answered === null ? ['–'] : [answered.what, ...page.cite(answered.about.slice(0, 1))];
}

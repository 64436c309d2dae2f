import type { RootContent } from 'mdast';
import type { Hypothesis, Outcome } from '../../core/postmortem/model.js';
import { durationInWords } from '../../core/time/duration.js';
import { bullets, heading, strong } from './nodes.js';
import type { Page } from './page.js';

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  ruled_out: 'Ruled out',
  abandoned: 'Not pursued',
  confirmed: 'Confirmed',
  open: 'Open',
};

/** The paths that were tried, right and wrong, and the calls for help. */
export function suspectedSection(page: Page): readonly RootContent[] {
  const { hypotheses, escalations } = page.document;
  return [
    ...(hypotheses.length === 0
      ? []
      : [
          heading(2, 'What We Suspected'),
          bullets(
            hypotheses.map((h) => [
              strong(`${page.moment(h.raisedAt)} ${OUTCOMES[h.outcome]}${length(h)}:`),
              ' ',
              ...page.claim(h.claim),
            ]),
          ),
        ]),
    ...(escalations.length === 0
      ? []
      : [
          heading(2, 'Escalations'),
          bullets(escalations.map((claim) => [strong(page.moment(claim.at)), ' ', ...page.claim(claim)])),
        ]),
  ];
}

function length({ raisedAt, endedAt }: Hypothesis): string {
  if (endedAt === null) return '';
  const ms = Date.parse(endedAt) - Date.parse(raisedAt);
  return ms < 60_000 ? '' : ` after ${durationInWords(ms)}`;
}

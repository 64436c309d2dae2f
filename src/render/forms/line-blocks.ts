import type { Claim } from '../../core/postmortem/model.js';
import type { Section } from '../../core/postmortem/sections.js';
import { type Block, context } from '../blocks.js';
import { INPUT_TEXT } from '../limits.js';
import { SECTION_NAMES } from '../section-names.js';
import { lineField } from './fields.js';
import { textField } from './inputs.js';

/** A form of more fields is not read through on a phone. */
const SHOWN = 30;
/** Slack takes 255 characters for a block's id. */
const LONGEST_ID = 240;

/** The lines of a section, each in a field of its own. What does not fit a field is left as it is. */
export function lineBlocks(section: Section, lines: readonly Claim[]): readonly Block[] {
  const fit = lines.filter((line) => line.text.length <= INPUT_TEXT && line.id.length <= LONGEST_ID);
  const shown = fit.slice(0, SHOWN);
  const left = lines.length - shown.length;
  return [
    ...context(
      'Your words stay in every later draft. A line that you empty is left out; the record keeps what was said.',
    ),
    ...shown.map((line, index) =>
      textField({
        field: lineField(line.id),
        label: `${SECTION_NAMES[section]} ${index + 1}`,
        initial: line.text,
        isLong: true,
        isFirst: index === 0,
      }),
    ),
    ...context(left > 0 ? `${left} more lines are not shown here and stay as they are.` : ''),
  ];
}

import type { Message } from '../../core/effects.js';
import { type Incident, incidentName } from '../../core/incident/incident.js';
import type { Postmortem } from '../../core/postmortem/model.js';
import { message, sectionsOfLines } from '../blocks.js';
import { escaped, singleLine } from '../mrkdwn.js';
import { SECTION_NAMES } from '../section-names.js';
import { shortened } from '../split-text.js';

/** More of them would be the whole document again. */
const SHOWN = 20;
const TEXT = 200;

/**
 * What is new in a draft against the one before. Not part of the document: that follows from the record alone,
 * however often it was drafted on the way.
 */
export function draftChanges(
  incident: Incident,
  { version, changes }: Pick<Postmortem, 'version' | 'changes'>,
): Message {
  const name = `Draft ${version} of *${incidentName(incident)}*`;
  if (changes === null || changes.lines.length === 0) {
    const text = `${name} says what the one before said.`;
    return message(text, sectionsOfLines([text]));
  }
  const told = changes.lines.filter(({ kind }) => kind !== 'gone');
  const gone = changes.lines.length - told.length;
  const places = new Set(
    changes.lines.filter(({ kind }) => kind === 'gone').map(({ section }) => SECTION_NAMES[section]),
  );
  const lines = [
    `${name}, since version ${changes.since}:`,
    ...told
      .slice(0, SHOWN)
      .map(
        ({ kind, section, text }) =>
          `*${SECTION_NAMES[section]}*, ${kind === 'added' ? 'new' : 'changed'}: ${escaped(shortened(singleLine(text ?? ''), TEXT))}`,
      ),
    ...(told.length > SHOWN ? [`and ${told.length - SHOWN} more`] : []),
    ...(gone > 0
      ? [`${gone === 1 ? '1 line is' : `${gone} lines are`} no longer there (${[...places].join(', ')})`]
      : []),
  ];
  return message(lines.join('\n'), sectionsOfLines(lines));
}

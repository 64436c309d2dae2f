import type { Incident } from '../../core/incident/incident.js';
import { clockIn } from '../../core/time/calendar.js';
import { zoneLabel } from '../../core/time/zone.js';
import type { TimelineEntry } from '../../core/timeline/entry.js';
import { entryCode } from '../../core/timeline/entry-code.js';
import { type Block, context, sections } from '../blocks.js';
import { CHECKBOXES, OPTION_TEXT, OPTION_VALUE } from '../limits.js';
import { singleLine } from '../mrkdwn.js';
import type { People } from '../names.js';
import { shortened } from '../split-text.js';
import { keepField } from './fields.js';
import { boxesField, type Option } from './inputs.js';

/** More would not be read. */
const SHOWN = 100;
const NAME = 40;

/**
 * The messages with a ticked box each. The value of an option is the entry's id: Slack hands the whole view in
 * again with the form, so what was offered is read from there, and what was kept from the answers.
 */
export function beforeBlocks(
  entries: readonly TimelineEntry[],
  incident: Incident,
  people: People,
): readonly Block[] {
  const choosable = entries.filter(({ id }) => id.length <= OPTION_VALUE);
  const shown = choosable.slice(-SHOWN);
  if (shown.length === 0) return sections('Nothing from before the declaration is in the record.');
  const older = entries.length - shown.length;
  const groups = Array.from({ length: Math.ceil(shown.length / CHECKBOXES) }, (_, group) =>
    shown.slice(group * CHECKBOXES, (group + 1) * CHECKBOXES),
  );
  return [
    ...sections('What was said before the declaration and is not ticked is left out of timeline and draft.'),
    ...(older > 0
      ? context(`The last ${shown.length} of ${entries.length} are shown; the older ones stay as they are.`)
      : []),
    ...groups.map((group, index) =>
      boxesField({
        field: keepField(index),
        label: labelOf(index * CHECKBOXES + 1, group.length),
        options: group.map((entry) => optionOf(entry, incident, people)),
        areTicked: true,
      }),
    ),
  ];
}

const labelOf = (first: number, count: number): string =>
  count === 1 ? `Message ${first}` : `Messages ${first} to ${first + count - 1}`;

/** Slack's plain text: nothing in it is live, and mentions would be ids. */
function optionOf(entry: TimelineEntry, incident: Incident, people: People): Option {
  const when = `${clockIn(incident.zone, entry.occurredAt)} ${zoneLabel(incident.zone, entry.occurredAt)}`;
  const said = firstWords(entry.text) || firstWords(entry.files[0]?.name ?? '') || 'no text';
  return {
    value: entry.id,
    text: said,
    description: [entryCode(entry.id), when, whoSaid(entry, people)].filter(Boolean).join(' · '),
  };

  function firstWords(text: string): string {
    const start = text
      .slice(0, 20 * OPTION_TEXT)
      .replace(/<@([UW][A-Z0-9]+)>/g, (_, id: string) => nameOf(id));
    return shortened(singleLine(start), OPTION_TEXT);
  }

  function nameOf(id: string): string {
    const known = [...people].find(([user]) => user === id)?.[1].name;
    return `@${singleLine(known ?? '') || 'someone'}`;
  }
}

function whoSaid(entry: TimelineEntry, people: People): string {
  const { author } = entry;
  if (author === null) return '';
  const name = author.kind === 'bot' ? author.name : (people.get(author.user)?.name ?? 'someone');
  return shortened(singleLine(name), NAME);
}

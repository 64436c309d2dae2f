import type { Message } from '../../core/effects.js';
import { type Incident, incidentName } from '../../core/incident/incident.js';
import type { TimelineEntry } from '../../core/timeline/entry.js';
import { buttons, message, sections, sectionsOfLines } from '../blocks.js';
import { inIncident } from '../command-buttons.js';
import { counted } from '../counted.js';
import { authorName, entryTime, entryWords } from '../entry-words.js';
import { channelLink } from '../mrkdwn.js';
import { forOnePerson } from '../names.js';

/** Enough to know which talk is meant. */
const SHOWN = 3;
const TEXT = 120;

/** Tells the declarer what was taken in from before the declaration, and lets them choose. */
export function beforeNote(incident: Incident, entries: readonly TimelineEntry[]): Message {
  const naming = forOnePerson(new Map());
  const from = incident.origin === null ? '' : ` from ${channelLink(incident.origin)}`;
  const name = `*${incidentName(incident)}*`;
  if (entries.length === 0) {
    const none = `Nothing was said${from} shortly before ${name} was declared.`;
    return message(none, sections(none));
  }
  const are = entries.length === 1 ? 'is' : 'are';
  const head = `${counted(entries.length, 'message')}${from} before the declaration ${are} in the record of ${name}.`;
  const lines = entries
    .slice(-SHOWN)
    .map((entry) =>
      [entryTime(entry, incident.zone, null), authorName(entry, naming), entryWords(entry, naming, TEXT)]
        .filter(Boolean)
        .join(' '),
    );
  const earlier = entries.length - lines.length;
  const all = [head, ...(earlier > 0 ? [`${earlier} earlier, then:`] : []), ...lines];
  return message(all.join('\n'), [
    ...sectionsOfLines(all),
    ...buttons(
      [
        { label: `Keep ${entries.length}`, command: 'before all' },
        { label: 'Choose', command: 'before' },
        { label: 'Remove', command: 'before none' },
      ].map((button) => inIncident(incident, button)),
    ),
  ]);
}

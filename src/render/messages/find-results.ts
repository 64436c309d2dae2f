import type { Message } from '../../core/effects.js';
import { type Incident, incidentName } from '../../core/incident/incident.js';
import type { TimelineEntry } from '../../core/timeline/entry.js';
import { buttons, context, message, sectionsOfLines } from '../blocks.js';
import { authorName, entryTime, entryWords, kindName } from '../entry-words.js';
import { excerpt } from '../excerpt.js';
import { standingLine, whereInWords } from '../incident-lines.js';
import { userLine } from '../mrkdwn.js';
import { forOnePerson, type People } from '../names.js';
import { pageButtons, placeInPages } from '../paging.js';
import { shortened } from '../split-text.js';
import { quoted, titleLine } from '../words.js';

/** What a search found: a line of a record, or an incident by its title (`entry` null). */
export interface FoundLine {
  readonly incident: Incident;
  readonly entry: TimelineEntry | null;
}

export interface FindView {
  readonly text: string;
  /** 1 is the newest page. */
  readonly page: number;
  readonly people: People;
  readonly workspaceUrl: string | null;
}

const TITLE = 80;
const LINE = 400;

/** What was found, newest first, with the words around the match. */
export function findResults(
  found: { readonly items: readonly FoundLine[]; readonly total: number },
  view: FindView,
): Message {
  const { items, total } = found;
  const head =
    total === 0
      ? `Nothing on record has all of ${quoted(view.text)}. Fewer or shorter words find more.`
      : `*Found for* ${quoted(view.text)}${placeInPages(view.page, items.length, total)}`;
  const lines = [head, ...items.map((item) => lineOf(item, view))];
  return message(lines.join('\n'), [
    ...sectionsOfLines(lines),
    ...buttons(pageButtons(`find ${view.text}`, view.page, total)),
    ...context(total === 0 ? '' : 'Only incidents that you may see are searched'),
  ]);
}

function lineOf({ incident, entry }: FoundLine, view: FindView): string {
  const naming = forOnePerson(view.people);
  if (entry === null)
    return `${titleLine(incident, naming)}\n${standingLine(incident)} · ${whereInWords(incident)}`;
  const title = shortened(userLine(incident.title, naming), TITLE);
  const kind = kindName(entry.kind);
  const isGone = entry.withdrawn || entry.redacted;
  const words = isGone
    ? entryWords(entry, naming, LINE)
    : shortened(userLine(excerpt(entry.text, view.text), naming), LINE);
  const who = authorName(entry, naming);
  return [
    `*${incidentName(incident)}* ${title} · ${entryTime(entry, incident.zone, view.workspaceUrl)}`,
    `${kind === '' ? '' : `${kind}: `}${words}${who === '' ? '' : ` (${who})`}`,
  ].join('\n');
}

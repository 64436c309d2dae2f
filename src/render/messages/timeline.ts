import type { Message } from '../../core/effects.js';
import { type Incident, incidentName } from '../../core/incident/incident.js';
import type { EntryKind, TimelineEntry } from '../../core/timeline/entry.js';
import { isKey } from '../../core/timeline/signs.js';
import { buttons, type CommandButton, context, message, sectionsOfLines } from '../blocks.js';
import { entryLine } from '../entry-line.js';
import { forOnePerson, type People } from '../names.js';

/** Lines of one page: with their longest texts they still fit in one message. */
const PAGE = 25;

export interface TimelineView {
  readonly scope: 'key' | 'all';
  /** Only the last so many lines. */
  readonly last: number | null;
  /** 1 is the newest page. */
  readonly page: number;
  readonly people: People;
  /** `https://team.slack.com`, for links to messages; null without links. */
  readonly workspaceUrl: string | null;
}

/**
 * The record as one person sees it, oldest line first, the newest page unless asked otherwise. Says what it
 * leaves out and how to see that. `entries` by the time at which they happened.
 */
export function timeline(incident: Incident, entries: readonly TimelineEntry[], view: TimelineView): Message {
  const chosen = entries.filter((entry) => view.scope === 'all' || isKeyLine(entry));
  const wanted = view.last === null ? chosen : chosen.slice(-view.last);
  const pages = Math.max(1, Math.ceil(wanted.length / PAGE));
  const page = Math.min(Math.max(1, view.page), pages);
  const to = wanted.length - (page - 1) * PAGE;
  const from = Math.max(0, to - PAGE);
  const naming = forOnePerson(view.people);

  const lines = wanted
    .slice(from, to)
    .map((entry) => entryLine(entry, incident.zone, naming, view.workspaceUrl));
  const which = view.scope === 'all' ? 'all of the record' : 'its key lines';
  const count = wanted.length === 0 ? '' : `, ${from + 1} to ${to} of ${wanted.length}`;
  const head = `*Timeline of ${incidentName(incident)}*, ${which}${count}`;
  const empty = 'Nothing yet. Pin a message, or use `/incident note TEXT`.';
  const body = [head, ...(lines.length > 0 ? lines : [empty])];

  return message(body.join('\n'), [
    ...sectionsOfLines(body),
    ...buttons(pageButtons(view, page, pages, entries.length > chosen.length)),
    ...context(
      leftOut(entries.length - chosen.length, chosen.length - wanted.length, wanted.length - (to - from)),
    ),
  ]);
}

/** These are key lines only where somebody marked them. */
const TALK: readonly EntryKind[] = ['message', 'alert'];
const NEVER_KEY: readonly EntryKind[] = ['joined', 'left'];

/** Commands are all key lines. */
function isKeyLine(entry: TimelineEntry): boolean {
  if (NEVER_KEY.includes(entry.kind)) return false;
  return !TALK.includes(entry.kind) || (!entry.withdrawn && isKey(entry));
}

function pageButtons(
  view: TimelineView,
  page: number,
  pages: number,
  hasMore: boolean,
): readonly CommandButton[] {
  const base = ['timeline', view.scope, ...(view.last === null ? [] : [`last ${view.last}`])].join(' ');
  return [
    ...(page < pages ? [{ label: 'Earlier', command: `${base} page ${page + 1}` }] : []),
    ...(page > 1 ? [{ label: 'Later', command: `${base} page ${page - 1}` }] : []),
    ...(view.scope === 'key' && hasMore ? [{ label: 'Everything', command: 'timeline all' }] : []),
    ...(view.scope === 'all' ? [{ label: 'Key lines only', command: 'timeline key' }] : []),
  ];
}

function leftOut(unmarked: number, beforeLast: number, otherPages: number): string {
  return [
    unmarked > 0 ? `${unmarked} ordinary lines are not shown: \`/incident timeline all\`` : '',
    beforeLast > 0 ? `${beforeLast} earlier lines are not shown: leave out \`last\`` : '',
    otherPages > 0 ? `${otherPages} lines are on other pages` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

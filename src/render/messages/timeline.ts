import type { Message } from '../../core/effects.js';
import { messageEntryId } from '../../core/ids.js';
import { type Incident, incidentName } from '../../core/incident/incident.js';
import type { EntryKind, TimelineEntry } from '../../core/timeline/entry.js';
import { entryCode } from '../../core/timeline/entry-code.js';
import { isKey } from '../../core/timeline/signs.js';
import { addressed } from '../addressed.js';
import { buttons, type CommandButton, context, message, sections, sectionsOfLines } from '../blocks.js';
import { codeBlocks } from '../code-blocks.js';
import { counted } from '../counted.js';
import { entriesAsMarkdown } from '../entries-as-markdown.js';
import { entryLine } from '../entry-line.js';
import { isTalk } from '../entry-words.js';
import { forOnePerson, type People } from '../names.js';

/** Lines of one page: with their longest texts they still fit in one message. */
const PAGE = 20;

export interface TimelineView {
  readonly scope: 'key' | 'all';
  /** Only the last so many lines. */
  readonly last: number | null;
  /** 1 is the newest page. */
  readonly page: number;
  /** As Markdown to copy, instead of lines to read. */
  readonly copy: boolean;
  readonly people: People;
  /** `https://team.slack.com`, for links to messages; null without links. */
  readonly workspaceUrl: string | null;
}

/** The entries of one page, and what is left out around them. */
interface Cut {
  readonly shown: readonly TimelineEntry[];
  readonly page: number;
  readonly pages: number;
  /** Place of the first one among those wanted, from 1. */
  readonly from: number;
  readonly wanted: number;
  /** Lines that are not of the wanted scope, and earlier ones than the last so many. */
  readonly unmarked: number;
  readonly beforeLast: number;
}

/**
 * The record as one person sees it, oldest line first, the newest page unless asked otherwise. Says what it
 * leaves out and how to see that. `entries` by the time at which they happened.
 */
export function timeline(incident: Incident, entries: readonly TimelineEntry[], view: TimelineView): Message {
  const cut = cutOf(entries, view);
  const which = view.scope === 'all' ? 'all of the record' : 'its key lines';
  const to = cut.from + cut.shown.length - 1;
  const count = cut.wanted === 0 ? '' : `, ${cut.from} to ${to} of ${cut.wanted}`;
  const head = `*Timeline of ${incidentName(incident)}*, ${which}${count}`;
  const row = buttons(
    timelineButtons(view, cut).map(({ label, command }) => ({
      label,
      command: addressed(incident, command),
    })),
  );
  if (cut.shown.length === 0) {
    const empty = `${head}\nNothing yet. Pin a message, or use \`/incident note TEXT\`.`;
    return message(empty, [...sections(empty), ...row, ...context(leftOut(cut))]);
  }
  if (view.copy) {
    const markdown = entriesAsMarkdown(cut.shown, { zone: incident.zone, people: view.people });
    return message(head, [...sections(head), ...codeBlocks(markdown), ...row, ...context(leftOut(cut))]);
  }
  const lines = linesOf(incident, entries, cut.shown, view);
  return message([head, ...lines].join('\n'), [
    ...sectionsOfLines([head, ...lines]),
    ...row,
    ...context([editHint(cut.shown), leftOut(cut)].filter(Boolean).join(' · ')),
  ]);
}

function cutOf(entries: readonly TimelineEntry[], view: TimelineView): Cut {
  const chosen = entries.filter((entry) => view.scope === 'all' || isKeyLine(entry));
  const wanted = view.last === null ? chosen : chosen.slice(-view.last);
  const pages = Math.max(1, Math.ceil(wanted.length / PAGE));
  const page = Math.min(Math.max(1, view.page), pages);
  const to = wanted.length - (page - 1) * PAGE;
  const from = Math.max(0, to - PAGE);
  return {
    shown: wanted.slice(from, to),
    page,
    pages,
    from: from + 1,
    wanted: wanted.length,
    unmarked: entries.length - chosen.length,
    beforeLast: chosen.length - wanted.length,
  };
}

function linesOf(
  incident: Incident,
  entries: readonly TimelineEntry[],
  shown: readonly TimelineEntry[],
  view: TimelineView,
): readonly string[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const common = {
    zone: incident.zone,
    naming: forOnePerson(view.people),
    workspaceUrl: view.workspaceUrl,
  };
  return shown.map((entry) => entryLine(entry, { ...common, parent: parentOf(entry) }));

  function parentOf(entry: TimelineEntry): TimelineEntry | undefined {
    const { origin } = entry;
    if (origin.kind !== 'message' || origin.threadTs === null || !isKeyLine(entry)) return undefined;
    return origin.threadTs === origin.ts
      ? undefined
      : byId.get(messageEntryId(origin.channel, origin.threadTs));
  }
}

const NEVER_KEY: readonly EntryKind[] = ['joined', 'left', 'topic', 'archived', 'unarchived'];

/** Commands are key lines; talk is only where somebody marked it; what was put aside or taken back is none. */
function isKeyLine(entry: TimelineEntry): boolean {
  if (entry.withdrawn || entry.hidden || entry.redacted || NEVER_KEY.includes(entry.kind)) return false;
  return !isTalk(entry) || isKey(entry);
}

function timelineButtons(view: TimelineView, cut: Cut): readonly CommandButton[] {
  const base = ['timeline', view.scope, ...(view.last === null ? [] : [`last ${view.last}`])].join(' ');
  const as = view.copy ? `${base} copy` : base;
  return [
    ...(cut.page < cut.pages ? [{ label: 'Earlier', command: `${as} page ${cut.page + 1}` }] : []),
    ...(cut.page > 1 ? [{ label: 'Later', command: `${as} page ${cut.page - 1}` }] : []),
    ...(view.scope === 'key' && cut.unmarked > 0 ? [{ label: 'Everything', command: 'timeline all' }] : []),
    ...(view.scope === 'all' ? [{ label: 'Key lines only', command: 'timeline key' }] : []),
    ...(cut.shown.length > 0 && !view.copy
      ? [{ label: 'Copy as Markdown', command: `${base} copy page ${cut.page}` }]
      : []),
    ...(view.copy ? [{ label: 'Back to the lines', command: `${base} page ${cut.page}` }] : []),
  ];
}

/** How to put a line right, by the example of the newest one that can be. */
function editHint(shown: readonly TimelineEntry[]): string {
  const example = shown.findLast(
    (entry) => !entry.withdrawn && !entry.redacted && !NEVER_KEY.includes(entry.kind),
  );
  if (example === undefined) return '';
  const code = entryCode(example.id);
  return `The code names a line: \`/incident edit ${code}\` puts it right, \`/incident timeline ${code}\` shows all that can be done`;
}

function leftOut(cut: Cut): string {
  const otherPages = cut.wanted - cut.shown.length;
  const are = (count: number) => (count === 1 ? 'is' : 'are');
  return [
    cut.unmarked > 0
      ? `${counted(cut.unmarked, 'other line')} ${are(cut.unmarked)} not shown: \`/incident timeline all\``
      : '',
    cut.beforeLast > 0
      ? `${counted(cut.beforeLast, 'earlier line')} ${are(cut.beforeLast)} not shown: leave out \`last\``
      : '',
    otherPages > 0 ? `${counted(otherPages, 'line')} ${are(otherPages)} on other pages` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

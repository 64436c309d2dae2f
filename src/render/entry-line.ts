import type { TimelineEntry } from '../core/timeline/entry.js';
import { entryCode } from '../core/timeline/entry-code.js';
import { isPinned } from '../core/timeline/signs.js';
import { authorName, entryTime, entryWords, kindName } from './entry-words.js';
import { userLine } from './mrkdwn.js';
import type { Naming } from './names.js';
import { shortened } from './split-text.js';

/** A line of the timeline is one line: what is longer is a message to open, or an entry to look at. */
const TEXT = 300;
/** The first words of what was answered, to know it again. */
const PARENT = 60;
/** Longest line, links and remarks included: a page of them fits in a message. */
const LINE = 560;

export interface LineView {
  readonly zone: string;
  readonly naming: Naming;
  readonly workspaceUrl: string | null;
  /** The message that it answers in a thread, where that helps to understand it. */
  readonly parent?: TimelineEntry | undefined;
}

/** One entry as one line of mrkdwn: its code, when, what, who, and what is special about it. */
export function entryLine(entry: TimelineEntry, view: LineView): string {
  const kind = kindName(entry.kind);
  const line = [
    `\`${entryCode(entry.id)}\``,
    entryTime(entry, view.zone, view.workspaceUrl),
    kind === '' ? '' : `*${kind}*`,
    entryWords(entry, view.naming, TEXT),
    remarks(entry, view),
  ];
  return shortened(line.filter(Boolean).join(' '), LINE);
}

function remarks(entry: TimelineEntry, { naming, parent }: LineView): string {
  const stands = !entry.withdrawn && !entry.redacted;
  const parts = [
    authorName(entry, naming),
    entry.backdated ? 'added later' : '',
    entry.beforeDeclaration ? 'before the declaration' : '',
    stands && (entry.corrected !== null || entry.revisions.length > 1) ? 'edited' : '',
    entry.hidden ? 'hidden' : '',
    isPinned(entry) ? 'pinned' : '',
    stands && parent !== undefined ? inReplyTo(parent, naming) : '',
  ].filter(Boolean);
  return parts.length === 0 ? '' : `(${parts.join(', ')})`;
}

/** `in reply to @ben: is it the index?` What was deleted or removed is not quoted. */
function inReplyTo(parent: TimelineEntry, naming: Naming): string {
  const who = authorName(parent, naming) || 'a message';
  const isGone = parent.withdrawn || parent.hidden || parent.redacted;
  const words = isGone ? '' : shortened(userLine(parent.text, naming), PARENT);
  return words === '' ? `in reply to ${who}` : `in reply to ${who}: ${words}`;
}

import { userId } from '../core/ids.js';
import { clockIn, dayIn } from '../core/time/calendar.js';
import { zoneLabel } from '../core/time/zone.js';
import type { TimelineEntry } from '../core/timeline/entry.js';
import { entryWords, kindName } from './entry-words.js';
import { escaped, singleLine } from './mrkdwn.js';
import { byName, type People } from './names.js';
import { bullets, emphasis, inert, strong } from './postmortem/nodes.js';
import { treeToMarkdown } from './postmortem/render-markdown.js';
import { shortened } from './split-text.js';

/** Longest text of a line, and longest line once it is escaped: a page of them fits in a message. */
const TEXT = 400;
const LINE = 560;

/** Entries as a Markdown list, times in `zone`; one line each, long ones cut. */
export function entriesAsMarkdown(
  entries: readonly TimelineEntry[],
  view: { readonly zone: string; readonly people: People },
): string {
  return entries.map((entry) => cutLine(lineOf(entry, view))).join('\n');
}

function lineOf(entry: TimelineEntry, view: { readonly zone: string; readonly people: People }): string {
  const { zone, people } = view;
  const at = entry.occurredAt;
  const when = `${dayIn(zone, at)} ${clockIn(zone, at)} ${zoneLabel(zone, at)}`;
  const kind = kindName(entry.kind);
  const words = inert(unescaped(entryWords(entry, byName(people), TEXT)));
  const isGone = entry.redacted || entry.withdrawn;
  const { author } = entry;
  const who =
    author === null
      ? ''
      : author.kind === 'person'
        ? unescaped(byName(people)(userId(author.user)))
        : shortened(singleLine(author.name), 80);
  const tree = bullets([
    [
      `${when} `,
      ...(kind === '' ? [] : [strong(kind), ' ']),
      isGone ? emphasis(words.replaceAll('_', '')) : words,
      who === '' ? '' : ` (${who})`,
    ],
  ]);
  return treeToMarkdown({ type: 'root', children: [tree] }).trim();
}

/** In Slack's form a character counts up to five times. */
function cutLine(line: string): string {
  const shown = shortened(escaped(line), LINE);
  return unescaped(shown);
}

const unescaped = (mrkdwn: string): string =>
  mrkdwn.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

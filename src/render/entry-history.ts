import type { UserId } from '../core/ids.js';
import { instantOf } from '../core/time/stamp.js';
import type { TimelineEntry } from '../core/timeline/entry.js';
import { PIN } from '../core/timeline/signs.js';
import { counted } from './counted.js';
import { dateToken, escaped, userLine } from './mrkdwn.js';
import type { Naming } from './names.js';
import { shortened } from './split-text.js';

/** Earlier texts, newest first; the oldest one is always among them. */
const TEXTS = 5;
const TEXT = 300;
const SIGNS = 10;
const NAMES = 5;

/** What became of an entry since it was first told, each as one line of mrkdwn; empty when nothing did. */
export function entryHistory(entry: TimelineEntry, zone: string, naming: Naming): readonly string[] {
  const isGone = entry.withdrawn || entry.redacted;
  return [
    ...(entry.beforeDeclaration ? ['Said before the declaration'] : []),
    ...(isGone ? [] : correction(entry)),
    ...(isGone ? [] : earlierTexts(entry, zone, naming)),
    ...signs(entry, naming),
    ...(entry.masked > 0 ? [`${counted(entry.masked, 'secret')} masked before it was saved`] : []),
  ];
}

function correction({ corrected }: TimelineEntry): readonly string[] {
  if (corrected === null) return [];
  const what = [
    ...(corrected.text === null ? [] : ['text']),
    ...(corrected.occurredAt === null ? [] : ['time']),
  ].join(' and ');
  return what === ''
    ? []
    : [`Put right by a person: ${what}. Later edits of the message do not change that.`];
}

function earlierTexts(entry: TimelineEntry, zone: string, naming: Naming): readonly string[] {
  const earlier = entry.revisions.filter((revision) => revision.text !== entry.text);
  const shown = earlier.length > TEXTS ? [...earlier.slice(0, 1), ...earlier.slice(1 - TEXTS)] : earlier;
  const left = earlier.length - shown.length;
  const lines = shown
    .map(({ text, at }) => {
      const said = shortened(userLine(text, naming), TEXT) || 'no words';
      return `Said ${dateToken(instantOf(at), zone)}: ${said}`;
    })
    .toReversed();
  return left > 0 ? [...lines, `${counted(left, 'text')} in between`] : lines;
}

function signs(entry: TimelineEntry, naming: Naming): readonly string[] {
  const bySign = new Map<string, UserId[]>();
  for (const { sign, by, on } of entry.marks) if (on) bySign.set(sign, [...(bySign.get(sign) ?? []), by]);
  return [...bySign].slice(0, SIGNS).map(([sign, users]) => {
    const more = users.length > NAMES ? [`${users.length - NAMES} more`] : [];
    const names = [...users.slice(0, NAMES).map(naming), ...more].join(', ');
    if (sign === PIN) return `Pinned by ${names}`;
    const emoji = shortened(escaped(sign.replace(/[:\s]/g, '')), 60);
    return `:${emoji}: by ${names}`;
  });
}

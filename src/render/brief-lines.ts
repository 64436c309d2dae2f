import { type FollowUp, type Incident, isOpen } from '../core/incident/incident.js';
import type { EntryKind, TimelineEntry } from '../core/timeline/entry.js';
import { type Sign, signsOn } from '../core/timeline/signs.js';
import { peopleLine, standingLine, updateLine } from './incident-lines.js';
import { dateToken, userLine } from './mrkdwn.js';
import type { Naming } from './names.js';
import { shortened } from './split-text.js';

/** What is longer is read in the timeline. */
const FACT = 300;
const ITEM = 140;
/** Of what there can be many, the newest so many. */
const ITEMS = 3;

interface BriefRecord {
  readonly followUps: readonly FollowUp[];
  /** By the time at which they happened. */
  readonly entries: readonly TimelineEntry[];
  readonly questions: number;
}

/** Nine lines at most: standing, people, impact, cause, update, decisions, tasks, suspicions, unknowns. */
export function briefLines(incident: Incident, record: BriefRecord, naming: Naming): readonly string[] {
  const entries = record.entries.filter((entry) => !entry.withdrawn && !entry.hidden && !entry.redacted);
  const said = (kind: EntryKind, sign: Sign | null = null): readonly TimelineEntry[] =>
    entries.filter((entry) => entry.kind === kind || (sign !== null && signsOn(entry).has(sign)));
  const ruledOut = new Set(said('ruled-out', 'ruled-out'));
  const suspected = said('suspect', 'suspect').filter((entry) => !ruledOut.has(entry));
  return [
    standing(incident, entries),
    peopleLine(incident, naming),
    fact('Impact', said('impact').at(-1), naming),
    fact('Cause', said('cause', 'cause').at(-1), naming),
    updateLine(incident, naming) ?? 'No update was given yet',
    list('Decided', said('decision'), naming),
    tasksLine(record.followUps, naming),
    [list('Suspected', suspected, naming), list('Ruled out', [...ruledOut], naming)]
      .filter((line) => line !== null)
      .join(' · ') || null,
    unknowns(incident, record, {
      impact: said('impact').length > 0,
      cause: said('cause', 'cause').length > 0,
      start: said('started').length > 0,
    }),
  ].filter((line) => line !== null);
}

/** `SEV2 · Monitoring since …`: since the last change of status, else since the declaration. */
function standing(incident: Incident, entries: readonly TimelineEntry[]): string {
  const changed = entries.findLast((entry) => entry.kind === 'status' || entry.kind === 'reopened');
  const since = incident.endedAt ?? changed?.occurredAt ?? incident.declaredAt;
  const declared =
    changed === undefined ? '' : ` · declared ${dateToken(incident.declaredAt, incident.zone)}`;
  return `${standingLine(incident)} since ${dateToken(since, incident.zone)}${declared}`;
}

function fact(label: string, entry: TimelineEntry | undefined, naming: Naming): string | null {
  const words = entry === undefined ? '' : shortened(userLine(entry.text, naming), FACT);
  return words === '' ? null : `*${label}* ${words}`;
}

function list(label: string, entries: readonly TimelineEntry[], naming: Naming): string | null {
  const words = entries
    .slice(-ITEMS)
    .map((entry) => shortened(userLine(entry.text, naming), ITEM))
    .filter(Boolean);
  if (words.length === 0) return null;
  const more = entries.length > ITEMS ? ` (and ${entries.length - ITEMS} earlier)` : '';
  return `*${label}* ${words.join('; ')}${more}`;
}

function tasksLine(followUps: readonly FollowUp[], naming: Naming): string | null {
  const open = followUps.filter((followUp) => !followUp.done && !followUp.withdrawn);
  if (open.length === 0) return null;
  const shown = open.slice(0, ITEMS).map(({ number, text, owner }) => {
    const who = owner === null ? '' : ` (${naming(owner)})`;
    return `${number} ${shortened(userLine(text, naming), ITEM)}${who}`;
  });
  const more = open.length > ITEMS ? ` (and ${open.length - ITEMS} more)` : '';
  return `*Open follow-ups* ${shown.join('; ')}${more}`;
}

function unknowns(
  incident: Incident,
  { questions }: BriefRecord,
  known: { readonly impact: boolean; readonly cause: boolean; readonly start: boolean },
): string | null {
  const missing = [
    incident.lead === null && isOpen(incident) ? 'who leads' : '',
    incident.severity === null ? 'severity' : '',
    known.impact ? '' : 'impact',
    known.start ? '' : 'when it began',
    known.cause ? '' : 'cause',
  ].filter(Boolean);
  const asked = questions === 0 ? [] : [`${questions} open in the draft`];
  const all = [...missing, ...asked];
  return all.length === 0 ? null : `*Not known* ${all.join(', ')}`;
}

import type { MessageRef } from '../core/forms/form.js';
import { deliveryEntryId, entryId, type IncidentId, type UserId } from '../core/ids.js';
import { nextFollowUpNumber } from '../core/incident/decide-follow-ups.js';
import type { IncidentEvent } from '../core/incident/events.js';
import type { FollowUp, Incident } from '../core/incident/incident.js';
import type { EntryKind, TimelineEntry } from '../core/timeline/entry.js';
import { type Asking, causeOf } from './asking.js';
import { type Cause, carryOut } from './carry-out.js';
import type { Changes } from './ports.js';

/** What tells of the other incident's own state, people and channel, and would be wrong in this one. */
const OWN_AFFAIRS: ReadonlySet<EntryKind> = new Set<EntryKind>([
  'declared',
  'status',
  'severity',
  'lead',
  'role',
  'resolved',
  'reopened',
  'cancelled',
  'handoff',
  'renamed',
  'merged',
  'joined',
  'left',
  'topic',
  'archived',
  'unarchived',
]);

/**
 * Lets `from`, which somebody has merged, go on in the incident `into`: its log says so, and the record is copied.
 * Nothing happens where `into` is not there.
 */
export async function mergeRecords(
  changes: Changes,
  from: Incident,
  into: IncidentId,
  asking: Asking & { readonly text: string },
): Promise<void> {
  const to = await changes.lockIncident(into);
  if (!to) return;
  const { user: by, receivedAt: at, text, key } = asking;
  const entry = entryId(`${deliveryEntryId(key)}:absorbed`);
  const absorbed = { kind: 'absorbed', by, at, entry, from: from.number, text } as const;
  const after = await carryOut(changes, to, [absorbed], at, causeOf(asking));
  await copyRecord(changes, from, after, { by, at, cause: causeOf(asking) });
}

/**
 * Copies entries and follow-ups of one incident into another, whose row is locked. Entries keep their ids, so that
 * what is there already stays as it is, a second time changes nothing, and messages keep following their edits.
 */
export async function copyRecord(
  changes: Changes,
  from: Incident,
  to: Incident,
  act: { readonly by: UserId; readonly at: Date; readonly cause: Cause },
): Promise<Incident> {
  const there = new Set((await changes.entries(to.id)).map((entry) => entry.id));
  const copies = (await changes.entries(from.id))
    .filter((entry) => !OWN_AFFAIRS.has(entry.kind) && !there.has(entry.id))
    .map((entry) => ({ ...entry, incident: to.id }));
  const followUps = await changes.followUps(from.id);
  let current = to;
  let number = nextFollowUpNumber(await changes.followUps(to.id));
  for (const copy of copies) {
    const followUp = followUps.find((other) => other.entry === copy.id);
    if (followUp === undefined) {
      await changes.saveEntry(to.workspace, copy);
      continue;
    }
    current = await carryOut(
      changes,
      current,
      followUpEvents(copy, followUp, number, act),
      act.at,
      act.cause,
    );
    const detail = { ...copy.detail, followUp: String(number) };
    await changes.saveEntry(to.workspace, { ...copy, detail });
    number += 1;
  }
  return current;
}

function placeOf({ origin }: TimelineEntry): MessageRef | null {
  if (origin.kind !== 'message') return null;
  const { channel, ts, threadTs } = origin;
  return { channel, ts, threadTs };
}

/** How a follow-up comes into the other incident's log: added by whom and when it was, then as it is now. */
function followUpEvents(
  entry: TimelineEntry,
  followUp: FollowUp,
  number: number,
  { by, at }: { readonly by: UserId; readonly at: Date },
): readonly IncidentEvent[] {
  const { text, owner, due, done, withdrawn } = followUp;
  const author = entry.author?.kind === 'person' ? entry.author.user : by;
  const added: IncidentEvent = {
    kind: 'follow-up-added',
    by: author,
    at: entry.occurredAt,
    entry: entry.id,
    number,
    text,
    owner,
    due,
    message: placeOf(entry),
  };
  if (!done && !withdrawn) return [added];
  return [added, { kind: 'follow-up-changed', by, at, number, change: { done, withdrawn } }];
}

import type { MessageRef } from '../core/forms/form.js';
import { type DeliveryKey, userId } from '../core/ids.js';
import { nextFollowUpNumber } from '../core/incident/decide-follow-ups.js';
import type { IncidentEvent } from '../core/incident/events.js';
import type { FollowUp, Incident } from '../core/incident/incident.js';
import type { TimelineEntry } from '../core/timeline/entry.js';
import { isMarkable, type Markable, markedEntries, markedEntryIds } from '../core/timeline/marked-lines.js';
import { carryOut } from './carry-out.js';
import type { Changes } from './ports.js';

/** The delivery that told of the message, and when. */
export interface Telling {
  readonly key: DeliveryKey;
  readonly recordedAt: Date;
}

/**
 * Lets the entries and follow-ups of a message's marked lines follow it, once its own entry is saved. The incident
 * is locked by the caller. A message that never had a marked line costs nothing.
 */
export async function followMarkedLines(
  changes: Changes,
  incident: Incident,
  entry: TimelineEntry,
  told: Telling,
): Promise<void> {
  if (!isMarkable(entry)) return;
  const ids = markedEntryIds(entry);
  if (ids.length === 0) return;

  const known: TimelineEntry[] = [];
  for (const id of ids) {
    const before = await changes.entry(incident.id, id);
    if (before) known.push(before);
  }
  const { user } = entry.author;
  const people = await changes.people(incident.workspace, [user]);
  const lines = markedEntries(entry, known, {
    authorZone: people.get(user)?.zone ?? incident.zone,
    incidentZone: incident.zone,
    recordedAt: told.recordedAt,
  });

  let current = incident;
  for (const line of lines) {
    const before = known.find((other) => other.id === line.id) ?? null;
    const step = await followUpStep(changes, current, entry, before, line, told);
    if (step.event) {
      const cause = { key: told.key, channel: entry.origin.channel, masked: 0 };
      current = await carryOut(changes, current, [step.event], told.recordedAt, cause);
    }
    await changes.saveEntry(incident.workspace, step.line);
  }
}

/** What a changed line means for its follow-up, and the line with the follow-up's number. */
interface Step {
  readonly event: IncidentEvent | null;
  readonly line: TimelineEntry;
}

async function followUpStep(
  changes: Changes,
  incident: Incident,
  message: Markable,
  before: TimelineEntry | null,
  line: TimelineEntry,
  told: Telling,
): Promise<Step> {
  const isLive = line.kind === 'task' && !line.withdrawn;
  const number = line.detail['followUp'];
  if (number === undefined && !isLive) return { event: null, line };

  const followUps = await changes.followUps(incident.id);
  const by = message.author.user;
  if (number === undefined) {
    const added = nextFollowUpNumber(followUps);
    const { owner, due } = line.detail;
    return {
      event: {
        kind: 'follow-up-added',
        by,
        at: line.occurredAt,
        entry: line.id,
        number: added,
        text: line.text,
        owner: owner === undefined ? null : userId(owner),
        due: due ?? null,
        message: placeOf(message.origin),
      },
      line: { ...line, detail: { ...line.detail, followUp: String(added) } },
    };
  }
  const followUp = followUps.find((other) => String(other.number) === number);
  const change = followUp && before ? changeOf(followUp, before, line, isLive) : {};
  if (!followUp || Object.keys(change).length === 0) return { event: null, line };
  return {
    event: { kind: 'follow-up-changed', by, at: told.recordedAt, number: followUp.number, change },
    line,
  };
}

const placeOf = ({ channel, ts, threadTs }: Markable['origin']): MessageRef => ({ channel, ts, threadTs });

/** What the line says otherwise than before. What a person changed since (owner, day, done) stays unless it does. */
function changeOf(
  followUp: FollowUp,
  before: TimelineEntry,
  line: TimelineEntry,
  isLive: boolean,
): Partial<Pick<FollowUp, 'text' | 'owner' | 'due' | 'withdrawn'>> {
  const { owner, due } = line.detail;
  return {
    ...(followUp.withdrawn === isLive ? { withdrawn: !isLive } : {}),
    ...(isLive && line.text !== before.text ? { text: line.text } : {}),
    ...(isLive && owner !== before.detail['owner']
      ? { owner: owner === undefined ? null : userId(owner) }
      : {}),
    ...(isLive && due !== before.detail['due'] ? { due: due ?? null } : {}),
  };
}

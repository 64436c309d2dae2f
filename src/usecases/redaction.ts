import type { EntryId, IncidentId } from '../core/ids.js';
import type { IncidentEvent } from '../core/incident/events.js';
import type { Incident } from '../core/incident/incident.js';
import type { TimelineEntry } from '../core/timeline/entry.js';
import type { Changes } from './ports.js';

type Redaction = Extract<IncidentEvent, { kind: 'entry-redacted' }>;

const isRedaction = (event: IncidentEvent): event is Redaction => event.kind === 'entry-redacted';

/**
 * The events, and with each redaction those of the entries that hold the same words: a message, its marked lines
 * and what was made from it by "Add to timeline".
 */
export async function withSameWords(
  changes: Changes,
  incident: IncidentId,
  events: readonly IncidentEvent[],
): Promise<readonly IncidentEvent[]> {
  if (!events.some(isRedaction)) return events;
  const entries = await changes.entries(incident);
  const done = new Set<EntryId>();
  return events.flatMap((event): readonly IncidentEvent[] => {
    if (!isRedaction(event)) return [event];
    const target = entries.find((entry) => entry.id === event.target);
    const others =
      target === undefined
        ? []
        : entries.filter((entry) => !entry.redacted && isOfSameMessage(entry, target));
    const targets = [event.target, ...others.map((entry) => entry.id)].filter((id) => !done.has(id));
    for (const id of targets) done.add(id);
    return targets.map((id) => ({ ...event, target: id }));
  });
}

const isOfSameMessage = (entry: TimelineEntry, other: TimelineEntry): boolean =>
  entry.origin.kind === 'message' &&
  other.origin.kind === 'message' &&
  entry.origin.channel === other.origin.channel &&
  entry.origin.ts === other.origin.ts;

/**
 * An incident with which this one was merged, locked, and what must be redacted there as well, since entries were
 * copied; null once nothing is left. Asked anew after each: several ways may lead to the same incident.
 */
export async function nextCopiesToRedact(
  changes: Changes,
  incident: Incident,
  events: readonly IncidentEvent[],
): Promise<{ readonly other: Incident; readonly events: readonly IncidentEvent[] } | null> {
  const redactions = events.filter(isRedaction);
  for (const number of await mergedWith(changes, incident)) {
    const named = await changes.incidentNumbered(incident.workspace, number);
    const other = named && (await changes.lockIncident(named.id));
    if (!other) continue;
    const open: IncidentEvent[] = [];
    for (const event of redactions) {
      const copy = await changes.entry(other.id, event.target);
      if (copy && !copy.redacted) open.push(event);
    }
    if (open.length > 0) return { other, events: open };
  }
  return null;
}

async function mergedWith(changes: Changes, incident: Incident): Promise<readonly number[]> {
  const log = await changes.log(incident.id);
  const numbers = log.flatMap(({ event }) => {
    if (event.kind === 'merged') return [event.into];
    return event.kind === 'absorbed' ? [event.from] : [];
  });
  return [...new Set(numbers)];
}

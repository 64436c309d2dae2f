import {
  type ChannelId,
  type EntryId,
  type IncidentId,
  incidentId,
  type MessageTs,
  type WorkspaceId,
} from '../core/ids.js';
import type { TimelineEntry } from '../core/timeline/entry.js';
import type { Prisma } from './generated/client.js';
import { entryFromRow, entryToRow } from './rows.js';

type Db = Prisma.TransactionClient;

export async function findEntry(db: Db, incident: IncidentId, id: EntryId): Promise<TimelineEntry | null> {
  const row = await db.timelineEntry.findUnique({
    where: { incidentId_id: { incidentId: incident, id } },
    omit: { words: true },
  });
  return row && entryFromRow(row);
}

/** By `occurredAt`, then id (in the order of its bytes). */
export async function findEntries(db: Db, incident: IncidentId): Promise<readonly TimelineEntry[]> {
  const rows = await db.timelineEntry.findMany({
    where: { incidentId: incident },
    omit: { words: true },
    orderBy: [{ occurredAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(entryFromRow);
}

export async function findIncidentsQuoting(
  db: Db,
  workspace: WorkspaceId,
  channel: ChannelId,
  ts: MessageTs,
): Promise<readonly IncidentId[]> {
  const rows = await db.timelineEntry.findMany({
    where: { workspace, channel, ts, incident: { OR: [{ channel: null }, { channel: { not: channel } }] } },
    // Its marked lines are entries of their own, with the same origin.
    distinct: ['incidentId'],
    select: { incidentId: true },
    orderBy: { incidentId: 'asc' },
  });
  return rows.map((row) => incidentId(row.incidentId));
}

/** Inserts the entry or replaces the one with its id. */
export async function saveEntry(tx: Db, workspace: WorkspaceId, entry: TimelineEntry): Promise<void> {
  const row = { workspace, ...entryToRow(entry) };
  const { incidentId, id } = row;
  await tx.timelineEntry.upsert({
    where: { incidentId_id: { incidentId, id } },
    create: row,
    update: row,
    select: { id: true },
  });
}

import type { ChannelId, IncidentId, WorkspaceId } from '../core/ids.js';
import type { LoggedEvent } from '../core/incident/events.js';
import type { FollowUp, Incident } from '../core/incident/incident.js';
import type { Prisma } from './generated/client.js';
import { toJson } from './json.js';
import {
  followUpFromRow,
  followUpToRow,
  incidentFromRow,
  incidentToRow,
  loggedEventFromRow,
} from './rows.js';

type Db = Prisma.TransactionClient;

export async function findIncident(db: Db, id: IncidentId): Promise<Incident | null> {
  const row = await db.incident.findUnique({ where: { id } });
  return row && incidentFromRow(row);
}

export async function findIncidentInChannel(
  db: Db,
  workspace: WorkspaceId,
  channel: ChannelId,
): Promise<Incident | null> {
  const row = await db.incident.findUnique({ where: { workspace_channel: { workspace, channel } } });
  return row && incidentFromRow(row);
}

export async function findOpenIncidents(db: Db, workspace: WorkspaceId): Promise<readonly Incident[]> {
  const rows = await db.incident.findMany({
    where: { workspace, status: { notIn: ['resolved', 'cancelled'] } },
    orderBy: { number: 'desc' },
  });
  return rows.map(incidentFromRow);
}

export async function findLog(db: Db, incidentId: IncidentId): Promise<readonly LoggedEvent[]> {
  const rows = await db.incidentEvent.findMany({ where: { incidentId }, orderBy: { seq: 'asc' } });
  return rows.map(loggedEventFromRow);
}

export async function findFollowUps(db: Db, incidentId: IncidentId): Promise<readonly FollowUp[]> {
  const rows = await db.followUp.findMany({ where: { incidentId }, orderBy: { number: 'asc' } });
  return rows.map(followUpFromRow);
}

/** Keeps every other writer away from the incident until the transaction ends. */
export async function lockIncidentRow(tx: Db, id: IncidentId): Promise<void> {
  await tx.$queryRaw`SELECT 1 AS locked FROM incident WHERE id = ${id} FOR UPDATE`;
}

/** First half of the key of the advisory lock under which a workspace's incidents are numbered. */
const NUMBERING = 3_325_741;

/** The next free number. Whoever else declares in this workspace waits until the transaction ends. */
export async function claimIncidentNumber(tx: Db, workspace: WorkspaceId): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${NUMBERING}::int, hashtext(${workspace}))`;
  const { _max } = await tx.incident.aggregate({ where: { workspace }, _max: { number: true } });
  return (_max.number ?? 0) + 1;
}

export async function insertIncident(tx: Db, incident: Incident): Promise<void> {
  await tx.incident.create({ data: incidentToRow(incident), select: { id: true } });
}

/** Throws when there is no such incident. */
export async function saveIncident(tx: Db, incident: Incident): Promise<void> {
  const { id, ...data } = incidentToRow(incident);
  await tx.incident.update({ where: { id }, data, select: { id: true } });
}

/** Throws when a number of the log is taken: somebody else has written in between. */
export async function appendToLog(
  tx: Db,
  workspace: WorkspaceId,
  incidentId: IncidentId,
  events: readonly LoggedEvent[],
): Promise<void> {
  await tx.incidentEvent.createMany({
    data: events.map(({ seq, event }) => ({
      workspace,
      incidentId,
      seq,
      kind: event.kind,
      at: event.at,
      event: toJson(event),
    })),
  });
}

export async function saveFollowUp(tx: Db, workspace: WorkspaceId, followUp: FollowUp): Promise<void> {
  const row = { workspace, ...followUpToRow(followUp) };
  const { incidentId, number } = row;
  await tx.followUp.upsert({
    where: { incidentId_number: { incidentId, number } },
    create: row,
    update: row,
    select: { number: true },
  });
}

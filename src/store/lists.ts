import type { UserId, WorkspaceId } from '../core/ids.js';
import type { FollowUp, Incident } from '../core/incident/incident.js';
import type { IncidentSpan, IncidentsWanted, Page } from '../usecases/ports.js';
import { Prisma } from './generated/client.js';
import { followUpFromRow, incidentFromRow } from './rows.js';
import { visibleTo } from './visibility.js';

type Db = Prisma.TransactionClient;

export async function findIncidentNumbered(
  db: Db,
  workspace: WorkspaceId,
  number: number,
): Promise<Incident | null> {
  const row = await db.incident.findUnique({ where: { workspace_number: { workspace, number } } });
  return row && incidentFromRow(row);
}

/** Incidents by their ids, for lists that a query of ours has put together. */
export async function findIncidentsById(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Incident>> {
  if (ids.length === 0) return new Map();
  const rows = await db.incident.findMany({ where: { id: { in: [...new Set(ids)] } } });
  return new Map(rows.map((row) => [row.id, incidentFromRow(row)]));
}

/** Newest first. */
export async function findIncidentsSeenBy(
  db: Db,
  workspace: WorkspaceId,
  { scope, reader, limit, offset }: IncidentsWanted,
): Promise<Page<Incident>> {
  const wanted = Prisma.sql`FROM incident i
    WHERE i.workspace = ${workspace} AND ${inScope(scope, reader)} AND ${visibleTo(reader)}`;
  const [count] = await db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${wanted}`;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT i.id ${wanted} ORDER BY i.number DESC LIMIT ${limit} OFFSET ${offset}`;
  const incidents = await findIncidentsById(
    db,
    rows.map(({ id }) => id),
  );
  return { items: rows.flatMap(({ id }) => incidents.get(id) ?? []), total: count?.total ?? 0 };
}

function inScope(scope: IncidentsWanted['scope'], reader: UserId): Prisma.Sql {
  switch (scope) {
    case 'open':
      // By name and not as "neither nor", which no index could find.
      return Prisma.sql`i.status IN ('investigating', 'identified', 'monitoring', 'mitigated')`;
    case 'ended':
      return Prisma.sql`i.status IN ('resolved', 'cancelled')`;
    case 'all':
      return Prisma.sql`TRUE`;
    case 'mine':
      return Prisma.sql`(i.declared_by = ${reader} OR i.lead = ${reader}
        OR EXISTS (SELECT 1 FROM jsonb_each_text(i.roles) AS role WHERE role.value = ${reader}))`;
  }
}

/** Open follow-ups of one person, the one due first at the top, those without a date last. */
export async function findFollowUpsOf(
  db: Db,
  workspace: WorkspaceId,
  owner: UserId,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<Page<{ readonly incident: Incident; readonly followUp: FollowUp }>> {
  const wanted = Prisma.sql`FROM follow_up f JOIN incident i ON i.id = f.incident_id
    WHERE f.workspace = ${workspace} AND f.owner = ${owner} AND NOT f.done AND NOT f.withdrawn
      AND i.merged_into IS NULL AND ${visibleTo(owner)}`;
  const [count] = await db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${wanted}`;
  const rows = await db.$queryRaw<{ incident: string; number: number }[]>`
    SELECT f.incident_id AS incident, f.number ${wanted}
    ORDER BY f.due NULLS LAST, i.number, f.number LIMIT ${limit} OFFSET ${offset}`;
  const incidents = await findIncidentsById(
    db,
    rows.map(({ incident }) => incident),
  );
  const followUps = await followUpsAt(db, rows);
  const items = rows.flatMap(({ incident: id, number }) => {
    const incident = incidents.get(id);
    const followUp = followUps.get(`${id} ${number}`);
    return incident && followUp ? [{ incident, followUp }] : [];
  });
  return { items, total: count?.total ?? 0 };
}

async function followUpsAt(
  db: Db,
  places: readonly { readonly incident: string; readonly number: number }[],
): Promise<ReadonlyMap<string, FollowUp>> {
  if (places.length === 0) return new Map();
  const rows = await db.followUp.findMany({
    where: { OR: places.map(({ incident: incidentId, number }) => ({ incidentId, number })) },
  });
  return new Map(rows.map((row) => [`${row.incidentId} ${row.number}`, followUpFromRow(row)]));
}

/**
 * Resolved incidents declared since then, oldest first. Times are those of entries that stand; of two that say the
 * same the later moment counts, as in the draft, and the first one at which it was mitigated.
 */
export async function findSpans(
  db: Db,
  workspace: WorkspaceId,
  since: Date,
  reader: UserId,
): Promise<readonly IncidentSpan[]> {
  const rows = await db.$queryRaw<
    { id: string; started: Date | null; detected: Date | null; mitigated: Date | null }[]
  >`
    SELECT i.id,
      coalesce(
        max(e.occurred_at) FILTER (WHERE e.kind = 'started'),
        min(e.occurred_at) FILTER (WHERE e.kind = 'declared' AND e.backdated)
      ) AS started,
      max(e.occurred_at) FILTER (WHERE e.kind = 'detected') AS detected,
      min(e.occurred_at) FILTER (
        WHERE e.kind = 'status' AND e.detail ->> 'to' IN ('mitigated', 'monitoring')
      ) AS mitigated
    FROM incident i LEFT JOIN timeline_entry e ON e.incident_id = i.id
      AND e.kind IN ('declared', 'started', 'detected', 'status')
      AND NOT (e.hidden OR e.withdrawn OR e.redacted)
    WHERE i.workspace = ${workspace} AND i.status = 'resolved' AND NOT i.drill
      AND i.declared_at >= ${since}::timestamptz AND ${visibleTo(reader)}
    GROUP BY i.id
    ORDER BY i.number`;
  const incidents = await findIncidentsById(
    db,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ id, started, detected, mitigated }) => {
    const incident = incidents.get(id);
    return incident ? [{ incident, startedAt: started, detectedAt: detected, mitigatedAt: mitigated }] : [];
  });
}

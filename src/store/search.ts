import type { UserId, WorkspaceId } from '../core/ids.js';
import type { TimelineEntry } from '../core/timeline/entry.js';
import type { Found, Page } from '../usecases/ports.js';
import { Prisma } from './generated/client.js';
import { findIncidentsById } from './lists.js';
import { entryFromRow } from './rows.js';
import { searchQuery } from './search-words.js';
import { visibleTo } from './visibility.js';

type Db = Prisma.TransactionClient;

/** Hits beyond the newest so many are neither counted nor shown: whoever needs them looks for something else. */
const COUNTED = 1_000;
/** A search with fewer hits than this fetches and sorts them all. */
const FEW = 5_000;
/** Of words with more hits than that, enough should be among so many newest entries. */
const NEWEST = 5_000;

interface Asked {
  readonly workspace: WorkspaceId;
  readonly reader: UserId;
  /** A tsquery. */
  readonly query: string;
  readonly limit: number;
  readonly offset: number;
}

interface Hit {
  readonly incident: string;
  /** Null: the title. */
  readonly entry: string | null;
}

/**
 * Newest first. `total` counts no further than `COUNTED`. Hidden, withdrawn and redacted entries are not found, nor
 * is the line that declares an incident under the title that is found itself.
 */
export async function search(
  db: Db,
  workspace: WorkspaceId,
  text: string,
  { reader, limit, offset }: { readonly reader: UserId; readonly limit: number; readonly offset: number },
): Promise<Page<Found>> {
  const query = searchQuery(text);
  if (query === null) return { items: [], total: 0 };
  const shown = Math.max(0, Math.min(limit, COUNTED - offset));
  const asked = { workspace, reader, query, limit: shown, offset };
  const few = await newestOf(db, asked, entriesByWords(asked, FEW));
  if (few.total < FEW) return { items: await found(db, few.hits), total: Math.min(few.total, COUNTED) };
  // So many that fetching all of them would take long: most likely the newest entries hold a page of them.
  const recent = await newestOf(db, asked, entriesByTime(asked));
  if (recent.hits.length === shown) return { items: await found(db, recent.hits), total: COUNTED };
  const { hits } = await newestOf(db, asked, entriesByWords(asked, null));
  return { items: await found(db, hits), total: COUNTED };
}

async function newestOf(
  db: Db,
  asked: Asked,
  entries: Prisma.Sql,
): Promise<{ readonly hits: readonly Hit[]; readonly total: number }> {
  const rows = await db.$queryRaw<{ total: number; incident: string | null; entry: string | null }[]>`
    WITH hit AS MATERIALIZED (
      (SELECT i.id AS incident, NULL AS entry, i.declared_at AS at
      FROM incident i
      WHERE i.workspace = ${asked.workspace} AND i.title_words::tsvector @@ ${asked.query}::tsquery
        AND ${visibleTo(asked.reader)})
      UNION ALL
      (${entries})
    )
    SELECT (SELECT count(*)::int FROM hit) AS total, newest.incident, newest.entry
    FROM (SELECT 1) AS always LEFT JOIN (
      SELECT * FROM hit ORDER BY at DESC, incident DESC, entry DESC LIMIT ${asked.limit} OFFSET ${asked.offset}
    ) AS newest ON TRUE
    ORDER BY newest.at DESC, newest.incident DESC, newest.entry DESC`;
  return {
    total: rows[0]?.total ?? 0,
    hits: rows.flatMap(({ incident, entry }) => (incident === null ? [] : { incident, entry })),
  };
}

/** The index of words leads to the entries, at most `most` of them, in no order. */
const entriesByWords = (asked: Asked, most: number | null): Prisma.Sql => Prisma.sql`
  SELECT e.incident_id, e.id, e.occurred_at
  FROM timeline_entry e JOIN incident i ON i.id = e.incident_id
  WHERE e.workspace = ${asked.workspace} AND NOT (e.hidden OR e.withdrawn OR e.redacted)
    AND e.words::tsvector @@ ${asked.query}::tsquery
    AND ${visibleTo(asked.reader)} AND NOT (e.kind = 'declared' AND e.text = i.title)
  LIMIT ${most}`;

/** The newest entries are looked through one by one. */
const entriesByTime = (asked: Asked): Prisma.Sql => Prisma.sql`
  SELECT e.incident_id, e.id, e.occurred_at
  FROM (
    SELECT * FROM timeline_entry
    WHERE workspace = ${asked.workspace}
    ORDER BY occurred_at DESC, incident_id DESC, id DESC
    LIMIT ${NEWEST}
  ) AS e JOIN incident i ON i.id = e.incident_id
  WHERE NOT (e.hidden OR e.withdrawn OR e.redacted) AND e.words::tsvector @@ ${asked.query}::tsquery
    AND ${visibleTo(asked.reader)} AND NOT (e.kind = 'declared' AND e.text = i.title)`;

async function found(db: Db, hits: readonly Hit[]): Promise<readonly Found[]> {
  const incidents = await findIncidentsById(
    db,
    hits.map(({ incident }) => incident),
  );
  const entries = await entriesAt(db, hits);
  return hits.flatMap((hit) => {
    const incident = incidents.get(hit.incident);
    const entry = hit.entry === null ? null : entries.get(`${hit.incident} ${hit.entry}`);
    return incident && entry !== undefined ? [{ incident, entry }] : [];
  });
}

async function entriesAt(db: Db, hits: readonly Hit[]): Promise<ReadonlyMap<string, TimelineEntry>> {
  const places = hits.flatMap(({ incident: incidentId, entry: id }) =>
    id === null ? [] : [{ incidentId, id }],
  );
  if (places.length === 0) return new Map();
  const rows = await db.timelineEntry.findMany({ where: { OR: places }, omit: { words: true } });
  return new Map(rows.map((row) => [`${row.incidentId} ${row.id}`, entryFromRow(row)]));
}

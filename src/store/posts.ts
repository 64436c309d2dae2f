import type { ChannelId, IncidentId, WorkspaceId } from '../core/ids.js';
import { DAY } from '../core/time/duration.js';
import { stampOf } from '../core/time/stamp.js';
import type { Posted, Queues } from '../usecases/ports.js';
import type { Prisma } from './generated/client.js';
import { postedFromRow } from './rows.js';

type Db = Prisma.TransactionClient;

/** Everything of ours that stands in Slack for an incident, in the order in which it was owed. */
export async function findAllPosted(
  db: Db,
  incidentId: IncidentId,
): Promise<readonly { readonly key: string; readonly posted: Posted }[]> {
  const rows = await db.slackCall.findMany({
    where: { incidentId, postedTs: { not: null } },
    select: { key: true, postedChannel: true, postedTs: true, postedHash: true },
    orderBy: { id: 'asc' },
  });
  return rows.flatMap((row) => {
    const posted = postedFromRow(row);
    return posted ? [{ key: row.key, posted }] : [];
  });
}

/** Each message counts once, by the stamp that Slack gave it when it was posted. */
export async function countPostsSince(
  db: Db,
  workspace: WorkspaceId,
  channel: ChannelId,
  since: Date,
): Promise<number> {
  const [row] = await db.$queryRaw<{ posts: number }[]>`
    SELECT count(DISTINCT posted_ts)::int AS posts FROM slack_call
    WHERE workspace = ${workspace} AND posted_channel = ${channel}
      AND posted_ts::numeric >= ${stampOf(since)}::numeric`;
  return row?.posts ?? 0;
}

/** How inbox and outbox stand. A debt that waits for its hour is as old as that hour. */
export async function findQueues(db: Db, now: Date): Promise<Queues> {
  const [inbox] = await db.$queryRaw<{ waiting: number; oldest: Date | null }[]>`
    SELECT count(*)::int AS waiting, min(received_at) AS oldest FROM slack_event WHERE state = 'waiting'`;
  const [outbox] = await db.$queryRaw<{ owed: number; oldest: Date | null }[]>`
    SELECT count(*)::int AS owed,
      min(CASE WHEN standing OR attempts = 0 THEN greatest(owed_at, not_before) ELSE owed_at END) AS oldest
    FROM slack_call
    WHERE state = 'owed' AND (not_before IS NULL OR not_before <= ${now}::timestamptz)`;
  const givenUp = await db.$queryRaw<{ reason: string; count: number }[]>`
    SELECT coalesce(reason, '') AS reason, count(*)::int AS count FROM slack_call
    WHERE state = 'given_up' AND settled_at >= ${new Date(now.getTime() - DAY)}::timestamptz
    GROUP BY reason ORDER BY count(*) DESC, reason`;
  return {
    waiting: inbox?.waiting ?? 0,
    oldestWaiting: inbox?.oldest ?? null,
    owed: outbox?.owed ?? 0,
    oldestOwed: outbox?.oldest ?? null,
    givenUp,
  };
}

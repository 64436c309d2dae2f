import type { Pool } from 'pg';
import type { ReceivedDelivery } from '../core/delivery.js';
import { deliveryKey, workspaceId } from '../core/ids.js';
import type { Log, WaitingDelivery } from '../usecases/ports.js';
import { deliveryFromJson } from './delivery-json.js';
import { Prisma } from './generated/client.js';

type Db = Prisma.TransactionClient;

const KEEP = `
  INSERT INTO slack_event (workspace, key, received_at, delivery)
  SELECT workspace, key, received_at, delivery
  FROM ROWS FROM (
    jsonb_to_recordset($1::jsonb)
      AS (workspace text, key text, "receivedAt" timestamptz, delivery jsonb)
  ) WITH ORDINALITY AS given (workspace, key, received_at, delivery, nth)
  ORDER BY nth
  ON CONFLICT (workspace, key) DO NOTHING`;

/**
 * One statement, one commit, for any number of deliveries. Past Prisma, straight to the pool: this runs once
 * for every event of Slack before it is acknowledged, and costs half the time so, a fifth in company.
 */
export async function insertDeliveries(pool: Pool, deliveries: readonly ReceivedDelivery[]): Promise<void> {
  await pool.query({ name: 'keep-deliveries', text: KEEP, values: [JSON.stringify(deliveries)] });
}

/** Oldest first. A delivery that cannot be read is given up, so that it does not keep the others waiting. */
export async function findWaitingDeliveries(
  db: Db,
  log: Log,
  now: Date,
  limit: number,
): Promise<readonly WaitingDelivery[]> {
  const rows = await db.slackEvent.findMany({
    where: { state: 'waiting', OR: [{ notBefore: null }, { notBefore: { lte: now } }] },
    orderBy: { id: 'asc' },
    take: limit,
  });
  const waiting: WaitingDelivery[] = [];
  for (const row of rows) {
    try {
      waiting.push({
        id: row.id,
        workspace: workspaceId(row.workspace),
        key: deliveryKey(row.key),
        receivedAt: row.receivedAt,
        delivery: deliveryFromJson(row.delivery),
        attempts: row.attempts,
      });
    } catch (cause) {
      log.error('A stored delivery cannot be read; given up', { id: String(row.id), key: row.key });
      await giveUpDelivery(
        db,
        row.id,
        `unreadable: ${cause instanceof Error ? cause.message : String(cause)}`,
      );
    }
  }
  return waiting;
}

export async function postponeDelivery(db: Db, id: bigint, notBefore: Date, reason: string): Promise<void> {
  await db.slackEvent.updateMany({
    where: { id, state: 'waiting' },
    data: { notBefore, reason, attempts: { increment: 1 } },
  });
}

export async function giveUpDelivery(db: Db, id: bigint, reason: string): Promise<void> {
  await db.slackEvent.updateMany({
    where: { id, state: 'waiting' },
    data: { state: 'given_up', reason, notBefore: null },
  });
}

/** Of two who try, one is told true; the other waits for it and is told false. */
export async function finishDelivery(tx: Db, id: bigint): Promise<boolean> {
  const { count } = await tx.slackEvent.updateMany({
    where: { id, state: 'waiting' },
    data: { state: 'done', delivery: Prisma.DbNull, notBefore: null },
  });
  return count === 1;
}

/** How many deliveries could be tried at `now`. */
export async function countWaitingDeliveries(db: Db, now: Date): Promise<number> {
  return db.slackEvent.count({
    where: { state: 'waiting', OR: [{ notBefore: null }, { notBefore: { lte: now } }] },
  });
}

/** The first moment at which a postponed delivery may be tried. */
export async function nextDeliveryAt(db: Db): Promise<Date | null> {
  const { _min } = await db.slackEvent.aggregate({
    where: { state: 'waiting', notBefore: { not: null } },
    _min: { notBefore: true },
  });
  return _min.notBefore;
}

import type { Debt } from '../core/effects.js';
import { incidentId, type WorkspaceId, workspaceId } from '../core/ids.js';
import type { Log, OwedCall, Posted, Settlement } from '../usecases/ports.js';
import { effectFromJson } from './effect-json.js';
import type { Prisma, SlackCall as SlackCallRow } from './generated/client.js';
import { postedFromRow } from './rows.js';

type Db = Prisma.TransactionClient;

export async function findPosted(db: Db, workspace: WorkspaceId, key: string): Promise<Posted | null> {
  const row = await db.slackCall.findUnique({
    where: { workspace_key: { workspace, key } },
    select: { postedChannel: true, postedTs: true, postedHash: true },
  });
  return row && postedFromRow(row);
}

/** Slack's reason why a debt was given up, or null. */
export async function findRefusal(db: Db, workspace: WorkspaceId, key: string): Promise<string | null> {
  const row = await db.slackCall.findUnique({
    where: { workspace_key: { workspace, key } },
    select: { state: true, reason: true },
  });
  return row?.state === 'given_up' ? row.reason : null;
}

/**
 * Owes debts in the order given. A key that is known: a standing debt becomes due once more, any other stays.
 *
 * `state` decides what "once more" means. Still owed: only what is owed and when may change, its place in
 * the lane stays. Being sent: it stays as it is until it is settled, but remembers its new place and time.
 * Paid or given up: it starts anew at the end of the lane.
 */
export async function owe(tx: Db, workspace: WorkspaceId, debts: readonly Debt[], now: Date): Promise<void> {
  if (debts.length === 0) return;
  // One statement cannot touch a row twice: of standing debts with one key the last one speaks for all.
  const byKey = new Map<string, Debt>();
  for (const debt of debts) if (debt.standing || !byKey.has(debt.key)) byKey.set(debt.key, debt);
  const owed = [...byKey.values()].map(({ key, lane, incident, effect, standing, notBefore }) => ({
    key,
    lane,
    incident,
    effect,
    standing,
    not_before: notBefore ?? null,
  }));
  await tx.$executeRaw`
    INSERT INTO slack_call AS c
      (workspace, key, lane, position, incident_id, effect, standing, owed_at, not_before)
    SELECT ${workspace}, debt.key, debt.lane, nextval('slack_call_id_seq'), debt.incident, debt.effect,
      debt.standing, greatest(${now}::timestamptz, debt.not_before), debt.not_before
    FROM ROWS FROM (
      jsonb_to_recordset(${JSON.stringify(owed)}::jsonb)
        AS (key text, lane text, incident text, effect jsonb, standing boolean, not_before timestamptz)
    ) WITH ORDINALITY AS debt (key, lane, incident, effect, standing, not_before, nth)
    ORDER BY debt.nth
    ON CONFLICT (workspace, key) DO UPDATE SET
      owed = c.owed + 1,
      effect = excluded.effect,
      state = CASE WHEN c.state = 'sending' THEN c.state ELSE 'owed' END,
      position = CASE WHEN c.state IN ('paid', 'given_up') THEN excluded.position ELSE c.position END,
      again_position = CASE WHEN c.state = 'sending' THEN coalesce(c.again_position, excluded.position) END,
      owed_at = CASE WHEN c.state IN ('paid', 'given_up') THEN excluded.owed_at ELSE c.owed_at END,
      attempts = CASE WHEN c.state IN ('paid', 'given_up') THEN 0 ELSE c.attempts END,
      reason = CASE WHEN c.state IN ('paid', 'given_up') THEN NULL ELSE c.reason END,
      -- After a failed attempt the pause that Slack asked for stands, whoever owes anew.
      not_before = CASE WHEN c.state = 'owed' AND c.attempts > 0
        THEN greatest(c.not_before, excluded.not_before) ELSE excluded.not_before END
    WHERE c.standing`;
}

/**
 * The first unpaid debt of each lane, where it may be tried at `now`, in the order in which they were owed.
 * A lane in which something is `inFlight` is left out. Whatever else was being sent comes back as interrupted.
 */
export async function findDueCalls(
  db: Db,
  log: Log,
  now: Date,
  limit: number,
  inFlight: readonly bigint[],
): Promise<readonly OwedCall[]> {
  const heads = await db.$queryRaw<{ id: bigint }[]>`
    SELECT id FROM (
      SELECT DISTINCT ON (workspace, lane) id, position, not_before, sender
      FROM slack_call
      WHERE state IN ('owed', 'sending')
      ORDER BY workspace, lane, position
    ) AS head
    WHERE (not_before IS NULL OR not_before <= ${now}::timestamptz OR sender IS NOT NULL)
      AND id <> ALL (${[...inFlight]}::bigint[])
    ORDER BY position
    LIMIT ${limit}`;
  if (heads.length === 0) return [];
  const rows = await db.slackCall.findMany({
    where: { id: { in: heads.map(({ id }) => id) }, state: { in: ['owed', 'sending'] } },
    orderBy: { position: 'asc' },
  });
  const due: OwedCall[] = [];
  for (const row of rows) {
    try {
      due.push(callFromRow(row));
    } catch (cause) {
      log.error('A stored call cannot be read; given up', { id: String(row.id), key: row.key });
      const reason = `unreadable: ${cause instanceof Error ? cause.message : String(cause)}`;
      await settleCall(db, row.id, row.owed, { kind: 'never', reason });
    }
  }
  return due;
}

function callFromRow(row: SlackCallRow): OwedCall {
  return {
    id: row.id,
    workspace: workspaceId(row.workspace),
    key: row.key,
    lane: row.lane,
    incident: row.incidentId === null ? null : incidentId(row.incidentId),
    effect: effectFromJson(row.effect),
    generation: row.owed,
    attempts: row.attempts,
    owedAt: row.owedAt,
    interrupted: row.fateUnknown || row.state === 'sending',
    posted: postedFromRow(row),
  };
}

/** From now on a crash leaves the fate of this call unknown, and so does starting it anew. */
export async function startCall(db: Db, sender: string, id: bigint): Promise<void> {
  const started = await db.$executeRaw`
    UPDATE slack_call SET
      attempts = attempts + 1,
      not_before = CASE WHEN state = 'owed' THEN NULL ELSE not_before END,
      fate_unknown = fate_unknown OR state = 'sending',
      state = 'sending',
      sender = ${sender}
    WHERE id = ${id} AND state IN ('owed', 'sending')`;
  if (started === 0) throw new Error(`Call ${id} is not waiting to be sent`);
}

/** What was settled already, or has been settled for a later owing, stays as it is. */
export async function settleCall(
  db: Db,
  id: bigint,
  generation: number,
  settlement: Settlement,
): Promise<void> {
  switch (settlement.kind) {
    case 'paid':
      await closeCall(db, id, generation, 'paid', null, settlement.posted ?? null);
      return;
    case 'never':
      await closeCall(db, id, generation, 'given_up', settlement.reason, null);
      return;
    case 'later':
      await postponeCall(db, id, generation, settlement);
      return;
  }
}

/** Owed again meanwhile: due once more, in its new place. Otherwise done with, one way or the other. */
async function closeCall(
  db: Db,
  id: bigint,
  generation: number,
  state: 'paid' | 'given_up',
  reason: string | null,
  posted: Posted | null,
): Promise<void> {
  await db.$executeRaw`
    UPDATE slack_call SET
      settled = ${generation},
      settled_at = now(),
      state = CASE WHEN owed > ${generation} THEN 'owed' ELSE ${state}::call_state END,
      position = CASE WHEN owed > ${generation} THEN coalesce(again_position, position) ELSE position END,
      not_before = CASE WHEN owed > ${generation} THEN not_before END,
      reason = CASE WHEN owed > ${generation} THEN NULL ELSE ${reason} END,
      attempts = CASE WHEN owed > ${generation} THEN 0 ELSE attempts END,
      again_position = NULL,
      fate_unknown = false,
      sender = NULL,
      -- An answer to one person is of no use once it is given: neither where it went nor what it said. Nor is a form.
      effect = CASE WHEN owed > ${generation} THEN effect ELSE effect - 'to' - 'message' - 'form' END,
      posted_channel = coalesce(${posted?.channel ?? null}, posted_channel),
      posted_ts = coalesce(${posted?.ts ?? null}, posted_ts),
      posted_hash = coalesce(${posted?.hash ?? null}, posted_hash)
    WHERE id = ${id} AND settled < ${generation} AND state IN ('owed', 'sending')`;
}

async function postponeCall(
  db: Db,
  id: bigint,
  generation: number,
  settlement: Extract<Settlement, { kind: 'later' }>,
): Promise<void> {
  const { notBefore, reason, fateUnknown, posted } = settlement;
  await db.$executeRaw`
    UPDATE slack_call SET
      state = 'owed',
      attempts = CASE WHEN state = 'owed' THEN attempts + 1 ELSE attempts END,
      not_before = greatest(not_before, ${notBefore}::timestamptz),
      reason = ${reason},
      again_position = NULL,
      -- Once unknown it stays so: a later failure of the look into the channel tells nothing about the post.
      fate_unknown = fate_unknown OR ${fateUnknown},
      sender = NULL,
      posted_channel = coalesce(${posted?.channel ?? null}, posted_channel),
      posted_ts = coalesce(${posted?.ts ?? null}, posted_ts),
      posted_hash = coalesce(${posted?.hash ?? null}, posted_hash)
    WHERE id = ${id} AND settled < ${generation} AND state IN ('owed', 'sending')`;
}

/** How many calls could be made at `now`, one after the other in their lanes; those being made count too. */
export async function countDueCalls(db: Db, now: Date): Promise<number> {
  const [row] = await db.$queryRaw<{ calls: number }[]>`
    SELECT count(*)::int AS calls FROM (
      SELECT bool_and(sender IS NOT NULL OR not_before IS NULL OR not_before <= ${now}::timestamptz)
        OVER (PARTITION BY workspace, lane ORDER BY position) AS free
      FROM slack_call
      WHERE state IN ('owed', 'sending')
    ) AS unpaid
    WHERE free`;
  return row?.calls ?? 0;
}

/** The first moment at which a postponed head of a lane may be tried. */
export async function nextCallAt(db: Db): Promise<Date | null> {
  const [row] = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT min(not_before) AS at FROM (
      SELECT DISTINCT ON (workspace, lane) not_before, sender
      FROM slack_call
      WHERE state IN ('owed', 'sending')
      ORDER BY workspace, lane, position
    ) AS head
    WHERE sender IS NULL`;
  return row?.at ?? null;
}

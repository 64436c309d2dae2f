import { type UserId, userId, type WorkspaceId } from '../core/ids.js';
import type { Person } from '../core/record.js';
import type { KnownPerson } from '../usecases/ports.js';
import type { Prisma } from './generated/client.js';
import { storable } from './storable.js';

type Db = Prisma.TransactionClient;

export async function findPeople(
  db: Db,
  workspace: WorkspaceId,
  users: readonly UserId[],
): Promise<ReadonlyMap<UserId, KnownPerson>> {
  if (users.length === 0) return new Map();
  const rows = await db.person.findMany({ where: { workspace, userId: { in: [...users] } } });
  return new Map(rows.map(({ name, zone, seenAt, userId: id }) => [userId(id), { name, zone, seenAt }]));
}

/** Keeps what was seen last: an older look at a profile changes nothing. */
export async function savePeople(
  db: Db,
  workspace: WorkspaceId,
  people: ReadonlyMap<UserId, Person>,
  seenAt: Date,
): Promise<void> {
  if (people.size === 0) return;
  const seen = storable([...people].map(([user, { name, zone }]) => ({ user, name, zone })));
  // In one order always, so that two writers cannot wait for each other.
  await db.$executeRaw`
    INSERT INTO person (workspace, user_id, name, zone, seen_at)
    SELECT ${workspace}, seen."user", seen.name, seen.zone, ${seenAt}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(seen)}::jsonb) AS seen("user" text, name text, zone text)
    ORDER BY seen."user"
    ON CONFLICT (workspace, user_id) DO UPDATE
    SET name = excluded.name, zone = excluded.zone, seen_at = excluded.seen_at
    WHERE person.seen_at <= excluded.seen_at`;
}

import type { ChannelId, MessageTs, UserId, WorkspaceId } from '../core/ids.js';
import type { Prisma } from './generated/client.js';

type Db = Prisma.TransactionClient;

export async function isMember(
  db: Db,
  workspace: WorkspaceId,
  channel: ChannelId,
  userId: UserId,
): Promise<boolean> {
  const row = await db.membership.findUnique({
    where: { workspace_channel_userId: { workspace, channel, userId } },
    select: { isIn: true },
  });
  return row?.isIn ?? false;
}

/** Of two tellings the later stamp holds, of two with the same stamp that of leaving: what is private stays so. */
export async function saveMembership(
  tx: Db,
  workspace: WorkspaceId,
  channel: ChannelId,
  user: UserId,
  { isIn, at }: { readonly isIn: boolean; readonly at: MessageTs },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO membership AS m (workspace, channel, user_id, is_in, at)
    VALUES (${workspace}, ${channel}, ${user}, ${isIn}, ${at})
    ON CONFLICT (workspace, channel, user_id) DO UPDATE SET is_in = excluded.is_in, at = excluded.at
    WHERE m.at::numeric < excluded.at::numeric
      OR (m.at::numeric = excluded.at::numeric AND NOT excluded.is_in)`;
}

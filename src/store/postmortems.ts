import { z } from 'zod';
import type { IncidentId, WorkspaceId } from '../core/ids.js';
import { POSTMORTEM_SCHEMA } from '../core/postmortem/model.js';
import type { StoredPostmortem } from '../usecases/ports.js';
import type { Prisma } from './generated/client.js';
import { toJson } from './json.js';
import { postmortemFromRow } from './rows.js';

type Db = Prisma.TransactionClient;

const Shape = z.object({ schema: z.string() });

/** The draft of that version, or the newest one; null also for one of an older shape, which is made again. */
export async function findPostmortem(
  db: Db,
  incidentId: IncidentId,
  version: number | undefined,
): Promise<StoredPostmortem | null> {
  const row = await db.postmortem.findFirst({
    where: version === undefined ? { incidentId } : { incidentId, version },
    orderBy: { version: 'desc' },
  });
  if (!row || Shape.safeParse(row.document).data?.schema !== POSTMORTEM_SCHEMA) return null;
  return postmortemFromRow(row);
}

export async function savePostmortem(
  tx: Db,
  workspace: WorkspaceId,
  postmortem: StoredPostmortem,
): Promise<void> {
  const { incident: incidentId, version, madeAt, markdown } = postmortem;
  const row = { workspace, incidentId, version, madeAt, document: toJson(postmortem.document), markdown };
  await tx.postmortem.upsert({
    where: { incidentId_version: { incidentId, version } },
    create: row,
    update: row,
    select: { version: true },
  });
}

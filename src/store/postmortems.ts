import type { IncidentId, WorkspaceId } from '../core/ids.js';
import type { StoredPostmortem } from '../usecases/ports.js';
import type { Prisma } from './generated/client.js';
import { toJson } from './json.js';
import { postmortemFromRow } from './rows.js';

type Db = Prisma.TransactionClient;

/** The draft of that version, or the newest one. */
export async function findPostmortem(
  db: Db,
  incidentId: IncidentId,
  version: number | undefined,
): Promise<StoredPostmortem | null> {
  const row = await db.postmortem.findFirst({
    where: version === undefined ? { incidentId } : { incidentId, version },
    orderBy: { version: 'desc' },
  });
  return row && postmortemFromRow(row);
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

import { Prisma, type PrismaClient } from './generated/client.js';

/** Tries, the first one included, before a quarrel between transactions is a fault. */
const TRIES = 5;

/** How long a transaction may wait for a connection, and how long it may run, in ms. */
const PATIENCE = { maxWait: 60_000, timeout: 30_000 };

/** serialization_failure and deadlock_detected: PostgreSQL undid it and says "again". */
const QUARRELS: ReadonlySet<unknown> = new Set(['40001', '40P01']);

/** Runs `work` in one transaction; again, a few times, where PostgreSQL had to choose between two. */
export async function inTransaction<T>(
  prisma: PrismaClient,
  work: (tx: Prisma.TransactionClient) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await prisma.$transaction(work, PATIENCE);
    } catch (cause) {
      if (tries >= TRIES || !isQuarrel(cause)) throw cause;
    }
  }
}

function isQuarrel(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  if (error.code === 'P2034') return true;
  const detail: unknown = error.meta?.['driverAdapterError'];
  if (!(detail instanceof Error) || typeof detail.cause !== 'object' || detail.cause === null) return false;
  return 'originalCode' in detail.cause && QUARRELS.has(detail.cause.originalCode);
}

import type { UserId } from '../core/ids.js';
import { Prisma } from './generated/client.js';

/**
 * Holds for the incidents, under the alias `i`, that the reader may see outside their channels: `maySee` of the
 * core, as SQL. Every query on behalf of a reader carries it.
 */
export const visibleTo = (reader: UserId): Prisma.Sql => Prisma.sql`(
  NOT i.private OR CASE WHEN i.channel IS NULL THEN i.declared_by = ${reader} ELSE EXISTS (
    SELECT 1 FROM membership m
    WHERE m.workspace = i.workspace AND m.channel = i.channel AND m.user_id = ${reader} AND m.is_in
  ) END
)`;

import type { Pool } from 'pg';

/** A PostgreSQL, wherever it runs. */
export interface Database {
  readonly kind: 'embedded' | 'server';
  readonly pool: Pool;
  close(): Promise<void>;
}

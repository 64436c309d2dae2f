import type { Pool } from 'pg';
import type { Log } from '../usecases/ports.js';
import { searchWords } from './search-words.js';

/** Rows in one statement. */
const BATCH = 500;

const ENTRIES = `
  UPDATE timeline_entry AS e SET words = given.words
  FROM jsonb_to_recordset($1::jsonb) AS given (incident_id text, id text, words text)
  WHERE e.incident_id = given.incident_id AND e.id = given.id`;

const TITLES = `
  UPDATE incident AS i SET title_words = given.words
  FROM jsonb_to_recordset($1::jsonb) AS given (id text, words text)
  WHERE i.id = given.id`;

/** Makes searchable what was written before there was a search. Nothing to do but after an update of Debrief. */
export async function indexWords(pool: Pool, log: Log): Promise<void> {
  const titles = await inBatches(
    pool,
    'SELECT id, title AS text FROM incident WHERE title_words IS NULL LIMIT $1',
    TITLES,
  );
  const entries = await inBatches(
    pool,
    'SELECT incident_id, id, text FROM timeline_entry WHERE words IS NULL LIMIT $1',
    ENTRIES,
  );
  if (titles + entries > 0) log.info('Older entries can be searched now', { titles, entries });
}

async function inBatches(pool: Pool, select: string, update: string): Promise<number> {
  for (let done = 0; ; ) {
    const { rows } = await pool.query<{ id: string; text: string }>(select, [BATCH]);
    if (rows.length === 0) return done;
    const given = rows.map(({ text, ...place }) => ({ ...place, words: searchWords(text) }));
    await pool.query(update, [JSON.stringify(given)]);
    done += rows.length;
  }
}

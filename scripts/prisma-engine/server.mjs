import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { sqlAdapter } from './sql-adapter.mjs';

const TIMESTAMP = 1114;
const TIMESTAMPTZ = 1184;
const asText = (value) => value;

/** Times stay as the server writes them. */
const types = {
  getTypeParser: (oid, format) =>
    oid === TIMESTAMP || oid === TIMESTAMPTZ ? asText : pg.types.getTypeParser(oid, format),
};

/** Connections to a PostgreSQL server. */
export function serverFactory(url) {
  let main;
  return {
    provider: 'postgres',
    adapterName: 'schema-engine-server',
    // Shared: every engine takes Prisma's session lock, and would wait for itself on a second connection.
    connect: () => {
      main ??= open(url);
      return main;
    },
    connectToShadowDb: () => openShadow(url),
  };
}

async function open(url, afterwards = async () => undefined) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return sqlAdapter({
    query: (text, values) => client.query({ text, values, rowMode: 'array', types }),
    script: (sql) => client.query(sql),
    close: async () => {
      await client.end();
      await afterwards();
    },
  });
}

async function openShadow(url) {
  const admin = await open(url);
  const name = `prisma_migrate_shadow_db_${randomUUID()}`;
  await admin.executeScript(`CREATE DATABASE "${name}"`);
  const shadow = new URL(url);
  shadow.pathname = `/${name}`;
  return open(shadow.href, async () => {
    await admin.executeScript(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await admin.dispose();
  });
}

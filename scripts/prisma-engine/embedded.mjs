import { existsSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sqlAdapter } from './sql-adapter.mjs';

/** Connections to the embedded database in `dir` (its `pgdata`), or to one in memory for `memory:`. */
export function embeddedFactory(dir) {
  let main;
  return {
    provider: 'postgres',
    adapterName: 'schema-engine-embedded',
    connect: () => {
      main ??= dir === 'memory:' ? open() : openUnused(dir);
      return main;
    },
    connectToShadowDb: () => open(),
  };
}

async function open(dataDir) {
  const db = await PGlite.create(dataDir);
  return sqlAdapter({
    query: (sql, values) => db.query(sql, values, { rowMode: 'array' }),
    script: (sql) => db.exec(sql),
    close: () => db.close(),
  });
}

/** The bot listens on a socket in its directory as long as it runs (`src/store/lock.ts`). */
async function openUnused(dir) {
  const socket = path.relative(process.cwd(), path.join(dir, 'lock.sock'));
  const isUsed = existsSync(socket) && (await answers(socket));
  if (isUsed) throw new Error(`${dir} is in use. Stop the bot first.`);
  return open(path.join(dir, 'pgdata'));
}

function answers(socket) {
  return new Promise((resolve) => {
    const line = net.connect(socket);
    line.on('connect', () => resolve(true));
    line.on('error', () => resolve(false));
    line.on('connect', () => line.destroy());
  });
}

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/** An empty cluster: loading it is several times quicker, and half as hungry, as making one. */
export const PREPARED_DATABASE = path.join(
  root,
  '.cache',
  `pglite-${dependencies['@electric-sql/pglite']}.tar`,
);

/** Jest's global set-up: makes the cluster once for each version of PGlite. */
// biome-ignore lint/style/noDefaultExport: jest takes nothing else as its global set-up
export default async function prepareDatabase() {
  if (existsSync(PREPARED_DATABASE)) return;
  const db = await PGlite.create();
  const cluster = await db.dumpDataDir('none');
  await db.close();
  mkdirSync(path.dirname(PREPARED_DATABASE), { recursive: true });
  const unfinished = `${PREPARED_DATABASE}.${process.pid}`;
  writeFileSync(unfinished, Buffer.from(await cluster.arrayBuffer()));
  renameSync(unfinished, PREPARED_DATABASE);
}

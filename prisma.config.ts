import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// Prisma's command line insists on a schema engine and would download one. Ours is the same engine as
// WebAssembly, out of node_modules; see scripts/prisma-engine/README.md.
if (!process.env['PRISMA_NATIVE_ENGINE']) {
  process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= here('./scripts/prisma-engine/schema-engine.mjs');
}
process.env['CHECKPOINT_DISABLE'] ??= '1';

const url = process.env['DATABASE_URL'] ?? 'memory:';
const isServer = /^postgres(ql)?:/.test(url);
// The embedded database has no address that Prisma understands: our engine learns of it beside the URL.
if (!isServer) process.env['SCHEMA_ENGINE_PGLITE'] ??= url.replace(/^file:/, '');

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: isServer ? url : 'postgresql://embedded@127.0.0.1/embedded' },
});

#!/usr/bin/env node
// Poses as Prisma's native schema engine; see README.md. JSON-RPC, a line a message, on stdin and stdout.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { embeddedFactory } from './embedded.mjs';
import { serverFactory } from './server.mjs';

const require = createRequire(import.meta.url);
const enginePath = path.dirname(require.resolve('@prisma/schema-engine-wasm'));

const { values: options, positionals } = parseArgs({
  args: process.argv.slice(2),
  strict: false,
  allowPositionals: true,
  options: {
    version: { type: 'boolean', short: 'V' },
    datamodels: { type: 'string', multiple: true },
    datasource: { type: 'string' },
  },
});

/** The command line has another name for it than the engine. */
const RENAMED = { getDatabaseVersion: 'version' };

if (options.version) {
  const { version } = JSON.parse(readFileSync(path.join(enginePath, 'package.json'), 'utf8'));
  process.stdout.write(`schema-engine-cli wasm-${version}\n`);
} else {
  const embedded = process.env.SCHEMA_ENGINE_PGLITE;
  const { url } = JSON.parse(options.datasource ?? '{}');
  const factory = embedded === undefined ? serverFactory(url) : embeddedFactory(embedded);
  if (positionals[0] === 'cli') await checkConnection(factory);
  else await serve(factory);
}

/** `cli can-connect-to-database` */
async function checkConnection(factory) {
  const connection = await bindMigrationAwareSqlAdapterFactory(factory).connect();
  if (connection.ok) {
    await connection.value.dispose?.();
    return;
  }
  const fields = { error_code: 'P1001', message: 'The database cannot be reached' };
  process.stderr.write(`${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}\n`);
  process.exitCode = 1;
}

async function serve(factory) {
  const SchemaEngine = await loadEngine();
  const datamodels = options.datamodels?.map((file) => [file, readFileSync(file, 'utf8')]);
  // One engine for each call: after applyMigrations an engine does not find its shadow database any more.
  const newEngine = () =>
    SchemaEngine.new({ datamodels }, trace, bindMigrationAwareSqlAdapterFactory(factory));
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, params } = JSON.parse(line);
    if (!method) continue;
    trace(`> ${method}`);
    try {
      send({ id, result: await call(await newEngine(), method, params) });
    } catch (error) {
      const data = {
        is_panic: false,
        message: error?.message ?? String(error),
        error_code: error?.code ?? null,
      };
      const message = 'An error happened. Check the data field for details.';
      send({ id, error: { code: 4466, message, data: { ...data, meta: error?.meta ?? null } } });
    }
  }
  // The command line has hung up. Connections that are still open shall not keep us.
  process.exit(0);
}

async function call(engine, method, params) {
  // These two do not find their shadow database unless devDiagnostic has run first on the same engine.
  if (method === 'evaluateDataLoss' || method === 'createMigration') {
    await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters });
  }
  const result = await engine[RENAMED[method] ?? method](params);
  if (method !== 'diff' || !result?.stdout) return result ?? {};
  // The native engine asks the command line to print.
  send({ id: 900_000, method: 'print', params: { content: result.stdout } });
  return { exitCode: result.exitCode };
}

async function loadEngine() {
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const module = new WebAssembly.Module(readFileSync(path.join(enginePath, 'schema_engine_bg.wasm')));
  const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings.SchemaEngine;
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}

function trace(words) {
  if (process.env.SCHEMA_ENGINE_TRACE) process.stderr.write(`${words}\n`);
}

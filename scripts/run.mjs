// Runs a TypeScript file of this project: builds if need be, then imports the compiled file into this very
// process, so that signals and exit codes are the program's own.
//
//   node scripts/run.mjs FILE.ts [arguments]

import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, ROOT } from './build.mjs';

const [, , file, ...args] = process.argv;
if (file === undefined) {
  process.stderr.write('Usage: node scripts/run.mjs FILE.ts [arguments]\n');
  process.exit(2);
}

build();

const source = path.relative(ROOT, path.resolve(ROOT, file));
const compiled = path.join(ROOT, 'dist', source.replace(/\.ts$/, '.js'));
if (!existsSync(compiled)) {
  process.stderr.write(`There is no ${file} in this project.\n`);
  process.exit(2);
}
process.argv = [process.execPath, compiled, ...args];
await import(pathToFileURL(compiled).href);

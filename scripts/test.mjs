// Runs jest on native ES modules.
//
//   node scripts/test.mjs [jest's arguments]

import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { generate, ROOT } from './build.mjs';

generate();

const jest = path.join(
  path.dirname(createRequire(path.join(ROOT, 'package.json')).resolve('jest/package.json')),
  'bin/jest.js',
);
// Given as arguments of node, and not in NODE_OPTIONS, they reach jest's workers but not what tests start.
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const child = spawn(process.execPath, [...flags, jest, ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
});

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (status, signal) => {
  process.exitCode = signal === null ? (status ?? 1) : 1;
});

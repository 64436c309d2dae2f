// Makes what is not committed: the Prisma client out of prisma/schema.prisma, and dist/ out of the sources.
// Does nothing where both are up to date, says nothing when all is well.
//
//   node scripts/build.mjs [--generate-only]

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const GENERATED = 'src/store/generated';
const inRoot = (...parts) => path.join(ROOT, ...parts);

/** Generates the Prisma client if its schema has changed. */
export function generate() {
  const sources = ['prisma/schema.prisma', 'node_modules/prisma/package.json'];
  bringUpToDate(inRoot(GENERATED, '.made-from'), sources, () => {
    rmSync(inRoot(GENERATED), { recursive: true, force: true });
    runTool('prisma/build/index.js', ['generate'], 'The Prisma client could not be generated');
  });
}

/** Compiles src/ and scripts/ into dist/ if anything in them has changed. */
export function build() {
  generate();
  const sources = [
    ...filesIn('src').filter((file) => !file.startsWith(`${GENERATED}/`)),
    ...filesIn('scripts').filter((file) => file.endsWith('.ts')),
    ...['prisma/schema.prisma', 'package.json', 'tsconfig.json', 'tsconfig.build.json'],
  ];
  bringUpToDate(inRoot('dist', '.made-from'), sources, () => {
    runTool('typescript/bin/tsc', ['-p', 'tsconfig.build.json'], 'The sources do not compile');
  });
}

/**
 * Calls `make` unless the stamp says that the same sources have been made already. By their content, since
 * copies and checkouts change the times of files at will.
 */
function bringUpToDate(stamp, sources, make) {
  const wanted = hashOf(sources);
  if (contentOf(stamp) === wanted) return;
  withBuildLock(() => {
    if (contentOf(stamp) === wanted) return;
    rmSync(stamp, { force: true });
    make();
    writeFileSync(stamp, wanted);
  });
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(contentOf(inRoot(file)) ?? '')
      .update('\0');
  return hash.digest('hex');
}

function contentOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Paths below the folder, from the root, with forward slashes, in a steady order. */
function filesIn(folder) {
  return readdirSync(inRoot(folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

/** Runs a tool out of node_modules; ends this process with its words when it fails. */
function runTool(file, args, complaint) {
  const tool = findTool(file);
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [tool, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  });
  if (status === 0) return;
  const why = signal === null ? '' : ` (ended by ${signal})`;
  endWith(`${complaint}${why}:\n\n${stdout}${stderr}`, status ?? 1);
}

function findTool(file) {
  try {
    return createRequire(inRoot('package.json')).resolve(file);
  } catch {
    endWith(`${file.split('/')[0]} is not installed. Run "npm install" first, without --omit=dev.`, 1);
  }
}

function endWith(words, status) {
  process.stderr.write(`${words.trimEnd()}\n`);
  rmSync(BUILD_LOCK, { force: true });
  process.exit(status);
}

const BUILD_LOCK = inRoot('.cache', 'building');
/** A lock that is older than this, in ms, was left behind, whoever has its process id by now. */
const LONGEST_BUILD = 120_000;

/** One build at a time in this checkout: tests and a demo may well be started together. */
function withBuildLock(work) {
  mkdirSync(path.dirname(BUILD_LOCK), { recursive: true });
  while (!tryBuildLock()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  try {
    work();
  } finally {
    rmSync(BUILD_LOCK, { force: true });
  }
}

function tryBuildLock() {
  try {
    writeFileSync(BUILD_LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const age = Date.now() - (statSync(BUILD_LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  const holder = Number(contentOf(BUILD_LOCK));
  if (age > LONGEST_BUILD || (holder > 0 && !isAlive(holder))) rmSync(BUILD_LOCK, { force: true });
  return false;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--generate-only')) generate();
  else build();
}

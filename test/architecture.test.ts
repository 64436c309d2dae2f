import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';

interface Rule {
  readonly folders: readonly string[];
  readonly packages: RegExp;
}

/** Who may import whom. A folder may always import itself; a file at the top of `src` is a folder of its own. */
const MAY_IMPORT: Readonly<Record<string, Rule>> = {
  core: { folders: [], packages: /^(date-fns|temporal-polyfill)$/ },
  render: {
    folders: ['core'],
    packages: /^(date-fns|zod|mdast|mdast-util-[a-z-]+|hast|hast-util-to-html|@slack\/types)$/,
  },
  usecases: { folders: ['core', 'render'], packages: /^date-fns$/ },
  store: {
    folders: ['core', 'usecases'],
    packages: /^(@prisma\/[a-z-]+(\/.*)?|@electric-sql\/pglite|pg|zod|node:[a-z/]+)$/,
  },
  slack: { folders: ['core', 'render', 'usecases'], packages: /^(@slack\/[a-z-]+|zod|node:http)$/ },
  http: { folders: [], packages: /^node:http$/ },
  picture: { folders: [], packages: /^(@resvg\/resvg-js|node:module)$/ },
  jobs: { folders: ['core', 'render', 'usecases'], packages: /^date-fns$/ },
  telemetry: { folders: ['usecases'], packages: /^pino$/ },
  'system-clock': { folders: ['usecases'], packages: /^$/ },
  config: { folders: ['core', 'telemetry'], packages: /^zod$/ },
  'stand-in': { folders: ['core'], packages: /^(zod|ws|node:[a-z/]+)$/ },
  replay: {
    folders: ['core', 'render', 'usecases', 'stand-in', 'compose', 'config', 'telemetry', 'store'],
    packages: /^(zod|node:[a-z/]+)$/,
  },
  compose: {
    folders: [
      'core',
      'render',
      'usecases',
      'store',
      'slack',
      'http',
      'jobs',
      'config',
      'telemetry',
      'picture',
    ],
    packages: /^(@slack\/web-api|node:crypto)$/,
  },
  main: { folders: ['compose', 'config', 'slack', 'telemetry', 'system-clock'], packages: /^node:fs$/ },
};

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (name === 'generated') return [];
    if (statSync(path).isDirectory()) return filesUnder(path);
    return path.endsWith('.ts') ? [path] : [];
  });
}

function importsOf(file: string): readonly string[] {
  const source = readFileSync(file, 'utf8');
  const statements = source.matchAll(
    /^(?:import|export)\b[^;]*?\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm,
  );
  return [...statements].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

const roomOf = (src: string, file: string): string =>
  (relative(src, file).split(sep)[0] ?? '').replace(/\.[jt]s$/, '');

/** Every import below `src` that the map does not allow. */
function violations(src: string): readonly string[] {
  return filesUnder(src).flatMap((file) => {
    const room = roomOf(src, file);
    const rule = MAY_IMPORT[room];
    const where = relative(src, file).split(sep).join('/');
    if (!rule) return [`${where} stands in a room that the map does not know`];
    return importsOf(file).flatMap((target) => {
      if (!target.startsWith('.'))
        return rule.packages.test(target) ? [] : [`${where} imports package ${target}`];
      const other = roomOf(src, resolve(dirname(file), target));
      return other === room || rule.folders.includes(other) ? [] : [`${where} imports ${other}`];
    });
  });
}

const SRC = resolve('src');

test('every folder imports only what the map allows', () => {
  expect(violations(SRC)).toEqual([]);
});

describe('a planted import is found', () => {
  let copy: string;

  beforeEach(() => {
    copy = join(mkdtempSync(join(tmpdir(), 'debrief-house-')), 'src');
    for (const room of ['core', 'usecases', 'slack'])
      cpSync(join(SRC, room), join(copy, room), { recursive: true });
  });
  afterEach(() => rmSync(dirname(copy), { recursive: true, force: true }));

  test.each([
    ['core/planted.ts', "import { readFileSync } from 'node:fs';", 'core/planted.ts imports package node:fs'],
    ['core/planted.ts', "import { x } from '../slack/facts.js';", 'core/planted.ts imports slack'],
    ['usecases/planted.ts', "export { y } from '../store/open.js';", 'usecases/planted.ts imports store'],
    ['slack/planted.ts', "const z = await import('../store/open.js');", 'slack/planted.ts imports store'],
    [
      'slack/planted.ts',
      "import {\n  type A,\n  b,\n} from '../jobs/loop.js';",
      'slack/planted.ts imports jobs',
    ],
    ['misc/planted.ts', '', 'misc/planted.ts stands in a room that the map does not know'],
  ])('%s: %s', (file, line, finding) => {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), `${line}\n`);

    expect(violations(copy)).toEqual([finding]);
  });
});

test('no folder is a bucket', () => {
  const buckets = /(^|\/)(utils?|helpers?|common|misc|shared|services?|managers?|types|constants)(\.ts|\/)/;

  expect(
    filesUnder(SRC)
      .map((file) => relative(SRC, file))
      .filter((file) => buckets.test(file)),
  ).toEqual([]);
});

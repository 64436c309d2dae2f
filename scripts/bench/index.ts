// Runs benchmarks by name, all of them where none is named. They print ratios against a floor of the same run;
// nothing here passes or fails.
//
//   npm run bench [-- NAME...] [--rounds N]

import { parseArgs } from 'node:util';

const BENCHES: Readonly<Record<string, () => Promise<unknown>>> = {
  draft: () => import('./draft.js'),
};

const { positionals } = parseArgs({ allowPositionals: true, strict: false });
const named = positionals.filter((word) => !/^\d+$/.test(word));
const unknown = named.filter((name) => BENCHES[name] === undefined);
if (unknown.length > 0) {
  process.stderr.write(
    `There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.\n`,
  );
  process.exit(2);
}
for (const name of named.length > 0 ? named : Object.keys(BENCHES)) {
  process.stdout.write(`${name}\n\n`);
  await BENCHES[name]?.();
}

import { readFileSync } from 'node:fs';
import { commandsPage } from '../../scripts/docs.js';
import { readAddress } from '../../src/core/grammar/address.js';
import { parse } from '../../src/core/grammar/parse.js';
import { SUBCOMMANDS } from '../../src/core/grammar/subcommands.js';
import { userId } from '../../src/core/ids.js';
import { readWhen } from '../../src/core/timeline/backdate.js';
import { markersIn } from '../../src/core/timeline/markers.js';

const page = readFileSync(new URL('../../docs/commands.md', import.meta.url), 'utf8');
const now = new Date('2024-06-08T14:30:00Z');

it('the reference is what `npm run docs` makes of the table', () => {
  expect(page).toBe(commandsPage());
});

it.each(SUBCOMMANDS.map((row) => [row.verb, row] as const))(
  'tells of %s and its other names',
  (verb, row) => {
    expect(page).toContain(`### \`${verb}\`\n`);
    expect(page).toContain(row.example);
    for (const alias of row.aliases) expect(page).toContain(`\`${alias}\``);
  },
);

const listed = (start: string): readonly string[] => {
  const line = page.split('\n').find((text) => text.startsWith(start)) ?? '';
  return [...line.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
};

it.each(listed('- **WHEN**'))('%s is a time, as the reference says', (when) => {
  expect(readWhen(`${when} x`, { now, speakerZone: 'UTC' }).kind).toBe('at');
});

it.each(listed('- **DATE**'))('%s is a date, as the reference says', (date) => {
  const request = parse(`due 2 ${date}`, {
    now,
    speaker: userId('U0MAYA'),
    speakerZone: 'UTC',
    incidentZone: 'UTC',
    inIncident: true,
  });

  expect(request).toMatchObject({ kind: 'change', command: { number: 2 } });
});

it.each(listed('- What only looks'))('%s is no time, as the reference says', (text) => {
  expect(readWhen(`${text} of it`, { now, speakerZone: 'UTC' }).kind).toBe('none');
});

it('the addresses and markers that it names are understood', () => {
  expect(readAddress('INC4: note x')).toEqual({ incident: 4, rest: 'note x' });
  expect(readAddress('done INC-4 2')).toEqual({ incident: 4, rest: 'done 2' });
  const markers = page
    .split('\n')
    .filter((line) => /^\| `/.test(line))
    .flatMap((line) => [...(line.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1]));

  expect(markers.length).toBeGreaterThan(15);
  for (const marker of markers) expect(markersIn(`${marker} x`)).toHaveLength(1);
});

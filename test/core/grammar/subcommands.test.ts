import { readAddress } from '../../../src/core/grammar/address.js';
import { parse } from '../../../src/core/grammar/parse.js';
import { SUBCOMMANDS, subcommandNamed, VERB_GROUPS } from '../../../src/core/grammar/subcommands.js';
import { editDistance, suggestVerb } from '../../../src/core/grammar/suggest.js';
import { BERLIN, said } from './saying.js';

const NAMES = SUBCOMMANDS.flatMap((row) => [row.verb, ...row.aliases].map((name) => [name, row] as const));

it('no two verbs share a name', () => {
  expect(new Set(NAMES.map(([name]) => name)).size).toBe(NAMES.length);
});

it('the verbs of one group stand together, in the order of help', () => {
  const groups = SUBCOMMANDS.map((row) => row.group);

  expect(groups.filter((group, index) => group !== groups[index - 1])).toEqual(Object.keys(VERB_GROUPS));
});

/** As Slack sends it where `should_escape` is set. */
const escapedBySlack = (example: string): string =>
  example.replace(/@oncall-db/, '<!subteam^S0DB|@oncall-db>').replace(/@(?!me|oncall)\w+/, '<@U0OMAR|omar>');

it.each(SUBCOMMANDS.map((row) => [row.example, row] as const))(
  'the example of help works: %s',
  (example, row) => {
    const address = readAddress(escapedBySlack(example));
    const inIncident = row.needsIncident || address.incident !== null;

    const request = parse(address.rest, { ...BERLIN, inIncident });

    expect(['refused', 'form']).not.toContain(request.kind);
    expect(example.split(' ').slice(1).join(' ').toLowerCase()).toMatch(
      new RegExp(`^(?:${[row.verb, ...row.aliases].join('|')})(?: |$)`),
    );
  },
);

it.each(SUBCOMMANDS.map((row) => [row.verb, row] as const))('%s has short words for help', (_, row) => {
  expect(row.help.length).toBeGreaterThan(10);
  expect(row.help.length).toBeLessThan(100);
  expect(row.help).toMatch(/^[A-Z].*[^.!]$/);
});

describe.each(NAMES)('%s', (name, row) => {
  it('is understood in any case, with a colon, and tells how it is used', () => {
    const shown = { kind: 'show', show: { what: 'help', verb: row.verb } };

    expect(said(`${name} --help`)).toEqual(shown);
    expect(said(`${name.toUpperCase()}: --help`)).toEqual(shown);
    expect(said(`help ${name}`)).toEqual(shown);
  });

  it('is not taken for a slip', () => {
    const request = said(`${name} x`);

    expect(request).not.toMatchObject({ refusal: { kind: 'unknown-verb' } });
  });

  it('is suggested after a swap of two letters', () => {
    const swapped = `${name.slice(0, -2)}${name.slice(-1)}${name.slice(-2, -1)}`;
    // Two letters are too alike for any guess.
    if (name.length < 3 || subcommandNamed(swapped)) return;
    const meant = subcommandNamed(suggestVerb(swapped) ?? '')?.verb;

    expect(meant).toBeDefined();
    if (name.length > 4) expect(meant).toBe(row.verb);
  });
});

it('tells `fixed`, which ends an incident, from `fix`, which records what did', () => {
  expect(subcommandNamed('fixed')?.verb).toBe('resolve');
  expect(subcommandNamed('fix')?.verb).toBe('fix');
});

it.each([
  ['resovle', 'resolve'],
  ['Timelien', 'timeline'],
  ['declair', 'declare'],
  ['postmorten', 'postmortem'],
  ['tsak', 'task'],
  ['fxi', 'fix'],
  ['esca', 'escalate'],
  ['postm', 'postmortem'],
  ['reso', null],
  ['checkout', null],
  ['api', null],
  ['se', null],
  ['', null],
])('%j suggests %j', (said, verb) => {
  expect(suggestVerb(said)).toBe(verb);
});

it.each([
  ['', 'abc', 3],
  ['abc', 'abc', 0],
  ['abc', 'acb', 1],
  ['kitten', 'sitting', 3],
])('from %j to %j it takes %i slips', (a, b, slips) => {
  expect(editDistance(a, b)).toBe(slips);
  expect(editDistance(b, a)).toBe(slips);
});

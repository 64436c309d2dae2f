import { parse } from '../../../src/core/grammar/parse.js';
import { SUBCOMMANDS, subcommandNamed } from '../../../src/core/grammar/subcommands.js';
import { editDistance, suggestVerb } from '../../../src/core/grammar/suggest.js';
import { userId } from '../../../src/core/ids.js';

it('no two verbs share a name', () => {
  const names = SUBCOMMANDS.flatMap((row) => [row.verb, ...row.aliases]);

  expect(new Set(names).size).toBe(names.length);
});

it.each(SUBCOMMANDS.map((row) => [row.example, row] as const))(
  'the example of help works: %s',
  (example, row) => {
    const request = parse(example.replace('/incident ', '').replace(/@(?!me)\w+/, '<@U0OMAR|omar>'), {
      now: new Date('2024-06-08T14:30:00Z'),
      speaker: userId('U0MAYA'),
      speakerZone: 'UTC',
      incidentZone: 'UTC',
      inIncident: row.needsIncident,
    });

    expect(request.kind).not.toBe('refused');
  },
);

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

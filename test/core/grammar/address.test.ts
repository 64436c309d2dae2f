import { readAddress } from '../../../src/core/grammar/address.js';

it.each([
  ['INC-4 note it is back', 4, 'note it is back'],
  ['inc 4', 4, ''],
  ['INC4: resolve', 4, 'resolve'],
  ['Inc-12, done 2', 12, 'done 2'],
  ['/incident INC-4 timeline', 4, 'timeline'],
  ['`INC-4` status', 4, 'status'],
  ['*INC-4* status', 4, 'status'],
  ['incident 4 status', 4, 'status'],
  ['INC–4 status', 4, 'status'],
  ['INC-4 - note x', 4, 'note x'],
  ['  INC-007   note  two  spaces', 7, 'note  two  spaces'],
  ['INC-4 escalate <!subteam^S1|@oncall> db &amp; api', 4, 'escalate <!subteam^S1|@oncall> db &amp; api'],
  ['done INC-4 2', 4, 'done 2'],
  ['undone inc 4 2', 4, 'undone 2'],
  ['assign INC-4 2 <@U1>', 4, 'assign 2 <@U1>'],
  ['due INC-4: 2 Friday', 4, 'due 2 Friday'],
  ['edit INC-4 k3f9 14:05', 4, 'edit k3f9 14:05'],
  ['tasks INC-4', 4, 'tasks'],
  ['status INC-4', 4, 'status'],
  ['timeline INC-4 all', 4, 'timeline all'],
  ['join INC-4', 4, 'join'],
  ['join 4', 4, 'join'],
  ['brief #4', 4, 'brief'],
  ['resolve INC-4', 4, 'resolve'],
  ['false-alarm INC-4', 4, 'false-alarm'],
])('%j is meant for INC-%i', (text, incident, rest) => {
  expect(readAddress(text)).toEqual({ incident, rest });
});

it.each([
  'note INC-4 was alike',
  'merge INC-4 same index',
  'cancel INC-4 is the same',
  'find INC-4',
  'declare INC-4 again',
  'INC-4a note',
  'INC-4-checkout is loud',
  'incidents 4',
  'since 4',
  'inc note x',
  'join the call 4',
  'help',
  '',
])('%j names no incident', (text) => {
  expect(readAddress(text)).toEqual({ incident: null, rest: text });
});

it('takes no time over long texts', () => {
  const started = performance.now();

  for (const piece of ['a', ' ', 'INC-', '4', '`', 'done ', '- ']) readAddress(`${piece.repeat(20_000)}x`);

  expect(performance.now() - started).toBeLessThan(500);
});

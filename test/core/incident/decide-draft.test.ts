import { fingerprint } from '../../../src/core/fingerprint.js';
import type { Claim } from '../../../src/core/postmortem/model.js';
import { anIncident, aResolvedIncident, decided, MAYA, NOW } from './builders.js';

const claim = (id: string, text: string, over: Partial<Claim> = {}): Claim => ({
  id,
  text,
  status: 'stated',
  sources: [{ kind: 'command', record: 'delivery:1' }],
  hedge: 'plain',
  by: MAYA,
  at: NOW.toISOString(),
  ...over,
});
const lines = [
  { section: 'impact', claim: claim('impact:1', 'a third of orders') },
  { section: 'causes', claim: claim('causes:1', 'the index') },
] as const;
const edit = (text: string) =>
  ({ kind: 'edit-draft', section: 'impact', lines: [{ claim: 'impact:1', text }] }) as const;

it('an edited line is kept with a mark of what it was, and drafted again for the one who waits', () => {
  expect(decided(aResolvedIncident(), edit(' About 33 % '), { lines })).toEqual([
    {
      kind: 'draft-edited',
      by: MAYA,
      at: NOW,
      section: 'impact',
      claim: 'impact:1',
      text: 'About 33 %',
      base: fingerprint('a third of orders'),
    },
    expect.objectContaining({ kind: 'draft-requested', asked: true }),
  ]);
});

it('a line edited again keeps the mark of what the record said', () => {
  const edited = claim('impact:1', 'mine', {
    edited: { by: MAYA, at: NOW.toISOString(), sourceChanged: false, base: 'first' },
  });
  const events = decided(aResolvedIncident(), edit('better'), {
    lines: [{ section: 'impact', claim: edited }],
  });
  expect(events).toMatchObject([{ kind: 'draft-edited', base: 'first' }, {}]);
});

it('an emptied line is left out; one that says the same, or is not there, changes nothing', () => {
  expect(decided(aResolvedIncident(), edit(' '), { lines })).toMatchObject([{ text: null }, {}]);
  const unchanged = { kind: 'no-change', what: 'draft' };
  expect(decided(aResolvedIncident(), edit('a third of orders'), { lines })).toEqual(unchanged);
  expect(decided(aResolvedIncident(), edit('x'), { lines: [] })).toEqual(unchanged);
});

it('without a draft there is nothing to edit', () => {
  expect(decided(anIncident(), edit('x'))).toEqual({ kind: 'no-draft' });
});

it('a question is declined by number or id; another one is not there', () => {
  const questions = [{ id: 'root-cause', slot: 'root_cause', ask: 'What was the root cause?' }];
  const decline = (question: string) =>
    decided(aResolvedIncident(), { kind: 'decline', question }, { questions });
  expect(decline('1')).toMatchObject([{ kind: 'question-declined', question: 'root-cause' }]);
  expect(decline('root-cause')).toMatchObject([{ kind: 'question-declined' }]);
  expect(decline('2')).toEqual({ kind: 'no-such-question', said: '2', count: 1 });
});

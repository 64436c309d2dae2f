import { channelId } from '../../../src/core/ids.js';
import type { DecidedCommand } from '../../../src/core/incident/decide.js';
import type { Incident } from '../../../src/core/incident/incident.js';
import { anAct, anIncident, aResolvedIncident, decided, MAYA, NOW } from './builders.js';

const act = anAct();

it('an incident ends with a draft', () => {
  expect(decided(anIncident({ draftVersion: 2 }), { kind: 'resolve', text: 'all is back' })).toEqual([
    { kind: 'resolved', ...act, text: 'all is back' },
    { kind: 'draft-requested', at: NOW, version: 3 },
  ]);
  expect(decided(anIncident(), { kind: 'cancel', text: '' })).toMatchObject([
    { kind: 'cancelled' },
    { kind: 'draft-requested', version: 1 },
  ]);
});

it('an open incident can be drafted', () => {
  expect(decided(anIncident(), { kind: 'draft' })).toEqual([
    { kind: 'draft-requested', at: NOW, version: 1, asked: true },
  ]);
});

it.each<[string, Incident, DecidedCommand, object]>([
  ['an open incident cannot be reopened', anIncident(), { kind: 'reopen', text: '' }, { kind: 'still-open' }],
  ['nor closed', anIncident(), { kind: 'close', text: '' }, { kind: 'still-open' }],
  [
    'what is resolved is not resolved again',
    aResolvedIncident(),
    { kind: 'resolve', text: '' },
    { kind: 'already-ended', status: 'resolved' },
  ],
  [
    'what is cancelled is not cancelled again',
    aResolvedIncident({ status: 'cancelled' }),
    { kind: 'cancel', text: '' },
    { kind: 'already-ended', status: 'cancelled' },
  ],
  [
    'a closed incident is not closed again',
    aResolvedIncident({ closingAt: NOW }),
    { kind: 'close', text: '' },
    { kind: 'no-change', what: 'closing' },
  ],
  [
    'only what is closed can be kept open',
    aResolvedIncident(),
    { kind: 'keep-open' },
    { kind: 'no-change', what: 'kept-open' },
  ],
])('%s', (_, incident, command, refusal) => {
  expect(decided(incident, command)).toEqual(refusal);
});

it('turns out to be a false alarm after it was resolved', () => {
  expect(decided(aResolvedIncident(), { kind: 'cancel', text: 'probe was wrong' })).toMatchObject([
    { kind: 'cancelled' },
    { kind: 'draft-requested', version: 2 },
  ]);
});

it('is reopened without a draft, which waits for the next end', () => {
  expect(decided(aResolvedIncident(), { kind: 'reopen', text: 'errors are back' })).toEqual([
    { kind: 'reopened', ...act, text: 'errors are back' },
  ]);
});

it('is closed with a day of grace, and can be kept open', () => {
  const archiveAt = new Date('2024-06-09T14:30:00Z');

  expect(decided(aResolvedIncident(), { kind: 'close', text: 'done' })).toEqual([
    { kind: 'closing', by: MAYA, at: NOW, archiveAt, text: 'done' },
  ]);
  expect(decided(aResolvedIncident({ closingAt: archiveAt }), { kind: 'keep-open' })).toEqual([
    { kind: 'kept-open', by: MAYA, at: NOW },
  ]);
});

describe('a merge', () => {
  const other = anIncident({ number: 4, channel: channelId('C0INC4') });
  const command = { kind: 'merge', into: 4, text: 'same index' } as const;

  it('ends this incident without a draft of its own', () => {
    expect(decided(anIncident(), command, { other })).toEqual([
      { kind: 'merged', ...act, into: 4, text: 'same index' },
    ]);
  });

  it('is possible for a duplicate that was resolved already', () => {
    expect(decided(aResolvedIncident(), command, { other })).toMatchObject([{ kind: 'merged' }]);
  });

  it.each<[string, Partial<Incident>, Incident | null, object]>([
    ['with none that the speaker may see', {}, null, { kind: 'no-such-incident', number: 4 }],
    ['with itself', { number: 4 }, other, { kind: 'merge-itself' }],
    ['of a private one with a public one', { private: true }, other, { kind: 'merge-privacy' }],
    ['of a public one with a private one', {}, { ...other, private: true }, { kind: 'merge-privacy' }],
    ['with one that has ended', {}, { ...other, status: 'resolved' }, { kind: 'merge-ended', number: 4 }],
    ['of practice with the real thing', { drill: true }, other, { kind: 'no-such-incident', number: 4 }],
    [
      'of one that was cancelled',
      { status: 'cancelled', endedAt: NOW },
      other,
      { kind: 'already-ended', status: 'cancelled' },
    ],
  ])('is refused %s', (_, about, into, refusal) => {
    expect(decided(anIncident(about), command, { other: into })).toEqual(refusal);
  });
});

import { entryId, messageTs } from '../../../src/core/ids.js';
import { entryAfter } from '../../../src/core/incident/entry-after.js';
import type { IncidentEvent } from '../../../src/core/incident/events.js';
import { REDACTED } from '../../../src/core/timeline/redacted.js';
import { anAct, anEntry, MAYA, NOW } from './builders.js';

const entry = anEntry();
const quiet = { by: MAYA, at: NOW, target: entry.id };
const earlier = new Date('2024-06-08T13:50:00Z');

const corrected = (text: string | null, occurredAt: Date | null): IncidentEvent => ({
  kind: 'entry-corrected',
  ...quiet,
  text,
  occurredAt,
  was: { text: entry.text, occurredAt: entry.occurredAt },
});

it.each<[string, IncidentEvent, object]>([
  [
    'its text is put right',
    corrected('restart', null),
    { text: 'restart', corrected: { text: 'restart', occurredAt: null } },
  ],
  [
    'its time is put right, and was then said in words',
    corrected(null, earlier),
    { occurredAt: earlier, backdated: true, corrected: { text: null, occurredAt: earlier } },
  ],
  ['it is hidden', { kind: 'entry-hidden', ...quiet, hidden: true }, { hidden: true }],
  ['its act is undone', { kind: 'undone', ...quiet, restore: {} }, { withdrawn: true }],
])('an entry after %s', (_, event, change) => {
  expect(entryAfter(entry, event)).toEqual({ ...entry, ...change });
});

it('the first correction stands where the second says nothing', () => {
  const once = entryAfter(entry, corrected('restart', null));
  const twice = once && entryAfter(once, corrected(null, earlier));

  expect(twice).toMatchObject({
    text: 'restart',
    occurredAt: earlier,
    corrected: { text: 'restart', occurredAt: earlier },
  });
});

it('nothing of a redacted entry’s words is left', () => {
  const told = anEntry({
    kind: 'renamed',
    text: 'secret',
    revisions: [{ text: 'secret', at: messageTs('1717855500.000100') }],
    files: [{ name: 'secret.png', type: 'png', link: 'https://files/secret' }],
    corrected: { text: 'secret', occurredAt: earlier },
    detail: { from: 'secret', to: 'secret' },
  });

  const after = entryAfter(told, { kind: 'entry-redacted', ...quiet });

  expect(after).toMatchObject({
    text: REDACTED,
    redacted: true,
    corrected: { text: null, occurredAt: earlier },
    id: told.id,
    occurredAt: told.occurredAt,
  });
  expect(JSON.stringify(after)).not.toMatch(/secret/);
});

it.each<IncidentEvent>([
  { kind: 'entry-hidden', ...quiet, target: entryId('another'), hidden: true },
  { kind: 'stated', ...anAct(), what: 'note', text: 'x', backdated: false, message: null },
])('an event that does not concern it says nothing (%j)', (event) => {
  expect(entryAfter(entry, event)).toBeNull();
});

import type { Form } from '../../../src/core/forms/form.js';
import { requestOfForm } from '../../../src/core/grammar/form-request.js';
import { channelId, entryId, messageTs, userId } from '../../../src/core/ids.js';
import { wholeEntryCode } from '../../../src/core/timeline/entry-code.js';
import { command, NOW } from './saying.js';

const message = { channel: channelId('C0OPS'), ts: messageTs('1717857003.000100'), threadTs: null };
const earlier = new Date('2024-06-08T14:05:00Z');
const declaration = {
  title: 'Checkout down',
  severity: 2,
  private: true,
  startedAt: earlier,
  impact: 'No orders',
} as const;
const entry = entryId('delivery:command:1');

it('a declaration has no incident yet', () => {
  expect(requestOfForm({ name: 'declare', ...declaration }, NOW)).toEqual({
    incident: null,
    request: { kind: 'declare', declaration: { ...declaration, drill: false } },
  });
});

it.each<[string, Form, unknown]>([
  [
    'update',
    { name: 'update', incident: 4, text: 'Failing over', status: 'monitoring', nextIn: 30 },
    {
      kind: 'post-update',
      text: 'Failing over',
      status: 'monitoring',
      nextAt: new Date('2024-06-08T15:00:00Z'),
    },
  ],
  [
    'task',
    { name: 'task', incident: 4, text: 'Write it up', owner: userId('U1'), due: '2024-07-31' },
    { kind: 'add-follow-up', text: 'Write it up', owner: 'U1', due: '2024-07-31', message: null },
  ],
  [
    'statement',
    { name: 'statement', incident: 4, what: 'cause', text: 'The index', at: earlier, message },
    { kind: 'state', what: 'cause', text: 'The index', at: earlier, message },
  ],
  [
    'statement that is a task',
    { name: 'statement', incident: 4, what: 'task', text: 'Check it', at: null, message },
    { kind: 'add-follow-up', text: 'Check it', owner: null, due: null, message },
  ],
  [
    'edit',
    { name: 'edit', incident: 4, entry, text: 'Put right', at: earlier },
    { kind: 'correct-entry', code: wholeEntryCode(entry), text: 'Put right', at: earlier },
  ],
  [
    'answer',
    { name: 'answer', incident: 4, question: 'detected-at', text: 'At 14:02' },
    { kind: 'answer', question: 'detected-at', text: 'At 14:02' },
  ],
  [
    'before',
    { name: 'before', incident: 4, keep: [entry], offered: [entry] },
    { kind: 'choose-before', keep: [entry], offered: [entry] },
  ],
])('%s', (_, form, expected) => {
  expect(requestOfForm(form, NOW)).toEqual({ incident: 4, request: { kind: 'change', command: expected } });
});

it('says the same as the words do', () => {
  const form = { name: 'statement', incident: 4, what: 'note', text: 'it is back', at: null } as const;

  expect(requestOfForm({ ...form, message: null }, NOW).request).toEqual({
    kind: 'change',
    command: command('note it is back'),
  });
});

describe('a time that was picked', () => {
  const picked = (at: Date): Form => ({
    name: 'statement',
    incident: 4,
    what: 'note',
    text: 'x',
    at,
    message,
  });

  it('may be a little ahead, since clocks differ', () => {
    expect(requestOfForm(picked(new Date('2024-06-08T14:34:00Z')), NOW).request).toMatchObject({
      command: { at: NOW },
    });
  });

  it('is refused when it lies ahead', () => {
    const ahead = new Date('2024-06-08T18:00:00Z');

    expect(requestOfForm(picked(ahead), NOW).request).toEqual({
      kind: 'refused',
      refusal: { kind: 'time-in-future', said: '2024-06-08 18:00 UTC' },
    });
    expect(requestOfForm({ name: 'edit', incident: 4, entry, text: 'x', at: ahead }, NOW).request.kind).toBe(
      'refused',
    );
  });

  it('never stands in the way of a declaration', () => {
    const startedAt = new Date('2024-06-08T18:00:00Z');

    expect(requestOfForm({ name: 'declare', ...declaration, startedAt }, NOW).request).toMatchObject({
      declaration: { startedAt: null },
    });
  });
});

import { channelId, deliveryKey, messageTs, userId, workspaceId } from '../../src/core/ids.js';
import { type FormFilled, openedForm } from '../../src/render/forms/form-view.js';
import { readForm } from '../../src/slack/read-form.js';
import { ANA, aCommand, aMessage, anIncident, at, BEN } from '../builders.js';
import { ABSURD } from '../render/absurd.js';
import { sentOff } from './sent-off.js';

const NOW = at('13:30');
const incident = anIncident({ number: 4, status: 'investigating', endedAt: null });

/** Opens `form`, lets a person fill it in, and reads what Slack hands in. */
function filledIn(form: FormFilled, entries: Parameters<typeof sentOff>[1] = {}) {
  return readForm(sentOff(openedForm(form), entries), NOW);
}

const formOf = (reading: ReturnType<typeof readForm>) =>
  reading.kind === 'keep' ? reading.received.delivery.form : reading;

const entry = aCommand('12:30', 'note', 'pool exhausted');
const message = {
  channel: channelId('C1'),
  ts: messageTs('1717850103.000100'),
  threadTs: messageTs('1717850000.000100'),
};

test.each<[string, FormFilled, Parameters<typeof sentOff>[1], unknown]>([
  [
    'a declaration of a title alone',
    { name: 'declare', title: '' },
    { title: 'Checkout down' },
    { name: 'declare', title: 'Checkout down', severity: null, private: false, startedAt: null, impact: '' },
  ],
  [
    'a declaration with everything',
    { name: 'declare', title: 'Checkout' },
    { severity: '2', 'started-at': at('12:05'), impact: 'EU\nall orders', privacy: ['private'] },
    {
      name: 'declare',
      title: 'Checkout',
      severity: 2,
      private: true,
      startedAt: at('12:05'),
      impact: 'EU\nall orders',
    },
  ],
  [
    'an update',
    { name: 'update', incident },
    { text: 'rolled back', status: 'monitoring', 'next-in': '30' },
    { name: 'update', incident: 4, text: 'rolled back', status: 'monitoring', nextIn: 30 },
  ],
  [
    'an update of text alone',
    { name: 'update', incident },
    { text: 'rolled back' },
    { name: 'update', incident: 4, text: 'rolled back', status: null, nextIn: null },
  ],
  [
    'a task',
    { name: 'task', incident },
    { text: 'alert on pool', owner: 'UBEN', due: '2024-06-20' },
    { name: 'task', incident: 4, text: 'alert on pool', owner: BEN, due: '2024-06-20' },
  ],
  [
    'a statement about now',
    { name: 'statement', incident, what: 'cause', message: null, at: null },
    { text: 'pool too small' },
    { name: 'statement', incident: 4, what: 'cause', text: 'pool too small', at: null, message: null },
  ],
  [
    'a message for the timeline, as it is: its own time to the last millisecond',
    { name: 'statement', incident, what: 'note', message: { ...message, text: 'p95 is 9s' }, at: null },
    {},
    {
      name: 'statement',
      incident: 4,
      what: 'note',
      text: 'p95 is 9s',
      at: new Date('2024-06-08T12:35:03.000Z'),
      message,
    },
  ],
  [
    'a message made a follow-up, its time emptied',
    { name: 'statement', incident, what: 'note', message: { ...message, text: 'raise the limit' }, at: null },
    { what: 'task', at: null },
    {
      name: 'statement',
      incident: 4,
      what: 'task',
      text: 'raise the limit',
      at: new Date('2024-06-08T12:35:03.000Z'),
      message,
    },
  ],
  [
    'a corrected entry',
    { name: 'edit', incident, entry },
    { text: 'pool was exhausted', at: at('12:25') },
    { name: 'edit', incident: 4, entry: entry.id, text: 'pool was exhausted', at: at('12:25') },
  ],
  [
    'another time for a text that is too long for the form',
    { name: 'edit', incident, entry: { ...entry, text: 'long '.repeat(1000) } },
    { at: at('12:25') },
    { name: 'edit', incident: 4, entry: entry.id, text: '', at: at('12:25') },
  ],
  [
    'an answer',
    { name: 'answer', incident, question: { id: 'action:3', ask: 'Who owns it?' } },
    { text: 'Ben does' },
    { name: 'answer', incident: 4, question: 'action:3', text: 'Ben does' },
  ],
])('%s comes back as it was filled in', (_, form, entries, expected) => {
  expect(formOf(filledIn(form, entries))).toEqual(expected);
});

test('of the messages from before the ticked ones stay, and all that were shown come back', () => {
  const entries = Array.from({ length: 23 }, (_, index) => aMessage(`11:${index + 10}`, `message ${index}`));
  const ids = entries.map(({ id }) => id);

  const reading = filledIn(
    { name: 'before', incident, entries },
    { 'keep:0': [], 'keep:2': ids.slice(21, 22) },
  );

  expect(formOf(reading)).toEqual({
    name: 'before',
    incident: 4,
    keep: [...ids.slice(10, 20), ids[21]],
    offered: ids,
  });
});

test('an entry whose minute was not touched keeps its seconds', () => {
  const told = new Date('2024-06-08T12:30:45.678Z');

  expect(formOf(filledIn({ name: 'edit', incident, entry: { ...entry, occurredAt: told } }))).toMatchObject({
    at: told,
  });
});

test('people are shown by name in a form, and are mentioned again when it comes back', () => {
  const people = new Map([
    [ANA, { name: 'Ana', zone: null }],
    [BEN, { name: 'Ana B.', zone: null }],
    [userId('UTWIN'), { name: 'Ana', zone: null }],
    [userId('UODD'), { name: 'odd@mail.example', zone: null }],
  ]);
  const text = '<@UANA>, <@UBEN>: ask <@UTWIN>, <@UODD> or <@UNOBODY>; not Anabel';
  const view = openedForm(
    { name: 'edit', incident, entry: { ...entry, text } },
    { channel: null, to: null, people },
  );

  expect(JSON.stringify(view)).toContain('@Ana, @Ana B.: ask <@UTWIN>, <@UODD> or <@UNOBODY>');
  expect(formOf(readForm(sentOff(view), NOW))).toMatchObject({ text });
});

test('the delivery has the key of its view, the sender, the place, and what was masked', () => {
  const reading = readForm(
    sentOff(
      openedForm(
        { name: 'update', incident },
        {
          channel: channelId('C1'),
          to: {
            kind: 'ephemeral',
            channel: channelId('C1'),
            user: ANA,
            threadTs: messageTs('1717850000.000100'),
          },
          people: new Map(),
        },
      ),
      { text: 'pass\u200bword: Surf-99-Leaky' },
      { id: 'V77' },
    ),
    NOW,
  );

  expect(reading).toEqual({
    kind: 'keep',
    received: {
      workspace: workspaceId('T1'),
      key: deliveryKey('view:V77'),
      delivery: {
        kind: 'form',
        form: expect.objectContaining({ text: expect.not.stringContaining('Surf') }),
        user: ANA,
        channel: channelId('C1'),
        replyTo: {
          kind: 'ephemeral',
          channel: channelId('C1'),
          user: ANA,
          threadTs: messageTs('1717850000.000100'),
        },
        masked: 1,
      },
    },
  });
});

test.each([
  ['opened in another channel: where the command is answered', 'C0OPS', 'response-url'],
  ['opened in the incident’s channel: there, at any time', 'C1', 'ephemeral'],
  ['opened in the App Home: in a direct message', null, 'direct'],
])('a form %s', (_, place, kind) => {
  const channel = place === null ? null : channelId(place);
  const to = {
    kind: 'response-url',
    url: 'https://hooks.slack.com/commands/1',
    channel: channelId('C0OPS'),
    user: ANA,
  } as const;
  const view = openedForm({ name: 'task', incident }, { channel, to: channel && to, people: new Map() });

  const reading = readForm(sentOff(view, { text: 'x' }), NOW);

  expect(reading).toMatchObject({ received: { delivery: { channel, replyTo: { kind, user: ANA } } } });
});

test('in a channel shared with another organisation the form belongs to where we are installed', () => {
  const body = sentOff(
    openedForm({ name: 'task', incident }),
    { text: 'x' },
    { app_installed_team_id: 'T0OURS' },
  );

  expect(readForm({ ...body, team: { id: 'T0THEIRS' } }, NOW)).toMatchObject({
    received: { workspace: 'T0OURS' },
  });
  expect(readForm({ ...body, team: null }, NOW)).toMatchObject({ received: { workspace: 'T0OURS' } });
});

test.each<[string, FormFilled, Parameters<typeof sentOff>[1], string, RegExp]>([
  ['a blank title', { name: 'declare', title: '' }, { title: ' \u200b\u2060\ufeff\u3164 ' }, 'title', /word/],
  ['no title', { name: 'declare', title: '' }, {}, 'title', /word/],
  ['a blank update', { name: 'update', incident }, { text: '\n\u202e\n' }, 'text', /word/],
  [
    'a blank answer',
    { name: 'answer', incident, question: { id: 'q', ask: 'Who?' } },
    { text: ' ' },
    'text',
    /word/,
  ],
  ['an emptied entry', { name: 'edit', incident, entry }, { text: null }, 'text', /word/],
  [
    'a start still ahead',
    { name: 'declare', title: 'x' },
    { 'started-at': at('13:40') },
    'started-at',
    /ahead/,
  ],
  ['an entry still ahead', { name: 'edit', incident, entry }, { at: at('+1 12:00') }, 'at', /ahead/],
  ['an entry without a time', { name: 'edit', incident, entry }, { at: null }, 'at', /time/],
  ['a task for a past day', { name: 'task', incident }, { text: 'x', due: '2024-06-06' }, 'due', /passed/],
  ['too long a title', { name: 'declare', title: '' }, { title: 'x'.repeat(251) }, 'title', /250/],
  ['too long a text', { name: 'task', incident }, { text: 'x'.repeat(3001) }, 'text', /3000/],
])('%s is sent back with a sentence under its field', (_, form, entries, field, sentence) => {
  expect(filledIn(form, entries)).toEqual({
    kind: 'form-errors',
    errors: { [field]: expect.stringMatching(sentence) },
  });
});

test('3000 characters are 3000 characters, also of emoji', () => {
  expect(filledIn({ name: 'task', incident }, { text: '🔥'.repeat(3000) }).kind).toBe('keep');
});

test('a moment of the minute that is just beginning counts as now', () => {
  const started = filledIn(
    { name: 'declare', title: 'x' },
    { 'started-at': new Date(NOW.getTime() + 30_000) },
  );

  expect(formOf(started)).toMatchObject({ startedAt: NOW });
});

test.each(ABSURD.map((text) => [text.slice(0, 30), text]))(
  'a text like %j is read or sent back, never lost',
  (_, text) => {
    const reading = filledIn({ name: 'task', incident }, { text });

    expect(['keep', 'form-errors']).toContain(reading.kind);
  },
);

test('a form that another version of ours had drawn is sent back: what was typed stays in it', () => {
  const body = sentOff(
    openedForm({ name: 'task', incident }),
    { text: 'x' },
    { private_metadata: '{"v":0}' },
  );

  expect(readForm(body, NOW)).toEqual({
    kind: 'form-errors',
    errors: { text: expect.stringMatching(/older version/) },
  });
});

const whole = sentOff(openedForm({ name: 'task', incident }), { text: 'x' });

test.each([
  ['nothing', null],
  ['a list', [whole]],
  ['no view', { ...whole, view: undefined }],
  ['no user', { ...whole, user: null }],
  ['a view of the wrong type', { ...whole, view: 'V1' }],
  ['a state of the wrong type', sentOff(openedForm({ name: 'task', incident }), {}, { state: [] })],
  ['no private metadata', sentOff(openedForm({ name: 'task', incident }), {}, { private_metadata: 5 })],
])('a form that is malformed (%s) is none', (_, body) => {
  expect(readForm(body, NOW)).toEqual({ kind: 'none', why: expect.any(String) });
});

test.each([
  [
    'values of wrong types',
    { state: { values: { text: { text: { value: 5 } }, owner: 7, due: { due: null } } } },
  ],
  ['no values', { state: {} }],
  ['names of prototypes', { state: { values: JSON.parse('{"__proto__":{"__proto__":{"value":"x"}}}') } }],
])('%s read as empty fields', (_, about) => {
  expect(readForm(sentOff(openedForm({ name: 'task', incident }), {}, about), NOW)).toMatchObject({
    kind: 'form-errors',
    errors: { text: expect.any(String) },
  });
});

test('an invented owner and a day that does not exist are left out', () => {
  const about = {
    state: {
      values: {
        text: { text: { value: 'x' } },
        owner: { owner: { selected_user: '<!channel>' } },
        due: { due: { selected_date: '2024-02-31' } },
      },
    },
  };

  expect(formOf(readForm(sentOff(openedForm({ name: 'task', incident }), {}, about), NOW))).toMatchObject({
    owner: null,
    due: null,
  });
});

test('a view of somebody else is none of ours', () => {
  expect(
    readForm(sentOff(openedForm({ name: 'task', incident }), {}, { callback_id: 'view-id' }), NOW),
  ).toEqual({
    kind: 'bolt',
  });
});

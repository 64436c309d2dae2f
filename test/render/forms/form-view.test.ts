import { channelId, messageTs } from '../../../src/core/ids.js';
import { type FormFilled, openedForm } from '../../../src/render/forms/form-view.js';
import { aCommand, aMessage, anIncident, BEN, PEOPLE } from '../../builders.js';
import { ABSURD } from '../absurd.js';
import { blocksOf, viewFaults } from './view-faults.js';

const open = anIncident({ status: 'investigating', endedAt: null });

const MESSAGE = { channel: channelId('C1'), ts: messageTs('1717857003.000100'), threadTs: null };

/** Every form, with `text` in every place where people's words can stand. */
const formsWith = (text: string): readonly FormFilled[] => {
  const incident = { ...open, title: text };
  const before = Array.from({ length: 134 }, (_, index) =>
    aMessage('12:00', text, {
      over: { id: aMessage(`1${index % 10}:${String(index % 60).padStart(2, '0')}`, '').id },
    }),
  );
  return [
    { name: 'declare', title: text },
    { name: 'update', incident },
    { name: 'update', incident: anIncident({ title: text }) },
    { name: 'task', incident },
    { name: 'statement', incident, what: 'cause', message: null, at: null },
    { name: 'statement', incident, what: 'note', message: { ...MESSAGE, text }, at: null },
    { name: 'edit', incident, entry: aCommand('12:30', 'note', text) },
    { name: 'answer', incident, question: { id: 'impact', ask: text } },
    { name: 'before', incident, entries: before.slice(0, 1) },
    { name: 'before', incident, entries: before },
    { name: 'before', incident, entries: [] },
  ];
};

test.each(ABSURD.map((text) => [text.slice(0, 30), text]))(
  'every form about %j is one that Slack takes',
  (_, text) => {
    const people = new Map([...PEOPLE, [BEN, { name: text, zone: null }]]);
    for (const form of formsWith(text)) {
      const plainly = openedForm(form);
      const inChannel = openedForm(form, {
        channel: channelId('C0OPS'),
        to: {
          kind: 'response-url',
          url: 'https://hooks.slack.com/x',
          channel: channelId('C0OPS'),
          user: BEN,
        },
        people,
      });

      expect([form.name, ...viewFaults(plainly, 'modal')]).toEqual([form.name]);
      expect([form.name, ...viewFaults(inChannel, 'modal')]).toEqual([form.name]);
    }
  },
);

const field = (form: FormFilled, id: string) =>
  blocksOf(openedForm(form)).find((block) => block['block_id'] === id);
const required = (form: FormFilled) =>
  blocksOf(openedForm(form))
    .filter((block) => block['type'] === 'input' && block['optional'] === false)
    .map((block) => block['block_id']);

test.each([
  [{ name: 'declare', title: '' }, ['title']],
  [{ name: 'update', incident: open }, ['text']],
  [{ name: 'task', incident: open }, ['text']],
  [{ name: 'answer', incident: open, question: { id: 'impact', ask: 'Who?' } }, ['text']],
  [{ name: 'statement', incident: open, what: 'note', message: null, at: null }, ['what', 'text']],
  [{ name: 'before', incident: open, entries: [aMessage('12:00', 'slow')] }, []],
] as const)('of the form $name only the main field is required', (form, fields) => {
  expect(required(form)).toEqual(fields);
});

test('an incident that has ended offers no status and no next update', () => {
  expect(field({ name: 'update', incident: anIncident() }, 'status')).toBeUndefined();
  expect(field({ name: 'update', incident: anIncident() }, 'next-in')).toBeUndefined();
});

test('the status that it has already is not offered as a new one', () => {
  const options = JSON.stringify(field({ name: 'update', incident: open }, 'status'));

  expect(options).not.toContain('"value":"investigating"');
  expect(options).toContain('"value":"monitoring"');
});

test('"Add to timeline" is filled in with note, time and text of the message', () => {
  const form = {
    name: 'statement',
    incident: open,
    what: 'note',
    message: { ...MESSAGE, text: 'pool is exhausted' },
    at: null,
  } as const;

  expect(field(form, 'what')).toMatchObject({ element: { initial_option: { value: 'note' } } });
  expect(field(form, 'at')).toMatchObject({ element: { initial_date_time: 1717857003 } });
  expect(field(form, 'text')).toMatchObject({ element: { initial_value: 'pool is exhausted' } });
});

test('a text too long for the form is not cut: the field stays empty and says so', () => {
  const form = { name: 'edit', incident: open, entry: aCommand('12:30', 'note', 'x'.repeat(3001)) } as const;

  expect(JSON.stringify(field(form, 'text'))).toContain('3001 characters');
  expect(field(form, 'text')).toMatchObject({ optional: true });
  expect(field(form, 'text')?.['element']).not.toHaveProperty('initial_value');
});

test('messages from before are shown by first words, code, time and name, all of them ticked', () => {
  const entry = aMessage('12:01', 'is <@UCLEO> on call?\nor <@U0NOBODY>?');
  const [block] = blocksOf(
    openedForm(
      { name: 'before', incident: open, entries: [entry] },
      { channel: null, to: null, people: PEOPLE },
    ),
  ).filter(({ type }) => type === 'input');
  const option = {
    value: entry.id,
    text: { type: 'plain_text', text: 'is @Cleo on call? or @someone?', emoji: true },
    description: {
      type: 'plain_text',
      text: expect.stringMatching(/^[a-z2-9]{4} · 12:01 UTC · Ben$/),
      emoji: true,
    },
  };

  expect(block).toMatchObject({ element: { options: [option], initial_options: [option] } });
});

test('of more than a hundred messages the last hundred are shown, and it says so', () => {
  const entries = Array.from({ length: 120 }, (_, index) =>
    aMessage(`${10 + Math.floor(index / 60)}:${String(index % 60).padStart(2, '0')}`, `message ${index}`),
  );

  const shown = JSON.stringify(openedForm({ name: 'before', incident: open, entries }));

  expect(shown).toContain('The last 100 of 120 are shown');
  expect(shown).not.toContain('"message 19"');
  expect(shown).toContain('"message 20"');
  expect(shown).toContain('"message 119"');
});

test('the name of a private incident stands in its forms with that word', () => {
  const incident = anIncident({ private: true, endedAt: null, status: 'investigating' });

  expect(JSON.stringify(openedForm({ name: 'task', incident }))).toContain('private');
});

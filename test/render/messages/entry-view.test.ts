import { entryId, messageTs } from '../../../src/core/ids.js';
import { entryCode } from '../../../src/core/timeline/entry-code.js';
import { entryView } from '../../../src/render/messages/entry-view.js';
import { CORA, MAYA, NOW } from '../../core/incident/builders.js';
import { commandsOf, shown } from '../faults.js';
import { aMessage, anEntry, anIncident, PEOPLE, PINNED } from '../values.js';

const view = { people: PEOPLE, workspaceUrl: 'https://t.example' };
const CODE = entryCode(entryId('delivery:1'));
const verbs = (entry: Parameters<typeof entryView>[1]): readonly string[] =>
  commandsOf(entryView(anIncident(), entry, view)).map((command) => command.split(' ')[1] ?? '');

describe('one line of the record', () => {
  it('shows its text whole, its history and who pinned it', () => {
    const entry = aMessage({
      text: 'it is the index\non orders',
      corrected: { text: 'it is the index\non orders', occurredAt: NOW },
      revisions: [
        { text: 'it is the cache', at: messageTs('1717857003.000100') },
        { text: 'it is the index', at: messageTs('1717857063.000100') },
      ],
      marks: [...PINNED, { sign: 'dart', by: CORA, on: true, at: messageTs('2.0') }],
      masked: 1,
    });

    expect(
      shown(entryView(anIncident(), entry, view)).replaceAll(entryCode(entry.id), 'CODE'),
    ).toMatchInlineSnapshot(`
"\`CODE\` *INC-42* · Message · <!date^1717857000^{date_short_pretty} {time}^https://t.example/archives/C0INC42/p1717857003000100|June 8, 2024 14:30 UTC> · by @Maya
it is the index
on orders
Put right by a person: text and time. Later edits of the message do not change that.
Said <!date^1717857063^{date_short_pretty} {time}|June 8, 2024 14:31 UTC>: it is the index
Said <!date^1717857003^{date_short_pretty} {time}|June 8, 2024 14:30 UTC>: it is the cache
Pinned by @Maya
:dart: by @Cora
1 secret masked before it was saved
[Edit -> INC-42 edit CODE]
[Hide -> INC-42 hide CODE]
[Redact -> INC-42 redact CODE]"
`);
  });

  it.each([
    ['a note', anEntry(), ['edit', 'hide', 'redact', 'undo']],
    ['a hidden note', anEntry({ hidden: true }), ['edit', 'unhide', 'redact', 'undo']],
    ['a message', aMessage(), ['edit', 'hide', 'redact']],
    ['a deleted message', aMessage({ withdrawn: true }), ['redact']],
    ['a redacted line', anEntry({ redacted: true }), ['hide']],
    ['an update', anEntry({ kind: 'update' }), ['edit', 'hide', 'redact']],
    ['somebody’s joining', anEntry({ kind: 'joined', text: '' }), ['hide']],
    ['the title on the card', anEntry({ kind: 'declared', text: 'Checkout down' }), ['hide']],
    ['an earlier title', anEntry({ kind: 'declared', text: 'Down' }), ['hide', 'redact']],
  ])('offers of %s what can be done with it', (_, entry, wanted) => {
    expect(verbs(entry)).toEqual(wanted);
  });

  it('asks before words are removed for good', () => {
    const said = JSON.stringify(entryView(anIncident(), anEntry(), view));

    expect(said).toContain('"confirm":{"title":');
    expect(commandsOf(entryView(anIncident(), anEntry(), view))).toContain(`INC-42 redact ${CODE}`);
  });

  it.each([
    ['deleted', { withdrawn: true }],
    ['redacted', { redacted: true }],
  ])('does not repeat earlier texts of what was %s', (_, state) => {
    const entry = aMessage({
      text: 'swordfish',
      revisions: [{ text: 'a swordfish', at: messageTs('1717857003.000100') }],
      author: { kind: 'person', user: MAYA },
      ...state,
    });

    expect(JSON.stringify(entryView(anIncident(), entry, view))).not.toContain('swordfish');
  });
});

import { messageEntryId, messageTs } from '../../../src/core/ids.js';
import type { IncidentEvent } from '../../../src/core/incident/events.js';
import { receipt } from '../../../src/render/messages/receipt.js';
import { anAct, CORA, MAYA, NOW } from '../../core/incident/builders.js';
import { commandsOf, shown } from '../faults.js';
import { anEntry, anIncident, aResolvedIncident, CHANNEL, EVENTS, PEOPLE } from '../values.js';

const about = { masked: 0, people: PEOPLE, code: 'k3f9' } as const;
const shownOf = (event: IncidentEvent, incident = anIncident()): string =>
  shown(receipt(event, incident, about));
const note = (text: string, backdated = false): IncidentEvent => ({ ...EVENTS.stated, text, backdated });

describe('receipts', () => {
  it.each(Object.entries(EVENTS))('%s', (_, event) => {
    expect(shownOf(event)).toMatchSnapshot();
  });

  it('says how many secrets were masked', () => {
    const message = receipt(note('[masked]'), anIncident(), { ...about, masked: 2 });

    expect(shown(message)).toContain('2 secrets were masked');
  });

  it('says that a long text is saved whole', () => {
    expect(shownOf(note('a'.repeat(40_000)))).toContain('all 40000 characters are saved');
  });

  it('repeats the time only where it is not simply now', () => {
    expect(shownOf(note('failover', true))).toContain(' at <!date^1717857000^');
    expect(shownOf(note('failover'))).not.toContain('<!date');
  });

  it.each(['stated', 'status-changed', 'severity-changed'] as const)(
    'lets time and act of %s be put right, wherever the receipt stands',
    (kind) => {
      expect(commandsOf(receipt(EVENTS[kind], anIncident(), about))).toEqual([
        'INC-42 edit k3f9',
        'INC-42 undo k3f9',
      ]);
    },
  );

  it.each(['lead-assigned', 'role-assigned', 'follow-up-added'] as const)(
    'lets %s be taken back; when it was matters little',
    (kind) => {
      expect(commandsOf(receipt(EVENTS[kind], anIncident(), about))).toEqual(['INC-42 undo k3f9']);
    },
  );

  it('offers a follow-up without an owner to the one who added it', () => {
    const added: IncidentEvent = { ...EVENTS['follow-up-added'], owner: null };

    expect(commandsOf(receipt(added, anIncident(), about))).toEqual([
      'INC-42 assign 1 me',
      'INC-42 undo k3f9',
    ]);
  });

  it.each(['detected', 'started'] as const)('always says the time of %s, which is what counts', (what) => {
    expect(shownOf({ ...EVENTS.stated, what, backdated: false })).toContain(' at <!date^');
  });

  it('says which line was taken back, and what is as before', () => {
    const line = anEntry({ kind: 'note', text: 'wrong channel', withdrawn: true });
    const message = receipt(EVENTS.undone, anIncident(), { ...about, line });

    expect(shown(message)).toBe(
      'Taken back in *INC-42*: Note: wrong channel\nIt has again: status Investigating, no lead. The line stays in the record as taken back.',
    );
  });

  it('says which follow-up was changed', () => {
    const message = receipt(EVENTS['follow-up-changed'], anIncident(), { ...about, task: 'alert on lag' });

    expect(shown(message)).toContain('Follow-up 1 of *INC-42* is done: alert on lag');
  });

  it('calls a line by the short code that the timeline shows', () => {
    const message = receipt(EVENTS['entry-corrected'], anIncident(), { ...about, code: 'k3f9abcd' });

    expect(shown(message)).toContain('Line `k3f9` of');
    expect(commandsOf(message)).toEqual(['INC-42 edit k3f9abcd']);
  });

  it.each([
    ['a tick', EVENTS['follow-up-changed'], 'INC-42 undone 1'],
    ['a new title', EVENTS.renamed, 'INC-42 undo k3f9'],
    ['a handoff', EVENTS['handoff-offered'], 'INC-42 undo k3f9'],
    ['hiding a line', EVENTS['entry-hidden'], 'INC-42 unhide k3f9'],
    ['closing', EVENTS.closing, 'INC-42 close cancel'],
  ])('has the way back of %s', (_, event, command) => {
    expect(commandsOf(receipt(event, anIncident(), about))).toEqual([command]);
  });

  it('has no button for an entry without a code', () => {
    expect(commandsOf(receipt(EVENTS.stated, anIncident(), { ...about, code: null }))).toEqual([]);
  });

  it('counts the lines that one choice has left out', () => {
    const message = receipt(EVENTS['entry-hidden'], anIncident(), { ...about, more: 6 });

    expect(shown(message)).toBe(
      '7 lines of *INC-42* are left out of timeline and draft. They stay in the record.',
    );
  });

  it.each([
    [{ owner: CORA }, 'belongs to @Cora'],
    [{ owner: null }, 'has no owner'],
    [{ due: '2024-07-31' }, 'is due July 31, 2024'],
    [{ due: null }, 'has no due date'],
    [{ done: false }, 'is open again'],
    [{ withdrawn: true }, 'is taken back'],
    [{ text: 'write the runbook' }, 'says: write the runbook'],
  ] as const)('says what has changed about a follow-up: %j', (change, words) => {
    expect(shownOf({ ...EVENTS['follow-up-changed'], change })).toContain(
      `Follow-up 1 of *INC-42* ${words}.`,
    );
  });

  it('leaves the channel of an adopted incident out of a new title', () => {
    expect(shownOf(EVENTS.renamed, anIncident({ adopted: true }))).not.toContain('channel');
  });

  it('says of a redacted message that Slack still has it', () => {
    const target = messageEntryId(CHANNEL, messageTs('1717857003.000100'));

    expect(shownOf({ ...EVENTS['entry-redacted'], target })).toContain(
      'Slack still shows the message itself: delete it there.',
    );
  });

  it('says that reminders are off, and how they come back', () => {
    const off: IncidentEvent = { kind: 'snoozed', by: MAYA, at: NOW, until: null };

    expect(shownOf(off)).toContain('Reminders of *INC-42* are off.');
    expect(shownOf(off)).toContain('-> INC-42 snooze 30m]');
    expect(shownOf(off, aResolvedIncident())).not.toContain(' -> ');
  });

  it('does not say of an adopted channel that it was opened', () => {
    const opened: IncidentEvent = { ...EVENTS['channel-opened'], adopted: true };

    expect(shownOf(opened)).toBe('This channel is now the channel of *INC-42*.');
  });

  it('names those who were called, and counts the rest', () => {
    const event: IncidentEvent = {
      ...EVENTS.escalated,
      ...anAct(),
      users: Array.from({ length: 9 }, () => CORA),
      text: '',
    };

    expect(shownOf(event)).toContain('@Cora, 4 more are called into *INC-42*');
  });
});

import { reminder } from '../../../src/render/messages/reminder.js';
import { reminderNudge } from '../../../src/render/messages/reminder-nudge.js';
import { reminderOver } from '../../../src/render/messages/reminder-over.js';
import { CORA, MAYA, NOW } from '../../core/incident/builders.js';
import { commandsOf, shown } from '../faults.js';
import { anIncident, aResolvedIncident, PEOPLE } from '../values.js';

const view = { people: PEOPLE, now: NOW };
const told = { text: 'failing over', by: MAYA, at: new Date('2024-06-08T13:45:00Z') };
const LATER = new Date('2024-06-08T15:00:00Z');

describe('the reminder', () => {
  it('says how long nobody has told anything, and who leads', () => {
    expect(shown(reminder(anIncident({ lead: CORA, lastUpdate: told }), view))).toMatchInlineSnapshot(`
"*INC-42*: no update for 45 min. @Cora leads.
[Give an update -> update]
[Snooze 30 min -> snooze 30m]
[Stop -> snooze off]"
`);
  });

  it('counts from the declaration while there is no update', () => {
    expect(shown(reminder(anIncident(), view))).toContain(
      'no update yet, 1 h 30 min after the declaration. Nobody leads it yet.',
    );
  });

  it('tells the lead alone the same, with buttons that work anywhere', () => {
    const nudge = reminderNudge(anIncident({ lead: CORA, lastUpdate: told }), { now: NOW });

    expect(nudge.text).toContain('no update for 45 min. You lead it');
    expect(commandsOf(nudge)).toEqual(['INC-42 update', 'INC-42 snooze 30m', 'INC-42 snooze off']);
  });

  it.each([
    ['the incident has ended', aResolvedIncident({ lastUpdate: told }), 'resolved, no more reminders'],
    ['reminders are off', anIncident({ remindersOff: true }), 'reminders are off'],
    ['it was put off', anIncident({ nextUpdateAt: LATER }), 'the next update is due <!date^1717858800^'],
    ['an update was given', anIncident({ lastUpdate: told }), 'last update <!date^1717854300^'],
  ])('shrinks to one line without buttons when %s', (_, incident, words) => {
    const over = reminderOver(incident, view);

    expect(over.text).toContain(words);
    expect(over.text).not.toContain('\n');
    expect(commandsOf(over)).toEqual([]);
  });
});

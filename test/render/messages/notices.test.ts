import { groupId } from '../../../src/core/ids.js';
import { beforeNote } from '../../../src/render/messages/before-note.js';
import { captured } from '../../../src/render/messages/captured.js';
import { closingNotice } from '../../../src/render/messages/closing-notice.js';
import { declared } from '../../../src/render/messages/declared.js';
import { drillLine } from '../../../src/render/messages/drill-line.js';
import { escalation } from '../../../src/render/messages/escalation.js';
import { mergeNotice } from '../../../src/render/messages/merge-notice.js';
import { morningNote } from '../../../src/render/messages/morning-note.js';
import { panel } from '../../../src/render/messages/panel.js';
import { similar } from '../../../src/render/messages/similar.js';
import { channelTrouble } from '../../../src/render/messages/trouble.js';
import { updateMessage } from '../../../src/render/messages/update.js';
import { CORA, MAYA, NOW } from '../../core/incident/builders.js';
import { commandsOf, shown } from '../faults.js';
import { aFollowUp, aMessage, anIncident, aResolvedIncident, EVENTS, PEOPLE } from '../values.js';

const LATER = new Date('2024-06-09T14:30:00Z');

it('an escalation calls people and groups by live mentions, and says why', () => {
  const event = {
    ...EVENTS.escalated,
    users: [CORA],
    groups: [{ id: groupId('S0DB'), handle: 'oncall-db' }],
    text: 'replication is broken',
  };

  expect(shown(escalation(anIncident(), event, PEOPLE))).toMatchInlineSnapshot(`
"<@U0CORA> <!subteam^S0DB> you are needed here: replication is broken
*INC-42* Checkout down · SEV2 · Investigating
[Where things stand -> join]
Called by @Maya"
`);
});

it('what was said before the declaration can be kept, chosen from or removed', () => {
  const entries = Array.from({ length: 7 }, (_, number) =>
    aMessage({ text: `line ${number}.`, beforeDeclaration: true }),
  );

  const note = beforeNote(anIncident(), entries);

  expect(note.text).toContain(
    '7 messages from <#C0OPS> before the declaration are in the record of *INC-42*.',
  );
  expect(note.text).toContain('line 6.');
  expect(note.text).not.toContain('line 3.');
  expect(shown(note)).toContain('[Keep 7 -> INC-42 before all]');
  expect(commandsOf(note)).toEqual(['INC-42 before all', 'INC-42 before', 'INC-42 before none']);
});

it('the notice of closing says when, and how to prevent it', () => {
  const notice = closingNotice(aResolvedIncident({ closingAt: LATER }), PEOPLE);

  expect(notice.text).toContain('This channel is archived <!date^1717943400^');
  expect(commandsOf(notice)).toEqual(['close cancel']);
});

it('the notice of a merge says where it goes on', () => {
  const notice = mergeNotice(aResolvedIncident(), anIncident({ number: 4, title: 'Index broken' }), PEOPLE);

  expect(notice.text).toContain('*INC-42* goes on in *INC-4* Index broken · <#C0INC42>');
  expect(commandsOf(notice)).toEqual(['join INC-4']);
});

it('the morning note says what the writer of the postmortem has to do', () => {
  const ask = (text: string, to: typeof CORA | null) => ({
    id: text,
    slot: 'impact',
    ask: text,
    to,
    about: [],
  });
  const note = morningNote(aResolvedIncident(), {
    postmortem: { version: 2, questions: [ask('When did it begin?', null), ask('Who was affected?', CORA)] },
    followUps: [aFollowUp(), aFollowUp({ number: 2, text: 'runbook', owner: null, due: null })],
    people: PEOPLE,
    user: CORA,
  });

  expect(shown(note)).toMatchInlineSnapshot(`
"The postmortem of *INC-42* Checkout down
Draft 2 has 2 open questions, 1 for you:
2. Who was affected?
1. When did it begin?
2 follow-ups are open, 1 without an owner, 1 without a date:
1. alert on replication lag · @Cora · due July 31, 2024
2. runbook
[Answer questions -> INC-42 answer]
[Follow-ups -> INC-42 tasks]
[Timeline -> INC-42 timeline]"
`);
});

it('the answer to adopt says what is in the record', () => {
  expect(captured(anIncident({ lead: MAYA }), 34, NOW).text).toContain(
    '34 messages since <!date^1717857000^',
  );
  expect(captured(anIncident(), 0, NOW).text).toContain('Nothing was said here since');
});

it('whoever declares what is open already can join or merge, and need not', () => {
  const other = anIncident({ number: 4, title: 'Checkout answers 500' });

  const message = similar(anIncident(), [other]);

  expect(message.text).toContain('*INC-4* Checkout answers 500 · SEV2 · Investigating · opened <!date^');
  expect(commandsOf(message)).toEqual(['join INC-4', 'INC-42 merge INC-4']);
});

it('a private incident is not offered to be merged with a public one', () => {
  expect(commandsOf(similar(anIncident({ private: true }), [anIncident({ number: 4 })]))).toEqual([
    'join INC-4',
  ]);
});

it('nobody takes a practice line for a colleague’s', () => {
  expect(drillLine('Priya', 'tickets are coming in').text).toBe('*Priya (simulated)*: tickets are coming in');
});

it('the trouble with a channel says what was saved, what was not, and what is next', () => {
  expect(shown(channelTrouble(anIncident(), 'restricted_action'))).toMatchInlineSnapshot(`
"*INC-42* is saved: Checkout down
Its channel could not be opened: the workspace does not let the app do that; an admin can allow it.
Once that is mended, declare it again; this one stays in the record."
`);
});

it('the declarer is told where it happens', () => {
  expect(shown(declared(anIncident({ private: true, severity: null })))).toMatchInlineSnapshot(`
"*INC-42* is open: Checkout down
Its channel is <#C0INC42>. It is private: only people who are invited see it.
Severity not set. The rest is done in its channel.
[Take the lead -> INC-42 lead me]
[SEV1 -> INC-42 severity 1]
[SEV2 -> INC-42 severity 2]
[SEV3 -> INC-42 severity 3]"
`);
});

it('the panel says how long it has been open and silent', () => {
  const lastUpdate = { text: 'failing over', by: MAYA, at: new Date('2024-06-08T14:00:00Z') };

  expect(shown(panel(anIncident({ lastUpdate }), { people: PEOPLE, now: NOW }))).toContain(
    'open for 1 h 30 min, last update 30 min ago',
  );
});

it('an update that is too long for the channel says that the record has it all', () => {
  const message = updateMessage(anIncident(), { text: 'word '.repeat(8000), by: MAYA, at: NOW }, PEOPLE);

  expect(shown(message)).toContain('the record has all 40000 characters');
});

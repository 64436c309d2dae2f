import type { Message } from '../../../src/core/effects.js';
import { drawnFor } from '../../../src/core/incident/drawn-for.js';
import { readDrawn } from '../../../src/render/action-ids.js';
import { CARD_BUTTONS, CARD_LINES } from '../../../src/render/limits.js';
import { incidentCard } from '../../../src/render/messages/incident-card.js';
import { CORA, MAYA, NOW } from '../../core/incident/builders.js';
import { commandsOf, shown } from '../faults.js';
import { anIncident, aResolvedIncident, PEOPLE } from '../values.js';

const lines = (card: Message): number => card.text.split('\n').length;
const lastUpdate = { text: 'failing\nover', by: MAYA, at: NOW };
const LATER = new Date('2024-06-08T15:00:00Z');

describe('the card', () => {
  it.each([
    ['new', anIncident()],
    ['led and told', anIncident({ lead: CORA, roles: { comms: MAYA }, lastUpdate, nextUpdateAt: LATER })],
    ['mitigated', anIncident({ status: 'mitigated', title: 'two\nlines', postmortemOwner: CORA })],
    ['resolved', aResolvedIncident({ lastUpdate })],
    ['cancelled', aResolvedIncident({ status: 'cancelled', lastUpdate })],
    ['closing', aResolvedIncident({ lastUpdate, closingAt: LATER, postmortemOwner: CORA })],
    ['merged', aResolvedIncident({ status: 'cancelled', mergedInto: 4, lastUpdate, closingAt: LATER })],
    ['a drill', anIncident({ drill: true, lastUpdate })],
  ])('has at most six lines and four buttons (%s)', (_, incident) => {
    const card = incidentCard(incident, PEOPLE);

    expect(lines(card)).toBeLessThanOrEqual(CARD_LINES);
    expect(commandsOf(card).length).toBeLessThanOrEqual(CARD_BUTTONS);
  });

  it('shows where an open incident stands, and what was promised', () => {
    const incident = anIncident({ lead: CORA, lastUpdate, nextUpdateAt: LATER });

    expect(shown(incidentCard(incident, PEOPLE))).toMatchInlineSnapshot(`
"*INC-42* Checkout down
SEV2 · Investigating
Lead @Cora
Declared <!date^1717851600^{date_short_pretty} {time}|June 8, 2024 13:00 UTC> by @Maya, <!date^1717851600^{ago}|June 8, 2024 13:00 UTC>
Update <!date^1717857000^{date_short_pretty} {time}|June 8, 2024 14:30 UTC> by @Maya: failing over · next due <!date^1717858800^{date_short_pretty} {time}|June 8, 2024 15:00 UTC>
Pin a message or use \`/incident note TEXT\` to put it in the timeline
[Identified -> status identified]
[Give an update -> update]
[Timeline -> timeline]
[Resolve -> resolve]"
`);
  });

  it('offers the lead while nobody has it, and the next step of the status after that', () => {
    expect(commandsOf(incidentCard(anIncident(), PEOPLE))).toEqual([
      'lead me',
      'update',
      'timeline',
      'resolve',
    ]);
    expect(commandsOf(incidentCard(anIncident({ lead: CORA }), PEOPLE))).toEqual([
      'status identified',
      'update',
      'timeline',
      'resolve',
    ]);
  });

  it('carries the state for which its buttons are drawn', () => {
    const incident = anIncident({ lead: CORA });

    const ids = (incidentCard(incident, PEOPLE).blocks ?? []).flatMap((block) =>
      typeof block['block_id'] === 'string' ? [readDrawn(block['block_id'])] : [],
    );

    expect(ids).toEqual([drawnFor(incident)]);
  });

  it.each([
    ['where a merged incident goes on', { status: 'cancelled', mergedInto: 4 }, 'Merged, goes on in INC-4'],
    ['that it was merged, not cancelled', { status: 'cancelled', mergedInto: 4 }, '· Merged '],
    ['when the channel is archived', { closingAt: LATER }, 'The channel is archived <!date^1717858800^'],
    ['who writes the postmortem', { postmortemOwner: CORA }, 'postmortem @Cora'],
    ['that it is a practice', { drill: true }, 'Resolved · Practice'],
  ] as const)('says %s', (_, about, words) => {
    expect(incidentCard(aResolvedIncident(about), PEOPLE).text).toContain(words);
  });

  it('offers a way back while the channel is closing', () => {
    expect(commandsOf(incidentCard(aResolvedIncident({ closingAt: LATER }), PEOPLE))).toContain(
      'close cancel',
    );
  });
});

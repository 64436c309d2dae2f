import { messageTs } from '../../../src/core/ids.js';
import { brief } from '../../../src/render/messages/brief.js';
import { CORA, MAYA, NOW } from '../../core/incident/builders.js';
import { commandsOf, shown } from '../faults.js';
import { aFollowUp, aMessage, anEntry, anIncident, PEOPLE } from '../values.js';

const said = [
  anEntry({ kind: 'status', detail: { to: 'identified' }, text: '' }),
  anEntry({ kind: 'impact', text: 'about 30% of logins fail' }),
  anEntry({ kind: 'impact', text: 'about 60% of logins fail' }),
  anEntry({ kind: 'cause', text: 'the index on orders is corrupt' }),
  anEntry({ kind: 'decision', text: 'fail over to the replica' }),
  anEntry({ kind: 'suspect', text: 'the load balancer' }),
  aMessage({
    text: 'the deploy of 13:50?',
    marks: [{ sign: 'thought_balloon', by: MAYA, on: true, at: messageTs('1.0') }],
  }),
  anEntry({ kind: 'ruled-out', text: 'DNS' }),
  anEntry({ kind: 'handoff', text: 'I am off at 18:00', detail: { user: CORA } }),
];
const view = {
  people: PEOPLE,
  followUps: [
    aFollowUp(),
    aFollowUp({ number: 2, text: 'runbook', owner: null }),
    aFollowUp({ number: 3, done: true }),
  ],
  entries: said,
  by: null,
  questions: 2,
} as const;
const incident = anIncident({
  status: 'identified',
  lead: MAYA,
  roles: { comms: CORA },
  lastUpdate: { text: 'failing over', by: MAYA, at: NOW },
});

describe('the brief', () => {
  it('tells in ten lines where things stand', () => {
    const message = brief(incident, { ...view, occasion: 'handoff', by: MAYA });

    expect(message.text.split('\n').length).toBeLessThanOrEqual(10);
    expect(shown(message).replaceAll(/<!date[^>]*>/g, 'TIME')).toMatchInlineSnapshot(`
"@Maya offers you the lead of *INC-42* Checkout down <#C0INC42>: I am off at 18:00
SEV2 · Identified since TIME · declared TIME
Lead @Maya · comms @Cora
*Impact* about 60% of logins fail
*Cause* the index on orders is corrupt
Update TIME by @Maya: failing over
*Decided* fail over to the replica
*Open follow-ups* 1 alert on replication lag (@Cora); 2 runbook
*Suspected* the load balancer; the deploy of 13:50? · *Ruled out* DNS
*Not known* when it began, 2 open in the draft
[Accept the lead -> INC-42 handoff accept]
[Timeline -> INC-42 timeline]"
`);
  });

  it.each(['joined', 'asked'] as const)('offers the lead to nobody who only %s', (occasion) => {
    expect(commandsOf(brief(incident, { ...view, occasion }))).not.toContain('INC-42 handoff accept');
  });

  it('leaves out what was taken back, hidden or redacted', () => {
    const entries = (['withdrawn', 'hidden', 'redacted'] as const).map((state) =>
      anEntry({ kind: 'cause', text: 'a swordfish', [state]: true }),
    );

    const text = brief(incident, { ...view, entries, occasion: 'asked' }).text;

    expect(text).not.toContain('swordfish');
    expect(text).toContain('*Not known* impact, when it began, cause, 2 open in the draft');
  });

  it('is short where little is known', () => {
    const text = brief(anIncident(), {
      ...view,
      followUps: [],
      entries: [],
      questions: 0,
      occasion: 'joined',
    }).text;

    expect(text.split('\n')).toHaveLength(5);
  });
});

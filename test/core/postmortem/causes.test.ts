import { aCommand, aMessage } from '../../builders.js';
import { draft, slotsAsked } from './drafting.js';

describe('cause and trigger', () => {
  it('takes the last cause command and quotes its trigger from the same sentence', () => {
    const document = draft(
      aCommand('13:00', 'cause', 'the cache'),
      aCommand('13:40', 'cause', 'corrupted index, probably caused by the recent upgrade'),
    );
    expect(document.causes.map(({ role, claim }) => [role, claim.text, claim.status, claim.hedge])).toEqual([
      ['root', 'corrupted index, probably caused by the recent upgrade', 'stated', 'likely'],
      ['trigger', 'probably caused by the recent upgrade', 'stated', 'likely'],
    ]);
  });

  it('keeps that the trigger is not known', () => {
    const document = draft(
      aCommand('13:40', 'cause', 'a table became corrupted. why it got corrupted is not known'),
    );
    expect(document.causes.find((cause) => cause.role === 'trigger')?.claim.text).toBe(
      'why it got corrupted is not known',
    );
  });

  it('only proposes what a message says, and asks', () => {
    const document = draft(aMessage('13:40', 'root cause is the new index on orders, it locks all writes'));
    expect(document.causes[0]?.claim.status).toBe('proposed');
    expect(slotsAsked(document)).toContain('root_cause');
  });

  it('does not take a guess that was ruled out for the cause', () => {
    const document = draft(
      aMessage('12:30', "it's the new checkout deploy, that's the cause of the errors"),
      aMessage('12:50', "rolled back the checkout deploy, no change, so it's not the deploy"),
    );
    expect(document.causes.filter((cause) => cause.role === 'root')).toEqual([]);
    expect(document.hypotheses.map((hypothesis) => hypothesis.outcome)).toEqual(['ruled_out']);
  });
});

import { draftPostmortem } from '../../../src/core/postmortem/draft.js';
import { aCommand, aMessage, anAlert, anIncident, aRecord, at } from '../../builders.js';
import { draft, slotsAsked, startOf } from './drafting.js';

describe('the window', () => {
  it.each([
    [
      'a range in an impact command',
      aCommand('14:02', 'impact', 'checkout down from 11:30 AM to 2 PM UTC'),
      '11:30',
      'stated',
    ],
    [
      'a started command',
      aCommand('12:20', 'started', '', { over: { occurredAt: at('11:45'), backdated: true } }),
      '11:45',
      'stated',
    ],
    ['an alert that says since when', anAlert('12:05', 'shop down since 11:58 UTC'), '11:58', 'proposed'],
    ['the first alert', anAlert('12:05', 'error rate 40%'), '12:05', 'computed'],
    ['the first complaint', aMessage('12:01', 'checkout is down for me'), '12:01', 'computed'],
    ['the declaration, for want of anything better', aMessage('12:20', 'hello'), '12:10', 'computed'],
  ] as const)('begins with %s', (_, entry, clock, status) => {
    const start = startOf(draft(entry));
    expect(start?.at).toBe(at(clock).toISOString());
    expect(start?.status).toBe(status);
  });

  it('does not begin with what a bot told of a merge', () => {
    const merged = anAlert('11:40', 'Pull request "better checks" merged into master by Ravi');
    const start = startOf(draft(merged, anAlert('12:05', 'error rate 40%')));
    expect(start?.at).toBe(at('12:05').toISOString());
  });

  it('asks when it began where only a sign is on record', () => {
    expect(slotsAsked(draft(anAlert('12:05', 'error rate 40%')))).toContain('started_at');
  });

  it('ends with the last resolve, not with one that did not hold', () => {
    const document = draft(
      aCommand('13:00', 'resolved', 'fixed'),
      aCommand('13:20', 'reopened', 'again'),
      aCommand('14:00', 'resolved', 'really'),
    );
    expect(document.window.end?.at).toBe(at('14:00').toISOString());
  });

  it('has no end while the incident is open, whatever was resolved before', () => {
    const entries = [aCommand('13:00', 'resolved', 'fixed'), aCommand('13:20', 'reopened', 'again')];
    const record = aRecord(entries, { incident: anIncident({ status: 'investigating', endedAt: null }) });
    const document = draftPostmortem(record, { version: 2 });
    expect(document.window.end).toBeNull();
    expect(document.ended).toBe(false);
  });

  it('does not take the span of lost data for the span of the outage', () => {
    const document = draft(
      anAlert('12:05', 'error rate'),
      aCommand('14:02', 'impact', 'All orders failed. Data from 09:00 to 12:00 was lost.'),
    );
    expect(startOf(document)?.at).toBe(at('12:05').toISOString());
  });
});

import { draftPostmortem } from '../../../src/core/postmortem/draft.js';
import { aCommand, aMessage, anIncident, aRecord, at } from '../../builders.js';

const iso = (clock: string): string => at(clock).toISOString();
const severity = (clock: string, to: string) => aCommand(clock, 'severity', '', { over: { detail: { to } } });

test('the course tells every change of status and severity, with its source', () => {
  const entries = [
    aCommand('12:10', 'declared', 'Checkout down', { over: { detail: { severity: '2' } } }),
    severity('12:30', '1'),
    aCommand('13:00', 'status', '', { over: { detail: { from: 'investigating', to: 'mitigated' } } }),
    aCommand('14:00', 'resolved'),
  ];
  const { course, records } = draftPostmortem(aRecord(entries), { version: 1 });

  expect(course.map(({ record: _, ...turn }) => turn)).toEqual([
    { at: iso('12:10'), status: 'investigating', severity: 'SEV2' },
    { at: iso('12:30'), status: null, severity: 'SEV1' },
    { at: iso('13:00'), status: 'mitigated', severity: null },
    { at: iso('14:00'), status: 'resolved', severity: null },
  ]);
  expect(records.map(({ id }) => id)).toEqual(expect.arrayContaining(course.map(({ record }) => record)));
});

test('a silence is more than thirty minutes without any entry, chatter included', () => {
  const entries = [aMessage('12:40', 'still down'), aMessage('12:50', 'hm'), aMessage('13:31', 'back')];
  const { silences } = draftPostmortem(aRecord(entries), { version: 1 });

  expect(silences).toEqual([{ from: iso('12:50'), to: iso('13:31') }]);
});

test('the time between a resolve and a reopening is no silence', () => {
  const entries = [
    aCommand('12:30', 'resolved'),
    aCommand('13:40', 'reopened'),
    aCommand('14:00', 'resolved'),
  ];
  const record = aRecord(entries, { incident: anIncident({ endedAt: at('14:00') }) });

  expect(draftPostmortem(record, { version: 1 }).silences).toEqual([]);
});

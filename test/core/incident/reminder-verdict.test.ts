import type { Incident } from '../../../src/core/incident/incident.js';
import { reminderVerdict } from '../../../src/core/incident/reminder-verdict.js';
import { anIncident, at, BEN } from '../../builders.js';

/** Declared at 12:10 with SEV1: an update is due every 30 minutes. */
const anOpenOne = (over: Partial<Incident> = {}): Incident =>
  anIncident({ status: 'investigating', endedAt: null, severity: 1, ...over });

describe('nobody is reminded', () => {
  test.each([
    ['after the end', anIncident()],
    ['when reminders are off', anOpenOne({ remindersOff: true })],
    ['of practice', anOpenOne({ drill: true })],
  ])('%s', (_, incident) => {
    expect(reminderVerdict(incident, at('20:00'))).toEqual({ kind: 'over' });
  });
});

test('before the due time it waits until then', () => {
  expect(reminderVerdict(anOpenOne(), at('12:39'))).toEqual({ kind: 'wait', until: at('12:40') });
});

test('an update puts the due time off', () => {
  const incident = anOpenOne({ lastUpdate: { text: 'failing over', by: BEN, at: at('12:35') } });

  expect(reminderVerdict(incident, at('12:40'))).toEqual({ kind: 'wait', until: at('13:05') });
});

test('so does a promise, or a snooze', () => {
  expect(reminderVerdict(anOpenOne({ nextUpdateAt: at('14:00') }), at('13:30'))).toEqual({
    kind: 'wait',
    until: at('14:00'),
  });
});

test('at the due time somebody is reminded, and again an interval later', () => {
  expect(reminderVerdict(anOpenOne(), at('12:40'))).toEqual({
    kind: 'due',
    nth: 0,
    slot: at('12:40'),
    next: at('13:10'),
  });
});

test('a second look within the same interval, as after a crash, is about the same due time', () => {
  const first = reminderVerdict(anOpenOne(), at('12:41'));
  const again = reminderVerdict(anOpenOne(), at('13:09'));

  expect(first).toMatchObject({ kind: 'due', slot: at('12:40') });
  expect(again).toMatchObject({ kind: 'due', slot: at('12:40') });
});

test('after hours of silence it is the latest due time, and the pauses have grown', () => {
  expect(reminderVerdict(anOpenOne(), at('16:55'))).toEqual({
    kind: 'due',
    nth: 3,
    slot: at('16:10'),
    next: at('20:10'),
  });
});

test('the pauses grow to four hours and no longer', () => {
  expect(reminderVerdict(anOpenOne(), at('+1 08:11'))).toMatchObject({
    slot: at('+1 08:10'),
    next: at('+1 12:10'),
  });
});

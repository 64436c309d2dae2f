import type { IncidentEvent } from '../../../src/core/incident/events.js';
import { evolve } from '../../../src/core/incident/evolve.js';
import type { Incident } from '../../../src/core/incident/incident.js';
import { reminderDue, reminderInterval } from '../../../src/core/incident/reminders.js';
import { actOf, anIncident, MAYA, NOW } from './builders.js';

/** A clock time of the day of the incident, which was declared at 13:00 with severity 2. */
const at = (clock: string) => new Date(`2024-06-08T${clock}:00Z`);
const updated = (clock: string) => ({ lastUpdate: { text: 'x', by: MAYA, at: at(clock) } });
const after = (incident: Incident, event: IncidentEvent) => reminderDue(evolve(incident, event, 8));

it.each([
  [1, 30],
  [2, 60],
  [3, 120],
  [5, 120],
  [null, 120],
] as const)('severity %j wants an update every %i minutes', (severity, minutes) => {
  expect(reminderInterval(anIncident({ severity }))).toBe(minutes);
});

it.each<[string, Partial<Incident>, Date | null]>([
  ['an interval after the declaration', {}, at('14:00')],
  ['an interval after the last update', updated('13:40'), at('14:40')],
  ['sooner for a worse severity', { severity: 1, ...updated('13:40') }, at('14:10')],
  [
    'when it was promised, also if that is sooner',
    { ...updated('13:40'), nextUpdateAt: at('13:55') },
    at('13:55'),
  ],
  ['never in practice', { drill: true }, null],
  ['never when nobody wants it', { remindersOff: true }, null],
  ['never after the end', { status: 'resolved', endedAt: NOW }, null],
])('the next update is due %s', (_, about, due) => {
  expect(reminderDue(anIncident(about))).toEqual(due);
});

it.each<[string, Partial<Incident>, IncidentEvent, Date | null]>([
  ['snoozed: then', {}, { kind: 'snoozed', by: MAYA, at: at('14:10'), until: at('14:40') }, at('14:40')],
  [
    'snoozed for less than is left: no sooner than it was',
    updated('14:00'),
    { kind: 'snoozed', by: MAYA, at: at('14:10'), until: at('14:20') },
    at('15:00'),
  ],
  ['stopped: never', {}, { kind: 'snoozed', by: MAYA, at: NOW, until: null }, null],
  [
    'snoozed after it was stopped: then',
    { remindersOff: true },
    { kind: 'snoozed', by: MAYA, at: at('14:10'), until: at('14:40') },
    at('14:40'),
  ],
  [
    'updated: the promise before is kept',
    { nextUpdateAt: at('14:20') },
    { kind: 'update-posted', ...actOf('u'), at: at('14:15'), text: 'x', nextAt: null },
    at('15:15'),
  ],
  [
    'updated while reminders are stopped: they stay so',
    { remindersOff: true },
    { kind: 'update-posted', ...actOf('u'), text: 'x', nextAt: null },
    null,
  ],
  [
    'the next one promised while they are stopped: then',
    { remindersOff: true },
    { kind: 'update-posted', ...actOf('u'), text: 'x', nextAt: at('15:00') },
    at('15:00'),
  ],
  [
    'reopened: an interval later, whatever was before',
    { status: 'resolved', endedAt: at('13:30'), remindersOff: true, nextUpdateAt: at('13:10') },
    { kind: 'reopened', ...actOf('r'), at: at('18:00'), text: '' },
    at('19:00'),
  ],
])('%s', (_, about, event, due) => {
  expect(after(anIncident(about), event)).toEqual(due);
});

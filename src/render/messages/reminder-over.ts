import type { Message } from '../../core/effects.js';
import { type Incident, incidentName, isOpen } from '../../core/incident/incident.js';
import { statusName } from '../../core/incident/naming.js';
import { message, sections } from '../blocks.js';
import { dateToken } from '../mrkdwn.js';
import { byName, type People } from '../names.js';

/** What becomes of the reminder when it is no longer due: one short line, without buttons. */
export function reminderOver(
  incident: Incident,
  view: { readonly people: People; readonly now: Date },
): Message {
  const text = `*${incidentName(incident)}*: ${why(incident, view)}`;
  return message(text, sections(text));
}

function why(incident: Incident, view: { readonly people: People; readonly now: Date }): string {
  if (!isOpen(incident)) return `${statusName(incident.status).toLowerCase()}, no more reminders.`;
  if (incident.remindersOff) return 'reminders are off. `/incident snooze 30m` brings them back.';
  const { lastUpdate, nextUpdateAt, zone } = incident;
  if (nextUpdateAt !== null && nextUpdateAt > view.now)
    return `the next update is due ${dateToken(nextUpdateAt, zone)}.`;
  if (lastUpdate === null) return 'no reminder is due.';
  return `last update ${dateToken(lastUpdate.at, zone)} by ${byName(view.people)(lastUpdate.by)}.`;
}

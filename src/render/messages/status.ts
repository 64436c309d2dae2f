import type { Message } from '../../core/effects.js';
import { type FollowUp, type Incident, isOpen } from '../../core/incident/incident.js';
import { message, sections } from '../blocks.js';
import { counted } from '../counted.js';
import {
  closingLine,
  peopleLine,
  ROLES_LISTED,
  standingLine,
  timeLine,
  updateLine,
} from '../incident-lines.js';
import { channelLink } from '../mrkdwn.js';
import { forOnePerson, type People } from '../names.js';
import { titleLine } from '../words.js';

/** Where the incident stands, in full and without buttons. */
export function status(
  incident: Incident,
  view: { readonly people: People; readonly followUps: readonly FollowUp[] },
): Message {
  const naming = forOnePerson(view.people);
  const open = view.followUps.filter((followUp) => !followUp.done && !followUp.withdrawn).length;
  const noUpdate = isOpen(incident) ? 'No update yet: `/incident update TEXT`' : null;
  const text = [
    titleLine(incident, naming),
    `${standingLine(incident)}${incident.private ? ' · private' : ''}`,
    peopleLine(incident, naming, ROLES_LISTED),
    incident.handoffTo === null
      ? null
      : `The lead is offered to ${naming(incident.handoffTo)}, who has not accepted yet`,
    timeLine(incident, naming),
    updateLine(incident, naming) ?? noUpdate,
    isOpen(incident) && incident.remindersOff
      ? 'Reminders are off: `/incident snooze 30m` brings them back'
      : null,
    open === 0 ? null : counted(open, 'open follow-up'),
    closingLine(incident),
    incident.channel === null ? null : channelLink(incident.channel),
  ]
    .filter((line) => line !== null)
    .join('\n');
  return message(text, sections(text).slice(0, 4));
}

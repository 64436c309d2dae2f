import type { Message } from '../../core/effects.js';
import type { FollowUp, Incident } from '../../core/incident/incident.js';
import { message, sections } from '../blocks.js';
import { peopleLine, timeLine, updateLine } from '../incident-lines.js';
import { channelLink } from '../mrkdwn.js';
import { forOnePerson, type People } from '../names.js';
import { standingInWords, titleLine } from '../words.js';

/** Where the incident stands, in full and without buttons. */
export function status(
  incident: Incident,
  view: { readonly people: People; readonly followUps: readonly FollowUp[] },
): Message {
  const naming = forOnePerson(view.people);
  const open = view.followUps.filter((followUp) => !followUp.done).length;
  const text = [
    titleLine(incident, naming),
    `${standingInWords(incident)}${incident.private ? ' · private' : ''}`,
    peopleLine(incident, naming, Number.POSITIVE_INFINITY),
    timeLine(incident, naming),
    updateLine(incident, naming) ?? 'No update yet: `/incident update TEXT`',
    open === 0 ? null : `${open} open ${open === 1 ? 'follow-up' : 'follow-ups'}`,
    incident.channel === null ? null : channelLink(incident.channel),
  ]
    .filter((line) => line !== null)
    .join('\n');
  return message(text, sections(text).slice(0, 10));
}

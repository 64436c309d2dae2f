import type { Message } from '../../core/effects.js';
import type { UserId } from '../../core/ids.js';
import type { Incident } from '../../core/incident/incident.js';
import { context, message, sectionsOfLines } from '../blocks.js';
import { AGO, channelLink, dateToken } from '../mrkdwn.js';
import { forOnePerson, type People } from '../names.js';
import { standingInWords, titleLine } from '../words.js';

/** More would not be read at 3 a.m. */
const SHOWN = 20;

export interface ListView {
  /** Who asks. */
  readonly user: UserId;
  readonly scope: 'open' | 'mine';
  readonly people: People;
}

/** Those of `incidents`, which this person may see, newest first. */
export function incidentList(incidents: readonly Incident[], view: ListView): Message {
  const naming = forOnePerson(view.people);
  const listed = incidents.filter((incident) => view.scope === 'open' || takesPart(incident));
  const lines = listed.slice(0, SHOWN).map((incident) => {
    const where = incident.channel === null ? 'channel is being opened' : channelLink(incident.channel);
    const lead = incident.lead === null ? 'no lead' : `lead ${naming(incident.lead)}`;
    const age = dateToken(incident.declaredAt, incident.zone, AGO);
    return `${titleLine(incident, naming)}\n${standingInWords(incident)} · ${lead} · ${age} · ${where}`;
  });
  const head =
    listed.length > 0
      ? `*${view.scope === 'mine' ? 'Your open incidents' : 'Open incidents'}*`
      : `${view.scope === 'mine' ? 'You have no open incident.' : 'No incident is open.'}`;
  const more = listed.length > SHOWN ? `${listed.length - SHOWN} older ones are not shown.` : '';
  const text = [head, ...lines].join('\n');
  return message(text, [
    ...sectionsOfLines([head, ...lines]),
    ...context([more, 'Open one: `/incident declare TITLE [sev N] [private]`'].filter(Boolean).join(' · ')),
  ]);

  function takesPart(incident: Incident): boolean {
    return [incident.declaredBy, incident.lead, ...Object.values(incident.roles)].includes(view.user);
  }
}

import type { Message } from '../../core/effects.js';
import type { UserId } from '../../core/ids.js';
import { type Incident, isOpen } from '../../core/incident/incident.js';
import { buttons, context, message, sectionsOfLines } from '../blocks.js';
import { standingLine, whereInWords } from '../incident-lines.js';
import { AGO, dateToken } from '../mrkdwn.js';
import { forOnePerson, type Naming, type People } from '../names.js';
import { pageButtons, placeInPages } from '../paging.js';
import { titleLine } from '../words.js';

type Scope = 'open' | 'all' | 'mine';

export interface ListView {
  /** Who asks. */
  readonly user: UserId;
  readonly scope: Scope;
  /** 1 is the newest page. */
  readonly page: number;
  readonly people: People;
}

const HEADS: Readonly<Record<Scope, string>> = {
  open: 'Open incidents',
  all: 'All incidents',
  mine: 'Your incidents',
};
const NONE: Readonly<Record<Scope, string>> = {
  open: 'No incident is open.',
  all: 'There was no incident yet.',
  mine: 'You have declared or led no incident yet, and have no role in one.',
};

/** A page of incidents that this person may see, newest first. */
export function incidentList(
  listed: { readonly items: readonly Incident[]; readonly total: number },
  view: ListView,
): Message {
  const { items, total } = listed;
  const naming = forOnePerson(view.people);
  const head =
    total === 0 ? NONE[view.scope] : `*${HEADS[view.scope]}*${placeInPages(view.page, items.length, total)}`;
  const lines = [head, ...items.map((incident) => lineOf(incident, view, naming))];
  return message(lines.join('\n'), [
    ...sectionsOfLines(lines),
    ...buttons([
      ...pageButtons(`list ${view.scope}`, view.page, total),
      ...(view.scope === 'open' ? [{ label: 'All incidents', command: 'list all' }] : []),
    ]),
    ...context('Open one: `/incident declare TITLE` · come in: `/incident join INC-4`'),
  ]);
}

function lineOf(incident: Incident, view: ListView, naming: Naming): string {
  const detail = [
    standingLine(incident),
    ...(isOpen(incident) ? [leadInWords(incident, view, naming)] : []),
    dateToken(incident.endedAt ?? incident.declaredAt, incident.zone, AGO),
    ...(incident.private ? ['private'] : []),
    whereInWords(incident),
  ];
  return `${titleLine(incident, naming)}\n${detail.join(' · ')}`;
}

function leadInWords(incident: Incident, view: ListView, naming: Naming): string {
  if (incident.lead === null) return 'no lead';
  return incident.lead === view.user ? 'you lead' : `lead ${naming(incident.lead)}`;
}

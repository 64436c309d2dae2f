import type { Message } from '../../core/effects.js';
import type { Show } from '../../core/grammar/request.js';
import type { UserId } from '../../core/ids.js';
import type { Incident } from '../../core/incident/incident.js';
import { peopleIn } from '../../core/people-in.js';
import { dayIn } from '../../core/time/calendar.js';
import { findResults } from '../../render/messages/find-results.js';
import { incidentList } from '../../render/messages/incident-list.js';
import { tasks } from '../../render/messages/tasks.js';
import { PER_PAGE } from '../../render/paging.js';
import type { Asked, ShowPorts } from './show.js';

const offsetOf = (page: number): number => (page - 1) * PER_PAGE;

/** Incidents that the asker may see: what is private stays inside. */
export async function showIncidents(
  ports: ShowPorts,
  { scope, page }: Pick<Extract<Show, { what: 'list' }>, 'scope' | 'page'>,
  asked: Asked,
): Promise<Message> {
  const listed = await ports.store.incidentsSeenBy(asked.workspace, {
    scope,
    reader: asked.user,
    limit: PER_PAGE,
    offset: offsetOf(page),
  });
  const people = await ports.directory.people(asked.workspace, listed.items.flatMap(leadOf));
  return incidentList(listed, { user: asked.user, scope, page, people });
}

export async function showFound(
  ports: ShowPorts,
  { text, page }: Extract<Show, { what: 'find' }>,
  asked: Asked,
): Promise<Message> {
  const found = await ports.store.search(asked.workspace, text, {
    reader: asked.user,
    limit: PER_PAGE,
    offset: offsetOf(page),
  });
  const users = found.items.flatMap(({ incident, entry }) =>
    peopleIn({ incident, entries: entry ? [entry] : [], followUps: [] }),
  );
  const people = await ports.directory.people(asked.workspace, users);
  return findResults(found, { text, page, people, workspaceUrl: ports.workspaceUrl() });
}

/** The follow-ups of the incident here; elsewhere, and by `mine`, those of the asker in all incidents they may see. */
export async function showTasks(
  ports: ShowPorts,
  { scope, page }: Extract<Show, { what: 'tasks' }>,
  asked: Asked,
): Promise<Message> {
  const { incident } = asked;
  const listed =
    incident === null || scope === 'mine'
      ? await ports.store.followUpsOf(asked.workspace, asked.user, {
          limit: PER_PAGE,
          offset: offsetOf(page),
        })
      : await followUpsHere(ports, incident, scope, page);
  const owners: UserId[] = listed.items.flatMap(({ followUp }) => followUp.owner ?? []);
  const people = await ports.directory.people(asked.workspace, owners);
  const zone = incident?.zone ?? listed.items[0]?.incident.zone ?? 'UTC';
  return tasks({
    ...listed,
    incident: scope === 'mine' ? null : incident,
    page,
    scope,
    people,
    today: dayIn(zone, asked.receivedAt),
  });
}

async function followUpsHere(ports: ShowPorts, incident: Incident, scope: 'open' | 'all', page: number) {
  const wanted = (await ports.store.followUps(incident.id)).filter(
    (followUp) => !followUp.withdrawn && (scope === 'all' || !followUp.done),
  );
  const items = wanted
    .slice(offsetOf(page), offsetOf(page) + PER_PAGE)
    .map((followUp) => ({ incident, followUp }));
  return { items, total: wanted.length };
}

const leadOf = (incident: Incident): readonly UserId[] => (incident.lead ? [incident.lead] : []);

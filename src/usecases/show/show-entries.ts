import type { Message } from '../../core/effects.js';
import type { Show } from '../../core/grammar/request.js';
import type { Incident } from '../../core/incident/incident.js';
import { peopleIn } from '../../core/people-in.js';
import type { TimelineEntry } from '../../core/timeline/entry.js';
import { namedBy } from '../../core/timeline/named-entry.js';
import { entryView } from '../../render/messages/entry-view.js';
import { refused } from '../../render/messages/refusal.js';
import { timeline } from '../../render/messages/timeline.js';
import type { ShowPorts } from './show.js';

export async function showTimeline(
  ports: ShowPorts,
  { scope, last, page, copy }: Extract<Show, { what: 'timeline' }>,
  incident: Incident,
): Promise<Message> {
  const entries = await ports.store.entries(incident.id);
  const people = await namesFor(ports, incident, entries);
  const workspaceUrl = ports.workspaceUrl();
  return timeline(incident, entries, { scope, last, page, copy, people, workspaceUrl });
}

/** The line that goes by that code. */
export async function showEntry(ports: ShowPorts, code: string, incident: Incident): Promise<Message> {
  const entries = await ports.store.entries(incident.id);
  const named = namedBy(code, entries);
  if (named.kind === 'none') return refused({ kind: 'no-such-entry', code }, incident.number);
  if (named.kind === 'several') {
    return refused({ kind: 'entry-unclear', code, choices: named.choices }, incident.number);
  }
  const { entry } = named;
  const people = await namesFor(ports, incident, [entry]);
  return entryView(incident, entry, { people, workspaceUrl: ports.workspaceUrl() });
}

function namesFor(ports: ShowPorts, incident: Incident, entries: readonly TimelineEntry[]) {
  return ports.directory.people(incident.workspace, peopleIn({ incident, entries, followUps: [] }));
}

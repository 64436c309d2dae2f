import type { Message } from '../core/effects.js';
import type { Show } from '../core/grammar/request.js';
import type { UserId, WorkspaceId } from '../core/ids.js';
import type { Incident } from '../core/incident/incident.js';
import { maySee } from '../core/incident/may-see.js';
import { peopleIn } from '../core/people-in.js';
import { help } from '../render/messages/help.js';
import { incidentList } from '../render/messages/incident-list.js';
import { panel } from '../render/messages/panel.js';
import { refused } from '../render/messages/refusal.js';
import { status } from '../render/messages/status.js';
import { timeline } from '../render/messages/timeline.js';
import type { Directory } from './directory.js';
import type { Store } from './ports.js';

export interface ShowPorts {
  readonly store: Store;
  readonly directory: Directory;
  /** Base of permalinks, or null while Slack has not told us. */
  workspaceUrl(): string | null;
}

export interface Asked {
  readonly workspace: WorkspaceId;
  readonly user: UserId;
  /** The incident of the channel in which it was asked, or null. */
  readonly here: Incident | null;
  readonly now: Date;
}

/** What somebody wants to see. Reads only; changes nothing. */
export async function show(ports: ShowPorts, wanted: Show, asked: Asked): Promise<Message> {
  const { store } = ports;
  switch (wanted.what) {
    case 'help':
      return help(wanted.verb);
    case 'list':
      return list(ports, asked, wanted.scope);
    case 'panel':
      return asked.here
        ? panel(asked.here, { people: await peopleOf(ports, asked.here), now: asked.now })
        : list(ports, asked, 'open');
    case 'status':
      if (!asked.here) return refused({ kind: 'not-an-incident-channel' });
      return status(asked.here, {
        people: await peopleOf(ports, asked.here),
        followUps: await store.followUps(asked.here.id),
      });
    case 'timeline': {
      if (!asked.here) return refused({ kind: 'not-an-incident-channel' });
      const entries = await store.entries(asked.here.id);
      const people = await ports.directory.people(
        asked.workspace,
        peopleIn({ incident: asked.here, entries, followUps: [] }),
      );
      const { scope, last, page } = wanted;
      return timeline(asked.here, entries, { scope, last, page, people, workspaceUrl: ports.workspaceUrl() });
    }
  }
}

async function list(ports: ShowPorts, asked: Asked, scope: 'open' | 'mine'): Promise<Message> {
  const open = await ports.store.openIncidents(asked.workspace);
  // Whoever asks in a private incident's channel is inside already.
  const visible = open.filter((incident) => incident.id === asked.here?.id || maySee(incident, asked.user));
  const leads = visible.flatMap((incident) => (incident.lead ? [incident.lead] : []));
  const people = await ports.directory.people(asked.workspace, leads);
  return incidentList(visible, { user: asked.user, scope, people });
}

function peopleOf(ports: ShowPorts, incident: Incident) {
  return ports.directory.people(incident.workspace, peopleIn({ incident, entries: [], followUps: [] }));
}

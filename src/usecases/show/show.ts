import { subDays } from 'date-fns';
import type { Check } from '../../core/doctor/check.js';
import type { Message } from '../../core/effects.js';
import type { Show } from '../../core/grammar/request.js';
import type { UserId, WorkspaceId } from '../../core/ids.js';
import type { Incident } from '../../core/incident/incident.js';
import { statsOf } from '../../core/incident/stats.js';
import { doctorReport } from '../../render/messages/doctor-report.js';
import { draftChanges } from '../../render/messages/draft-changes.js';
import { draftSections } from '../../render/messages/draft-sections.js';
import { help } from '../../render/messages/help.js';
import { panel } from '../../render/messages/panel.js';
import { questions } from '../../render/messages/questions.js';
import { refused } from '../../render/messages/refusal.js';
import { roles } from '../../render/messages/roles.js';
import { stats } from '../../render/messages/stats.js';
import { status } from '../../render/messages/status.js';
import type { Directory } from '../directory.js';
import { peopleOf } from '../people-of.js';
import type { Store } from '../ports.js';
import { showEntry, showTimeline } from './show-entries.js';
import { showFound, showIncidents, showTasks } from './show-lists.js';

export interface ShowPorts {
  readonly store: Store;
  readonly directory: Directory;
  /** Base of permalinks, or null while Slack has not told us. */
  workspaceUrl(): string | null;
  /** Examines the bot itself, for `doctor`. */
  examine(workspace: WorkspaceId): Promise<readonly Check[]>;
}

export interface Asked {
  readonly workspace: WorkspaceId;
  readonly user: UserId;
  /** The incident of the channel in which it was asked, or the one that was addressed; null for none. */
  readonly incident: Incident | null;
  readonly receivedAt: Date;
}

const notHere = (): Message => refused({ kind: 'not-an-incident-channel' });

/** What somebody wants to see. Reads only; changes nothing. */
export async function show(ports: ShowPorts, wanted: Show, asked: Asked): Promise<Message> {
  const { store } = ports;
  const { incident } = asked;
  switch (wanted.what) {
    case 'help':
      return help(wanted.verb);
    case 'list':
      return showIncidents(ports, wanted, asked);
    case 'find':
      return showFound(ports, wanted, asked);
    case 'tasks':
      return showTasks(ports, wanted, asked);
    case 'stats': {
      const spans = await store.spans(asked.workspace, subDays(asked.receivedAt, wanted.days), asked.user);
      return stats(statsOf(spans), wanted.days);
    }
    case 'doctor':
      return doctorReport(await ports.examine(asked.workspace));
    case 'panel':
      if (!incident) return showIncidents(ports, { scope: 'open', page: 1 }, asked);
      return panel(incident, { people: await peopleOf(ports, incident), now: asked.receivedAt });
    case 'status':
      if (!incident) return notHere();
      return status(incident, {
        people: await peopleOf(ports, incident),
        followUps: await store.followUps(incident.id),
      });
    case 'roles':
      return incident ? roles(incident, await peopleOf(ports, incident)) : notHere();
    case 'timeline':
      return incident ? showTimeline(ports, wanted, incident) : notHere();
    case 'entry':
      return incident ? showEntry(ports, wanted.code, incident) : notHere();
    case 'sections': {
      if (!incident) return notHere();
      const draft = await store.postmortem(incident.id);
      return draft ? draftSections(incident, draft.document) : refused({ kind: 'no-draft' });
    }
    case 'changes': {
      if (!incident) return notHere();
      const draft = await store.postmortem(incident.id);
      return draft ? draftChanges(incident, draft.document) : refused({ kind: 'no-draft' });
    }
    case 'questions': {
      if (!incident) return notHere();
      const draft = await store.postmortem(incident.id);
      if (!draft) return refused({ kind: 'no-draft' });
      const people = await peopleOf(ports, incident);
      return questions(incident, draft.document, { user: asked.user, people });
    }
  }
}

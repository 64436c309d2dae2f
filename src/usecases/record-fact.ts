import {
  type DeliveryKey,
  deliveryEntryId,
  type IncidentId,
  messageEntryId,
  type WorkspaceId,
} from '../core/ids.js';
import { type Incident, isOpen } from '../core/incident/incident.js';
import { redraft } from '../core/incident/redraft.js';
import { instantOf } from '../core/time/stamp.js';
import type { TimelineEntry } from '../core/timeline/entry.js';
import type { SlackFact } from '../core/timeline/facts.js';
import { isMessageFact, type MessageFact, observe } from '../core/timeline/observe.js';
import type { Changes } from './ports.js';

export interface FactSource {
  readonly workspace: WorkspaceId;
  readonly key: DeliveryKey;
  readonly recordedAt: Date;
}

/**
 * The door through which everything that Slack tells us enters a record: live events, what was said before
 * the declaration, and whatever is read back later. The same fact twice changes nothing.
 */
export async function recordFact(changes: Changes, fact: SlackFact, source: FactSource): Promise<void> {
  const own = await changes.incidentInChannel(source.workspace, fact.channel);
  if (own) return recordInIncident(changes, own.id, fact, source);
  if (!isMessageFact(fact)) return;
  // Not an incident's channel; but an incident may have taken over what was said there before it.
  for (const id of await changes.incidentsQuoting(source.workspace, fact.channel, fact.ts)) {
    await recordInIncident(changes, id, fact, source);
  }
}

/** Records a fact in one incident, whose row is locked first. `beforeDeclaration`: said elsewhere, before it. */
export async function recordInIncident(
  changes: Changes,
  id: IncidentId,
  fact: SlackFact,
  source: FactSource,
  beforeDeclaration = false,
): Promise<void> {
  const incident = await changes.lockIncident(id);
  if (!incident) return;
  if (!isMessageFact(fact)) {
    await changes.saveEntry(source.workspace, membershipEntry(incident, fact, source));
    return;
  }
  await recordMessageFact(changes, incident, fact, source, beforeDeclaration);
}

async function recordMessageFact(
  changes: Changes,
  incident: Incident,
  fact: MessageFact,
  source: FactSource,
  beforeDeclaration: boolean,
): Promise<void> {
  const known = await changes.entry(incident.id, messageEntryId(fact.channel, fact.ts));
  const entry = observe(known, fact, {
    incident: incident.id,
    recordedAt: source.recordedAt,
    beforeDeclaration: known?.beforeDeclaration ?? beforeDeclaration,
  });
  if (entry === known) return;
  await changes.saveEntry(source.workspace, entry);
  if (isOpen(incident) || incident.draftVersion === 0) return;
  await changes.owe(source.workspace, [redraft(incident, source.recordedAt)], source.recordedAt);
}

function membershipEntry(
  incident: Incident,
  fact: Exclude<SlackFact, MessageFact>,
  source: FactSource,
): TimelineEntry {
  return {
    id: deliveryEntryId(source.key),
    incident: incident.id,
    kind: fact.kind === 'member-joined' ? 'joined' : 'left',
    origin: { kind: 'delivery', channel: fact.channel, key: source.key },
    author: { kind: 'person', user: fact.user },
    text: '',
    occurredAt: instantOf(fact.at),
    recordedAt: source.recordedAt,
    backdated: false,
    revisions: [],
    withdrawn: false,
    marks: [],
    files: [],
    masked: 0,
    beforeDeclaration: false,
    detail: {},
  };
}

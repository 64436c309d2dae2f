import type { DeliveryKey, IncidentId, WorkspaceId } from '../core/ids.js';
import { deliveryEntryId, messageEntryId } from '../core/ids.js';
import { type Incident, isOpen } from '../core/incident/incident.js';
import { redraft } from '../core/incident/redraft.js';
import type { TimelineEntry } from '../core/timeline/entry.js';
import type { SlackFact } from '../core/timeline/facts.js';
import { isMessageFact, type MessageFact, observe } from '../core/timeline/observe.js';
import { type ChannelFact, systemEntry } from '../core/timeline/system-entry.js';
import { homeDebt } from './home.js';
import { followMarkedLines } from './marked-lines.js';
import { fetchMessage, welcome } from './owed-for-facts.js';
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
  // Also of channels that are no incident's yet: who may see a private one hangs on it.
  if (fact.kind === 'member-joined' || fact.kind === 'member-left')
    await keepMembership(changes, fact, source);

  const here = await changes.incidentInChannel(source.workspace, fact.channel);
  const own = here && (await recordInIncident(changes, here.id, fact, source));
  // Their App Home may show what they may no longer see.
  if (fact.kind === 'member-left' && own?.private)
    await changes.owe(source.workspace, [homeDebt(fact.user, 1)], source.recordedAt);
  if (!isMessageFact(fact)) return;
  const reached = new Set<IncidentId>(own ? [own.id] : []);

  // What is said in the channel of a merged incident belongs to the one in which it goes on.
  for (let merged = own?.mergedInto ?? null; merged !== null; ) {
    const next = await changes.incidentNumbered(source.workspace, merged);
    if (!next || reached.has(next.id)) break;
    reached.add(next.id);
    merged = (await recordInIncident(changes, next.id, fact, source))?.mergedInto ?? null;
  }

  // A new message can only be quoted from elsewhere, by a look back; later words on it reach every copy.
  if (own && fact.kind === 'message-posted') return;
  for (const id of await changes.incidentsQuoting(source.workspace, fact.channel, fact.ts)) {
    if (!reached.has(id)) await recordInIncident(changes, id, fact, source);
  }
}

/**
 * Records a fact in one incident, whose row is locked first, and answers that row. `beforeDeclaration`: said
 * elsewhere, before it.
 */
export async function recordInIncident(
  changes: Changes,
  id: IncidentId,
  fact: SlackFact,
  source: FactSource,
  beforeDeclaration = false,
): Promise<Incident | null> {
  const incident = await changes.lockIncident(id);
  if (!incident) return null;
  if (isMessageFact(fact)) await recordMessageFact(changes, incident, fact, source, beforeDeclaration);
  else await recordChannelFact(changes, incident, fact, source);
  return incident;
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
  if (!saysTheSame(known, entry)) await followMarkedLines(changes, incident, entry, source);
  if (isUnheard(entry, fact)) {
    await changes.owe(source.workspace, [fetchMessage(incident.id, fact)], source.recordedAt);
  }
  if (isOpen(incident) || incident.draftVersion === 0) return;
  await changes.owe(source.workspace, [redraft(incident, source.recordedAt)], source.recordedAt);
}

/** Whether only marks have changed, which marked lines do not follow. */
const saysTheSame = (known: TimelineEntry | null, entry: TimelineEntry): boolean =>
  known !== null &&
  known.revisions === entry.revisions &&
  known.withdrawn === entry.withdrawn &&
  known.origin === entry.origin &&
  known.author === entry.author;

/** Somebody has marked a message of which nobody has told us. */
const isUnheard = (entry: TimelineEntry, fact: MessageFact): boolean =>
  (fact.kind === 'pin-added' || fact.kind === 'reaction-added') &&
  entry.author === null &&
  !entry.withdrawn &&
  !entry.redacted;

async function recordChannelFact(
  changes: Changes,
  incident: Incident,
  fact: ChannelFact,
  source: FactSource,
): Promise<void> {
  const { workspace, key, recordedAt } = source;
  if (await changes.entry(incident.id, deliveryEntryId(key))) return;
  await changes.saveEntry(workspace, systemEntry(fact, { incident: incident.id, key, recordedAt }));
  if (fact.kind !== 'member-joined') return;
  const debt = await welcome(changes, incident, fact);
  if (debt) await changes.owe(workspace, [debt], recordedAt);
}

function keepMembership(
  changes: Changes,
  { kind, channel, user, at }: Extract<SlackFact, { kind: 'member-joined' | 'member-left' }>,
  { workspace }: FactSource,
): Promise<void> {
  return changes.saveMembership(workspace, channel, user, { isIn: kind === 'member-joined', at });
}

import type { IncidentId, UserId } from '../core/ids.js';
import { drafted } from '../core/incident/drafted.js';
import { type Incident, isOpen } from '../core/incident/incident.js';
import { peopleIn } from '../core/people-in.js';
import { draftFor, editors } from '../core/postmortem/draft-for.js';
import { saysTheSame } from '../core/postmortem/says-the-same.js';
import type { IncidentRecord } from '../core/record.js';
import { renderMarkdown } from '../render/postmortem/render-markdown.js';
import { carryOut } from './carry-out.js';
import type { Directory } from './directory.js';
import type { Clock, Store, StoredPostmortem } from './ports.js';

export interface DraftPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly directory: Directory;
  /** Base of permalinks, or null while Slack has not told us. */
  workspaceUrl(): string | null;
}

/** Everything that is known of an incident, with the names of all who appear in it. */
async function loadRecord(
  ports: DraftPorts,
  incident: Incident,
  others: readonly UserId[],
): Promise<IncidentRecord> {
  const [entries, followUps] = await Promise.all([
    ports.store.entries(incident.id),
    ports.store.followUps(incident.id),
  ]);
  const record = { incident, entries, followUps, people: new Map(), workspaceUrl: ports.workspaceUrl() };
  return {
    ...record,
    people: await ports.directory.people(incident.workspace, [...peopleIn(record), ...others]),
  };
}

/** An incident in which something happens all the time is not drafted again for ever. */
const TRIES = 5;

/** The draft of that version: the stored one, or a new one, which is stored. */
export async function makeDraft(
  ports: DraftPorts,
  incident: Incident,
  version: number,
): Promise<StoredPostmortem> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const stored = await ports.store.postmortem(incident.id, version);
    if (stored) return stored;
    const now = (await ports.store.incident(incident.id)) ?? incident;
    const made = await draftOf(ports, now, version);
    if (await keepDraft(ports, now, made)) return made;
  }
  throw new Error('The incident changed while its draft was being made, time after time');
}

async function draftOf(ports: DraftPorts, incident: Incident, version: number): Promise<StoredPostmortem> {
  const [log, before] = await Promise.all([
    ports.store.log(incident.id),
    ports.store.postmortem(incident.id),
  ]);
  const record = await loadRecord(ports, incident, editors(log));
  const document = draftFor(record, { log, version, before: before?.document ?? null });
  return {
    incident: incident.id,
    version,
    madeAt: ports.clock.now(),
    document,
    markdown: renderMarkdown(document),
  };
}

/** False when something has happened since: the draft could bring back words that were redacted meanwhile. */
function keepDraft(ports: DraftPorts, incident: Incident, made: StoredPostmortem): Promise<boolean> {
  return ports.store.transaction(async (changes) => {
    const locked = await changes.lockIncident(incident.id);
    if (locked && locked.lastSeq !== incident.lastSeq) return false;
    await changes.savePostmortem(incident.workspace, made);
    return true;
  });
}

/** Asks for a new draft of an ended incident if it would say anything new. */
export async function redraftIfGrown(ports: DraftPorts, id: IncidentId): Promise<void> {
  const incident = await ports.store.incident(id);
  if (!incident || isOpen(incident) || incident.draftVersion === 0) return;
  if (await isUpToDate(ports, incident)) return;
  await ports.store.transaction(async (changes) => {
    const locked = await changes.lockIncident(id);
    if (!locked || isOpen(locked) || locked.draftVersion !== incident.draftVersion) return;
    const now = ports.clock.now();
    await carryOut(changes, locked, [drafted(locked, now)], now, null);
  });
}

/** Whether the newest draft already says all that one made now would say. */
async function isUpToDate(ports: DraftPorts, incident: Incident): Promise<boolean> {
  const last = await ports.store.postmortem(incident.id);
  if (!last) return false;
  const log = await ports.store.log(incident.id);
  const record = await loadRecord(ports, incident, editors(log));
  const again = draftFor(record, { log, version: last.version, before: null });
  return saysTheSame(again, last.document);
}

import { fingerprint } from '../../core/fingerprint.js';
import type { IncidentId } from '../../core/ids.js';
import { incidentAsOf } from '../../core/incident/as-of.js';
import { drafted } from '../../core/incident/drafted.js';
import type { LoggedEvent } from '../../core/incident/events.js';
import type { Incident } from '../../core/incident/incident.js';
import { REDACTED } from '../../core/timeline/redacted.js';
import { carryOut } from '../carry-out.js';
import type { Answer, Posted, Settlement } from '../ports.js';
import { draftCardKey, draftFilePrefix } from './draft.js';
import { messageOf } from './logged-posts.js';
import { type Due, PAID, type PayPorts } from './payer.js';
import { settlement } from './settlement.js';

/** Debts whose message is made from one event of the log; their key ends with its number. */
const FROM_LOG = ['post-update', 'announce-update', 'escalation'] as const;

/**
 * Takes words that were redacted out of what we posted: messages are written anew from the log, files of earlier
 * drafts deleted, and where there was a draft another one is made. All of it may be done twice.
 */
export async function payScrubPosts(ports: PayPorts, { call, incident }: Due): Promise<Settlement> {
  const { store, clock } = ports;
  const log = await store.log(incident.id);
  for (const { key, posted } of await store.allPosted(incident.id)) {
    const rewritten = await rewrite(ports, incident, log, key, posted);
    if (!rewritten.ok && rewritten.verdict !== 'never') return settlement(rewritten, call, clock);
  }
  if (incident.draftVersion === 0) return PAID;
  if (!isDraftedSince(log)) await draftAgain(ports, incident.id);
  const now = (await store.incident(incident.id)) ?? incident;
  const deleted = await deleteFilesBefore(ports, now, now.draftVersion);
  return settlement(deleted, call, clock);
}

/** What is gone, or ours no longer, has nothing to be rewritten; what says other things stays as it is. */
async function rewrite(
  ports: PayPorts,
  incident: Incident,
  log: readonly LoggedEvent[],
  key: string,
  posted: Posted,
): Promise<Answer<null>> {
  const seq = seqOf(key, incident.id);
  const event = log.find((logged) => logged.seq === seq)?.event;
  const nothing = { ok: true, value: null } as const;
  if (seq === null || !event || !('text' in event) || event.text !== REDACTED) return nothing;
  const message = await messageOf(ports, incidentAsOf(incident, log, seq), event);
  if (message === null || posted.hash === fingerprint(JSON.stringify(message))) return nothing;
  return ports.slack.update(posted.channel, posted.ts, message);
}

/** The number of the event whose message was posted for that debt, or null for all other debts. */
export function seqOf(key: string, incident: IncidentId): number | null {
  for (const kind of FROM_LOG) {
    const start = `${kind}:${incident}:`;
    if (key.startsWith(start)) return Number(key.slice(start.length));
  }
  return null;
}

/** Whether a draft without the redacted words is on its way already. */
export function isDraftedSince(log: readonly LoggedEvent[]): boolean {
  const last = (kind: LoggedEvent['event']['kind']): number =>
    log.findLast(({ event }) => event.kind === kind)?.seq ?? 0;
  return last('draft-requested') > last('entry-redacted');
}

/** The card of the last draft still shows the words, whether or not the incident has ended since. */
async function draftAgain({ store, clock }: PayPorts, id: IncidentId): Promise<void> {
  await store.transaction(async (changes) => {
    const locked = await changes.lockIncident(id);
    if (!locked) return;
    const now = clock.now();
    await carryOut(changes, locked, [drafted(locked, now)], now, null);
  });
}

/** The file of that version itself was made, or will be, without the words. */
async function deleteFilesBefore(
  { store, slack }: PayPorts,
  incident: Incident,
  version: number,
): Promise<Answer<null>> {
  const { channel } = incident;
  const card = await store.posted(incident.workspace, draftCardKey(incident));
  for (let earlier = 1; channel !== null && earlier < version; earlier += 1) {
    const deleted = await slack.deleteFiles(channel, card?.ts ?? null, draftFilePrefix(incident, earlier));
    if (!deleted.ok) return deleted;
  }
  return { ok: true, value: null };
}

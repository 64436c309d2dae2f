import type { EntryId, IncidentId, WorkspaceId } from '../core/ids.js';
import type { IncidentEvent, LoggedEvent } from '../core/incident/events.js';
import { entryCode } from '../core/timeline/entry-code.js';
import type { Prisma } from './generated/client.js';
import { findFollowUps, findLog } from './incidents.js';
import { toJson } from './json.js';
import { isSaidIn } from './said-in.js';
import { withoutTitle, withoutWords, wordsOf } from './words-of-event.js';

type Db = Prisma.TransactionClient;

interface Place {
  readonly workspace: WorkspaceId;
  readonly incident: IncidentId;
  readonly entry: EntryId;
  /** What stands in place of the words. */
  readonly instead: string;
}

/**
 * Replaces the words of an entry everywhere but in the entry itself: events that made or changed it, its follow-up,
 * the last update, answers that are still owed and quote it, deliveries that were given up. Drafts are deleted whole.
 * (Answers that were given and deliveries that were dealt with have been emptied by then.)
 */
export async function forgetWords(tx: Db, place: Place): Promise<void> {
  const log = await findLog(tx, place.incident);
  const followUps = (await findFollowUps(tx, place.incident)).filter(({ entry }) => entry === place.entry);
  const numbers = new Set(followUps.map(({ number }) => number));
  const concerned = log.filter(({ event }) => concerns(event, place.entry, numbers));
  const said = [...concerned.flatMap(({ event }) => wordsOf(event)), ...followUps.map(({ text }) => text)];

  await forgetInLog(tx, place, concerned);
  await forgetTitle(tx, place, log, concerned);
  await tx.followUp.updateMany({
    where: { incidentId: place.incident, entry: place.entry },
    data: { text: place.instead },
  });
  await forgetLastUpdate(tx, place, log);
  await forgetInAnswers(tx, place, said);
  await forgetInInbox(tx, place);
  await tx.postmortem.deleteMany({ where: { incidentId: place.incident } });
}

function concerns(event: IncidentEvent, entry: EntryId, followUps: ReadonlySet<number>): boolean {
  if ('entry' in event && event.entry === entry) return true;
  if ('target' in event && event.target === entry) return true;
  return event.kind === 'follow-up-changed' && followUps.has(event.number);
}

async function forgetInLog(
  tx: Db,
  { incident: incidentId, instead }: Place,
  concerned: readonly LoggedEvent[],
): Promise<void> {
  for (const { seq, event } of concerned) {
    await tx.incidentEvent.update({
      where: { incidentId_seq: { incidentId, seq } },
      data: { event: toJson(withoutWords(event, instead)) },
      select: { seq: true },
    });
  }
}

/** A title stands a second time where it was changed or put back, and in the name of the channel that was made for it. */
async function forgetTitle(
  tx: Db,
  { incident: incidentId, instead }: Place,
  log: readonly LoggedEvent[],
  concerned: readonly LoggedEvent[],
): Promise<void> {
  const titles = concerned.flatMap(({ event }) => {
    if (event.kind === 'declared') return [event.title];
    return event.kind === 'renamed' ? [event.to] : [];
  });
  const title = titles.find((found) => found !== instead);
  if (title === undefined) return;
  for (const { seq, event } of log) {
    const next = withoutTitle(event, title, instead);
    if (next === event || concerned.some((line) => line.seq === seq)) continue;
    await tx.incidentEvent.update({
      where: { incidentId_seq: { incidentId, seq } },
      data: { event: toJson(next) },
      select: { seq: true },
    });
  }
  await tx.$executeRaw`
    UPDATE timeline_entry SET detail = jsonb_set(detail, '{from}', to_jsonb(${instead}::text))
    WHERE incident_id = ${incidentId} AND kind = 'renamed' AND detail ->> 'from' = ${title}`;
}

async function forgetLastUpdate(
  tx: Db,
  { incident: id, entry, instead }: Place,
  log: readonly LoggedEvent[],
): Promise<void> {
  const last = log.findLast(({ event }) => event.kind === 'update-posted');
  if (last?.event.kind !== 'update-posted' || last.event.entry !== entry) return;
  await tx.incident.updateMany({
    where: { id, lastUpdateText: { not: null } },
    data: { lastUpdateText: instead },
  });
}

/**
 * An answer that names the entry by its code, links to its message or repeats words of it may quote it, however it was
 * shortened: the whole of it goes. Only what is still owed has anything to say; there is little of that.
 */
async function forgetInAnswers(tx: Db, place: Place, said: readonly string[]): Promise<void> {
  const { workspace, incident: incidentId, entry: id, instead } = place;
  const entry = await tx.timelineEntry.findUnique({
    where: { incidentId_id: { incidentId, id } },
    select: { text: true, ts: true },
  });
  const names = [entryCode(id), ...(entry?.ts ? [`p${entry.ts.replace('.', '')}`] : [])];
  const words = [...said, entry?.text ?? ''].filter((text) => text !== instead);
  const owed = await tx.$queryRaw<{ id: bigint; content: string }[]>`
    SELECT id, coalesce(effect -> 'message', effect -> 'form')::text AS content FROM slack_call
    WHERE workspace = ${workspace} AND effect ->> 'kind' IN ('reply', 'open-form')
      AND (effect ? 'message' OR effect ? 'form')`;
  for (const { id: call, content } of owed) {
    if (!names.some((name) => content.includes(name)) && !words.some((text) => isSaidIn(content, text)))
      continue;
    await tx.$executeRaw`
      UPDATE slack_call SET effect = CASE effect ->> 'kind'
        WHEN 'reply' THEN jsonb_set(effect, '{message}', jsonb_build_object('text', ${instead}::text))
        ELSE jsonb_set(effect, '{form,message,text}', to_jsonb(${instead}::text), false) END
      WHERE id = ${call}`;
  }
}

/** What was given up keeps its content, for whoever looks into it. */
async function forgetInInbox(tx: Db, { workspace, incident: incidentId, entry: id }: Place): Promise<void> {
  const origin = await tx.timelineEntry.findUnique({
    where: { incidentId_id: { incidentId, id } },
    select: { channel: true, ts: true, deliveryKey: true },
  });
  const key = origin?.deliveryKey ?? (id.startsWith('delivery:') ? id.slice('delivery:'.length) : '');
  await tx.$executeRaw`
    UPDATE slack_event SET delivery = '{"kind": "forgotten"}'
    WHERE state = 'given_up' AND workspace = ${workspace} AND (key = ${key}
      OR (${origin?.ts ?? null}::text IS NOT NULL AND delivery #>> '{fact,ts}' = ${origin?.ts ?? null}
        AND delivery #>> '{fact,channel}' = ${origin?.channel ?? null}))`;
}

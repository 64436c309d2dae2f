import { channelId, entryId, workspaceId } from '../core/ids.js';
import type { Postmortem } from '../core/postmortem/model.js';
import type { Log, StoredPostmortem } from '../usecases/ports.js';
import { type Evaluation, evaluationOf } from './evaluation.js';
import { type Played, play, type Watcher } from './play.js';
import { type Rehearsal, startRehearsal } from './rehearsal.js';
import type { Scenario } from './scenario.js';
import { type Stats, statsOf } from './stats.js';
import { transcript } from './transcript.js';

export interface ReplayOptions {
  readonly mode: 'http' | 'socket';
  readonly log: Log;
  /** `memory:` unless the database is to be looked at afterwards. */
  readonly databaseUrl?: string;
  /** See `Seams.preparedDatabase`. */
  readonly preparedDatabase?: string;
  /** Every delivery comes twice. */
  readonly duplicate?: boolean;
  /** Neighbouring events change places. */
  readonly swapNeighbours?: boolean;
  readonly watch?: (rehearsal: Rehearsal) => Watcher;
}

export interface Replay {
  /** The newest draft, as it stands in the channel's file. */
  readonly markdown: string;
  readonly document: Postmortem;
  /** What each entry of the record says. */
  readonly record: readonly { readonly id: string; readonly text: string }[];
  readonly transcript: string;
  readonly evaluation: Evaluation;
  readonly stats: Stats;
}

const BEFORE_MS = 60_000;
/** After the last event: long enough for everything that is done after some quiet. */
const AFTERWARDS_MS = 30 * 60_000;

/** Plays a scenario through a running bot of its own, and gathers what came of it. */
export async function replayScenario(scenario: Scenario, options: ReplayOptions): Promise<Replay> {
  const [first] = scenario.events;
  const last = scenario.events.at(-1);
  if (!first || !last) throw new Error('The scenario has no events');
  const rehearsal = await startRehearsal({
    mode: options.mode,
    start: new Date(Date.parse(first.at) - BEFORE_MS),
    zone: scenario.timezone,
    log: options.log,
    databaseUrl: options.databaseUrl ?? 'memory:',
    announceChannel: 'incidents',
    ...(options.preparedDatabase !== undefined && { preparedDatabase: options.preparedDatabase }),
    duplicate: options.duplicate ?? false,
    swapNeighbours: options.swapNeighbours ?? false,
  });
  try {
    const played = await play(rehearsal, scenario, options.watch?.(rehearsal));
    await rehearsal.settleAll();
    await rehearsal.waitUntil(new Date(Date.parse(last.at) + AFTERWARDS_MS));
    await rehearsal.settleAll();
    return await gather(rehearsal, scenario, played);
  } finally {
    await rehearsal.stop();
  }
}

async function gather(rehearsal: Rehearsal, scenario: Scenario, played: Played): Promise<Replay> {
  const { slack, bot } = rehearsal;
  if (!played.incidentChannel) throw new Error('No incident was declared: there is nothing to evaluate');
  const incident = await bot.store.incidentInChannel(
    workspaceId(slack.team.id),
    channelId(played.incidentChannel),
  );
  const draft: StoredPostmortem | null = incident && (await bot.store.postmortem(incident.id));
  if (!draft)
    throw new Error('The scenario ended without a draft: nobody resolved or cancelled the incident');
  const posted = slack.channel(played.incidentChannel).files.filter((file) => file.name.endsWith('.md'));
  const markdown = posted.at(-1)?.content;
  if (markdown === undefined) throw new Error('The draft was not posted');

  const castKeys = new Map([...played.users].map(([key, user]) => [user, key]));
  const evaluation = evaluationOf(draft.document, markdown, {
    scenarioId: scenario.id,
    indexOfEntry: (entry) => played.indexOf.get(entryId(entry)) ?? null,
    castKeyOf: (user) => castKeys.get(user) ?? null,
  });
  const entries = incident === null ? [] : await bot.store.entries(incident.id);
  return {
    markdown,
    document: draft.document,
    record: entries.map(({ id, text }) => ({ id, text })),
    evaluation,
    transcript: transcript(slack, scenario.timezone),
    stats: statsOf(rehearsal, scenario, played),
  };
}

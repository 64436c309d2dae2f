import type { Played } from './play.js';
import type { Rehearsal } from './rehearsal.js';
import type { Scenario } from './scenario.js';

export interface Stats {
  readonly scenario: string;
  readonly events: number;
  readonly deliveries: number;
  /** Calls of the Web API, by method. */
  readonly calls: Readonly<Record<string, number>>;
  /** In the incident's channel; what only one person sees is counted apart. */
  readonly messages: {
    readonly people: number;
    readonly bot: number;
    readonly botPrivate: number;
    readonly botInThreads: number;
  };
  readonly drafts: number;
}

/** Counts of what a replay did. */
export function statsOf(rehearsal: Rehearsal, scenario: Scenario, played: Played): Stats {
  const { slack } = rehearsal;
  const calls: Record<string, number> = {};
  for (const { method } of slack.calls) calls[method] = (calls[method] ?? 0) + 1;
  const messages = played.incidentChannel ? slack.channel(played.incidentChannel).messages : [];
  const byBot = messages.filter((message) => message.by.kind === 'tested-app');
  return {
    scenario: scenario.id,
    events: scenario.events.length,
    deliveries: slack.deliveries.length,
    calls: Object.fromEntries(Object.entries(calls).sort(([a], [b]) => a.localeCompare(b))),
    messages: {
      people: messages.filter((message) => message.by.kind === 'person' && !message.ephemeralTo).length,
      bot: byBot.filter((message) => !message.ephemeralTo && !message.isReply && message.subtype === null)
        .length,
      botPrivate: byBot.filter((message) => message.ephemeralTo).length,
      botInThreads: byBot.filter((message) => message.isReply).length,
    },
    drafts: byBot.flatMap((message) => message.files).length,
  };
}

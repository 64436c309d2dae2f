import type { UserId } from '../../core/ids.js';
import type { LoggedEvent } from '../../core/incident/events.js';
import { isOpen } from '../../core/incident/incident.js';
import { briefFor } from '../briefing.js';
import type { Settlement } from '../ports.js';
import { type DueInChannel, type EffectOf, never, PAID, type PayPorts } from './payer.js';
import { settlement } from './settlement.js';

/** Told again when its fate is unknown: a brief seen twice is better than a person who knows nothing. */
export async function payBrief(
  ports: PayPorts,
  due: DueInChannel,
  { user, occasion }: EffectOf<'brief'>,
): Promise<Settlement> {
  const { call, incident, channel } = due;
  const { slack, clock } = ports;
  switch (occasion) {
    case 'joined':
    case 'asked': {
      if (occasion === 'joined' && !isOpen(incident)) return PAID;
      const message = await briefFor(ports, incident, { occasion, by: null });
      const to = { kind: 'ephemeral', channel, user, threadTs: null } as const;
      return settlement(await slack.reply(to, message), call, clock);
    }
    case 'handoff':
      return payHandoff(ports, due, user);
  }
}

/** As a direct message, since who takes over may look elsewhere; of a private incident only once they are inside. */
async function payHandoff(ports: PayPorts, due: DueInChannel, user: UserId): Promise<Settlement> {
  const { call, incident } = due;
  const { store, slack, clock } = ports;
  if (incident.handoffTo !== user) return PAID;
  if (incident.private && !(await isInside(ports, due, user))) {
    const refusal = await store.refusal(incident.workspace, `invite:${incident.id}:${user}`);
    if (refusal !== null) return never(`not invited: ${refusal}`);
    const waiting = { ok: false, verdict: 'later', retryAfter: null, reason: 'not invited yet' } as const;
    return settlement(waiting, call, clock);
  }
  const by = whoOffered(await store.log(incident.id), user);
  return settlement(
    await slack.tell(user, await briefFor(ports, incident, { occasion: 'handoff', by })),
    call,
    clock,
  );
}

/** What Slack has told us of who is inside may lag behind: it is asked where we do not know better. */
async function isInside(
  { store, slack }: PayPorts,
  { incident, channel }: DueInChannel,
  user: UserId,
): Promise<boolean> {
  if (await store.isMember(incident.workspace, channel, user)) return true;
  const inside = await slack.members(channel);
  return inside.ok && inside.value.includes(user);
}

function whoOffered(log: readonly LoggedEvent[], user: UserId): UserId | null {
  const offer = log.findLast(({ event }) => event.kind === 'handoff-offered' && event.user === user);
  return offer?.event.kind === 'handoff-offered' ? offer.event.by : null;
}

import { addMinutes, isAfter } from 'date-fns';
import type { Message, ReplyTarget } from '../../core/effects.js';
import type { Incident } from '../../core/incident/incident.js';
import { declared } from '../../render/messages/declared.js';
import { channelTrouble } from '../../render/messages/trouble.js';
import type { Answer, Clock, OwedCall, Settlement, Slack, Store } from '../ports.js';
import { type Due, type EffectOf, never } from './payer.js';
import { settlement } from './settlement.js';

/** A `response_url` lives for thirty minutes (Slack, "Handling user interaction"). */
const REPLY_LIFE_MINUTES = 30;

interface ReplyPorts {
  readonly slack: Slack;
  readonly clock: Clock;
}

/** Sent again when its fate is unknown: a reply seen twice is better than a person left without one. */
export async function payReply(
  { slack, clock }: ReplyPorts,
  call: OwedCall,
  to: ReplyTarget,
  message: Message,
): Promise<Settlement> {
  if (isAfter(clock.now(), addMinutes(call.owedAt, REPLY_LIFE_MINUTES))) return never('too late for a reply');
  return settlement(await replied(slack, to, message), call, clock);
}

/** The address may be used up; the person is still there, or where they talk to us. */
async function replied(slack: Slack, to: ReplyTarget, message: Message): Promise<Answer<null>> {
  const answer = await slack.reply(to, message);
  if (answer.ok || answer.verdict !== 'never' || to.kind !== 'response-url') return answer;
  const { channel, user } = to;
  const there = await slack.reply({ kind: 'ephemeral', channel, user, threadTs: null }, message);
  return there.ok || there.verdict !== 'never' ? there : slack.tell(user, message);
}

/** Tells the declarer where the incident's channel is, or that it could not be opened. */
export async function payDeclaredReply(
  ports: ReplyPorts & { readonly store: Store },
  { call, incident }: Due,
  { to }: EffectOf<'declared-reply'>,
): Promise<Settlement> {
  return payReply(ports, call, to, await whereItIs(ports.store, incident));
}

async function whereItIs(store: Store, incident: Incident): Promise<Message> {
  if (incident.channel) return declared(incident);
  const key = `open-channel:${incident.id}`;
  return channelTrouble(incident, await store.refusal(incident.workspace, key));
}

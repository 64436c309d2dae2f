import { isAfter } from 'date-fns';
import type { Incident } from '../../core/incident/incident.js';
import { isOpen } from '../../core/incident/incident.js';
import { channelNames, topicOf } from '../../core/incident/naming.js';
import { peopleOf } from '../people-of.js';
import type { Answer, Settlement } from '../ports.js';
import { type DueInChannel, type EffectOf, PAID, type PayPorts } from './payer.js';
import { settlement } from './settlement.js';

/** An adopted channel keeps the topic that it had. */
export async function paySetTopic(
  ports: PayPorts,
  { call, incident, channel }: DueInChannel,
): Promise<Settlement> {
  if (incident.adopted) return PAID;
  const people = await peopleOf(ports, incident);
  const lead = incident.lead && (people.get(incident.lead)?.name ?? null);
  return settlement(await ports.slack.setTopic(channel, topicOf(incident, lead)), call, ports.clock);
}

/**
 * Names the channel after the title, under the first free name. Slack is asked what it is called: an earlier
 * attempt may have renamed it and not lived to tell.
 */
export async function payRenameChannel(
  ports: PayPorts,
  { call, incident, channel }: DueInChannel,
): Promise<Settlement> {
  if (incident.adopted) return PAID;
  const now = await ports.slack.channelInfo(channel);
  if (!now.ok) return settlement(now, call, ports.clock);
  const names = channelNames(incident);
  const renamed: Answer<{ readonly name: string }> = names.includes(now.value.name)
    ? now
    : await firstFree(ports, channel, names);
  if (renamed.ok) await rememberName(ports, incident, renamed.value.name);
  return settlement(renamed, call, ports.clock);
}

async function firstFree(
  { slack }: PayPorts,
  channel: DueInChannel['channel'],
  names: readonly string[],
): Promise<Answer<{ readonly name: string }>> {
  for (const name of names) {
    const renamed = await slack.renameChannel(channel, name);
    if (renamed.ok || renamed.verdict !== 'never' || renamed.reason !== 'name_taken') return renamed;
  }
  return { ok: false, verdict: 'never', reason: 'name_taken' };
}

/** Slack's own name for it, in the row alone: in the log stands that the incident was renamed. */
async function rememberName(ports: PayPorts, incident: Incident, channelName: string): Promise<void> {
  if (incident.channelName === channelName) return;
  await ports.store.transaction(async (changes) => {
    const locked = await changes.lockIncident(incident.id);
    if (locked) await changes.saveIncident({ ...locked, channelName });
  });
}

/** Somebody whom Slack will not let in (a guest, somebody who has left) is given up; nothing waits for them. */
export async function payInvite(
  ports: PayPorts,
  { call, channel }: DueInChannel,
  { user }: EffectOf<'invite'>,
): Promise<Settlement> {
  return settlement(await ports.slack.invite(channel, user), call, ports.clock);
}

/** Invites those of the group who are not inside yet, so that a large one gets further with every attempt. */
export async function payInviteGroup(
  ports: PayPorts,
  { call, channel }: DueInChannel,
  { group }: EffectOf<'invite-group'>,
): Promise<Settlement> {
  const { slack, clock } = ports;
  const wanted = await slack.groupMembers(group);
  if (!wanted.ok) return settlement(wanted, call, clock);
  const inside = await slack.members(channel);
  if (!inside.ok) return settlement(inside, call, clock);
  const isInside = new Set(inside.value);
  for (const user of wanted.value.filter((member) => !isInside.has(member))) {
    const invited = await slack.invite(channel, user);
    if (!invited.ok && invited.verdict !== 'never') return settlement(invited, call, clock);
  }
  return PAID;
}

/** Slack's ways to say that there is nothing left to archive. */
const ARCHIVED = new Set(['already_archived', 'is_archived']);

/** Only where the incident is still over and its hour has come: it may have been reopened or kept open since. */
export async function payArchiveChannel(
  ports: PayPorts,
  { call, incident, channel }: DueInChannel,
): Promise<Settlement> {
  const { closingAt, adopted } = incident;
  if (adopted || isOpen(incident) || closingAt === null) return PAID;
  if (isAfter(closingAt, ports.clock.now())) return PAID;
  const archived = await ports.slack.archive(channel);
  if (!archived.ok && archived.verdict === 'never' && ARCHIVED.has(archived.reason)) return PAID;
  return settlement(archived, call, ports.clock);
}

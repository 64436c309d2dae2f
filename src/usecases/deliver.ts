import { addMinutes, isAfter } from 'date-fns';
import type { Message } from '../core/effects.js';
import type { ChannelId } from '../core/ids.js';
import { pinCard } from '../core/incident/consequences.js';
import { type Incident, incidentName } from '../core/incident/incident.js';
import { topicOf } from '../core/incident/naming.js';
import { peopleIn } from '../core/people-in.js';
import { announcement } from '../render/messages/announcement.js';
import { declared } from '../render/messages/declared.js';
import { draftCard } from '../render/messages/draft-card.js';
import { incidentCard } from '../render/messages/incident-card.js';
import { channelTrouble } from '../render/messages/trouble.js';
import { updateMessage } from '../render/messages/update.js';
import { type DraftPorts, makeDraft, redraftIfGrown } from './draft-postmortem.js';
import { ensurePosted } from './ensure-posted.js';
import { lookBack } from './look-back.js';
import { openChannel } from './open-channel.js';
import type { OwedCall, Settlement, Slack } from './ports.js';
import { settlement } from './settlement.js';

/** A `response_url` lives for thirty minutes (Slack, "Handling user interaction"). */
const REPLY_LIFE_MINUTES = 30;

export interface DeliverPorts extends DraftPorts {
  readonly slack: Slack;
  /** Name or id of the announcement channel, or null for none. */
  readonly announceChannel: string | null;
}

const PAID: Settlement = { kind: 'paid' };
const noChannel: Settlement = { kind: 'never', reason: 'the incident has no channel' };

/** Pays one debt to Slack: renders what is to be seen as things stand now, and sends it once. */
export function deliver(ports: DeliverPorts) {
  let announcing: ChannelId | null = null;

  return async function pay(call: OwedCall): Promise<Settlement> {
    const { effect } = call;
    if (effect.kind === 'reply') return payReply(call, effect.to, effect.message);
    const incident = call.incident && (await ports.store.incident(call.incident));
    if (!incident) return { kind: 'never', reason: 'the incident is gone' };
    switch (effect.kind) {
      case 'open-channel':
        return openChannel(ports, call, incident);
      case 'declared-reply':
        return payReply(call, effect.to, await whereItIs(incident));
      case 'look-back':
        return lookBack(ports, call, incident, effect);
      case 'announcement':
        return announce(call, incident, announcement(incident, await peopleOf(incident)), null);
      case 'announce-update':
        return announceUpdate(call, incident, effect.seq);
      case 'redraft':
        await redraftIfGrown(ports, incident.id);
        return PAID;
      case 'set-topic':
      case 'invite':
      case 'card':
      case 'pin-card':
      case 'post-update':
      case 'draft-card':
      case 'draft-file':
        return incident.channel ? inChannel(call, incident, incident.channel, effect) : noChannel;
    }
  };

  async function inChannel(
    call: OwedCall,
    incident: Incident,
    channel: ChannelId,
    effect: Extract<
      OwedCall['effect'],
      { kind: 'set-topic' | 'invite' | 'card' | 'pin-card' | 'post-update' | 'draft-card' | 'draft-file' }
    >,
  ): Promise<Settlement> {
    const { slack, clock } = ports;
    const place = { channel, threadTs: null };
    switch (effect.kind) {
      case 'set-topic': {
        const people = await peopleOf(incident);
        const lead = incident.lead && (people.get(incident.lead)?.name ?? null);
        return settlement(await slack.setTopic(channel, topicOf(incident, lead)), call, clock);
      }
      case 'invite':
        return settlement(await slack.invite(channel, effect.user), call, clock);
      case 'card':
        return payCard(call, incident, channel);
      case 'pin-card':
        return settlement(await slack.pin(channel, effect.ts), call, clock);
      case 'post-update': {
        const message = await updateText(incident, effect.seq);
        return message ? ensurePosted(ports, call, place, message) : PAID;
      }
      case 'draft-card': {
        const draft = await makeDraft(ports, incident, incident.draftVersion);
        return ensurePosted(ports, call, place, draftCard(draft.document));
      }
      case 'draft-file':
        return uploadDraft(call, incident, channel, effect.version);
    }
  }

  async function uploadDraft(
    call: OwedCall,
    incident: Incident,
    channel: ChannelId,
    version: number,
  ): Promise<Settlement> {
    // A newer draft has overtaken this one: its own file will follow.
    if (incident.draftVersion > version) return PAID;
    const card = await ports.store.posted(incident.workspace, `draft-card:${incident.id}`);
    const threadTs = card?.ts ?? null;
    const draft = await makeDraft(ports, incident, version);
    const name = `${incidentName(incident).toLowerCase()}-postmortem-v${version}.md`;
    if (call.interrupted) {
      const there = await ports.slack.findFile(channel, threadTs, name, call.owedAt);
      if (!there.ok) return settlement(there, call, ports.clock);
      if (there.value) return PAID;
    }
    const file = {
      name,
      title: `Postmortem ${incidentName(incident)}, draft ${version}`,
      content: draft.markdown,
    };
    return settlement(await ports.slack.uploadFile(channel, threadTs, file), call, ports.clock);
  }

  /** The card, and once it stands the debt to pin it. */
  async function payCard(call: OwedCall, incident: Incident, channel: ChannelId): Promise<Settlement> {
    const message = incidentCard(incident, await peopleOf(incident));
    const settled = await ensurePosted(ports, call, { channel, threadTs: null }, message);
    if (settled.kind !== 'paid' || !settled.posted || call.posted) return settled;
    const pin = pinCard(incident, settled.posted.ts);
    await ports.store.transaction((changes) => changes.owe(incident.workspace, [pin], ports.clock.now()));
    return settled;
  }

  async function announceUpdate(call: OwedCall, incident: Incident, seq: number): Promise<Settlement> {
    const under = await ports.store.posted(incident.workspace, `announcement:${incident.id}`);
    const message = await updateText(incident, seq);
    return under && message ? announce(call, incident, message, under.ts) : PAID;
  }

  async function announce(
    call: OwedCall,
    incident: Incident,
    message: Message,
    threadTs: Parameters<typeof ensurePosted>[2]['threadTs'],
  ): Promise<Settlement> {
    if (ports.announceChannel === null || incident.private) return PAID;
    if (announcing === null) {
      const found = await ports.slack.channelNamed(ports.announceChannel);
      if (!found.ok) return settlement(found, call, ports.clock);
      if (found.value === null) return { kind: 'never', reason: 'the announcement channel does not exist' };
      announcing = found.value;
      // Refused where it is private: then somebody has invited us, or posting will say so.
      await ports.slack.join(announcing);
    }
    return ensurePosted(ports, call, { channel: announcing, threadTs }, message);
  }

  async function updateText(incident: Incident, seq: number): Promise<Message | null> {
    const logged = (await ports.store.log(incident.id)).find((line) => line.seq === seq);
    return logged?.event.kind === 'update-posted'
      ? updateMessage(incident, logged.event, await peopleOf(incident))
      : null;
  }

  function peopleOf(incident: Incident) {
    return ports.directory.people(incident.workspace, peopleIn({ incident, entries: [], followUps: [] }));
  }

  async function whereItIs(incident: Incident): Promise<Message> {
    if (incident.channel) return declared(incident);
    return channelTrouble(
      incident,
      await ports.store.refusal(incident.workspace, `open-channel:${incident.id}`),
    );
  }

  /** Sent again when its fate is unknown: a reply seen twice is better than a person left without one. */
  async function payReply(
    call: OwedCall,
    to: Parameters<Slack['reply']>[0],
    message: Message,
  ): Promise<Settlement> {
    if (isAfter(ports.clock.now(), addMinutes(call.owedAt, REPLY_LIFE_MINUTES))) {
      return { kind: 'never', reason: 'too late for a reply' };
    }
    const answer = await ports.slack.reply(to, message);
    // The address may be used up; the person is still there.
    if (answer.ok || answer.verdict !== 'never' || to.kind === 'ephemeral') {
      return settlement(answer, call, ports.clock);
    }
    const instead = { kind: 'ephemeral', channel: to.channel, user: to.user, threadTs: null } as const;
    return settlement(await ports.slack.reply(instead, message), call, ports.clock);
  }
}

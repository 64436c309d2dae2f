import type { CommandDelivery, ReceivedDelivery } from '../core/delivery.js';
import { type Debt, incidentLane, type Message, replyLane } from '../core/effects.js';
import { parse, type Request } from '../core/grammar/parse.js';
import { deliveryEntryId } from '../core/ids.js';
import type { Declaration, IncidentCommand } from '../core/incident/commands.js';
import { consequences } from '../core/incident/consequences.js';
import { decide, declare } from '../core/incident/decide.js';
import { begin } from '../core/incident/evolve.js';
import { type Incident, isOpen } from '../core/incident/incident.js';
import { redraft } from '../core/incident/redraft.js';
import { mentionsIn } from '../core/slack-text.js';
import { receipt } from '../render/messages/receipt.js';
import { refused } from '../render/messages/refusal.js';
import { carryOut, keepEntry } from './carry-out.js';
import type { Directory } from './directory.js';
import type { Changes, Clock, Ids, Store } from './ports.js';
import { recordFact } from './record-fact.js';
import { type ShowPorts, show } from './show.js';

export interface RunCommandPorts extends ShowPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly directory: Directory;
  /** IANA zone in which new incidents show their times. */
  readonly zone: string;
}

type Received = ReceivedDelivery & { readonly delivery: CommandDelivery };

/**
 * Runs one command: reads it, decides, and saves the deed, the reply that is owed for it and the end of the
 * delivery in one transaction. What Slack must be asked (names, zones) is asked before that.
 */
export function runCommand(ports: RunCommandPorts) {
  /** `finish` takes the delivery out of the inbox; false when somebody else has carried it out meanwhile. */
  return async function run(
    received: Received,
    finish: (changes: Changes) => Promise<boolean>,
  ): Promise<void> {
    const { workspace, delivery } = received;
    const speaker = await ports.directory.person(workspace, delivery.user);
    const here = await ports.store.incidentInChannel(workspace, delivery.channel);
    const request = parse(delivery.text, {
      now: received.receivedAt,
      speaker: delivery.user,
      speakerZone: speaker?.zone ?? here?.zone ?? ports.zone,
      incidentZone: here?.zone ?? ports.zone,
      inIncident: here !== null,
    });
    const shown = await showing(request);

    await ports.store.transaction(async (changes) => {
      if (await finish(changes)) await obey(changes, request, received, here, shown);
    });

    /** Reading needs no lock and may ask Slack for names, so it is done before the transaction. */
    async function showing(asked: Request): Promise<Message | null> {
      if (asked.kind !== 'show') return null;
      return show(ports, asked.show, { workspace, here, now: received.receivedAt, user: delivery.user });
    }
  };

  async function obey(
    changes: Changes,
    request: Request,
    received: Received,
    here: Incident | null,
    shown: Message | null,
  ): Promise<void> {
    switch (request.kind) {
      case 'refused':
        if (request.refusal.kind === 'unknown-verb') await keepAsMessage(changes, received);
        return reply(changes, received, refused(request.refusal));
      case 'show':
        return shown ? reply(changes, received, shown) : undefined;
      case 'declare':
        return open(changes, request.declaration, received);
      case 'change':
        return change(changes, request.command, received, here);
    }
  }

  /** "@debrief it is back up" is no command, but it was said: it goes into the record as what it is. */
  async function keepAsMessage(changes: Changes, { workspace, key, delivery, receivedAt }: Received) {
    const { message, channel, user, threadTs, masked } = delivery;
    if (!message) return;
    const content = {
      author: { kind: 'person', user } as const,
      text: message.text,
      threadTs: threadTs === message.ts ? null : threadTs,
      files: [],
      masked,
    };
    const fact = { kind: 'message-posted', channel, ts: message.ts, message: content } as const;
    await recordFact(changes, fact, { workspace, key, recordedAt: receivedAt });
  }

  async function open(
    changes: Changes,
    asked: Omit<Declaration, 'origin'>,
    received: Received,
  ): Promise<void> {
    const { workspace, delivery, key, receivedAt } = received;
    const number = await changes.nextIncidentNumber(workspace);
    const act = { by: delivery.user, at: receivedAt, entry: deliveryEntryId(key) };
    const [declared, ...more] = declare({ ...asked, origin: delivery.channel }, act, { zone: ports.zone });
    if (declared.kind !== 'declared') throw new Error('A declaration must begin with being declared');

    const incident = begin(declared, { id: ports.ids.incident(), workspace, number, seq: 1 });
    await changes.insertIncident(incident);
    await changes.appendToLog(workspace, incident.id, [{ seq: 1, event: declared }]);
    const cause = { key, channel: delivery.channel, masked: delivery.masked };
    await keepEntry(changes, incident, declared, receivedAt, cause);
    await changes.owe(workspace, consequences(null, declared, incident), receivedAt);
    const told: Debt = {
      key: `declared-reply:${incident.id}`,
      lane: incidentLane(incident.id),
      incident: incident.id,
      effect: { kind: 'declared-reply', to: delivery.replyTo },
      standing: false,
    };
    await changes.owe(workspace, [told], receivedAt);
    await carryOut(changes, incident, more, receivedAt, cause);
  }

  async function change(
    changes: Changes,
    command: IncidentCommand,
    received: Received,
    here: Incident | null,
  ): Promise<void> {
    const { workspace, delivery, key, receivedAt } = received;
    const incident = here && (await changes.lockIncident(here.id));
    if (!incident) return reply(changes, received, refused({ kind: 'not-an-incident-channel' }));

    const act = { by: delivery.user, at: receivedAt, entry: deliveryEntryId(key) };
    const decision = decide(incident, command, act, { followUps: await changes.followUps(incident.id) });
    if (!decision.ok) return reply(changes, received, refused(decision.refusal));

    const cause = { key, channel: delivery.channel, masked: delivery.masked };
    const after = await carryOut(changes, incident, decision.events, receivedAt, cause);
    const drafted = after.draftVersion > incident.draftVersion;
    if (!isOpen(after) && after.draftVersion > 0 && !drafted) {
      await changes.owe(workspace, [redraft(after, receivedAt)], receivedAt);
    }
    const [event] = decision.events;
    const people = await changes.people(workspace, mentionsIn(delivery.text));
    await reply(changes, received, receipt(event, after, { masked: delivery.masked, people }));
  }

  function reply(changes: Changes, received: Received, message: Message): Promise<void> {
    const { workspace, key, delivery, receivedAt } = received;
    const debt: Debt = {
      key: `reply:${key}`,
      lane: replyLane(key),
      incident: null,
      effect: { kind: 'reply', to: delivery.replyTo, message },
      standing: false,
    };
    return changes.owe(workspace, [debt], receivedAt);
  }
}

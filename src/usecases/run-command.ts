import { debt } from '../core/debt.js';
import { DRILLS } from '../core/drill/scripts.js';
import type { Request } from '../core/grammar/request.js';
import type { UserId } from '../core/ids.js';
import type { Incident } from '../core/incident/incident.js';
import { similarIncidents } from '../core/incident/similar.js';
import type { ExportFormat } from '../core/postmortem/export-format.js';
import { exporting } from '../render/messages/exporting.js';
import { similar } from '../render/messages/similar.js';
import { adoptChannel } from './adopt-channel.js';
import { type Asking, answer, askingOf, type ReceivedAsking, refuse } from './asking.js';
import { changeIncident } from './change-incident.js';
import type { Directory } from './directory.js';
import { joinIncident } from './join-incident.js';
import { declaredReply, openIncident, playDrill } from './open-incident.js';
import type { Changes, Ids, Slack, Store } from './ports.js';
import { recordFact } from './record-fact.js';
import { type ShowPorts, show } from './show/show.js';
import { understand } from './understand.js';

export interface RunCommandPorts extends ShowPorts {
  readonly store: Store;
  readonly slack: Slack;
  readonly ids: Ids;
  readonly directory: Directory;
  /** IANA zone in which new incidents show their times. */
  readonly zone: string;
  /** The user that we are, or null while Slack has not told us. */
  botUser(): UserId | null;
}

/** What is to be done in the transaction that takes the delivery out of the inbox. */
type Deed = (changes: Changes) => Promise<void>;

/**
 * Runs one command: reads it, decides, and saves the deed, the reply that is owed for it and the end of the
 * delivery in one transaction. What Slack must be asked (names, zones, a channel to adopt) is asked before that.
 */
export function runCommand(ports: RunCommandPorts) {
  /** `finish` takes the delivery out of the inbox; false when somebody else has carried it out meanwhile. */
  return async function run(
    received: ReceivedAsking,
    finish: (changes: Changes) => Promise<boolean>,
  ): Promise<void> {
    const asking = askingOf(received);
    const { request, incident } = await understand(ports, received);
    const deed = await prepare(request, incident, asking, received);
    await ports.store.transaction(async (changes) => {
      if (await finish(changes)) await deed(changes);
    });
  };

  /** Reading needs no lock and may ask Slack, so it is done here, before the transaction. */
  async function prepare(
    request: Request,
    incident: Incident | null,
    asking: Asking,
    received: ReceivedAsking,
  ): Promise<Deed> {
    switch (request.kind) {
      case 'refused':
        return async (changes) => {
          if (request.refusal.kind === 'unknown-verb') await keepAsMessage(changes, received);
          await refuse(changes, asking, request.refusal, incident?.number ?? null);
        };
      case 'show': {
        const message = await show(ports, request.show, { ...asking, incident });
        return (changes) => answer(changes, asking, message);
      }
      case 'form':
        return (changes) => askForm(changes, request, incident, asking);
      case 'declare':
        return declare(request, asking);
      case 'adopt':
        return adoptChannel(ports, request, asking);
      case 'export':
        return exportDraft(request.format, incident, asking);
      case 'drill':
        return drill(request.script, asking);
      case 'change':
        if (!incident) return (changes) => refuse(changes, asking, { kind: 'not-an-incident-channel' });
        if (request.command.kind === 'join') return joinIncident(ports, incident, asking);
        return changeIncident(request.command, incident, asking, mentionedIn(received));
    }
  }

  async function declare(
    { declaration }: Extract<Request, { kind: 'declare' }>,
    asking: Asking,
  ): Promise<Deed> {
    return async (changes) => {
      const open = await changes.incidentsSeenBy(asking.workspace, {
        scope: 'open',
        reader: asking.user,
        limit: SIMILAR_AMONG,
        offset: 0,
      });
      const alike = similarIncidents(
        declaration.title,
        open.items.filter((other) => !other.drill),
      );
      const incident = await openIncident(ports, changes, { ...declaration, origin: asking.channel }, asking);
      await changes.owe(asking.workspace, [declaredReply(incident.id, asking)], asking.receivedAt);
      if (alike.length > 0) await answer(changes, asking, similar(incident, alike));
    };
  }

  function drill(asked: string | null, asking: Asking): Deed {
    const scripts = DRILLS.map(({ name }) => name);
    const script = DRILLS.find(({ name }) => name === (asked ?? scripts[0]));
    if (!script) {
      return (changes) => refuse(changes, asking, { kind: 'no-such-script', said: asked ?? '', scripts });
    }
    return async (changes) => {
      const { title, severity, name } = script;
      const declaration = {
        title,
        severity,
        private: false,
        startedAt: null,
        origin: null,
        drill: true,
        impact: '',
      };
      const incident = await openIncident(ports, changes, declaration, asking);
      const debts = [declaredReply(incident.id, asking), playDrill(incident.id, name)];
      await changes.owe(asking.workspace, debts, asking.receivedAt);
    };
  }
}

function exportDraft(format: ExportFormat, incident: Incident | null, asking: Asking): Deed {
  if (!incident) return (changes) => refuse(changes, asking, { kind: 'not-an-incident-channel' });
  if (incident.draftVersion === 0) return (changes) => refuse(changes, asking, { kind: 'no-draft' });
  const file = debt(incident.id, `export:${asking.key}`, { kind: 'export-file', format });
  return async (changes) => {
    await changes.owe(asking.workspace, [file], asking.receivedAt);
    await answer(changes, asking, exporting(incident, format));
  };
}

/** Open incidents looked through for one that sounds alike; more are never open at once in earnest. */
const SIMILAR_AMONG = 50;

/** Forms about an incident need one; the form to declare does not. */
async function askForm(
  changes: Changes,
  { form, otherwise }: Extract<Request, { kind: 'form' }>,
  incident: Incident | null,
  asking: Asking,
): Promise<void> {
  if (asking.trigger === null) return refuse(changes, asking, otherwise, incident?.number ?? null);
  if (form.name !== 'declare' && !incident) {
    return refuse(changes, asking, { kind: 'not-an-incident-channel' });
  }
  const { key, channel, trigger, replyTo: to } = asking;
  const about = form.name === 'declare' ? null : (incident?.id ?? null);
  const opened = debt(about, `form:${key}`, { kind: 'open-form', trigger, form, channel, to });
  await changes.owe(asking.workspace, [opened], asking.receivedAt);
}

/** "@debrief it is back up" is no command, but it was said: it goes into the record as what it is. */
async function keepAsMessage(
  changes: Changes,
  { workspace, key, delivery, receivedAt }: ReceivedAsking,
): Promise<void> {
  if (delivery.kind !== 'command' || !delivery.message || !delivery.channel) return;
  const { message, channel, user, threadTs, masked } = delivery;
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

const mentionedIn = ({ delivery }: ReceivedAsking): string =>
  delivery.kind === 'command' ? delivery.text : delivery.kind === 'form' ? JSON.stringify(delivery.form) : '';

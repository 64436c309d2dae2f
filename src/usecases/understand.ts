import type {
  CommandDelivery,
  FormDelivery,
  MessageShortcutDelivery,
  ReceivedDelivery,
} from '../core/delivery.js';
import { readAddress } from '../core/grammar/address.js';
import { requestOfForm } from '../core/grammar/form-request.js';
import { parse } from '../core/grammar/parse.js';
import type { Request } from '../core/grammar/request.js';
import type { UserId } from '../core/ids.js';
import type { IncidentCommand } from '../core/incident/commands.js';
import type { Incident } from '../core/incident/incident.js';
import type { ReceivedAsking } from './asking.js';
import type { Directory } from './directory.js';
import type { Store } from './ports.js';
import { visible } from './visible.js';

export interface UnderstandPorts {
  readonly store: Store;
  readonly directory: Directory;
  /** IANA zone of those whose own is not known, outside an incident. */
  readonly zone: string;
  /** The user that we are, or null while Slack has not told us. */
  botUser(): UserId | null;
}

/** What is asked, and of which incident: the one that was addressed, or that of the channel. */
export interface Understood {
  readonly request: Request;
  readonly incident: Incident | null;
}

type Received<D> = ReceivedDelivery & { readonly delivery: D };

/** Reads what somebody typed, pressed or filled in. An incident that they may not see does not exist for them. */
export function understand(ports: UnderstandPorts, received: ReceivedAsking): Promise<Understood> {
  const { delivery } = received;
  switch (delivery.kind) {
    case 'command':
      return readCommand(ports, { ...received, delivery });
    case 'form':
      return readForm(ports, { ...received, delivery });
    case 'message-shortcut':
      return readShortcut(ports, { ...received, delivery });
  }
}

async function readCommand(
  ports: UnderstandPorts,
  { workspace, receivedAt, delivery }: Received<CommandDelivery>,
): Promise<Understood> {
  const { user, channel } = delivery;
  const address = readAddress(delivery.text);
  const here = channel && (await ports.store.incidentInChannel(workspace, channel));
  const incident =
    address.incident === null
      ? here
      : await visible(
          ports.store,
          await ports.store.incidentNumbered(workspace, address.incident),
          user,
          here,
        );
  if (address.incident !== null && incident === null) return noSuchIncident(address.incident);

  const speaker = await ports.directory.person(workspace, user);
  const request = parse(address.rest, {
    now: receivedAt,
    speaker: user,
    speakerZone: speaker?.zone ?? incident?.zone ?? ports.zone,
    incidentZone: incident?.zone ?? ports.zone,
    inIncident: incident !== null,
  });
  if (namesBot(request, ports.botUser())) {
    return { request: { kind: 'refused', refusal: { kind: 'person-is-bot' } }, incident };
  }
  return { request, incident: await goesOnIn(ports.store, incident, address.incident, request) };
}

/** Whether the bot itself is to lead, to own or to be called. */
function namesBot(request: Request, bot: UserId | null): boolean {
  if (bot === null || request.kind !== 'change') return false;
  const { command } = request;
  if ('user' in command) return command.user === bot;
  if (command.kind === 'escalate') return command.users.includes(bot);
  return command.kind === 'add-follow-up' && command.owner === bot;
}

/** What adds to the record of a merged incident is meant for the one in which it goes on. */
const ADDS: ReadonlySet<IncidentCommand['kind']> = new Set(['state', 'add-follow-up', 'post-update']);

/** The incident that is meant: a merged one's channel speaks for the other, unless it was named itself. */
async function goesOnIn(
  store: Store,
  incident: Incident | null,
  named: number | null,
  request: Request,
): Promise<Incident | null> {
  if (!incident || incident.mergedInto === null || named !== null) return incident;
  if (request.kind !== 'change' || !ADDS.has(request.command.kind)) return incident;
  return (await store.incidentNumbered(incident.workspace, incident.mergedInto)) ?? incident;
}

async function readForm(
  ports: UnderstandPorts,
  { workspace, receivedAt, delivery }: Received<FormDelivery>,
): Promise<Understood> {
  const { incident: number, request } = requestOfForm(delivery.form, receivedAt);
  if (number === null) return { request, incident: null };
  const found = await ports.store.incidentNumbered(workspace, number);
  const incident = await visible(ports.store, found, delivery.user, null);
  return incident === null ? noSuchIncident(number) : { request, incident };
}

async function readShortcut(
  ports: UnderstandPorts,
  { workspace, delivery }: Received<MessageShortcutDelivery>,
): Promise<Understood> {
  const { channel, ts, threadTs, text } = delivery;
  const incident = await ports.store.incidentInChannel(workspace, channel);
  const otherwise = { kind: 'not-an-incident-channel' } as const;
  if (!incident) return { request: { kind: 'refused', refusal: otherwise }, incident };
  const form = { name: 'statement', what: 'note', message: { channel, ts, threadTs, text } } as const;
  return { request: { kind: 'form', form, otherwise }, incident };
}

const noSuchIncident = (number: number): Understood => ({
  request: { kind: 'refused', refusal: { kind: 'no-such-incident', number } },
  incident: null,
});

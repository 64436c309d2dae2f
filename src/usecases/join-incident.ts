import { invite } from '../core/incident/debts.js';
import type { Incident } from '../core/incident/incident.js';
import { type Asking, answer } from './asking.js';
import { type BriefPorts, briefFor } from './briefing.js';
import type { Changes } from './ports.js';

/** Lets somebody into the incident's channel and tells them where things stand. */
export async function joinIncident(
  ports: BriefPorts,
  incident: Incident,
  asking: Asking,
): Promise<(changes: Changes) => Promise<void>> {
  const { workspace, user, receivedAt } = asking;
  const message = await briefFor(ports, incident, { occasion: 'asked', by: null });
  return async (changes) => {
    const isInside = incident.channel !== null && (await changes.isMember(workspace, incident.channel, user));
    if (!isInside) await changes.owe(workspace, invite(incident, user), receivedAt);
    await answer(changes, asking, message);
  };
}

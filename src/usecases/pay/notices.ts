import type { Message } from '../../core/effects.js';
import { isOpen } from '../../core/incident/incident.js';
import { closingNotice } from '../../render/messages/closing-notice.js';
import { mergeNotice } from '../../render/messages/merge-notice.js';
import { peopleOf } from '../people-of.js';
import type { Settlement } from '../ports.js';
import { ensurePosted } from './ensure-posted.js';
import { isWithinBudget, postpone } from './noise-budget.js';
import { type DueInChannel, PAID, type PayPorts } from './payer.js';

/** Says in the channel that it will be archived; nothing where somebody has kept it open since. */
export async function payClosingNotice(ports: PayPorts, due: DueInChannel): Promise<Settlement> {
  const { incident } = due;
  if (incident.closingAt === null || isOpen(incident)) return PAID;
  return notice(ports, due, closingNotice(incident, await peopleOf(ports, incident)));
}

/** Says in the channel of a merged incident where it goes on. */
export async function payMergeNotice(ports: PayPorts, due: DueInChannel): Promise<Settlement> {
  const { incident } = due;
  if (incident.mergedInto === null) return PAID;
  const into = await ports.store.incidentNumbered(incident.workspace, incident.mergedInto);
  // A private incident is not named where everybody can read.
  if (!into || (into.private && !incident.private)) return PAID;
  return notice(ports, due, mergeNotice(incident, into, await peopleOf(ports, incident)));
}

async function notice(ports: PayPorts, due: DueInChannel, message: Message): Promise<Settlement> {
  if (!(await isWithinBudget(ports, due))) return postpone(ports, due.call);
  return ensurePosted(ports, due.call, { channel: due.channel, threadTs: null }, message);
}

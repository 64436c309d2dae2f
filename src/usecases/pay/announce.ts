import type { Message } from '../../core/effects.js';
import type { ChannelId, MessageTs } from '../../core/ids.js';
import { isAnnounced } from '../../core/incident/debts.js';
import { announcement } from '../../render/messages/announcement.js';
import { peopleOf } from '../people-of.js';
import type { Answer, Settlement } from '../ports.js';
import { ensurePosted } from './ensure-posted.js';
import { messageOfEvent } from './logged-posts.js';
import { type Due, type EffectOf, never, PAID, type PayPorts } from './payer.js';
import { settlement } from './settlement.js';

/** Tells the workspace of an incident, in one message edited in place, and of its updates in that one's thread. */
export function announcer(ports: PayPorts) {
  let known: ChannelId | null = null;
  return { payAnnouncement, payAnnounceUpdate };

  async function payAnnouncement(due: Due): Promise<Settlement> {
    const { incident } = due;
    if (!isAnnounced(incident)) return PAID;
    return say(due, announcement(incident, await peopleOf(ports, incident)), null);
  }

  async function payAnnounceUpdate(due: Due, { seq }: EffectOf<'announce-update'>): Promise<Settlement> {
    const { incident } = due;
    if (!isAnnounced(incident)) return PAID;
    const under = await ports.store.posted(incident.workspace, `announcement:${incident.id}`);
    const message = await messageOfEvent(ports, incident, seq);
    return under && message ? say(due, message, under.ts) : PAID;
  }

  async function say({ call }: Due, message: Message, threadTs: MessageTs | null): Promise<Settlement> {
    if (ports.announceChannel === null) return PAID;
    const place = await whereToAnnounce(ports.announceChannel);
    if (!place.ok) return settlement(place, call, ports.clock);
    if (place.value === null) return never('the announcement channel does not exist');
    return ensurePosted(ports, call, { channel: place.value, threadTs }, message);
  }

  /** Looked up once. A public channel is joined, so that what we posted there can be found again. */
  async function whereToAnnounce(nameOrId: string): Promise<Answer<ChannelId | null>> {
    if (known !== null) return { ok: true, value: known };
    const found = await ports.slack.channelNamed(nameOrId);
    if (!found.ok || found.value === null) return found;
    const info = await ports.slack.channelInfo(found.value);
    if (!info.ok && info.verdict !== 'never') return info;
    if (info.ok && info.value.kind === 'public' && !info.value.isMember) {
      const joined = await ports.slack.join(found.value);
      if (!joined.ok && joined.verdict !== 'never') return joined;
    }
    known = found.value;
    return found;
  }
}

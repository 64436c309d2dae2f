import type { ChannelId, UserId } from '../core/ids.js';
import { messageTs } from '../core/ids.js';
import type { Refusal } from '../core/refusal.js';
import { stampOf } from '../core/time/stamp.js';
import { type Asking, refuse } from './asking.js';
import { capturePast, type OpenPorts, openIncident } from './open-incident.js';
import type { Answer, Changes, ChannelInfo, Slack, Store } from './ports.js';

export interface AdoptPorts extends OpenPorts {
  readonly store: Store;
  readonly slack: Slack;
}

/** A channel that can be adopted, and who is in it where that decides who may see the incident. */
interface Adoptable {
  readonly info: ChannelInfo;
  readonly members: readonly UserId[];
}

/**
 * Makes the channel in which it was asked an incident's channel. Slack is asked before the transaction: whether
 * it is private must be known before a single line is written.
 */
export async function adoptChannel(
  ports: AdoptPorts,
  asked: { readonly title: string | null; readonly since: Date | null },
  asking: Asking,
): Promise<(changes: Changes) => Promise<void>> {
  const { channel } = asking;
  const no = (refusal: Refusal) => (changes: Changes) => refuse(changes, asking, refusal);
  if (channel === null) return no({ kind: 'adopt-impossible', why: 'direct' });
  const looked = await lookAt(ports.slack, channel);
  if ('refusal' in looked) return no(looked.refusal);

  return async (changes) => {
    const there = await changes.incidentInChannel(asking.workspace, channel);
    if (there) return refuse(changes, asking, { kind: 'already-incident', number: there.number });
    const { info, members } = looked;
    const declaration = {
      title: asked.title ?? info.name,
      severity: null,
      private: info.kind === 'private',
      startedAt: null,
      origin: null,
      drill: false,
      impact: '',
    };
    const opened = {
      kind: 'channel-opened',
      at: asking.receivedAt,
      channel,
      channelName: info.name,
      adopted: true,
    } as const;
    const at = stampOf(asking.receivedAt);
    for (const user of members)
      await changes.saveMembership(asking.workspace, channel, user, { isIn: true, at: messageTs(at) });
    const incident = await openIncident(ports, changes, declaration, asking, [opened]);
    await changes.owe(asking.workspace, [capturePast(incident.id, asked.since, asking)], asking.receivedAt);
  };
}

async function lookAt(slack: Slack, channel: ChannelId): Promise<Adoptable | { refusal: Refusal }> {
  const impossible = (why: Extract<Refusal, { kind: 'adopt-impossible' }>['why']) => ({
    refusal: { kind: 'adopt-impossible', why } as const,
  });
  const whyNot = (answer: Extract<Answer<unknown>, { ok: false }>) =>
    impossible(answer.verdict === 'never' ? 'not-a-member' : 'unreachable');

  const info = await slack.channelInfo(channel);
  if (!info.ok) return whyNot(info);
  if (info.value.kind === 'direct') return impossible('direct');
  if (info.value.isArchived) return impossible('archived');
  if (!info.value.isMember) {
    if (info.value.kind === 'private') return impossible('not-a-member');
    const joined = await slack.join(channel);
    if (!joined.ok) return whyNot(joined);
  }
  const members = await slack.members(channel);
  return members.ok ? { info: info.value, members: members.value } : whyNot(members);
}

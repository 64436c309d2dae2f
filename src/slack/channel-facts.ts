import { z } from 'zod';
import { channelId, messageTs, userId } from '../core/ids.js';
import { maskSecrets } from '../core/masking/mask-secrets.js';
import { plainText } from '../core/slack-text.js';
import type { SlackFact } from '../core/timeline/facts.js';
import { Stamp, withoutInvisible } from './message-content.js';
import type { Self } from './self.js';

type Changed = Extract<SlackFact, { kind: 'channel-changed' }>;

/** Slack tells of these by messages of its own, under either name in private channels. */
const CHANGES: ReadonlyMap<string, Changed['what']> = new Map([
  ['channel_topic', 'topic'],
  ['group_topic', 'topic'],
  ['channel_name', 'renamed'],
  ['group_name', 'renamed'],
  ['channel_archive', 'archived'],
  ['group_archive', 'archived'],
  ['channel_unarchive', 'unarchived'],
  ['group_unarchive', 'unarchived'],
]);
const Notice = z.object({
  subtype: z.string(),
  channel: z.string(),
  user: z.string(),
  ts: Stamp,
  event_ts: Stamp.nullish().catch(null),
  topic: z.string().nullish().catch(null),
  name: z.string().nullish().catch(null),
});
const MemberEvent = z.object({
  type: z.enum(['member_joined_channel', 'member_left_channel']),
  user: z.string(),
  channel: z.string(),
  event_ts: Stamp,
});

/** A notice of Slack that somebody else than us changed the channel itself, or null for any other message. */
export function factFromNotice(event: unknown, self: Self): Changed | null {
  const parsed = Notice.safeParse(event);
  if (!parsed.success || parsed.data.user === self.botUser) return null;
  const { subtype, channel, user, ts, event_ts, topic, name } = parsed.data;
  const what = CHANGES.get(subtype);
  if (what === undefined) return null;
  const said = what === 'topic' ? topic : what === 'renamed' ? name : null;
  return {
    kind: 'channel-changed',
    what,
    channel: channelId(channel),
    user: userId(user),
    at: messageTs(event_ts ?? ts),
    text: maskSecrets(withoutInvisible(plainText(said ?? ''))).text,
  };
}

/** Somebody else than us came or went. */
export function factFromMember(event: unknown, self: Self): SlackFact | null {
  const parsed = MemberEvent.safeParse(event);
  if (!parsed.success || parsed.data.user === self.botUser) return null;
  const { type, user, channel, event_ts } = parsed.data;
  return {
    kind: type === 'member_joined_channel' ? 'member-joined' : 'member-left',
    channel: channelId(channel),
    user: userId(user),
    at: messageTs(event_ts),
  };
}

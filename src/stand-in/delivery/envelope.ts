import { channelType } from '../channel-shape.js';
import { epochSeconds } from '../clock.js';
import type { Channel, Fields, World } from '../world.js';

/** The name under which an app subscribes to an event: messages by the kind of their channel. */
export function subscriptionName(event: Fields, channel: Channel | null): string {
  if (event['type'] !== 'message' || !channel) return String(event['type']);
  const suffix = { channel: 'channels', group: 'groups', im: 'im' }[channelType(channel)];
  return `message.${suffix}`;
}

/** The outer part of every event of the Events API. */
export function envelope(
  world: Pick<World, 'clock' | 'ids' | 'team' | 'app'>,
  event: Fields,
  channel: Channel | null,
): Fields {
  const { team, app } = world;
  return {
    token: 'verification-token',
    team_id: team.id,
    api_app_id: app.id,
    event,
    type: 'event_callback',
    event_id: world.ids.next('Ev'),
    event_time: epochSeconds(world.clock.now()),
    authorizations: [
      {
        enterprise_id: null,
        team_id: team.id,
        user_id: app.botUser,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `1-${String(event['type'])}-${team.id}${channel ? `-${channel.id}` : ''}`,
  };
}

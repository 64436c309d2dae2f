import { epochSeconds } from '../clock.js';
import { done, joinedChannel, type Route, refuse, scoped } from './route.js';

export const bookmarkRoutes: readonly Route[] = [
  {
    method: 'bookmarks.add',
    token: 'bot',
    required: ['channel_id', 'title', 'type'],
    scopes: scoped('bookmarks:write'),
    handle(call) {
      const { world, args } = call;
      const channel = joinedChannel(call, 'channel_not_found', 'channel_id');
      if ('refusal' in channel) return channel.refusal;
      if (args.text('type') !== 'link') return refuse('invalid_bookmark_type');
      const link = args.text('link') ?? '';
      if (!/^(https?|mailto):/.test(link)) return refuse('invalid_link');
      if (channel.is.bookmarks.length >= 100) return refuse('too_many_bookmarks');
      const now = epochSeconds(world.clock.now());
      const bookmark = {
        id: world.ids.next('Bk'),
        channel_id: channel.is.id,
        title: args.text('title') ?? '',
        link,
        emoji: args.text('emoji') ?? '',
        icon_url: null,
        entity_id: null,
        type: 'link',
        date_created: now,
        date_updated: 0,
        rank: String(channel.is.bookmarks.length),
        last_updated_by_user_id: world.app.botUser,
        last_updated_by_team_id: world.team.id,
        shortcut_id: null,
        app_id: null,
      };
      channel.is.bookmarks.push(bookmark);
      world.notify({ kind: 'channel-changed', channel: channel.is.id });
      return done({ bookmark });
    },
  },
  {
    method: 'bookmarks.list',
    token: 'bot',
    required: ['channel_id'],
    scopes: scoped('bookmarks:read'),
    handle(call) {
      const channel = joinedChannel(call, 'channel_not_found', 'channel_id');
      if ('refusal' in channel) return channel.refusal;
      return done({ bookmarks: [...channel.is.bookmarks] });
    },
  },
];

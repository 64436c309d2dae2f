import { epochSeconds } from '../clock.js';
import type { Fields, Group, World } from '../world.js';
import { done, type Route, refuse, scoped } from './route.js';

/** Groups of people. */
export const groupRoutes: readonly Route[] = [
  {
    method: 'usergroups.list',
    token: 'bot',
    required: [],
    scopes: scoped('usergroups:read'),
    handle({ world, args }) {
      const withUsers = args.flag('include_users');
      return done({
        usergroups: [...world.groups.values()].map((group) => groupShape(world, group, withUsers)),
      });
    },
  },
  {
    method: 'usergroups.users.list',
    token: 'bot',
    required: ['usergroup'],
    scopes: scoped('usergroups:read'),
    handle({ world, args }) {
      const group = world.groups.get(args.text('usergroup') ?? '');
      return group ? done({ users: [...group.members] }) : refuse('no_such_subteam');
    },
  },
];

function groupShape(world: World, group: Group, withUsers: boolean): Fields {
  const at = epochSeconds(group.createdAt);
  return {
    id: group.id,
    team_id: world.team.id,
    is_usergroup: true,
    is_subteam: true,
    name: group.name,
    description: '',
    handle: group.handle,
    is_external: false,
    date_create: at,
    date_update: at,
    date_delete: 0,
    prefs: { channels: [], groups: [] },
    ...(withUsers && { users: [...group.members] }),
    user_count: group.members.length,
  };
}

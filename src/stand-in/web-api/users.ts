import { epochSeconds } from '../clock.js';
import type { Fields, Person, World } from '../world.js';
import { page } from './pages.js';
import { done, type Route, refuse, scoped } from './route.js';

export const userRoutes: readonly Route[] = [
  {
    method: 'users.info',
    token: 'bot',
    required: ['user'],
    scopes: scoped('users:read'),
    handle({ world, args }) {
      const person = world.people.get(args.text('user') ?? '');
      return person ? done({ user: userShape(world, person) }) : refuse('user_not_found');
    },
  },
  {
    method: 'users.list',
    token: 'bot',
    required: [],
    scopes: scoped('users:read'),
    handle({ world, args }) {
      const found = page(args, [...world.people.values()], 200, 1000);
      if ('refusal' in found) return found.refusal;
      return done({
        members: found.is.items.map((person) => userShape(world, person)),
        cache_ts: epochSeconds(world.clock.now()),
        response_metadata: { next_cursor: found.is.nextCursor },
      });
    },
  },
];

function userShape(world: World, person: Person): Fields {
  const mayReadEmail = world.app.scopes.includes('users:read.email');
  const [first_name = '', ...rest] = person.realName.split(' ');
  return {
    id: person.id,
    team_id: world.team.id,
    name: person.name,
    deleted: false,
    color: '9f69e7',
    real_name: person.realName,
    tz: person.timezone,
    tz_label: zoneLabel(world, person),
    tz_offset: zoneOffset(world, person),
    profile: {
      title: '',
      real_name: person.realName,
      real_name_normalized: person.realName,
      display_name: person.displayName,
      display_name_normalized: person.displayName,
      first_name,
      last_name: rest.join(' '),
      team: world.team.id,
      ...(mayReadEmail && person.email && { email: person.email }),
      ...(person.bot && { bot_id: person.bot.botId, api_app_id: person.bot.appId }),
    },
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: person.bot !== null,
    is_app_user: false,
    updated: 0,
    is_email_confirmed: person.bot === null,
    who_can_share_contact_card: 'EVERYONE',
  };
}

function zonePart(world: World, person: Person, style: 'long' | 'longOffset'): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: person.timezone, timeZoneName: style });
  const parts = format.formatToParts(world.clock.now());
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
}

const zoneLabel = (world: World, person: Person): string => zonePart(world, person, 'long');

/** Seconds east of Greenwich at the present moment of the workspace. */
function zoneOffset(world: World, person: Person): number {
  const [, sign = '+', hours = '0', minutes = '0'] =
    /GMT([+-])(\d{2}):(\d{2})/.exec(zonePart(world, person, 'longOffset')) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

import { done, type Route, refuse, scoped } from './route.js';

export const teamRoutes: readonly Route[] = [
  {
    method: 'team.info',
    token: 'bot',
    required: [],
    scopes: scoped('team:read'),
    handle({ world: { team }, args }) {
      if (args.has('team') && args.text('team') !== team.id) return refuse('team_not_found');
      return done({
        team: {
          id: team.id,
          name: team.name,
          url: `https://${team.domain}.slack.com/`,
          domain: team.domain,
          email_domain: '',
          is_verified: false,
        },
      });
    },
  },
];

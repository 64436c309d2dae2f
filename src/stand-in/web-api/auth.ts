import { done, noScopes, type Route } from './route.js';

/** `appAddress` makes a one-time Socket Mode address. */
export const authRoutes = (appAddress: () => string): readonly Route[] => [
  {
    method: 'api.test',
    token: 'any',
    required: [],
    scopes: noScopes,
    handle({ args }) {
      const error = args.text('error');
      const given = Object.keys(args.given).length > 0 ? { args: args.given } : {};
      return error ? { ok: false, error, ...given } : done(given);
    },
  },
  {
    method: 'auth.test',
    token: 'bot',
    required: [],
    scopes: noScopes,
    handle: ({ world: { team, app, people } }) =>
      done({
        url: `https://${team.domain}.slack.com/`,
        team: team.name,
        user: people.get(app.botUser)?.name,
        team_id: team.id,
        user_id: app.botUser,
        bot_id: app.botId,
        is_enterprise_install: false,
      }),
  },
  {
    method: 'apps.connections.open',
    token: 'app',
    required: [],
    scopes: noScopes,
    handle: () => done({ url: appAddress() }),
  },
];

import type { World } from '../world.js';
import type { Arguments } from './arguments.js';
import { type Answer, type Route, refuse, type Scopes, wrongArguments } from './route.js';

/** Checks token, scopes and required arguments, in Slack's order, then lets the method answer. */
export function answerCall(
  world: World,
  routes: ReadonlyMap<string, Route>,
  asked: { readonly method: string; readonly token: string | null; readonly args: Arguments },
): Answer {
  const route = routes.get(asked.method);
  if (!route) return refuse('unknown_method', { req_method: asked.method });
  const refusal = route.token === 'any' ? null : refusalOfToken(world, route.token, asked.token);
  if (refusal) return refuse(refusal);
  const call = { world, args: asked.args };
  if (route.token === 'bot') {
    const needed = missingScope(world, route.scopes(call));
    if (needed) return refuse('missing_scope', { needed, provided: world.app.scopes.join(',') });
  }
  const missing = route.required.filter((name) => !asked.args.has(name));
  if (missing.length > 0) return wrongArguments(...missing.map((name) => `missing required field: ${name}`));
  return route.handle(call);
}

function refusalOfToken(world: World, wanted: 'bot' | 'app', token: string | null): string | null {
  if (token === null || token === '') return 'not_authed';
  const { botToken, appToken } = world.app;
  if (token === (wanted === 'bot' ? botToken : appToken)) return null;
  return token === botToken || token === appToken ? 'not_allowed_token_type' : 'invalid_auth';
}

function missingScope({ app }: World, groups: Scopes): string | null {
  const lacking = groups.find((anyOf) => !anyOf.some((scope) => app.scopes.includes(scope)));
  return lacking?.[0] ?? null;
}

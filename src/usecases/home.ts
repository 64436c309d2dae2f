import type { Debt } from '../core/effects.js';
import type { UserId } from '../core/ids.js';

/** The debt to draw somebody's App Home anew. */
export function homeDebt(user: UserId, page: number): Debt {
  const key = `home:${user}`;
  return {
    key,
    lane: key,
    incident: null,
    effect: { kind: 'publish-home', user, page },
    standing: true,
  };
}

import { debt } from '../core/debt.js';
import type { Debt } from '../core/effects.js';
import type { UserId } from '../core/ids.js';

/** The debt to draw somebody's App Home anew. */
export function homeDebt(user: UserId, page: number): Debt {
  return debt(null, `home:${user}`, { kind: 'publish-home', user, page }, { standing: true });
}

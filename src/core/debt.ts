import type { Debt, Effect, Message, ReplyTarget } from './effects.js';
import type { DeliveryKey, IncidentId } from './ids.js';

/** How a debt is owed: once and at once, in a lane of its own, where nothing else is said. */
export interface Terms {
  readonly lane?: string;
  readonly standing?: boolean;
  readonly notBefore?: Date;
}

export function debt(
  incident: IncidentId | null,
  key: string,
  effect: Effect,
  { lane = key, standing = false, notBefore }: Terms = {},
): Debt {
  const owed = { key, lane, incident, effect, standing };
  return notBefore === undefined ? owed : { ...owed, notBefore };
}

/** The debt to answer somebody, apart from whatever it tells of. */
export const replyDebt = (key: string, to: ReplyTarget, message: Message): Debt =>
  debt(null, key, { kind: 'reply', to, message });

/** Key of the one answer to a delivery. */
export const answerKey = (key: DeliveryKey): string => `reply:${key}`;

import { nextAttempt } from '../../core/retry.js';
import type { Answer, Clock, OwedCall, Posted, Settlement } from '../ports.js';

/** What came of a call, as the outbox remembers it. */
export function settlement<T>(answer: Answer<T>, call: OwedCall, clock: Clock, posted?: Posted): Settlement {
  if (answer.ok) return { kind: 'paid', ...(posted && { posted }) };
  switch (answer.verdict) {
    case 'never':
      return { kind: 'never', reason: answer.reason };
    case 'later':
    case 'unknown':
      return {
        kind: 'later',
        notBefore: nextAttempt(
          clock.now(),
          call.attempts,
          answer.verdict === 'later' ? answer.retryAfter : null,
        ),
        reason: answer.reason,
        fateUnknown: answer.verdict === 'unknown',
        ...(posted && { posted }),
      };
  }
}

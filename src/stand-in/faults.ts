import type { Fields } from './world.js';

/** What goes wrong with a call, instead of its answer or after it. */
export type FaultKind =
  /** 429 with `Retry-After`, nothing done. */
  | { readonly kind: 'rate-limited'; readonly retryAfter: number }
  /** An HTTP status with a body that is no answer, nothing done. */
  | { readonly kind: 'server-error'; readonly status?: number }
  /** `{ok: false, error}`, nothing done. */
  | { readonly kind: 'refused'; readonly error: string }
  /** The connection ends before anything is done. */
  | { readonly kind: 'reset' }
  /** It is done, but the connection ends before the answer. */
  | { readonly kind: 'lost-answer' };

export interface PlannedFault {
  /** A method, `files.upload` for the upload address, `response_url`, or `*`. */
  readonly method: string;
  readonly fault: FaultKind;
  /** How often; once by default. */
  readonly times?: number;
  /** Only calls whose arguments are like this. */
  readonly when?: (args: Fields) => boolean;
}

export interface Faults {
  plan(planned: PlannedFault): () => void;
  /** The fault of this call, which is used up by asking. */
  take(method: string, args: Fields): FaultKind | null;
}

export function planFaults(): Faults {
  const plans: { readonly planned: PlannedFault; left: number }[] = [];
  return {
    plan(planned) {
      const plan = { planned, left: planned.times ?? 1 };
      plans.push(plan);
      return () => {
        plan.left = 0;
      };
    },
    take(method, args) {
      const plan = plans.find(
        ({ planned, left }) =>
          left > 0 && (planned.method === method || planned.method === '*') && (planned.when?.(args) ?? true),
      );
      if (!plan) return null;
      plan.left -= 1;
      return plan.planned.fault;
    },
  };
}

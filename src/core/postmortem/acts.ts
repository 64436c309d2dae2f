import { type Case, ofKind } from './case.js';
import type { Act, Window } from './model.js';

/** From each beginning to the resolve that followed, where an incident was reopened; empty where it was not. */
export function actsOf(now: Case, window: Window): readonly Act[] {
  const reopenings = ofKind(now.readings, 'reopened');
  if (reopenings.length === 0) return [];
  const ends = ofKind(now.readings, 'resolved', 'cancelled');
  const acts: Act[] = [];
  let from = window.start.kind === 'known' ? window.start.value.at : new Date(now.declaredAt).toISOString();
  for (const reopened of reopenings) {
    const end = ends.findLast((r) => r.at <= reopened.at && r.at >= Date.parse(from));
    if (end === undefined) continue;
    acts.push({ from, to: new Date(end.at).toISOString(), about: [end.id, reopened.id] });
    from = new Date(reopened.at).toISOString();
  }
  return acts.length === 0 ? [] : [...acts, { from, to: window.end?.at ?? null, about: [] }];
}

import { type Case, MINUTE } from './case.js';
import type { Act, Silence, Window } from './model.js';

/** So long without an entry is a silence: the house's rule for updates is half an hour. */
const SILENCE = 30 * MINUTE;

/** Stretches of more than thirty minutes of an ongoing incident in which nobody said or recorded anything. */
export function silencesOf(now: Case, window: Window, acts: readonly Act[]): readonly Silence[] {
  const start = window.start.kind === 'known' ? Date.parse(window.start.value.at) : now.declaredAt;
  const last = now.endedAt ?? now.readings.at(-1)?.at ?? now.declaredAt;
  const spans =
    acts.length === 0
      ? [{ from: start, to: last }]
      : acts.map((act) => ({ from: Date.parse(act.from), to: act.to === null ? last : Date.parse(act.to) }));
  return spans.flatMap(({ from, to }) => gapsIn(now, from, to));
}

function gapsIn(now: Case, from: number, to: number): readonly Silence[] {
  const moments = now.readings.map((r) => r.at).filter((at) => at >= from && at <= to);
  return moments.flatMap((at, i) => {
    const next = moments[i + 1];
    if (next === undefined || next - at <= SILENCE) return [];
    return [{ from: new Date(at).toISOString(), to: new Date(next).toISOString() }];
  });
}

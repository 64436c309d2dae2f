import { type Case, MINUTE, ofKind } from './case.js';
import type { Cause, Claim, Measure, MeasureName, Window } from './model.js';
import { sourcesIn } from './sources-in.js';

/** How long it took to each step, from the start as the window has it. Only between recorded moments. */
export function measuresOf(
  now: Case,
  window: Window,
  found: {
    readonly detection: readonly Claim[];
    readonly escalations: readonly Claim[];
    readonly causes: readonly Cause[];
  },
): readonly Measure[] {
  if (window.start.kind === 'asked') return [];
  const start = window.start.value;
  const from = start.sources[0].kind === 'computed' ? start.sources[0].from[0] : start.sources[0].record;
  const startAt = Date.parse(start.at);
  const measures: Measure[] = [];
  const add = (name: MeasureName, at: number | null | undefined, to: string | undefined) => {
    if (at === null || at === undefined || to === undefined || at < startAt) return;
    measures.push({ name, minutes: Math.floor((at - startAt) / MINUTE), from, to });
  };
  const addClaim = (name: MeasureName, claim: Claim | undefined) =>
    add(
      name,
      claim === undefined ? null : Date.parse(claim.at),
      claim === undefined ? undefined : sourcesIn(claim)[0],
    );
  addClaim('detect', found.detection[0]);
  const declared = ofKind(now.readings, 'declared')[0];
  add('declare', declared?.at, declared?.id);
  addClaim('escalate', found.escalations[0]);
  const root = found.causes.find((cause) => cause.role === 'root')?.claim;
  if (
    root !== undefined &&
    root.status === 'stated' &&
    (now.endedAt === null || Date.parse(root.at) <= now.endedAt)
  )
    addClaim('cause', root);
  const mitigated = ofKind(now.readings, 'status').findLast(
    (r) => r.entry.detail['to'] === 'mitigated' || r.entry.detail['to'] === 'monitoring',
  );
  add('mitigate', mitigated?.at, mitigated?.id);
  add('resolve', now.endedAt, now.ending?.id);
  return measures;
}

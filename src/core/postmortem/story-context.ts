import { alertName, isRecoveryAlert } from './alerts.js';
import type { Case } from './case.js';
import { causesOf } from './causes.js';
import { escalationReadings } from './escalations.js';
import { trailsOf } from './hypotheses.js';
import type { RowKind } from './model.js';
import { isVouched, type Reading } from './reading.js';
import { resolutionReadings } from './resolution.js';
import { discoveryOf, rootOf } from './root-cause.js';
import { sourcesIn } from './sources-in.js';

/** A reading that may become a row. */
export interface Candidate {
  readonly reading: Reading;
  readonly kind: RowKind;
  readonly score: number;
}

/** What the choice of rows looks at besides the reading itself. */
export interface StoryContext {
  readonly end: number;
  /** When the cause was first spoken of as found. */
  readonly foundAt: number;
  readonly root: Reading | null;
  /** What the causes of the document rest on. */
  readonly causes: ReadonlySet<Reading>;
  readonly escalations: ReadonlySet<Reading>;
  readonly responders: ReadonlySet<string>;
  /** First alerts of their kind, and which in line they are. */
  readonly alertRank: ReadonlyMap<Reading, number>;
  readonly recoveries: ReadonlySet<Reading>;
  readonly vouchedTs: ReadonlySet<string>;
  /** What other sections of the document speak of, and how much that weighs here. */
  readonly told: ReadonlyMap<Reading, number>;
}

export function contextOf(now: Case): StoryContext {
  const root = rootOf(now);
  const escalations = new Set(escalationReadings(now));
  const end = now.endedAt ?? Number.POSITIVE_INFINITY;
  const causes = causeReadings(now);
  return {
    end,
    foundAt: discoveryOf(now, root),
    root,
    causes,
    escalations,
    responders: respondersOf(now),
    alertRank: alertRanks(now, end),
    recoveries: new Set(now.readings.filter((r) => r.at <= end && isRecoveryAlert(r)).slice(-1)),
    vouchedTs: new Set(now.readings.flatMap((r) => (isVouched(r) && r.ts !== null ? [r.ts] : []))),
    told: toldElsewhere(now, causes, escalations),
  };
}

function alertRanks(now: Case, end: number): ReadonlyMap<Reading, number> {
  const names = new Set<string>();
  const ranks = new Map<Reading, number>();
  for (const r of now.readings) {
    if (r.entry.kind !== 'alert' || r.at > end || isRecoveryAlert(r)) continue;
    if (!names.has(alertName(r))) ranks.set(r, ranks.size);
    names.add(alertName(r));
  }
  return ranks;
}

function causeReadings(now: Case): ReadonlySet<Reading> {
  if (now.cancelled) return new Set();
  const cited = new Set(causesOf(now).flatMap((cause) => sourcesIn(cause.claim)));
  return new Set(now.readings.filter((r) => cited.has(r.id)));
}

function toldElsewhere(
  now: Case,
  causes: ReadonlySet<Reading>,
  escalations: ReadonlySet<Reading>,
): ReadonlyMap<Reading, number> {
  const told = new Map<Reading, number>();
  const add = (reading: Reading, weight: number) =>
    told.set(reading, Math.max(told.get(reading) ?? 0, weight));
  for (const reading of escalations) add(reading, 1.5);
  if (now.cancelled) return told;
  for (const trail of trailsOf(now)) {
    if (trail.outcome === 'ruled_out') add(trail.raised, trail.raised.asks ? 0 : 0.5);
    if (trail.ended !== null) add(trail.ended, 0.7);
  }
  for (const reading of resolutionReadings(now)) add(reading, 1.5);
  for (const reading of causes) add(reading, 2);
  return told;
}

/** People who gave commands or whose messages were lifted out by others. */
function respondersOf(now: Case): ReadonlySet<string> {
  const plain = new Set(['declared', 'role', 'joined', 'left', 'renamed', 'topic', 'archived', 'unarchived']);
  return new Set(
    now.readings.filter((r) => isVouched(r) && !plain.has(r.entry.kind)).flatMap((r) => r.speaker ?? []),
  );
}

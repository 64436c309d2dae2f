import { type Incident, SEVERITIES, type Severity } from './incident.js';

/** What is known of one ended incident. */
export interface Span {
  readonly incident: Pick<Incident, 'severity' | 'status' | 'drill' | 'declaredAt' | 'endedAt'>;
  /** The stated start and detection, and when it was first set to mitigated or monitoring, where known. */
  readonly startedAt: Date | null;
  readonly detectedAt: Date | null;
  readonly mitigatedAt: Date | null;
}

/** How long something took, in ms, and on how many incidents that rests. */
export interface Spread {
  readonly count: number;
  readonly median: number;
  /** The quarter of the incidents that were quickest took at most `lower`, the slowest at least `upper`. */
  readonly lower: number;
  readonly upper: number;
}

export interface Stats {
  /** Practice and false alarms are not counted. */
  readonly incidents: number;
  /** In order of severity, those without one last; only severities that occur. */
  readonly bySeverity: readonly { readonly severity: Severity | null; readonly count: number }[];
  /** Of how many the start was stated; the others are measured from their declaration. */
  readonly withStart: number;
  /** From the stated start to the stated detection; null where no incident has both. */
  readonly detect: Spread | null;
  /** From the stated start, else the declaration. */
  readonly mitigate: Spread | null;
  readonly resolve: Spread | null;
}

/** Numbers over ended incidents; every figure says on how many it rests. */
export function statsOf(spans: readonly Span[]): Stats {
  const counted = spans.filter(
    ({ incident }) => !incident.drill && incident.status !== 'cancelled' && incident.endedAt !== null,
  );
  const from = ({ startedAt, incident }: Span) => startedAt ?? incident.declaredAt;
  return {
    incidents: counted.length,
    bySeverity: [...SEVERITIES, null]
      .map((severity) => ({
        severity,
        count: counted.filter((span) => span.incident.severity === severity).length,
      }))
      .filter(({ count }) => count > 0),
    withStart: counted.filter((span) => span.startedAt !== null).length,
    detect: spreadOf(counted.map((span) => between(span.startedAt, span.detectedAt))),
    mitigate: spreadOf(counted.map((span) => between(from(span), span.mitigatedAt))),
    resolve: spreadOf(counted.map((span) => between(from(span), span.incident.endedAt))),
  };
}

/** Null where a moment is missing, or where the two are the wrong way round: then one of them is wrong. */
function between(from: Date | null, to: Date | null): number | null {
  if (from === null || to === null) return null;
  const length = to.getTime() - from.getTime();
  return length < 0 ? null : length;
}

function spreadOf(lengths: readonly (number | null)[]): Spread | null {
  const known = lengths.filter((length) => length !== null).toSorted((a, b) => a - b);
  if (known.length === 0) return null;
  const at = (part: number) => quantile(known, part);
  return { count: known.length, median: at(0.5), lower: at(0.25), upper: at(0.75) };
}

/** Between two values of the row, in proportion (type 7 of Hyndman and Fan, which spreadsheets use). */
function quantile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return Math.round(below + (above - below) * (place - Math.floor(place)));
}

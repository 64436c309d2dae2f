import { type Severity, STATUSES, type Status } from '../incident/incident.js';
import type { Case } from './case.js';
import type { Turn } from './model.js';
import type { Reading } from './reading.js';
import { severityName } from './severity.js';

/** Every command that set status or severity, by time. Where two say the same in a row, both stay: each was said. */
export function courseOf(now: Case): readonly Turn[] {
  return now.readings.flatMap((reading) => {
    const status = statusSetBy(reading);
    const severity = severitySetBy(reading);
    if (status === null && severity === null) return [];
    return [{ at: new Date(reading.at).toISOString(), record: reading.id, status, severity }];
  });
}

function statusSetBy({ entry }: Reading): Status | null {
  switch (entry.kind) {
    case 'declared':
    case 'reopened':
      return 'investigating';
    case 'resolved':
    case 'cancelled':
      return entry.kind;
    case 'status':
      return STATUSES.find((status) => status === entry.detail['to']) ?? null;
    default:
      return null;
  }
}

function severitySetBy({ entry }: Reading): Turn['severity'] {
  const digits =
    entry.kind === 'declared'
      ? entry.detail['severity']
      : entry.kind === 'severity'
        ? entry.detail['to']
        : undefined;
  return severityName(SEVERITY_OF.get(digits ?? '') ?? null);
}

const SEVERITY_OF: ReadonlyMap<string, Severity> = new Map([
  ['1', 1],
  ['2', 2],
  ['3', 3],
  ['4', 4],
  ['5', 5],
]);

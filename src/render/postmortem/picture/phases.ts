import type { Status } from '../../../core/incident/incident.js';
import type { Postmortem } from '../../../core/postmortem/model.js';

/** Where an incident stood, as far as the record tells; `over` is the time between a resolve and a reopening. */
export type PhaseName =
  | 'unnoticed'
  | 'noticed'
  | 'investigating'
  | 'identified'
  | 'monitoring'
  | 'mitigated'
  | 'over';
export interface Phase {
  readonly name: PhaseName;
  /** ms */
  readonly from: number;
  readonly to: number;
}

interface Step {
  readonly at: number;
  readonly name: PhaseName;
  /** A command says where things stand; what we work out ourselves only moves them on. */
  readonly said: boolean;
}

const ORDER: Readonly<Record<PhaseName, number>> = {
  unnoticed: 0,
  noticed: 1,
  investigating: 2,
  identified: 3,
  monitoring: 4,
  mitigated: 4,
  over: 5,
};

const PHASE_OF: Readonly<Record<Status, PhaseName>> = {
  investigating: 'investigating',
  identified: 'identified',
  monitoring: 'monitoring',
  mitigated: 'mitigated',
  resolved: 'over',
  cancelled: 'over',
};

/** The phases from the start to the end of the window, in order, without gaps; `until` ends one that still goes on. */
export function phasesOf(document: Postmortem, until: number): readonly Phase[] {
  const end = document.window.end === null ? until : Date.parse(document.window.end.at);
  const phases: Phase[] = [];
  let standing: Step | null = null;
  const close = (step: Step, to: number): void => {
    if (to <= step.at) return;
    const before = phases.at(-1);
    if (before?.name === step.name) phases.splice(-1, 1, { ...before, to });
    else phases.push({ name: step.name, from: step.at, to });
  };
  for (const step of stepsOf(document).filter((step) => step.at < end)) {
    if (standing !== null && !step.said && ORDER[step.name] <= ORDER[standing.name]) continue;
    if (standing !== null) close(standing, step.at);
    standing = step;
  }
  if (standing !== null) close(standing, end);
  return phases;
}

function stepsOf(document: Postmortem): readonly Step[] {
  const { start } = document.window;
  const detected = momentOf(document, 'detect');
  const found = momentOf(document, 'cause');
  const steps: readonly Step[] = [
    ...(start.kind === 'known'
      ? [{ at: Date.parse(start.value.at), name: 'unnoticed' as const, said: false }]
      : []),
    ...(detected === null ? [] : [{ at: detected, name: 'noticed' as const, said: false }]),
    ...document.course.flatMap(({ at, status }): readonly Step[] =>
      status === null ? [] : [{ at: Date.parse(at), name: PHASE_OF[status], said: true }],
    ),
    ...(found === null ? [] : [{ at: found, name: 'identified' as const, said: false }]),
  ];
  return steps.toSorted((a, b) => a.at - b.at || ORDER[a.name] - ORDER[b.name]);
}

/** When a measured step was reached; null where it was not measured. */
export function momentOf(document: Postmortem, name: Postmortem['measures'][number]['name']): number | null {
  const measure = document.measures.find((one) => one.name === name);
  const record = document.records.find(({ id }) => id === measure?.to);
  return record === undefined ? null : Date.parse(record.at);
}

export interface SeverityStretch {
  readonly severity: Postmortem['severity'];
  readonly from: number;
  readonly to: number;
}

/** Severity over time, from the first time that it was set; empty where it never was. */
export function severityOver(document: Postmortem, until: number): readonly SeverityStretch[] {
  const end = document.window.end === null ? until : Date.parse(document.window.end.at);
  const set = document.course.filter((turn) => turn.severity !== null && Date.parse(turn.at) < end);
  return set.flatMap(({ at, severity }, i) => {
    const next = set[i + 1];
    const to = next === undefined ? end : Date.parse(next.at);
    return Date.parse(at) < to ? [{ severity, from: Date.parse(at), to }] : [];
  });
}

import type { RowKind } from '../../../core/postmortem/model.js';
import type { PhaseName } from './phases.js';

/** Colours for light paper; a page may dress the classes `dm-…` otherwise where it is dark. */
export const INK = '#1d2733';
export const DIM = '#5a6775';
export const LINE = '#c9d1d9';
export const PAPER = '#ffffff';
export const FAINT = '#f1f3f5';
/** Time without entries. */
export const QUIET = '#dfe4e9';

interface Look {
  readonly words: string;
  readonly fill: string;
}

export const PHASES: Readonly<Record<PhaseName, Look>> = {
  unnoticed: { words: 'Unnoticed', fill: '#f4b8b0' },
  noticed: { words: 'Noticed', fill: '#f8d0a0' },
  investigating: { words: 'Investigating', fill: '#fbe8a6' },
  identified: { words: 'Identified', fill: '#c3d9f7' },
  monitoring: { words: 'Monitoring', fill: '#cdeedb' },
  mitigated: { words: 'Mitigated', fill: '#b7e3c8' },
  over: { words: 'Resolved', fill: '#e3e7eb' },
};

export const SEVERITY_FILLS: ReadonlyMap<string, string> = new Map([
  ['SEV1', '#a61b1b'],
  ['SEV2', '#b84a00'],
  ['SEV3', '#7a5c00'],
  ['SEV4', '#4a5b6c'],
  ['SEV5', '#64748b'],
]);

export type Family = 'trouble' | 'search' | 'cause' | 'deed' | 'relief' | 'standing' | 'other';

export const FAMILIES: Readonly<Record<Family, Look>> = {
  trouble: { words: 'Alert, symptom, impact', fill: '#c62828' },
  search: { words: 'Suspicion, finding', fill: '#7b4fc9' },
  cause: { words: 'Cause', fill: '#a0186b' },
  deed: { words: 'Action, decision, escalation', fill: '#1c64c4' },
  relief: { words: 'Recovery', fill: '#1b8a4b' },
  standing: { words: 'Status', fill: '#1d2733' },
  other: { words: 'Note, update', fill: '#8493a2' },
};

/** What a row is to the eye, and how much it matters that it is named: above 90 always comes first. */
export const ROWS: Readonly<Record<RowKind, { readonly family: Family; readonly weight: number }>> = {
  declared: { family: 'standing', weight: 98 },
  resolved: { family: 'standing', weight: 100 },
  cancelled: { family: 'standing', weight: 100 },
  reopened: { family: 'standing', weight: 99 },
  cause: { family: 'cause', weight: 94 },
  recovering: { family: 'relief', weight: 85 },
  escalated: { family: 'deed', weight: 75 },
  acting: { family: 'deed', weight: 74 },
  'ruled-out': { family: 'search', weight: 66 },
  found: { family: 'search', weight: 64 },
  suspected: { family: 'search', weight: 62 },
  decided: { family: 'deed', weight: 60 },
  outcome: { family: 'relief', weight: 58 },
  impact: { family: 'trouble', weight: 54 },
  recovered: { family: 'relief', weight: 52 },
  alert: { family: 'trouble', weight: 50 },
  symptom: { family: 'trouble', weight: 48 },
  status: { family: 'standing', weight: 40 },
  severity: { family: 'standing', weight: 39 },
  investigating: { family: 'search', weight: 36 },
  update: { family: 'other', weight: 30 },
  note: { family: 'other', weight: 26 },
};

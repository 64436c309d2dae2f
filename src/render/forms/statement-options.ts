import { STATED_KINDS, type StatedKind } from '../../core/incident/events.js';
import type { Option } from './inputs.js';

const STATEMENT_NAMES: Readonly<Record<StatedKind, string>> = {
  note: 'Note',
  impact: 'Impact: who is affected, and how',
  cause: 'Cause',
  trigger: 'Trigger: what set it off',
  fix: 'Fix: what helped',
  detected: 'How it was detected',
  started: 'When it started',
  suspect: 'Suspicion',
  'ruled-out': 'Ruled out',
  decision: 'Decision',
};

/** What a line of the timeline can be; a follow-up is one too. */
export const STATEMENTS: readonly Option[] = [
  ...STATED_KINDS.map((kind) => ({ value: kind, text: STATEMENT_NAMES[kind] })),
  { value: 'task', text: 'Follow-up' },
];

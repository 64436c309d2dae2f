import type { Refusal } from '../../src/core/refusal.js';
import { CORA, NOW } from '../core/incident/builders.js';

/** Refusals of each kind. The compiler asks for one with each new kind. */
const BY_KIND: {
  readonly [Kind in Refusal['kind']]: readonly Extract<Refusal, { kind: Kind }>[];
} = {
  'not-an-incident-channel': [{ kind: 'not-an-incident-channel' }],
  'title-missing': [{ kind: 'title-missing' }],
  'text-missing': [
    { kind: 'text-missing', verb: 'note' },
    { kind: 'text-missing', verb: 'fix' },
  ],
  'person-missing': [
    { kind: 'person-missing', verb: 'lead' },
    { kind: 'person-missing', verb: 'role' },
  ],
  'person-is-bot': [{ kind: 'person-is-bot' }],
  'role-missing': [{ kind: 'role-missing' }],
  'severity-unclear': [{ kind: 'severity-unclear', said: 'high' }],
  'status-unclear': [{ kind: 'status-unclear', said: 'page is down' }],
  'time-in-future': [{ kind: 'time-in-future', said: '23:50' }],
  'time-unclear': [
    {
      kind: 'time-unclear',
      said: '3:10',
      zone: 'Europe/Berlin',
      choices: [
        { at: NOW, command: 'note 2024-06-08T14:30:00.000Z failover' },
        { at: new Date(0), command: 'note 1970-01-01T00:00:00.000Z failover' },
      ],
    },
  ],
  'already-ended': [
    { kind: 'already-ended', status: 'resolved' },
    { kind: 'already-ended', status: 'cancelled' },
  ],
  'still-open': [{ kind: 'still-open' }],
  'no-change': (
    ['status', 'severity', 'lead', 'role', 'title', 'task', 'entry', 'owner', 'closing', 'kept-open'] as const
  ).map((what) => ({ kind: 'no-change', what })),
  stale: (['status', 'lead', 'ended'] as const).map((what) => ({
    kind: 'stale',
    now: { status: 'monitoring', lead: CORA },
    what,
    by: CORA,
    at: NOW,
  })),
  'argument-unclear': [{ kind: 'argument-unclear', verb: 'done', said: 'two' }],
  'number-missing': [{ kind: 'number-missing', verb: 'done' }],
  'date-unclear': [{ kind: 'date-unclear', said: 'soonish' }],
  'date-past': [{ kind: 'date-past', said: 'May 1' }],
  'no-such-task': [{ kind: 'no-such-task', number: 9, open: [1, 2] }],
  'entry-missing': [{ kind: 'entry-missing', verb: 'edit' }],
  'no-such-entry': [{ kind: 'no-such-entry', code: 'k3f9' }],
  'entry-unclear': [
    {
      kind: 'entry-unclear',
      code: 'k3f9',
      choices: [
        { code: 'k3f9abcd', text: 'restarted the primary' },
        { code: 'k3f9efgh', text: 'and the replica' },
      ],
    },
  ],
  'entry-fixed': (['system', 'redacted', 'withdrawn'] as const).map((why) => ({ kind: 'entry-fixed', why })),
  'nothing-to-undo': [{ kind: 'nothing-to-undo' }],
  'undo-otherwise': (['update', 'reopen', 'escalate', 'declare'] as const).map((instead) => ({
    kind: 'undo-otherwise',
    instead,
  })),
  'no-such-incident': [{ kind: 'no-such-incident', number: 9 }],
  'merge-itself': [{ kind: 'merge-itself' }],
  'merge-privacy': [{ kind: 'merge-privacy' }],
  'merge-ended': [{ kind: 'merge-ended', number: 4 }],
  'already-incident': [{ kind: 'already-incident', number: 4 }],
  'adopt-impossible': (['not-a-member', 'archived', 'direct', 'unreachable'] as const).map((why) => ({
    kind: 'adopt-impossible',
    why,
  })),
  'no-handoff': [{ kind: 'no-handoff' }],
  'handoff-to-other': [{ kind: 'handoff-to-other', user: CORA }],
  'handoff-to-lead': [{ kind: 'handoff-to-lead' }],
  'no-draft': [{ kind: 'no-draft' }],
  'section-empty': [{ kind: 'section-empty', section: 'impact' }],
  'no-such-question': [{ kind: 'no-such-question', said: '9', count: 3 }],
  'no-such-script': [{ kind: 'no-such-script', said: 'x', scripts: ['database', 'logins'] }],
  'no-such-verb': [
    { kind: 'no-such-verb', said: 'nott', suggestion: 'note' },
    { kind: 'no-such-verb', said: 'frobnicate', suggestion: null },
  ],
  'nothing-before': [{ kind: 'nothing-before' }],
  'unknown-verb': [
    {
      kind: 'unknown-verb',
      said: 'resovle',
      suggestion: 'resolve',
      text: 'resovle all good',
      inIncident: true,
    },
    { kind: 'unknown-verb', said: 'API', suggestion: null, text: 'API 500s', inIncident: false },
  ],
};

export const REFUSALS: readonly Refusal[] = Object.values(BY_KIND).flat();

/** Refusals that repeat what was said. */
export const refusalsAbout = (text: string): readonly Refusal[] => {
  const said = text.split(' ')[0] ?? '';
  return [
    { kind: 'severity-unclear', said: text },
    { kind: 'status-unclear', said: text },
    { kind: 'time-in-future', said: text },
    { kind: 'time-unclear', said: text, zone: 'UTC', choices: [{ at: NOW, command: `note ${text}` }] },
    { kind: 'argument-unclear', verb: 'done', said: text },
    { kind: 'date-unclear', said: text },
    { kind: 'date-past', said: text },
    { kind: 'no-such-entry', code: text },
    {
      kind: 'entry-unclear',
      code: text,
      choices: Array.from({ length: 9 }, () => ({ code: 'k3f9abcd', text })),
    },
    { kind: 'no-such-question', said: text, count: 3 },
    { kind: 'no-such-script', said: text, scripts: ['database', 'logins'] },
    { kind: 'no-such-task', number: 9, open: Array.from({ length: 400 }, (_, number) => number) },
    { kind: 'no-such-verb', said: text, suggestion: null },
    { kind: 'unknown-verb', said, suggestion: 'note', text, inIncident: true },
    { kind: 'unknown-verb', said, suggestion: null, text, inIncident: false },
  ];
};

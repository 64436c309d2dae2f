import type { EntryId, UserId } from '../ids.js';
import { entryId } from '../ids.js';
import type { Refusal } from '../refusal.js';
import type { Declaration, IncidentCommand } from './commands.js';
import type { IncidentEvent } from './events.js';
import type { FollowUp, Incident } from './incident.js';
import { isOpen } from './incident.js';

/** Who asks, when (now), and which entry will show it. */
export interface DecidedAct {
  readonly by: UserId;
  readonly at: Date;
  readonly entry: EntryId;
}

export type Decision =
  | { readonly ok: true; readonly events: readonly [IncidentEvent, ...IncidentEvent[]] }
  | { readonly ok: false; readonly refusal: Refusal };

export interface DecideContext {
  readonly followUps: readonly FollowUp[];
}

/** What a declaration amounts to. It cannot be refused: at 3 a.m. nothing stands in the way. */
export function declare(
  declaration: Declaration,
  act: DecidedAct,
  where: { readonly zone: string },
): readonly [DeclaredEvent, ...IncidentEvent[]] {
  const declared: DeclaredEvent = {
    kind: 'declared',
    ...act,
    title: declaration.title,
    severity: declaration.severity,
    private: declaration.private,
    origin: declaration.origin,
    zone: where.zone,
  };
  if (declaration.startedAt === null) return [declared];
  return [
    declared,
    {
      kind: 'stated',
      by: act.by,
      at: declaration.startedAt,
      entry: entryId(`${act.entry}:since`),
      what: 'started',
      text: '',
      backdated: true,
    },
  ];
}

export type DeclaredEvent = Extract<IncidentEvent, { kind: 'declared' }>;

/** What happens when someone asks for `command`. Decides; changes nothing. */
export function decide(
  incident: Incident,
  command: IncidentCommand,
  act: DecidedAct,
  context: DecideContext,
): Decision {
  const decided = decideOne(incident, command, act, context);
  if ('refusal' in decided) return { ok: false, refusal: decided.refusal };
  return { ok: true, events: [decided.event, ...draftAtEnd(incident, decided.event, act.at)] };
}

type OneDecision = { readonly event: IncidentEvent } | { readonly refusal: Refusal };

function decideOne(
  incident: Incident,
  command: IncidentCommand,
  act: DecidedAct,
  context: DecideContext,
): OneDecision {
  switch (command.kind) {
    case 'change-status':
      if (!isOpen(incident)) return alreadyEnded(incident);
      if (command.to === incident.status) return unchanged('status', command.text, act);
      return {
        event: { kind: 'status-changed', ...act, from: incident.status, to: command.to, text: command.text },
      };
    case 'change-severity':
      if (command.to === incident.severity) return unchanged('severity', command.text, act);
      return {
        event: {
          kind: 'severity-changed',
          ...act,
          from: incident.severity,
          to: command.to,
          text: command.text,
        },
      };
    case 'assign-lead':
      if (command.user === incident.lead) return { refusal: { kind: 'no-change', what: 'lead' } };
      return { event: { kind: 'lead-assigned', ...act, user: command.user } };
    case 'assign-role':
      if (Object.hasOwn(incident.roles, command.role) && incident.roles[command.role] === command.user) {
        return { refusal: { kind: 'no-change', what: 'role' } };
      }
      return { event: { kind: 'role-assigned', ...act, role: command.role, user: command.user } };
    case 'state':
      return {
        event: {
          kind: 'stated',
          ...act,
          at: command.at ?? act.at,
          what: command.what,
          text: command.text,
          backdated: command.at !== null,
        },
      };
    case 'add-follow-up':
      return {
        event: {
          kind: 'follow-up-added',
          ...act,
          number: nextFollowUpNumber(context.followUps),
          text: command.text,
          owner: command.owner,
          due: command.due,
        },
      };
    case 'post-update':
      return { event: { kind: 'update-posted', ...act, text: command.text } };
    case 'resolve':
      if (!isOpen(incident)) return alreadyEnded(incident);
      return { event: { kind: 'resolved', ...act, text: command.text } };
    case 'reopen':
      if (isOpen(incident)) return { refusal: { kind: 'still-open' } };
      return { event: { kind: 'reopened', ...act, text: command.text } };
    case 'cancel':
      // A false alarm is often noticed only after someone has resolved it.
      if (incident.status === 'cancelled') return alreadyEnded(incident);
      return { event: { kind: 'cancelled', ...act, text: command.text } };
    case 'draft':
      return { event: { kind: 'draft-requested', at: act.at, version: incident.draftVersion + 1 } };
  }
}

function alreadyEnded(incident: Incident): OneDecision {
  return {
    refusal: {
      kind: 'already-ended',
      status: incident.status === 'cancelled' ? 'cancelled' : 'resolved',
    },
  };
}

/** Nothing changes; but what was said along with it is kept, as a note. */
function unchanged(what: 'status' | 'severity', text: string, act: DecidedAct): OneDecision {
  if (text === '') return { refusal: { kind: 'no-change', what } };
  return { event: { kind: 'stated', ...act, what: 'note', text, backdated: false } };
}

function nextFollowUpNumber(followUps: readonly FollowUp[]): number {
  return followUps.reduce((highest, followUp) => Math.max(highest, followUp.number), 0) + 1;
}

/** The end of an incident asks for a draft. What is filled in afterwards is drafted when it has gone quiet. */
function draftAtEnd(incident: Incident, event: IncidentEvent, now: Date): readonly IncidentEvent[] {
  if (event.kind !== 'resolved' && event.kind !== 'cancelled') return [];
  return [{ kind: 'draft-requested', at: now, version: incident.draftVersion + 1 }];
}

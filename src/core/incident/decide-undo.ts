import type { EntryId } from '../ids.js';
import type { Refusal } from '../refusal.js';
import type { CommandOf } from './commands.js';
import { targetOf } from './decide-entries.js';
import { type DecideContext, type DecidedAct, type Decision, did, no, quietly } from './decision.js';
import type { IncidentEvent, LoggedEvent } from './events.js';
import type { Incident } from './incident.js';
import { restoredBy } from './restored.js';

/** An event with a line of its own in the timeline. */
type LinedEvent = Extract<IncidentEvent, { entry: EntryId }>;

/**
 * Takes back the act that an entry shows, whoever did it, or the speaker's own last one. The log keeps both the
 * act and its undoing.
 */
export function undoes(
  incident: Incident,
  command: CommandOf<'undo'>,
  act: DecidedAct,
  context: DecideContext,
): Decision {
  const { log } = context;
  const undone = undoneIn(log);
  const found = command.code === null ? lastOf(act, log, undone) : coded(command.code, context, undone);
  if (found === null) return no({ kind: 'nothing-to-undo' });
  if ('refusal' in found) return no(found.refusal);
  const { event } = found;
  const instead = wayBack(event);
  if (instead !== null) return no({ kind: 'undo-otherwise', instead });
  const restore = restoredBy(incident, event, log, undone);
  return did(
    { kind: 'undone', ...quietly(act), target: event.entry, restore },
    ...withdrawnBy(event, act, context),
  );
}

/** The entries whose acts were taken back. */
function undoneIn(log: readonly LoggedEvent[]): ReadonlySet<EntryId> {
  return new Set(log.flatMap(({ event }) => (event.kind === 'undone' ? [event.target] : [])));
}

type Found = { readonly event: LinedEvent } | { readonly refusal: Refusal } | null;

function coded(code: string, context: DecideContext, undone: ReadonlySet<EntryId>): Found {
  const found = targetOf(code, 'undo', context);
  if ('refusal' in found) return found;
  const { entry } = found;
  if (undone.has(entry.id)) return null;
  if (entry.redacted) return { refusal: { kind: 'entry-fixed', why: 'redacted' } };
  if (entry.withdrawn) return { refusal: { kind: 'entry-fixed', why: 'withdrawn' } };
  const event = context.log.map((line) => line.event).find((one) => 'entry' in one && one.entry === entry.id);
  // What was said in the channel is nobody's act; it can be hidden.
  return event === undefined || !('entry' in event) ? null : { event };
}

/**
 * Never an earlier act than the one that the speaker means: after an update or a ticked task, `undo` says that
 * it cannot take that back, and leaves the note before it alone.
 */
function lastOf(act: DecidedAct, log: readonly LoggedEvent[], undone: ReadonlySet<EntryId>): Found {
  let hasUndone = false;
  for (const { event } of log.toReversed()) {
    if (!('by' in event) || event.by !== act.by) continue;
    if (hasWayBack(event)) return null;
    if (!('entry' in event)) continue;
    if (!undone.has(event.entry)) return event.kind === 'declared' && hasUndone ? null : { event };
    hasUndone = true;
  }
  return null;
}

/** Done to a line or a task, and turned round by the same verb. */
const hasWayBack = (event: IncidentEvent): boolean =>
  event.kind === 'entry-corrected' ||
  event.kind === 'entry-hidden' ||
  event.kind === 'entry-redacted' ||
  (event.kind === 'follow-up-changed' && !('withdrawn' in event.change) && !('text' in event.change));

/** What everybody has seen or acted upon is not taken back in silence. */
function wayBack(event: LinedEvent): Extract<Refusal, { kind: 'undo-otherwise' }>['instead'] | null {
  switch (event.kind) {
    case 'declared':
      return 'declare';
    case 'update-posted':
      return 'update';
    case 'escalated':
      return 'escalate';
    case 'resolved':
    case 'cancelled':
    case 'merged':
    case 'absorbed':
      return 'reopen';
    case 'reopened':
      return 'resolve';
    case 'status-changed':
    case 'severity-changed':
    case 'lead-assigned':
    case 'role-assigned':
    case 'handoff-offered':
    case 'renamed':
    case 'stated':
    case 'follow-up-added':
      return null;
  }
}

/** The follow-up goes with the line that asked for it. */
function withdrawnBy(event: LinedEvent, act: DecidedAct, context: DecideContext): readonly IncidentEvent[] {
  if (event.kind !== 'follow-up-added') return [];
  return context.followUps
    .filter((followUp) => followUp.number === event.number && !followUp.withdrawn)
    .map(({ number }) => ({
      kind: 'follow-up-changed',
      ...quietly(act),
      number,
      change: { withdrawn: true },
    }));
}

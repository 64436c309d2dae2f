import type { EntryId, UserId } from '../ids.js';
import type { Claim } from '../postmortem/model.js';
import type { Section } from '../postmortem/sections.js';
import type { Refusal } from '../refusal.js';
import type { TimelineEntry } from '../timeline/entry.js';
import type { NamedEntry } from '../timeline/named-entry.js';
import type { IncidentEvent, LoggedEvent } from './events.js';
import type { FollowUp, Incident } from './incident.js';

/** Who asks, when (now), and which entry will show it. */
export interface DecidedAct {
  readonly by: UserId;
  readonly at: Date;
  readonly entry: EntryId;
}

/** The first event is what was asked for; the others follow from it. */
export type Decision =
  | { readonly ok: true; readonly events: readonly [IncidentEvent, ...IncidentEvent[]] }
  | { readonly ok: false; readonly refusal: Refusal };

/** What a decision hangs on besides the incident itself. */
export interface DecideContext {
  readonly followUps: readonly FollowUp[];
  /** Of this incident, oldest first; needed for undo and for buttons that carry a state. */
  readonly log: readonly LoggedEvent[];
  /** The entry that the command's code names; null where the command names none. */
  readonly target: NamedEntry | null;
  /** The state for which the pressed button was drawn, see `drawnFor`; null where it carries none. */
  readonly drawnFor: string | null;
  /** Of a merge: the other incident; null where there is none that the speaker may see. */
  readonly other: Incident | null;
  /** Of the newest draft. */
  readonly questions: readonly { readonly id: string; readonly slot: string; readonly ask: string }[];
  /** Lines of the newest draft, to be edited; null where there is none, or where no line is asked for. */
  readonly lines: readonly { readonly section: Section; readonly claim: Claim }[] | null;
  /** Those from before the declaration, where they are to be chosen from; else empty. */
  readonly entries: readonly TimelineEntry[];
}

export const did = (...events: readonly [IncidentEvent, ...IncidentEvent[]]): Decision => ({
  ok: true,
  events,
});

export const no = (refusal: Refusal): Decision => ({ ok: false, refusal });

/** What to say where an incident must be open and is not. */
export function alreadyEnded(incident: Incident): Decision {
  return no({ kind: 'already-ended', status: incident.status === 'cancelled' ? 'cancelled' : 'resolved' });
}

/** An act without a line of its own in the timeline. */
export const quietly = (act: DecidedAct): Omit<DecidedAct, 'entry'> => ({ by: act.by, at: act.at });

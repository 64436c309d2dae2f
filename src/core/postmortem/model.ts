import type { UserId } from '../ids.js';
import type { Severity } from '../incident/incident.js';

/** The document: plain JSON throughout, since it is stored as it is. Instants are ISO strings in UTC. */
export type Instant = string;
/** Calendar day, `YYYY-MM-DD`, in the document's zone. */
export type Day = string;
/** Id of an entry of the record. */
export type RecordId = string;

/** What a statement rests on. `kind` is the reason why we trust it, strongest first. */
export type Source =
  | { readonly kind: 'command' | 'alert' | 'pin' | 'reaction' | 'message'; readonly record: RecordId }
  | { readonly kind: 'computed'; readonly rule: string; readonly from: readonly [RecordId, ...RecordId[]] };
export type Sources = readonly [Source, ...Source[]];

/**
 * `stated`: a person vouched for it (command, pin, agreed reaction) or a monitor did (alert payload).
 * `computed`: follows from stated things by a rule. `proposed`: found in ordinary messages, for a person to confirm.
 */
export type ClaimStatus = 'stated' | 'computed' | 'proposed';
/** How sure the speaker sounded. */
export type Hedge = 'plain' | 'likely' | 'suspected';

/** The unit of the document: one statement with at least one source. There is no way to write one without. */
export interface Claim {
  /** Made of its section and its source, so that it stays the same from draft to draft. */
  readonly id: string;
  /** Quotes the record; plain text, mentions as `@Name`. */
  readonly text: string;
  readonly status: ClaimStatus;
  readonly sources: Sources;
  readonly hedge: Hedge;
  /** Who said it, where it was a person. */
  readonly by: UserId | null;
  /** When it was said. */
  readonly at: Instant;
}

/** A missing fact is a value: the document can only show the question. */
export type Slot<T> =
  | { readonly kind: 'known'; readonly value: T }
  | { readonly kind: 'asked'; readonly question: string };

/** A moment, and how we know it. */
export interface Moment {
  readonly at: Instant;
  readonly basis: 'stated' | 'alert' | 'message' | 'command';
  readonly status: ClaimStatus;
  readonly sources: Sources;
}

/** One stretch of an incident that was resolved and reopened. */
export interface Act {
  readonly from: Instant;
  /** Null while it goes on. */
  readonly to: Instant | null;
  /** The resolve that ended it and the command that reopened it. */
  readonly about: readonly RecordId[];
}

export interface Window {
  readonly start: Slot<Moment>;
  /** Null while the incident is open. */
  readonly end: Moment | null;
}

export const ROW_KINDS = [
  'alert',
  'recovered',
  'symptom',
  'declared',
  'reopened',
  'resolved',
  'cancelled',
  'status',
  'severity',
  'investigating',
  'suspected',
  'ruled-out',
  'found',
  'cause',
  'escalated',
  'decided',
  'acting',
  'outcome',
  'recovering',
  'impact',
  'update',
  'note',
] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** One row of the curated timeline. */
export interface TimelineRow {
  readonly at: Instant;
  readonly kind: RowKind;
  readonly claim: Claim;
}

export const OUTCOMES = ['ruled_out', 'abandoned', 'confirmed', 'open'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Hypothesis {
  readonly claim: Claim;
  readonly outcome: Outcome;
  readonly raisedAt: Instant;
  /** When it was ruled out or confirmed, where that was said. */
  readonly endedAt: Instant | null;
}

export type CauseRole = 'root' | 'trigger' | 'contributing';
export interface Cause {
  readonly role: CauseRole;
  readonly claim: Claim;
}

export interface Impact {
  readonly claims: readonly Claim[];
  /** Asked when a backup was restored or data was called corrupt or lost, and nobody said what became of the data. */
  readonly dataLoss:
    | { readonly kind: 'not-in-question' }
    | { readonly kind: 'asked'; readonly question: string };
}

export interface Resolution {
  readonly claims: readonly Claim[];
  /** Rolled back, switched off or muted on the way, and not put right on record. */
  readonly leftOvers: readonly Claim[];
}

export interface Action {
  readonly claim: Claim;
  readonly owner: Slot<UserId>;
  readonly due: Slot<Day>;
  readonly done: boolean;
  /** Number of the follow-up in the incident, where it is one already. */
  readonly followUp: number | null;
}

/** What nobody recorded, asked of somebody who can answer. */
export interface Question {
  /** Stable: slot and what it is about. */
  readonly id: string;
  readonly slot: string;
  readonly ask: string;
  readonly to: UserId | null;
  readonly about: readonly RecordId[];
}

export interface Participant {
  readonly user: UserId;
  readonly name: string;
  /** `lead`, `comms`, …; empty for somebody who only spoke. */
  readonly roles: readonly string[];
  readonly entries: number;
}

export const MEASURE_NAMES = ['detect', 'declare', 'escalate', 'cause', 'mitigate', 'resolve'] as const;
export type MeasureName = (typeof MEASURE_NAMES)[number];
/** A duration between two recorded moments. */
export interface Measure {
  readonly name: MeasureName;
  readonly minutes: number;
  readonly from: RecordId;
  readonly to: RecordId;
}

/** Something in the record that does not agree with itself: shown, never smoothed. */
export interface Finding {
  readonly rule: string;
  readonly text: string;
  readonly about: readonly RecordId[];
}

/** A cited entry as the list of sources shows it. */
export interface RecordRef {
  readonly id: RecordId;
  readonly kind: 'command' | 'alert' | 'pin' | 'reaction' | 'message' | 'membership';
  readonly at: Instant;
  readonly by: UserId | null;
  readonly who: string;
  /** Null where the entry has no message of its own, or the workspace's address is not known. */
  readonly link: string | null;
}

export interface Postmortem {
  readonly schema: 'debrief/postmortem/1';
  readonly incident: string;
  /** INC-… */
  readonly name: string;
  readonly version: number;
  readonly status: 'draft' | 'cancelled';
  /** False while the incident goes on (or goes on again). */
  readonly ended: boolean;
  readonly title: string;
  /** A practice incident: nothing of it was real. */
  readonly practice: boolean;
  /** INC-… in which a merged incident goes on, or null. */
  readonly goesOnIn: string | null;
  /** IANA. */
  readonly zone: string;
  readonly severity: `SEV${Severity}` | null;
  /** Who leads the writing: asked until somebody takes it. */
  readonly owner: Slot<UserId>;
  readonly window: Window;
  /** Empty where it was never reopened. */
  readonly acts: readonly Act[];
  readonly impact: Impact;
  readonly detection: readonly Claim[];
  readonly timeline: readonly TimelineRow[];
  readonly hypotheses: readonly Hypothesis[];
  readonly escalations: readonly Claim[];
  readonly causes: readonly Cause[];
  readonly resolution: Resolution;
  readonly actions: readonly Action[];
  readonly questions: readonly Question[];
  readonly participants: readonly Participant[];
  /** Names of everybody the document mentions, whether they took part or only were given something to do. */
  readonly names: Readonly<Record<UserId, string>>;
  readonly measures: readonly Measure[];
  readonly findings: readonly Finding[];
  /** Every cited entry, by time. */
  readonly records: readonly RecordRef[];
  /** How much of the record this was made of, and how many secrets were masked in it. */
  readonly counts: { readonly entries: number; readonly withdrawn: number; readonly masked: number };
}

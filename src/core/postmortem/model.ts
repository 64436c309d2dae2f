import type { UserId } from '../ids.js';
import type { Severity, Status } from '../incident/incident.js';
import type { Section } from './sections.js';

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
  /** A person put it in other words, which hold in every later draft; absent where nobody did. */
  readonly edited?: {
    readonly by: UserId;
    readonly at: Instant;
    /** The record says something else by now than when it was edited. */
    readonly sourceChanged: boolean;
    /** Mark of the record's own text when it was first edited. */
    readonly base: string;
  };
}

/** What a person wrote in place of a line that is no longer there. */
export interface LostEdit {
  readonly section: Section;
  readonly text: string;
  readonly by: UserId;
  readonly at: Instant;
}

/** What became of one line since the draft before. Null text: it is gone, and not quoted. */
export interface DraftChange {
  readonly kind: 'added' | 'changed' | 'gone';
  readonly section: Section;
  /** Id of the claim. */
  readonly claim: string;
  readonly text: string | null;
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

/** What a command set: status, severity or, at the declaration, both. Null where it left one as it was. */
export interface Turn {
  readonly at: Instant;
  readonly record: RecordId;
  readonly status: Status | null;
  readonly severity: `SEV${Severity}` | null;
}

/** A stretch of an ongoing incident, longer than thirty minutes, without any entry. */
export interface Silence {
  readonly from: Instant;
  readonly to: Instant;
}

export interface Window {
  readonly start: Slot<Moment>;
  /** Null while the incident is open. */
  readonly end: Moment | null;
}

const ROW_KINDS = [
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

/** `error`: cannot be so; `warn`: two things disagree, or one is missing; `info`: worth a look. */
export type FindingSeverity = 'error' | 'warn' | 'info';
/** Something in the record that does not agree with itself: shown, never smoothed. */
export interface Finding {
  readonly rule: string;
  readonly severity: FindingSeverity;
  /** Says what disagrees with what, both quoted, and asks. */
  readonly text: string;
  readonly about: readonly RecordId[];
  /** Where a person answers it: the slot of a question, `record` or `timeline` for the record itself. */
  readonly slot: string;
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

/** Changes with the shape: a stored document of another one is drafted again instead of being read. */
export const POSTMORTEM_SCHEMA = 'debrief/postmortem/2';

export interface Postmortem {
  readonly schema: typeof POSTMORTEM_SCHEMA;
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
  /** How status and severity changed, by time. */
  readonly course: readonly Turn[];
  readonly silences: readonly Silence[];
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
  /** Questions to which somebody said that nobody knows. */
  readonly unknown: readonly { readonly ask: string; readonly by: UserId; readonly at: Instant }[];
  readonly lostEdits: readonly LostEdit[];
  /** What is new since that version; null where there is none to compare with. */
  readonly changes: { readonly since: number; readonly lines: readonly DraftChange[] } | null;
  /** Every cited entry, by time. */
  readonly records: readonly RecordRef[];
  /** How much of the record this was made of, and how many secrets were masked in it. */
  readonly counts: { readonly entries: number; readonly withdrawn: number; readonly masked: number };
}

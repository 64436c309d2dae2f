import type { ReceivedDelivery } from '../core/delivery.js';
import type { Debt, Effect } from '../core/effects.js';
import type { ChannelId, EntryId, IncidentId, MessageTs, UserId, WorkspaceId } from '../core/ids.js';
import type { LoggedEvent } from '../core/incident/events.js';
import type { FollowUp, Incident } from '../core/incident/incident.js';
import type { Postmortem } from '../core/postmortem/model.js';
import type { Person } from '../core/record.js';
import type { TimelineEntry } from '../core/timeline/entry.js';

export type { Answer, ChannelInfo, Slack } from './slack-port.js';

/** The time, and waiting for it. Tests and replays bring a clock of their own. */
export interface Clock {
  now(): Date;
  /** Calls `wake` once, at `when` or soon after. The answer cancels it. */
  at(when: Date, wake: () => void): () => void;
}

/** New ids. */
export interface Ids {
  incident(): IncidentId;
}

/** One line per fact; never message text, never tokens. */
export interface Log {
  debug(message: string, details?: Readonly<Record<string, unknown>>): void;
  info(message: string, details?: Readonly<Record<string, unknown>>): void;
  warn(message: string, details?: Readonly<Record<string, unknown>>): void;
  error(message: string, details?: Readonly<Record<string, unknown>>): void;
}

/** A postmortem as it was drafted. */
export interface StoredPostmortem {
  readonly incident: IncidentId;
  readonly version: number;
  readonly madeAt: Date;
  readonly document: Postmortem;
  readonly markdown: string;
}

/** Where something we posted stands, so that it can be edited in place. */
export interface Posted {
  readonly channel: ChannelId;
  readonly ts: MessageTs;
  /** Hash of what stands there: the same content is not sent again. */
  readonly hash: string;
}

/** A person, and when Slack last told us of them. */
export interface KnownPerson extends Person {
  readonly seenAt: Date;
}

/** Which incidents a list shows, newest first. `mine`: declared or led by the reader, or with a role in it. */
export interface IncidentsWanted {
  readonly scope: 'open' | 'ended' | 'all' | 'mine';
  /** Private incidents are left out unless this person is a member of their channel, or has declared one that has no channel yet. */
  readonly reader: UserId;
  readonly limit: number;
  readonly offset: number;
}

/** A page of something, and how many there are on all pages. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
}

/** A line of the record that a search found. */
export interface Found {
  readonly incident: Incident;
  /** Null: the incident's title matches. */
  readonly entry: TimelineEntry | null;
}

/** What statistics are made of, one for each ended incident. */
export interface IncidentSpan {
  readonly incident: Incident;
  /** The stated start and detection, and when it was first set to mitigated or monitoring, where known. */
  readonly startedAt: Date | null;
  readonly detectedAt: Date | null;
  readonly mitigatedAt: Date | null;
}

/** What can be read, in or out of a transaction. */
export interface Records {
  incident(id: IncidentId): Promise<Incident | null>;
  incidentInChannel(workspace: WorkspaceId, channel: ChannelId): Promise<Incident | null>;
  /** Neither resolved nor cancelled, newest first. */
  openIncidents(workspace: WorkspaceId): Promise<readonly Incident[]>;
  incidentNumbered(workspace: WorkspaceId, number: number): Promise<Incident | null>;
  /** Those that the reader may see. */
  incidentsSeenBy(workspace: WorkspaceId, wanted: IncidentsWanted): Promise<Page<Incident>>;
  /** True while the person is in the channel, as far as Slack has told us. */
  isMember(workspace: WorkspaceId, channel: ChannelId, user: UserId): Promise<boolean>;
  /** Incidents and entries that the reader may see and in which all words of `text` occur, newest first. */
  search(
    workspace: WorkspaceId,
    text: string,
    page: { readonly reader: UserId; readonly limit: number; readonly offset: number },
  ): Promise<Page<Found>>;
  /** Open follow-ups of that owner in incidents that they may see, the one due first at the top. */
  followUpsOf(
    workspace: WorkspaceId,
    owner: UserId,
    page: { readonly limit: number; readonly offset: number },
  ): Promise<Page<{ readonly incident: Incident; readonly followUp: FollowUp }>>;
  /** Ended incidents declared since then, drills and cancelled ones left out, that the reader may see. */
  spans(workspace: WorkspaceId, since: Date, reader: UserId): Promise<readonly IncidentSpan[]>;
  /** Everything of ours that stands in Slack for an incident, by the key of its debt. */
  allPosted(incident: IncidentId): Promise<readonly { readonly key: string; readonly posted: Posted }[]>;
  /** How many messages we posted in that channel since then; edits and private answers do not count. */
  postsSince(workspace: WorkspaceId, channel: ChannelId, since: Date): Promise<number>;
  /** The log of one incident, oldest first. */
  log(id: IncidentId): Promise<readonly LoggedEvent[]>;
  entry(incident: IncidentId, id: EntryId): Promise<TimelineEntry | null>;
  /** All entries, withdrawn ones too, by `occurredAt`, then id. */
  entries(incident: IncidentId): Promise<readonly TimelineEntry[]>;
  /** Incidents whose record holds this message although it stands in another channel (said before the declaration). */
  incidentsQuoting(workspace: WorkspaceId, channel: ChannelId, ts: MessageTs): Promise<readonly IncidentId[]>;
  followUps(incident: IncidentId): Promise<readonly FollowUp[]>;
  /** The draft of that version, or the newest one. */
  postmortem(incident: IncidentId, version?: number): Promise<StoredPostmortem | null>;
  people(workspace: WorkspaceId, users: readonly UserId[]): Promise<ReadonlyMap<UserId, KnownPerson>>;
  /** Where the message of this debt was posted, or null when it has not been. */
  posted(workspace: WorkspaceId, key: string): Promise<Posted | null>;
  /** Slack's reason why this debt was given up, or null. */
  refusal(workspace: WorkspaceId, key: string): Promise<string | null>;
}

/** What one transaction may change. */
export interface Changes extends Records {
  /** Reads the incident and keeps every other writer away from it until the transaction ends. */
  lockIncident(id: IncidentId): Promise<Incident | null>;
  /** The next free incident number of the workspace; serialises declarations. */
  nextIncidentNumber(workspace: WorkspaceId): Promise<number>;
  insertIncident(incident: Incident): Promise<void>;
  saveIncident(incident: Incident): Promise<void>;
  appendToLog(workspace: WorkspaceId, incident: IncidentId, events: readonly LoggedEvent[]): Promise<void>;
  /** Inserts the entry or replaces the one with its id. */
  saveEntry(workspace: WorkspaceId, entry: TimelineEntry): Promise<void>;
  saveFollowUp(workspace: WorkspaceId, followUp: FollowUp): Promise<void>;
  savePostmortem(workspace: WorkspaceId, postmortem: StoredPostmortem): Promise<void>;
  /** Notes that a person came into a channel or left it; of two tellings the later stamp holds. */
  saveMembership(
    workspace: WorkspaceId,
    channel: ChannelId,
    user: UserId,
    membership: { readonly isIn: boolean; readonly at: MessageTs },
  ): Promise<void>;
  /**
   * Replaces the words of an entry everywhere but in the entry itself, which the caller saves: in the events of
   * the log that made or corrected it, in its follow-up, in answers not sent or kept, in the last update. All
   * stored drafts of the incident are deleted.
   */
  forgetWords(workspace: WorkspaceId, incident: IncidentId, entry: EntryId, instead: string): Promise<void>;
  /**
   * Owes debts to Slack. A key that is owed already: a standing debt becomes due once more (also when it
   * was paid, or is being paid just now); any other debt stays as it is.
   */
  owe(workspace: WorkspaceId, debts: readonly Debt[], now: Date): Promise<void>;
  /**
   * Marks a delivery of the inbox as dealt with; its content is emptied. False when it was dealt with before:
   * then there is nothing left to do. Called first, so that of two who try only one goes on.
   */
  finishDelivery(id: bigint): Promise<boolean>;
}

/** A delivery waiting in the inbox. */
export interface WaitingDelivery extends ReceivedDelivery {
  readonly id: bigint;
  readonly attempts: number;
}

/** A debt as the outbox holds it. */
export interface OwedCall {
  readonly id: bigint;
  readonly workspace: WorkspaceId;
  readonly key: string;
  readonly lane: string;
  readonly incident: IncidentId | null;
  readonly effect: Effect;
  /** Which owing of a standing debt this is; given back to `settleCall`. */
  readonly generation: number;
  readonly attempts: number;
  /** When it was owed, or fell due where it had to wait for its hour. */
  readonly owedAt: Date;
  /** It was being sent when the process ended: its fate is unknown, look before sending again. */
  readonly interrupted: boolean;
  readonly posted: Posted | null;
}

/** How an attempt to pay a debt ended. */
export type Settlement =
  | { readonly kind: 'paid'; readonly posted?: Posted }
  | {
      readonly kind: 'later';
      readonly notBefore: Date;
      readonly reason: string;
      readonly fateUnknown: boolean;
      readonly posted?: Posted;
    }
  | { readonly kind: 'never'; readonly reason: string };

/** How far behind inbox and outbox are, for `doctor`. Ages count from arrival and from owing. */
export interface Queues {
  readonly waiting: number;
  readonly oldestWaiting: Date | null;
  /** Debts that could be paid now; those that wait for their hour do not count. */
  readonly owed: number;
  readonly oldestOwed: Date | null;
  /** Debts given up since a day ago, by Slack's reason. */
  readonly givenUp: readonly { readonly reason: string; readonly count: number }[];
}

export interface Store extends Records {
  /** Runs `work` in one transaction; anything it throws undoes all of it. */
  transaction<T>(work: (changes: Changes) => Promise<T>): Promise<T>;
  /** Keeps deliveries, durably, in the order given; a key that is known already is left alone. */
  keep(deliveries: readonly ReceivedDelivery[]): Promise<void>;
  /** Waiting deliveries that may be tried at `now`, oldest first, at most `limit`. */
  waitingDeliveries(now: Date, limit: number): Promise<readonly WaitingDelivery[]>;
  /** The moment at which the next postponed delivery may be tried, or null. */
  nextDelivery(): Promise<Date | null>;
  /** The moment at which the next postponed debt may be paid, or null. */
  nextCall(): Promise<Date | null>;
  postponeDelivery(id: bigint, notBefore: Date, reason: string): Promise<void>;
  /** Gives a delivery up: it stays in the inbox with the reason. */
  giveUpDelivery(id: bigint, reason: string): Promise<void>;
  /**
   * The first unpaid debt of each lane, where it may be tried at `now`, in the order in which they were owed.
   * `inFlight` are those that the caller is paying just now; any other that was being paid was interrupted.
   */
  dueCalls(now: Date, limit: number, inFlight: readonly bigint[]): Promise<readonly OwedCall[]>;
  /** Called before anything is sent: from now on a crash leaves the fate of this call unknown. */
  startCall(id: bigint): Promise<void>;
  settleCall(id: bigint, generation: number, settlement: Settlement): Promise<void>;
  savePeople(workspace: WorkspaceId, people: ReadonlyMap<UserId, Person>, seenAt: Date): Promise<void>;
  /** True while the database answers. */
  isUp(): Promise<boolean>;
  queues(now: Date): Promise<Queues>;
  /** How much could be done at `now`, what is being done included. */
  backlog(now: Date): Promise<{ readonly deliveries: number; readonly calls: number }>;
  close(): Promise<void>;
}

import { soundsLikeAlert } from './alerts.js';
import { type Case, MINUTE } from './case.js';
import { commandText } from './command-text.js';
import type { Claim, RowKind, TimelineRow } from './model.js';
import { claimFrom, has, type Reading } from './reading.js';
import { severityText } from './severity.js';
import { type Candidate, contextOf, type StoryContext } from './story-context.js';
import { storyKind, worthOf } from './story-worth.js';
import { likeness, shared } from './topic.js';

/** Rows that a person reads in two minutes. */
const MOST_ROWS = 30;
/** A message below this tells too little, unless there are few rows. */
const ENOUGH = 3.4;
/** So many rows make a story; below that, lesser ones are taken as well. */
const FEW_ROWS = 18;
const AT_LEAST = 2;

/** The story of the incident in at most `MOST_ROWS` rows, whatever its length: what was recorded, then what mattered most in the talk. */
export function curateTimeline(now: Case): readonly TimelineRow[] {
  const context = contextOf(now);
  const candidates = now.readings
    .flatMap((reading) => candidateFrom(now, context, reading))
    .toSorted(byScore);
  const pace = paceOf(now);
  const chosen: Candidate[] = [];
  for (const least of [ENOUGH, AT_LEAST]) {
    for (const candidate of candidates) {
      if (chosen.length >= (least === ENOUGH ? MOST_ROWS : FEW_ROWS)) break;
      if (chosen.includes(candidate) || candidate.score - crowding(chosen, candidate, pace) < least) continue;
      chosen.push(candidate);
    }
  }
  return chosen
    .toSorted((a, b) => a.reading.at - b.reading.at || (a.reading.id < b.reading.id ? -1 : 1))
    .map(({ reading, kind }) => ({
      at: new Date(reading.at).toISOString(),
      kind,
      claim: rowClaim(now, reading, kind),
    }));
}

const byScore = (a: Candidate, b: Candidate): number =>
  b.score - a.score || a.reading.at - b.reading.at || (a.reading.id < b.reading.id ? -1 : 1);

/**
 * Rows that stand close together tell less each; a row that repeats another tells nothing. What is close depends on
 * how long the whole took: `pace` is 1 for two hours and more, less for a short incident.
 */
function crowding(chosen: readonly Candidate[], candidate: Candidate, pace: number): number {
  if (candidate.score >= 100) return 0;
  let penalty = 0;
  for (const { reading, kind } of chosen) {
    const gap = Math.abs(reading.at - candidate.reading.at);
    const alike = likeness(reading.topic, candidate.reading.topic);
    if (gap <= 2 * MINUTE * pace) penalty += 0.5;
    if (gap <= 10 * MINUTE * pace && kind === candidate.kind && kind !== 'alert') penalty += 0.3;
    if (gap <= 5 * MINUTE && (alike >= 0.6 || shared(reading.topic, candidate.reading.topic) >= 4))
      penalty += 1.5;
    else if (gap <= 60 * MINUTE && alike >= 0.75) penalty += 1.2;
  }
  return Math.min(penalty, 3);
}

/** How much of two hours the incident took; at least a tenth. */
function paceOf(now: Case): number {
  const last = now.endedAt ?? now.readings.at(-1)?.at ?? now.declaredAt;
  return Math.min(1, Math.max(0.1, (last - now.declaredAt) / (120 * MINUTE)));
}

/** Kinds that are told even without words of their own. */
const WORDLESS = new Set([
  'severity',
  'resolved',
  'reopened',
  'cancelled',
  'status',
  'declared',
  'escalated',
  'handoff',
  'merged',
]);

function candidateFrom(now: Case, context: StoryContext, reading: Reading): readonly Candidate[] {
  if (reading.text === '' && !WORDLESS.has(reading.entry.kind)) return [];
  const found = byKind(now, context, reading);
  return found === null ? [] : [{ reading, ...found }];
}

type Found = Pick<Candidate, 'kind' | 'score'> | null;

function byKind(now: Case, context: StoryContext, r: Reading): Found {
  const isAfter = r.at > context.end;
  switch (r.entry.kind) {
    case 'declared':
    case 'resolved':
    case 'reopened':
    case 'cancelled':
      return { kind: r.entry.kind, score: 200 };
    case 'severity':
      return { kind: 'severity', score: 12 };
    case 'status':
      return { kind: r.entry.detail['to'] === 'mitigated' ? 'recovering' : 'status', score: 120 };
    case 'note':
      return fromNote(now, context, r);
    case 'decision':
      return { kind: 'decided', score: 100 };
    case 'suspect':
      return { kind: 'suspected', score: 100 };
    case 'ruled-out':
      return { kind: 'ruled-out', score: 100 };
    case 'detected':
    case 'started':
      return { kind: 'symptom', score: 100 };
    case 'cause':
    case 'trigger':
      return isAfter ? null : { kind: 'cause', score: 100 };
    case 'fix':
      return isAfter ? null : { kind: 'acting', score: 100 };
    case 'impact':
      return isAfter ? null : { kind: 'impact', score: 9 };
    case 'update':
      return isAfter ? null : { kind: 'update', score: 4.5 };
    case 'escalated':
      return { kind: 'escalated', score: 100 };
    case 'merged':
      return { kind: 'note', score: 150 };
    case 'handoff':
      return { kind: 'note', score: 6 };
    case 'task':
    case 'lead':
    case 'role':
    case 'joined':
    case 'left':
    case 'renamed':
    case 'topic':
    case 'archived':
    case 'unarchived':
      return null;
    case 'alert':
      return fromAlert(now, context, r, isAfter);
    case 'message':
      return fromMessage(now, context, r, isAfter);
  }
}

/** Notes come before any message; where there are too many of them, those that tell most. */
function fromNote(now: Case, context: StoryContext, r: Reading): Found {
  const kind = storyKind(context, r);
  return {
    kind: kind ?? 'note',
    score: 20 + worthOf(now, context, r, kind) + now.gist.closeness(r) + (context.told.get(r) ?? 0),
  };
}

function fromAlert(now: Case, context: StoryContext, r: Reading, isAfter: boolean): Found {
  if (isAfter) return null;
  if (context.recoveries.has(r)) return { kind: 'recovered', score: 4.5 };
  const rank = context.alertRank.get(r);
  if (rank === undefined) return null;
  if (rank === 0) return { kind: 'alert', score: 9 };
  if (!soundsLikeAlert(r) && now.gist.closeness(r) < 0.8) return null;
  return {
    kind: 'alert',
    score:
      (has(r, 'escalated') ? 5 : 3.6) +
      (r.at > now.declaredAt + 20 * MINUTE ? 0.8 : 0) +
      0.6 * now.gist.closeness(r),
  };
}

function fromMessage(now: Case, context: StoryContext, r: Reading, isAfter: boolean): Found {
  const explains = r === context.root || context.causes.has(r);
  if (isAfter && !(explains && r.signs.size > 0) && !isLateDeed(now, r)) return null;
  if (r.signs.has('follow-up')) return null;
  const kind = storyKind(context, r);
  if (r.signs.size > 0) {
    const isCause = explains || (r.signs.has('cause') && kind !== 'decided');
    return {
      kind: isCause ? 'cause' : (kind ?? 'note'),
      score: r.signs.size === 1 && r.signs.has('agreed') ? 6 : 10,
    };
  }
  if (r === context.root) return { kind: 'cause', score: 8 };
  const told = context.told.get(r) ?? 0;
  const close = now.gist.closeness(r);
  if (kind === null && told === 0 && (close < 0.6 || r.topic.size < 4)) return null;
  return { kind: kind ?? 'note', score: worthOf(now, context, r, kind) + told + 0.9 * close };
}

/** What was still done when it was over belongs to the story, if it is about the same thing. */
const isLateDeed = (now: Case, r: Reading): boolean =>
  has(r, 'acting', 'done') &&
  !r.asks &&
  !has(r, 'follow-up', 'chatter', 'cause', 'suspected') &&
  r.label === null &&
  now.gist.closeness(r) >= 0.8;

const OWN_WORDS: Readonly<Partial<Record<Reading['entry']['kind'], string>>> = {
  declared: 'Declared',
  resolved: 'Resolved',
  reopened: 'Reopened',
  cancelled: 'Cancelled',
  update: 'Update',
};

/** The row's text: the quote, with a word in front where the command itself is the news. */
function rowClaim(now: Case, r: Reading, kind: RowKind): Claim {
  const claim = claimFrom('row', r);
  const told = commandText(now, r);
  if (told !== null) return { ...claim, text: told };
  const lead = OWN_WORDS[r.entry.kind];
  if (r.entry.kind === 'severity') return { ...claim, text: severityText(r) };
  if (r.entry.kind === 'status')
    return {
      ...claim,
      text: `Status set to ${r.entry.detail['to'] ?? ''}${claim.text === '' ? '' : `: ${claim.text}`}`,
    };
  if (lead !== undefined) return { ...claim, text: claim.text === '' ? lead : `${lead}: ${claim.text}` };
  return kind === 'alert' || kind === 'recovered' ? { ...claim, status: 'stated' } : claim;
}

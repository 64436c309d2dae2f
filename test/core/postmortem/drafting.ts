import { draftPostmortem } from '../../../src/core/postmortem/draft.js';
import type { Claim, Moment, Postmortem } from '../../../src/core/postmortem/model.js';
import type { TimelineEntry } from '../../../src/core/timeline/entry.js';
import { aRecord } from '../../builders.js';

/** The draft of these entries, in an incident that was declared at 12:10 and resolved at 14:00. */
export const draft = (...entries: readonly TimelineEntry[]): Postmortem =>
  draftPostmortem(aRecord(entries), { version: 1 });

export const textsOf = (claims: readonly Claim[]): readonly string[] => claims.map((claim) => claim.text);

export const startOf = (document: Postmortem): Moment | null =>
  document.window.start.kind === 'known' ? document.window.start.value : null;

export const slotsAsked = (document: Postmortem): readonly string[] =>
  document.questions.map((question) => question.slot);

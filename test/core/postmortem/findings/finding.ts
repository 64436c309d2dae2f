import type { FollowUp, Incident } from '../../../../src/core/incident/incident.js';
import { draftPostmortem } from '../../../../src/core/postmortem/draft.js';
import type { Finding } from '../../../../src/core/postmortem/model.js';
import type { TimelineEntry } from '../../../../src/core/timeline/entry.js';
import { aCommand, aFollowUp, anIncident, aRecord } from '../../../builders.js';

/** The findings in the draft of these entries; declared at 12:10 and resolved at 14:00 where they do not say otherwise. */
export const findingsIn = (
  entries: readonly TimelineEntry[],
  over: { readonly incident?: Partial<Incident>; readonly followUps?: readonly FollowUp[] } = {},
): readonly Finding[] =>
  draftPostmortem(
    aRecord(entries, { incident: anIncident(over.incident ?? {}), followUps: over.followUps ?? [] }),
    { version: 1 },
  ).findings;

/** What one rule says of these entries. */
export const saysOf = (
  rule: string,
  entries: readonly TimelineEntry[],
  over: Parameters<typeof findingsIn>[1] = {},
): readonly string[] =>
  findingsIn(entries, over)
    .filter((finding) => finding.rule === rule)
    .map((finding) => finding.text);

/** What one rule says of a follow-up beside these entries. */
export function saysOfTask(
  rule: string,
  task: string,
  entries: readonly TimelineEntry[] = [],
  over: Partial<FollowUp> = {},
): readonly string[] {
  const entry = aCommand('14:10', 'task', task);
  return saysOf(rule, [...entries, entry], { followUps: [aFollowUp(entry, over)] });
}
